// Gives the places of IRIs as the browser does: {rule, iris, dist} in, {iri: place} out.
import { readFileSync, readdirSync } from 'node:fs'
import { store } from './scripts.mjs'

const { rule, iris, dist } = JSON.parse(readFileSync(0, 'utf8'))
const send = await store({ prefixes: {}, places: rule })
const files = ['def.ttl', ...readdirSync(`${dist}scheme`).map(name => `scheme/${name}`), ...readdirSync(`${dist}dataset`).map(slug => `dataset/${slug}/${slug}.nt`)]
for (const name of files) await send('add', { name, bytes: readFileSync(dist + name), isPublished: true })
const asked = iris.filter(iri => !/[\s<>"{}|^`\\]/.test(iri))
const places = {}
for (let at = 0; at < asked.length; at += 500) {
  const values = asked.slice(at, at + 500).map(iri => `<${iri}>`).join(' ')
  const { things } = await send('ask', { text: `SELECT ?iri { VALUES ?iri { ${values} } }`, files, language: 'ja' })
  for (const [iri, { place }] of Object.entries(things)) places[iri] = place
}
process.stdout.write(`${JSON.stringify(places)}\n`)
