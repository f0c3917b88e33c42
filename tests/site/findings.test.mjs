// What is told of a finding beside the finding itself: name, place and value of its node.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { rule } from './rule.mjs'
import { store } from './scripts.mjs'

const send = await store(rule)
const shapes = readFileSync(new URL('../../shapes/plan.ttl', import.meta.url))
const head = '@prefix kyo: <https://w3id.org/kyodo-lod/def#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix prov: <http://www.w3.org/ns/prov#> .\n'
const check = async text => {
  await send('add', { name: 'own.ttl', bytes: Buffer.from(head + text), isPublished: false })
  return (await send('check', { name: 'own.ttl', shapes })).findings
}

test('a node is told by its name and the first line that it was read from', async () => {
  const found = await check('<urn:p> a kyo:PlannedProject ; rdfs:label "project"@en, "事業"@ja ; prov:wasDerivedFrom <urn:d#line=70,71>, <urn:d#line=8,9> .')
  const own = found.filter(each => each.focus === 'urn:p')
  assert.ok(own.length)
  for (const each of own) assert.deepEqual([each.label, each.language, each.place], ['事業', 'ja', 'urn:d:9'])
})

test('the document is called by its file where the data name it', async () => {
  const [first] = (await check('<urn:p> a kyo:PlannedProject ; prov:wasDerivedFrom <urn:d#line=8,9> . <urn:d#line=8,9> dct:isPartOf <urn:d> . <urn:d> kyo:fileName "plan.txt" .')).filter(each => each.focus === 'urn:p')
  assert.deepEqual([first.label, first.place], ['', 'plan.txt:9'])
})

test('a blank value is seen', async () => {
  const written = (await check('<urn:p> a kyo:PlannedProject ; rdfs:label " "@ja, "" ; kyo:listOrder "x" .')).map(each => each.written)
  assert.ok(written.includes('" "@ja'), written)
})
