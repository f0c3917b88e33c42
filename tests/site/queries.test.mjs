// Every sample query gives in the browser's store what `kyodo-lod build` published as its answer.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { rule } from './rule.mjs'
import { store } from './scripts.mjs'

const DIST = new URL('../../dist/', import.meta.url)
const read = path => readFileSync(new URL(path, DIST))
const list = folder => readdirSync(new URL(folder, DIST))

const files = [
  'def.ttl', ...list('scheme/').map(name => `scheme/${name}`),
  ...list('dataset/').flatMap(slug => ['.nt', '-provenance.ttl', '-quality.ttl'].map(end => `dataset/${slug}/${slug}${end}`)),
]
const send = await store(rule)
for (const name of files) await send('add', { name, bytes: read(name), isPublished: true })

for (const file of list('queries/').filter(name => name.endsWith('.rq'))) {
  const stem = file.replace(/\.rq$/, '')
  test(`${stem} answers as published`, async () => {
    const text = read(`queries/${file}`).toString()
    const values = Object.fromEntries([...text.matchAll(/^#\+ param\.(\w+)\.default: (.*)$/gm)].map(([, name, value]) => [name, value]))
    const shown = await send('ask', { text, values, files, language: 'ja' })
    if (shown.kind === 'graph') {
      const published = read(`queries/${stem}.nt`).toString()
      assert.equal(await send('file', { format: 'n-triples' }), published)
      await send('add', { name: 'answer.ttl', bytes: Buffer.from(await send('file', { format: 'turtle' })), isPublished: false })
      await send('ask', { text: 'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }', files: ['answer.ttl'], language: 'ja' })
      return assert.equal(await send('file', { format: 'n-triples' }), published)
    }
    assert.equal(await send('file', { format: 'csv' }), read(`queries/${stem}.csv`).toString())
  })
}
