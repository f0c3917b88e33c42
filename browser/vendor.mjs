// Puts what the site takes from npm into its assets, as bytes that depend on package-lock.json alone:
//   npm ci && node vendor.mjs          (make vendor)
// Every file stands in vendor.json with its package, version, licence, what is bundled in it, and SHA-256;
// licences.txt holds the terms of all of them.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

const TARGET = new URL('../src/kyodo_lod/site/assets/vendor/', import.meta.url)
const MODULES = new URL('node_modules/', import.meta.url)

const copied = path => readFileSync(new URL(path, MODULES))
// without its map, which is not shipped
const script = path => Buffer.from(copied(path).toString().replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n'))
// what a page's policy forbids: the style attribute in YASQE's hint on a wrong token
const unstyled = bytes => {
  const [style, text] = [" style='text-decoration:underline'", bytes.toString()]
  if (!text.includes(style)) throw new Error('yasqe: the hint on a wrong token has changed')
  return Buffer.from(text.replaceAll(style, ''))
}
const minified = path => Buffer.from(buildSync({
  entryPoints: [new URL(path, MODULES).pathname], minify: true, write: false, charset: 'utf8', legalComments: 'inline',
}).outputFiles[0].contents)
// a package and all that it needs, as one classic script that defines `name`
const bundle = (url, name) => buildSync({
  entryPoints: [url.pathname], bundle: true, minify: true, write: false, metafile: true, charset: 'utf8',
  format: 'iife', globalName: name, legalComments: 'inline', define: { 'import.meta.url': '""' },
  absWorkingDir: new URL('.', import.meta.url).pathname,
})
const bundled = (url, name) => Buffer.from(bundle(url, name).outputFiles[0].contents)
// the packages that these files come from
const packagesOf = paths => [...new Set(paths.map(path => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean))].sort()
const inBundle = url => packagesOf(Object.keys(bundle(url, 'X').metafile.inputs))
const inMap = path => packagesOf(JSON.parse(copied(`${path}.map`)).sources)
// the header byte that names the operating system is set alike everywhere
const compressed = path => { const bytes = gzipSync(copied(path), { level: 9 }); bytes[9] = 255; return bytes }

const SHACL = new URL('shacl-engine.mjs', import.meta.url)
const YASQE = '@zazuko/yasqe/build/yasqe.min'
// file in vendor/: [package, its bytes, the packages bundled in it]
const FILES = {
  'minisearch.js': ['minisearch', () => minified('minisearch/dist/umd/index.js')],
  'oxigraph.js': ['oxigraph', () => bundled(new URL('oxigraph/web.js', MODULES), 'Oxigraph')],
  'oxigraph.wasm.bin': ['oxigraph', () => compressed('oxigraph/web_bg.wasm')],
  'shacl-engine.js': ['shacl-engine', () => bundled(SHACL, 'ShaclEngine'), () => inBundle(SHACL)],
  'yasqe.css': ['@zazuko/yasqe', () => copied(`${YASQE}.css`)],
  'yasqe.js': ['@zazuko/yasqe', () => unstyled(script(`${YASQE}.js`)), () => inMap(`${YASQE}.js`)],
}

rmSync(TARGET, { recursive: true, force: true })
mkdirSync(TARGET, { recursive: true })
const listed = {}
for (const [name, [from, bytes, others = () => []]] of Object.entries(FILES)) {
  const data = bytes()
  const holds = others().filter(each => each !== from)
  const { version, license } = JSON.parse(copied(`${from}/package.json`))
  writeFileSync(new URL(name, TARGET), data)
  listed[name] = { package: from, version, license, ...(holds.length ? { bundled: holds } : {}), sha256: createHash('sha256').update(data).digest('hex') }
}
writeFileSync(new URL('vendor.json', TARGET), JSON.stringify(listed, null, 2) + '\n')

const terms = [...new Set(Object.values(listed).flatMap(each => [each.package, ...(each.bundled ?? [])]))].sort().map(from => {
  const file = readdirSync(new URL(`${from}/`, MODULES)).find(name => /^licen[cs]e/i.test(name))
  const text = file ? copied(`${from}/${file}`).toString() : JSON.parse(copied(`${from}/package.json`)).license
  return `${from}\n\n${text.trim()}\n`
})
writeFileSync(new URL('licences.txt', TARGET), terms.join(`\n${'-'.repeat(72)}\n\n`))

// the judge of barriers, for the tests alone; its terms stand in its first lines
writeFileSync(new URL('../tests/browser/vendor/axe.min.js', import.meta.url), copied('axe-core/axe.min.js'))
