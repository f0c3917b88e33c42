import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { page, plain, run } from './scripts.mjs'

const SCRIPTS = ['words.js', 'tables.js', 'sparql-text.js', 'turtle.js', 'answers.js', 'store-client.js', 'endpoint.js']
const made = (address, language = 'ja') => {
  const Endpoint = run(SCRIPTS, 'Endpoint', { fetch, AbortController, URLSearchParams, ...page(language) })
  return new Endpoint({ address, prefixes: { x: 'urn:x:' }, homes: ['https://example.org/lod/'] })
}
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label'
const TITLE = 'http://purl.org/dc/terms/title'
const row = (by, value, language) => ({ thing: { type: 'uri', value: 'https://example.org/lod/id/1' }, by: { type: 'uri', value: by }, name: { type: 'literal', value, 'xml:lang': language } })
const table = (vars, bindings) => JSON.stringify({ head: { vars }, results: { bindings } })

/** What another server says to a query; `asked` keeps what it was sent. */
const asked = []
const says = query => {
  if (query.startsWith('SELECT ?thing')) return [200, 'application/sparql-results+json', table(['thing', 'by', 'name'], [row(TITLE, '題', 'ja'), row(LABEL, 'name', 'en'), row(LABEL, '名', 'ja')])]
  if (query.startsWith('CONSTRUCT')) return [200, 'application/n-triples', '<urn:x:a> <urn:x:b> <urn:x:c> .\n']
  if (query.startsWith('wrong')) return [400, 'text/plain; charset=utf-8', '400: query:2:9: は SPARQL として読めません\n']
  if (query.startsWith('busy')) return [503, 'text/plain; charset=utf-8', '503: 混み合っています。\n']
  return [200, 'application/sparql-results+json', table(['s'], [{ s: { type: 'uri', value: 'https://example.org/lod/id/1' } }, { s: { type: 'uri', value: 'urn:else' } }])]
}
const server = createServer(async (request, response) => {
  const form = new URLSearchParams((await request.toArray()).join(''))
  const query = form.get('query')
  asked.push({ method: request.method, headers: request.headers, form: [...form] })
  if (query.startsWith('endless')) return
  const [status, type, body] = says(query)
  response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body)
})
let address
before(() => new Promise(resolve => server.listen(0, '127.0.0.1', () => { address = `http://127.0.0.1:${server.address().port}/sparql`; resolve() })))
after(() => { server.closeAllConnections(); server.close() })

test('a query goes by POST, with the values of its parameters and the language of the page', async () => {
  await made(address, 'en').ask({ text: 'SELECT ?s { ?s ?p ?name }', values: { name: 'a"b +&' } })
  const [{ method, headers, form }] = asked
  assert.equal(method, 'POST')
  assert.match(headers['content-type'], /^application\/x-www-form-urlencoded/)
  assert.equal(headers['accept-language'], 'en')
  assert.deepEqual(form, [['query', 'SELECT ?s { ?s ?p ?name }'], ['param.name', 'a"b +&']])
})

test('things are named in the language of the page, and ours lead to this server', async () => {
  for (const [language, label] of [['ja', '名'], ['en', 'name']]) {
    const { rows, things } = plain(await made(address, language).ask({ text: 'SELECT ?s { ?s ?p ?o }' }))
    assert.equal(rows.length, 2)
    assert.deepEqual(things['https://example.org/lod/id/1'], { label, language, place: 'id/1' })
    assert.deepEqual(things['urn:else'], { label: '', language: '', place: '' })
  }
})

test('an answer is saved as the store of the browser saves it', async () => {
  const endpoint = made(address)
  assert.equal((await endpoint.ask({ text: 'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }' })).kind, 'graph')
  assert.equal(await endpoint.file('turtle'), '@prefix x: <urn:x:> .\n\nx:a x:b x:c .\n')
  await endpoint.ask({ text: 'SELECT ?s { ?s ?p ?o }' })
  assert.equal(await endpoint.file('csv'), 's\r\nhttps://example.org/lod/id/1\r\nurn:else\r\n')
})

const refusal = work => work.then(() => assert.fail('it was answered'), error => plain(error.refusal))

test('what the server refuses is told in its own words, with the place', async () => {
  assert.deepEqual(await refusal(made(address).ask({ text: 'wrong' })), { kind: 'endpoint', said: 'query:2:9: は SPARQL として読めません', line: 2, column: 9 })
  assert.deepEqual(await refusal(made(address).ask({ text: 'busy' })), { kind: 'endpoint', said: '混み合っています。' })
})

test('to stop ends the wait, and the next query is answered', async () => {
  const endpoint = made(address)
  const waiting = refusal(endpoint.ask({ text: 'endless' }))
  endpoint.stop()
  assert.deepEqual(await waiting, { kind: 'left' })
  assert.equal((await endpoint.ask({ text: 'SELECT ?s { ?s ?p ?o }' })).count, 2)
})

test('a server that is not there is told so', async () => {
  assert.deepEqual(await refusal(made('http://127.0.0.1:1/sparql').ask({ text: 'ASK {}' })), { kind: 'unreachable' })
})

test('the command of a shell quotes whatever is in the query', () => {
  const line = made('http://localhost/sparql').line({ text: "CONSTRUCT { ?s ?p 'a' } { ?s ?p ?o }\n", values: { word: "'" } })
  assert.equal(line, "curl -s http://localhost/sparql -H 'Accept: text/turtle' --data-urlencode 'query=CONSTRUCT { ?s ?p '\\''a'\\'' } { ?s ?p ?o }' --data-urlencode 'param.word='\\'''")
})
