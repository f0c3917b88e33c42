import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rule } from './rule.mjs'
import { plain, run, store } from './scripts.mjs'

const send = await store(rule)
const bytes = text => Buffer.from(text)
const add = (name, text) => send('add', { name, bytes: typeof text === 'string' ? bytes(text) : text, isPublished: false })
const ask = (text, files, values = {}) => send('ask', { text, files, values, language: 'en' })
const refused = async (work, refusal) => assert.deepEqual((await work.then(() => assert.fail('not refused'), error => error)).refusal, refusal)

await add('a.ttl', '_:x <urn:p> "防災"@ja, 7 .\n_:x <urn:q> <urn:o> .')
await add('b.trig', '<urn:g> { _:x <urn:p> "a,\\"b\\"" }')

test('a store holds exactly the files asked, and named graphs are in the default graph', async () => {
  const count = async files => (await ask('SELECT ?s { ?s ?p ?o }', files)).count
  assert.equal(await count(['a.ttl']), 3)
  assert.equal(await count(['a.ttl', 'b.trig']), 4)
  assert.equal(await count([]), 0)
  assert.equal((await ask('SELECT * FROM <urn:g> { ?s ?p ?o }', ['a.ttl', 'b.trig'])).count, 1)
})

test('blank nodes of two files are two', async () => {
  assert.equal((await ask('SELECT DISTINCT ?s { ?s ?p ?o }', ['a.ttl', 'b.trig'])).count, 2)
})

test('the whole answer comes as a file, in each format', async () => {
  await ask('SELECT ?o ?none { ?s <urn:p> ?o FILTER(!isBlank(?o)) } ORDER BY ?o', ['a.ttl', 'b.trig'])
  assert.equal(await send('file', { format: 'csv' }), 'o,none\r\n7,\r\n"a,""b""",\r\n防災,\r\n')
  assert.equal(await send('file', { format: 'tsv' }), '?o\t?none\n"7"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n"a,\\"b\\""\t\n"防災"@ja\t\n')
  assert.equal(JSON.parse(await send('file', { format: 'json' })).results.bindings.length, 3)
})

test('of a long answer the page gets the beginning, and the file all', async () => {
  const values = Array.from({ length: 3000 }, (_, nth) => nth).join(' ')
  const shown = await ask(`SELECT ?n { VALUES ?n { ${values} } }`, [])
  assert.deepEqual([shown.count, shown.rows.length], [3000, 1000])
  assert.equal((await send('file', { format: 'csv' })).split('\r\n').length, 3002)
})

test('a graph comes as Turtle, each triple once', async () => {
  const shown = await ask('CONSTRUCT { <urn:s> a kyo:Plan ; rdfs:label "x"@ja } { ?s ?p ?o }', ['a.ttl'])
  assert.equal(shown.count, 2)
  assert.equal(shown.turtle, '@prefix kyo: <https://w3id.org/kyodo-lod/def#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n<urn:s> a kyo:Plan ;\n    rdfs:label "x"@ja .\n')
})

test('yes and no', async () => assert.equal((await ask('ASK { ?s <urn:q> ?o }', ['a.ttl'])).value, true))

test('what cannot be done is refused by name and place', async () => {
  await refused(ask('SELECT * {\n ?s ex:p ?o }', []), { kind: 'prefix', prefix: 'ex:', line: 2, column: 5 })
  await refused(ask('SELECT * FROM <http://x.example/> {}', []), { kind: 'from', graph: '<http://x.example/>' })
  await refused(ask('SELECT * { SERVICE SILENT <http://x.example/> {} }', []), { kind: 'service' })
  await refused(ask('INSERT DATA { <urn:a> <urn:b> <urn:c> }', []), { kind: 'update' })
  await refused(ask(' # nothing', []), { kind: 'empty' })
  const error = await ask('SELECT ?x {\n  ?x ?y }', [], { x: '1' }).catch(each => each.refusal)
  assert.deepEqual([error.kind, error.line], ['query', 2])
})

test('a file that is no RDF is refused with its line, and nothing is fetched', async () => {
  await refused(add('a.png', 'x'), { kind: 'format', file: 'a.png' })
  await refused(add('l.ttl', Uint8Array.of(0x22, 0xe9)), { kind: 'encoding', file: 'l.ttl' })
  await refused(add('c.jsonld', '{"@context": "https://x.example/c", "@id": "urn:a"}'), { kind: 'context', file: 'c.jsonld', url: 'https://x.example/c' })
  await refused(add('r.jsonld', '{"@id": "rel", "urn:p": "x"}'), { kind: 'relative', file: 'r.jsonld', iri: 'rel' })
  await refused(add('d.jsonld', '['.repeat(600)), { kind: 'depth', file: 'd.jsonld', line: 1 })
  const { kind, line } = await add('s.ttl', '<urn:a> <urn:b> 1 .\n\n<urn:a> oops .').catch(each => each.refusal)
  assert.deepEqual([kind, line], ['syntax', 3])
})

test('a file taken away is asked no more', async () => {
  await add('gone.ttl', '<urn:a> <urn:b> <urn:c> .')
  await send('remove', { name: 'gone.ttl' })
  assert.equal((await ask('SELECT * { ?s ?p ?o }', [])).count, 0)
})

test('results lead to places only, never to scripts', () => {
  const { hrefOf } = run(['words.js', 'results.js'], '({ hrefOf: Results.hrefOf })', { document: { documentElement: { lang: 'en' }, querySelector: () => null } })
  assert.equal(plain(hrefOf('id/1.html#line=2')), './id/1.en.html#line=2')
  assert.equal(plain(hrefOf('javascript:alert(1)')), './javascript:alert(1)')
})
