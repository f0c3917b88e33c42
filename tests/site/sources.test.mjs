import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { test } from 'node:test'
import { asset, page, run } from './scripts.mjs'

const WASM = [0x00, 0x61, 0x73, 0x6d]

/** The doors, over a server that answers every path alike, or a page that holds elements. */
const doors = ({ served, held = {} }) => {
  const globals = page()
  const asked = []
  globals.document.getElementById = id => held[id] ? { textContent: held[id] } : null
  globals.fetch = async path => { asked.push(path); return served ? new Response(served) : new Response('', { status: 404 }) }
  return { Sources: run(['words.js', 'sources.js'], 'Sources', globals), asked }
}

test('the vendored store comes out of its gzip as WebAssembly', async () => {
  const { Sources } = doors({ served: asset('vendor/oxigraph.wasm.bin') })
  const got = await Sources.bytes('assets/vendor/oxigraph.wasm.bin')
  assert.deepEqual([...got.slice(0, 4)], WASM)
  assert.ok(WebAssembly.validate(got))
})

test('a server that has decompressed already does no harm', async () => {
  const { Sources } = doors({ served: new Uint8Array(WASM) })
  assert.deepEqual([...await Sources.bytes('x')], WASM)
})

test('progress tells all bytes that came', async () => {
  const told = []
  await doors({ served: 'x'.repeat(1000) }).Sources.bytes('x', each => told.push(each))
  assert.equal(told.at(-1), 1000)
})

test('a file held in the page is not asked for', async () => {
  const held = { 'def.ttl': `\n${gzipSync('語').toString('base64')}\n` }
  const { Sources, asked } = doors({ held })
  assert.equal(new TextDecoder().decode(await Sources.bytes('def.ttl')), '語')
  assert.deepEqual(asked, [])
})

test('what is not there is named', async () => {
  await assert.rejects(doors({}).Sources.bytes('def.ttl'), { message: 'def.ttl' })
})

test('a worker is told its scripts, or made of those held in the page', async () => {
  const made = []
  class Worker { constructor(url) { made.push({ url, told: [] }) } postMessage(message) { made.at(-1).told.push(message) } }
  run(['words.js', 'sources.js'], 'Sources', { ...page(), Worker }).worker(['a.js', 'b.js'])
  assert.deepEqual(JSON.parse(JSON.stringify(made)), [{ url: 'assets/worker.js', told: [['a.js', 'b.js']] }])
  const globals = page()
  globals.document.getElementById = id => ({ textContent: `// ${id}` })
  const blobs = []
  const Url = { createObjectURL: blob => { blobs.push(blob); return 'blob:1' } }
  run(['words.js', 'sources.js'], 'Sources', { ...globals, Worker, URL: Url }).worker(['a.js', 'b.js'])
  assert.equal(made.at(-1).url, 'blob:1')
  assert.deepEqual(made.at(-1).told, [])
  assert.equal(await blobs[0].text(), '// assets/a.js\n;\n// assets/b.js\n;\n')
})
