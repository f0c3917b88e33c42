import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page, plain, run } from './scripts.mjs'

const Share = run(['share.js'], 'Share', { URLSearchParams })
const Parameters = run(['words.js', 'parameters.js'], 'Parameters', page())
const Editor = run(['words.js', 'editor.js'], 'Editor', page())
const SparqlWords = run(['words.js', 'sparql-words.js'], 'SparqlWords', page('en'))

test('a link gives back the query and its parameters, whatever is in them', () => {
  for (const text of ['SELECT * { ?s ?p "防災 & more" } # +1%20', 'a=b&c=d#e', '+ +', '\n\t"\\', '𠮷<script>', '']) {
    const question = { text, values: { name: text, word: '=&' } }
    assert.deepEqual(plain(Share.question(Share.fragment(question))), question)
    assert.match(Share.fragment(question), /^#[\w.~!*'()%=&-]*$/)
  }
})

test('a fragment without a query is none', () => {
  for (const hash of ['', '#', '#samples', '#param.name=x', '#querying=1']) assert.equal(Share.question(hash), null)
})

test('a link written by hand is read', () => assert.equal(Share.question('#query=ASK%20%7B%7D').text, 'ASK {}'))

test('parameters are read as the program reads them', () => {
  const text = '#+ title.ja: 題\n#+ param.name.ja: 名称\n#+ param.name.en: name\r\n#+ param.name.default: 猪苗代湖\nSELECT ?name {} #+ param.x.ja: no'
  assert.deepEqual(plain(Parameters.declared(text)), [{ name: 'name', ja: '名称', en: 'name', default: '猪苗代湖' }])
  assert.deepEqual(plain(Parameters.declared('SELECT * {}')), [])
})

test('terms are completed by name, local name or label in either language', () => {
  const terms = [{ name: 'dct:isPartOf', kind: 'property', ja: '', en: '' }, { name: 'kyo:responsibleUnit', kind: 'property', ja: '担当組織', en: 'responsible unit' }]
  const names = typed => plain(Editor.fitting(terms, typed).map(term => term.name))
  assert.deepEqual(names('kyo:resp'), ['kyo:responsibleUnit'])
  assert.deepEqual(names('ispart'), ['dct:isPartOf'])
  assert.deepEqual(names('担当'), ['kyo:responsibleUnit'])
  assert.deepEqual(names('unit'), ['kyo:responsibleUnit'])
  assert.deepEqual(names(''), ['dct:isPartOf', 'kyo:responsibleUnit'])
  assert.deepEqual(names('zzz'), [])
})

test('a refusal names its place in a plain sentence', () => {
  assert.equal(SparqlWords.refusal({ kind: 'query', line: 2, column: 9, reason: 'expected' }), 'line 2, column 9: this cannot be read as SPARQL.')
  assert.equal(SparqlWords.refusal({ kind: 'syntax', file: '{url}', line: 3, reason: '{file}' }), '{url}: line 3: this cannot be read as RDF of that format.')
})

test('what the engine says stands behind it, and is short', () => {
  const made = []
  const createElement = () => ({ setAttribute () {}, append: (...children) => made.push(...children) })
  const own = run(['words.js', 'sparql-words.js'], 'SparqlWords', { document: { ...page('en').document, createElement } })
  assert.equal(own.detail({ reason: 'x'.repeat(500) }).length, 1)
  assert.ok(made.includes(`${'x'.repeat(200)}…`))
  assert.equal(own.detail({}).length, 0)
})
