import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { asset, plain, run } from './scripts.mjs'

const SparqlText = run(['sparql-text.js'], 'SparqlText')
const LeftToRight = run(['sparql-text.js', 'left-to-right.js'], 'LeftToRight')
const Oxigraph = run(['vendor/oxigraph.js'], 'Oxigraph.initSync({ module: self.wasm }), Oxigraph', { wasm: gunzipSync(asset('vendor/oxigraph.wasm.bin')) })
const hostile = ['"', '\\', '\\"', '} UNION { ?s ?p ?o', "'''", '"""', 'a\nb\r\tc', '?name', '$name', '<x>', '#', '\u202e\u0000', '𠮷', '{ $& $1 }', '']

/** Ask the store what a query's one cell is. */
const cell = (query, values = {}) =>
  JSON.parse(new Oxigraph.Store().query(LeftToRight.bracketed(SparqlText.bound(query, values)), { results_format: 'json' })).results.bindings[0]?.x?.value

test('any text stands for itself and is never syntax', () => {
  for (const value of hostile) assert.equal(cell('SELECT ?x { }', { x: SparqlText.literal(value) }), value)
  for (const value of hostile) assert.equal(cell('SELECT ?x { BIND(CONCAT("[", ?name, "]") AS ?x) }', { name: SparqlText.literal(value) }), `[${value}]`)
})

test('a value reaches every group that uses its variable, and no template, data or subselect', () => {
  const one = { v: '"1"' }
  assert.equal(SparqlText.bound('SELECT * { ?s ?p ?o . OPTIONAL { ?a ?b ?c FILTER(?v = ?c) } }', one),
    'SELECT * { VALUES ?v { "1" } ?s ?p ?o . OPTIONAL { VALUES ?v { "1" } ?a ?b ?c FILTER(?v = ?c) } }')
  assert.equal(SparqlText.bound('CONSTRUCT { ?s ?p ?v } WHERE { ?s ?p ?v }', one), 'CONSTRUCT { ?s ?p ?v } WHERE { VALUES ?v { "1" } ?s ?p ?v }')
  assert.equal(SparqlText.bound('SELECT * { { SELECT ?v { ?s ?p $v } } VALUES (?v ?w) { ("1" "2") } }', one),
    'SELECT * { VALUES ?v { "1" } { SELECT ?v { VALUES ?v { "1" } ?s ?p $v } } VALUES (?v ?w) { ("1" "2") } }')
  assert.equal(SparqlText.bound('ASK { ?s ?p "?v {" } # ?v {', one), 'ASK { VALUES ?v { "1" } ?s ?p "?v {" } # ?v {')
})

test('sums and products are read from the left', () => {
  const results = { '10-3-2': 5, '2 - 0 + 1 + 12': 15, '100/10/5': 2, '8/2*2': 8, '1-2*3+4': -1, '1 - -1 - 1': 1, '-1 - 2 - 3': -6, '10 - ABS(-1-1-1) - 1': 6, '1+2': 3 }
  for (const [text, value] of Object.entries(results)) assert.equal(Number(cell(`SELECT (${text} AS ?x) {}`)), value, text)
  assert.equal(cell('SELECT ?x { VALUES ?a { 10 } BIND(?a - 3 - 2 AS ?x) FILTER(?x - 1 - 1 = 3) } GROUP BY ?x HAVING (SUM(?a) - 5 - 5 = 0) ORDER BY (1 - 1 - 1)'), '5')
})

test('nothing but expressions gets brackets', () => {
  for (const text of ['SELECT * { ?s a/b/c ?o . ?s (a/b*/c)+/^d/e (1 2 3) }', 'SELECT (COUNT(*) AS ?n) { ?s ?p "1-2-3" } # 1-2-3', 'SELECT * { FILTER NOT EXISTS { ?s (a/b/c) <x-y-z> } }']) {
    assert.equal(LeftToRight.bracketed(text), text)
  }
})

test('the store still needs them: remove left-to-right.js once this fails', () => {
  assert.equal(new Oxigraph.Store().query('SELECT (10-3-2 AS ?x) {}')[0].get('x').value, '9')
})

test('what asks others is seen, whatever it is hidden in', () => {
  for (const text of ['SELECT * { SERVICE <x:> { } }', 'SELECT * { service silent <x:> {} }', 'ASK { FILTER(1<2)SERVICE <x:> {} }']) assert.ok(SparqlText.asksService(text), text)
  for (const text of ['SELECT * { ?s ex:service "SERVICE" } # SERVICE', 'SELECT ?service { <SERVICE> ?service ?o }']) assert.ok(!SparqlText.asksService(text), text)
  assert.deepEqual(plain(SparqlText.graphsNamed('SELECT * FROM <http://x/> FROM NAMED ex:y { ?s ?p "FROM" }')), ['<http://x/>', 'ex:y'])
})

test('the form of a query is read past its prologue', () => {
  assert.ok(SparqlText.givesGraph('# SELECT\nPREFIX select: <ASK> CONSTRUCT {} WHERE {}'))
  assert.ok(!SparqlText.givesGraph('PREFIX construct: <x:> ASK { ?describe ?p "CONSTRUCT" }'))
  assert.equal(SparqlText.prologue('PREFIX a: <b:>\nASK {}'), 'PREFIX a: <b:>\n')
})

test('depth is counted in brackets, not in texts', () => {
  assert.ok(SparqlText.isTooDeep(`ASK ${'{'.repeat(201)}${'}'.repeat(201)}`))
  assert.ok(!SparqlText.isTooDeep(`ASK { ?s ?p "${'{'.repeat(300)}" ${'{}'.repeat(300)} }`))
})
