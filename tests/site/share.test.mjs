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

test('a refusal names its place, and is short', () => {
  assert.equal(SparqlWords.refusal({ kind: 'query', line: 2, column: 9, reason: 'x'.repeat(500) }), `line 2, column 9: is not SPARQL: ${'x'.repeat(200)}…`)
  assert.equal(SparqlWords.refusal({ kind: 'syntax', file: '{url}', line: 3, reason: '{file}' }), '{url}: line 3: is not RDF of that format: {file}')
})
