// Checks graphs as the browser does: JSON lines {name, data} in, {name, findings} out.
//   node check_shapes.mjs SHAPES.ttl < graphs
import { readFileSync } from 'node:fs'
import { rule } from './rule.mjs'
import { store } from './scripts.mjs'

const shapes = readFileSync(process.argv[2])
const send = await store(rule)
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { name, data } = JSON.parse(line)
  await send('add', { name, bytes: Buffer.from(data), isPublished: false })
  const { findings } = await send('check', { name, shapes })
  process.stdout.write(`${JSON.stringify({ name, findings })}\n`)
  await send('remove', { name })
}
