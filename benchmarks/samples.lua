-- wrk asks the sample queries in turn and holds every answer against its known length.
-- wrk ... -s samples.lua URL -- FILE   a line each: target, Accept, shortest right length, its key
-- (by tabs).
-- "@@" in a target becomes a number that no other request has: an answer cache cannot know it.

local threads, sent = {}, 0
local requests, shortest = {}, {}

function setup(thread)
   thread:set("number", #threads)
   table.insert(threads, thread)
end

-- the head of an answer, its names of columns, tells which query it answers
local function key(body)
   local head = string.match(string.sub(body, 1, 600), '^(.-)"bindings"')
   return head and string.gsub(head, "%s", "") or "graph"
end

function init(arguments)
   failed, short, answered = 0, 0, 0
   for line in io.lines(arguments[1]) do
      local target, accept, length, head = string.match(line, "^([^\t]*)\t([^\t]*)\t(%d+)\t(.*)$")
      local request = wrk.format("GET", target, { Accept = accept, Host = wrk.headers["Host"] })
      local before, after = string.match(request, "^(.-)@@(.*)$")
      table.insert(requests, { before or request, after })
      shortest[head] = math.min(shortest[head] or math.huge, tonumber(length))
   end
   sent = number * 7
end

function request()
   sent = sent + 1
   local each = requests[sent % #requests + 1]
   if each[2] then
      return each[1] .. number .. "x" .. sent .. each[2]
   end
   return each[1]
end

function response(status, headers, body)
   answered = answered + 1
   if status ~= 200 then
      failed = failed + 1
   elseif #body < (shortest[key(body)] or math.huge) then
      short = short + 1
   end
end

function done(summary, latency, rates)
   local all = { failed = 0, short = 0, answered = 0 }
   for _, thread in ipairs(threads) do
      for name in pairs(all) do
         all[name] = all[name] + thread:get(name)
      end
   end
   local cut = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
   io.write(string.format(
      'JSON{"answered":%d,"seconds":%f,"p50":%f,"p99":%f,"failed":%d,"short":%d,"cut":%d}\n',
      all.answered, summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6,
      all.failed, all.short, cut))
end
