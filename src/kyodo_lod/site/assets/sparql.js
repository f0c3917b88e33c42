'use strict'
/**
 * The SPARQL page: its parts, put together.
 */
const SparqlPage = (() => {
  const part = id => document.getElementById(id)
  const config = JSON.parse(part('config').textContent)
  const status = words => { part('status').textContent = words }
  const ownStatus = words => { part('own-status').textContent = words; tellWhere() }
  const client = new StoreClient({ rule: { prefixes: config.prefixes, places: config.places }, told: status, lost: () => drop() })
  const editor = Editor.make(part('editor'), { terms: config.terms, prefixes: config.prefixes, label: part('editor-label').textContent, run: () => { run() } })
  const own = new Dropzone({ zone: part('drop'), input: part('file'), list: part('own-files'), client, isJoined: () => chosen().length > 0, changed: () => part('findings').replaceChildren(), say: ownStatus, refused: error => refused(error, part('own-status')), check: name => check(name) })
  /** only a page that `kyodo-lod serve` shows has an endpoint to ask */
  const endpoint = config.endpoint ? new Endpoint({ address: new URL(config.endpoint, location.href.split(/[?#]/)[0]).href, prefixes: config.prefixes, homes: [config.places.home, config.places.canonical] }) : null
  /** letters that an address may have in every browser, and more than any query needs */
  const LONGEST_ADDRESS = 64000
  /** a query that is too long to lead here with it: `kyodo-lod serve` gives it with the page, whose name is another then */
  const sent = JSON.parse(part('sent')?.textContent ?? 'null')
  let isRunning = false
  let kept = ''

  /** Give the paths of what is published and chosen; the vocabulary comes with any plan. */
  const chosen = () => {
    const names = [...document.querySelectorAll('#data input:checked')].map(each => each.value)
    return names.length ? config.parts.filter(each => !each.name || names.includes(each.name)).flatMap(each => each.files) : []
  }

  /** Tell whether the endpoint is asked: it has everything that is published, and nothing else. */
  const asksEndpoint = () => Boolean(endpoint) && !own.asked().length && !document.querySelector('#data input:not(:checked)')

  /** Say where the query goes, and how it is asked from elsewhere. */
  const tellWhere = () => {
    if (!endpoint) return
    part('where').textContent = asksEndpoint()
      ? Words.say('実行すると、問いは {address} に送られ、サーバーが答えます。', 'Run sends the query to {address}; the server answers it.', { address: endpoint.address })
      : Words.say('実行すると、このブラウザの中で計算します。問いも自分のファイルも送られません。', 'Run answers the query in this browser; neither the query nor a file of yours is sent.')
    part('address').textContent = endpoint.address
    part('line').textContent = endpoint.line(asked())
  }

  const running = now => {
    isRunning = now
    part('run').disabled = now
    part('stop').disabled = !now
    // the worker is busy, and what stands there may answer another question
    part('answer').inert = now
  }

  /** Do something with the store; what it cannot do is said. */
  const attempt = async (work, place) => {
    if (isRunning) return
    running(true)
    try {
      await work()
    } catch (error) {
      refused(error, place)
    } finally {
      running(false)
    }
  }

  /** Say what cannot be done, and go to the place in the query. */
  const refused = (error, place) => {
    const refusal = error.refusal ?? { kind: 'evaluation', reason: error.message }
    place.replaceChildren(SparqlWords.refusal(refusal), ...SparqlWords.detail(refusal))
    if (refusal.line && !refusal.file) editor.goTo(refusal.line, refusal.column)
  }

  /** Take away an answer that is no longer to the query, or no longer there to be saved. */
  const drop = () => {
    part('answer').hidden = true
    for (const id of ['result', 'downloads']) part(id).replaceChildren()
  }

  /** Keep what is asked in the address, so that it is there again after Back and reload. */
  const keep = question => {
    const fragment = Share.fragment(question)
    if (fragment.length > LONGEST_ADDRESS) return
    history.replaceState(null, '', (sent?.page ?? '') + fragment)
    kept = location.hash
  }

  const run = () => attempt(async () => {
    const question = asked()
    keep(question)
    await answer(question).catch(error => { drop(); throw error })
  }, part('status'))

  /** Give the query with the values of its parameters. */
  const asked = () => ({ text: editor.text(), values: Parameters.read(part('parameters')) })

  const answer = question => asksEndpoint() ? answeredThere(question) : answeredHere(question)

  const answeredThere = async question => {
    status(Words.say('サーバーに問い合わせています', 'Asking the server'))
    const start = performance.now()
    const found = await endpoint.ask(question)
    show(found, performance.now() - start, format => endpoint.file(format))
    part('asked').textContent = Words.say('問い合わせた先: サーバー ({address})', 'Asked: the server ({address})', { address: endpoint.address })
  }

  const answeredHere = async question => {
    const paths = chosen()
    const files = own.asked()
    await client.load(paths)
    for (const file of files) await client.own(file)
    status(Words.say('計算しています', 'Working'))
    const start = performance.now()
    const found = await client.send('ask', { ...question, files: [...paths, ...files.map(each => each.name)], language: document.documentElement.lang })
    show(found, performance.now() - start, format => client.send('file', { format }))
    const where = endpoint ? Words.say(' (このブラウザの中)', ' (in this browser)') : ''
    part('asked').textContent = Words.say('問い合わせたデータ: {data}', 'Data asked: {data}', { data: askedData(files) }) + where
  }

  /** Name what is asked: published plans, and files of one's own. */
  const askedData = files => {
    const boxes = [...document.querySelectorAll('#data input')]
    const count = boxes.filter(each => each.checked).length
    const published = count === boxes.length ? Words.say('公開データ', 'the published data')
      : Words.say('公開データ ({all} 計画のうち {count})', 'the published data ({count} of {all} plans)', { all: boxes.length, count })
    return [...(count ? [published] : []), ...files.map(each => each.name)].join(' + ') || Words.say('なし', 'none')
  }

  /** Load the data while the user still writes; what goes wrong is said when a query is run. */
  const preload = () => {
    if (client.loading || asksEndpoint() || StoreClient.isCutOff()) return
    client.load(chosen()).then(() => status(Words.say('データを読み込みました。', 'The data are loaded.')), () => {})
  }

  const show = (answer, milliseconds, file) => {
    part('answer').hidden = false
    Results.show(part('result'), answer)
    Results.offer(part('downloads'), answer.kind, shownSample() || 'answer', file)
    status(told(answer, (milliseconds / 1000).toFixed(2)))
  }

  /** Give the name of the sample query that stands in the editor, as long as nobody changed it. */
  const shownSample = () => [...document.querySelectorAll('.sample')].find(each => bare(each) === editor.text())?.id ?? ''

  /** Name the sample query that stands in the editor; a query of one's own has no name. */
  const tellSample = () => {
    const name = shownSample()
    part('example').value = name
    part('summary').textContent = name && part(name).querySelector('p').textContent
  }

  const told = ({ kind, count, rows, shown }, seconds) => {
    if (kind === 'boolean') return Words.say('答えが出ました ({seconds} 秒)。', 'Answered ({seconds} s).', { seconds })
    if (!count) return Words.say('当てはまるものがありません (0 行、{seconds} 秒)。', 'Nothing matches (0 rows, {seconds} s).', { seconds })
    const visible = rows?.length ?? shown
    const all = kind === 'graph' ? Words.say('{count} トリプル ({seconds} 秒)。', '{count} triples ({seconds} s).', { count: Words.grouped(count), seconds })
      : Words.say('{count} 行 ({seconds} 秒)。', '{count} rows ({seconds} s).', { count: Words.grouped(count), seconds })
    if (visible === count) return all
    return all + Words.say('はじめの {visible} だけを表示しています。保存するファイルには全部が入ります。', ' Only the first {visible} are shown; the files hold all.', { visible: Words.grouped(visible) })
  }

  const check = name => attempt(async () => {
    ownStatus(Words.say('{name} を確かめています', 'Checking {name}', { name }))
    await client.own(own.files.get(name), ownStatus)
    const shapes = await client.read(config.shapes, ownStatus)
    const findings = await client.send('check', { name, shapes })
    Findings.show(part('findings'), name, findings, config)
    ownStatus(Findings.told(name, findings))
  }, part('own-status'))

  const open = (text, values = {}) => {
    editor.show(text)
    Parameters.show(part('parameters'), text, values)
    tellSample()
    tellWhere()
  }

  /** Give a sample query without what the page tells of it anyway. */
  const bare = sample => sample.querySelector('code').textContent.replace(/^#\+ (title|summary|tags)\b.*\n/gm, '').trimStart()

  /** Open a sample query, by the name of its file. */
  const example = name => {
    const sample = name && document.getElementById(name)?.matches('.sample') ? document.getElementById(name) : null
    if (!sample) return false
    open(bare(sample))
    return true
  }

  const begin = () => {
    const shared = Share.question(location.hash) ?? sent
    if (shared) answerShared(shared)
    else example(new URLSearchParams(location.search).get('example')) || example('projects')
  }

  /** Open a query that the address brings, and run it: it changes nothing and can be stopped. */
  const answerShared = ({ text, values }) => {
    open(text, values)
    run()
  }

  const share = () => {
    const link = part('link')
    link.value = new URL(Share.fragment(asked()), location.href.split(/[?#]/)[0]).href
    part('shared').hidden = false
    link.focus()
    link.select()
    navigator.clipboard?.writeText(link.value).then(() => status(Words.say('リンクを写しました。', 'The link was copied.')), () => {})
  }

  const copyLine = () => navigator.clipboard?.writeText(part('line').textContent).then(() => status(Words.say('コマンドを写しました。', 'The command was copied.')), () => {})

  part('workbench').hidden = false
  part('question').onsubmit = event => { event.preventDefault(); run() }
  part('stop').onclick = () => endpoint?.running ? endpoint.stop() : client.stop()
  part('share').onclick = share
  if (endpoint) part('copy').onclick = copyLine
  part('example').onchange = event => example(event.target.value)
  editor.onChange(() => { Parameters.show(part('parameters'), editor.text()); tellSample(); tellWhere() })
  for (const id of ['data', 'parameters', 'own']) part(id).addEventListener('change', tellWhere)
  editor.onFocus(preload)
  // any other fragment is a place in the page
  window.addEventListener('hashchange', () => location.hash !== kept && Share.question(location.hash) && begin())
  begin()
  if (StoreClient.isCutOff()) refused(new StoreRefusal({ kind: 'local' }), part('status'))
  return Object.freeze({ run })
})()
