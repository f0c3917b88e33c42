import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page, run } from './scripts.mjs'

const Tables = run(['tables.js'], 'Tables')
const inJapanese = run(['words.js'], 'Words', page('ja'))
const inEnglish = run(['words.js'], 'Words', page('en'))

test('CSV quotes what RFC 4180 wants quoted, and changes nothing', () => {
  const rows = [['防災', 'a,b', 'say "hi"', 'two\nlines', '=1+1', null, 3]]
  assert.equal(Tables.csv(['語', 'b', 'c', 'd', 'e', 'f', 'g'], rows),
    '語,b,c,d,e,f,g\r\n防災,"a,b","say ""hi""","two\nlines",=1+1,,3\r\n')
})

test('CSV without rows is its header', () => assert.equal(Tables.csv(['a'], []), 'a\r\n'))

test('TSV keeps each row on one line', () => {
  assert.equal(Tables.tsv(['?a', '?b'], [['x\ty', 'l\r\nm'], [undefined, '<i>']]),
    '?a\t?b\nx\\ty\tl\\r\\nm\n\t<i>\n')
})

test('words are those of the page, and values are put in once', () => {
  assert.equal(inJapanese.say('{n} 行', '{n} rows', { n: '{m}', m: 1 }), '{m} 行')
  assert.equal(inEnglish.say('{n} 行', '{n} rows', { n: 2 }), '2 rows')
  assert.equal(inEnglish.say('', '{unknown}'), '{unknown}')
})

test('numbers and sizes', () => {
  assert.equal(inEnglish.grouped(1234567), '1,234,567')
  assert.deepEqual([10, 47924, 5 * 1024 * 1024].map(inEnglish.size), ['1 KB', '47 KB', '5.0 MB'])
})
