// Puts what the site takes from npm into its assets, as bytes that depend on package-lock.json alone:
//   npm ci && node vendor.mjs          (make vendor)
// Every file stands in vendor.json with its package, version, licence and SHA-256; licences.txt holds the terms.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

const TARGET = new URL('../src/kyodo_lod/site/assets/vendor/', import.meta.url)
const MODULES = new URL('node_modules/', import.meta.url)

const copied = path => readFileSync(new URL(path, MODULES))
// without its map, which is not shipped
const script = path => Buffer.from(copied(path).toString().replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n'))
const minified = path => Buffer.from(buildSync({
  entryPoints: [new URL(path, MODULES).pathname], minify: true, write: false, charset: 'utf8', legalComments: 'inline',
}).outputFiles[0].contents)
// the header byte that names the operating system is set alike everywhere
const compressed = path => { const bytes = gzipSync(copied(path), { level: 9 }); bytes[9] = 255; return bytes }

// file in vendor/: [package, its bytes]
const FILES = {
  'minisearch.js': ['minisearch', () => minified('minisearch/dist/umd/index.js')],
}

rmSync(TARGET, { recursive: true, force: true })
mkdirSync(TARGET, { recursive: true })
const listed = {}
for (const [name, [from, bytes]] of Object.entries(FILES)) {
  const data = bytes()
  const { version, license } = JSON.parse(copied(`${from}/package.json`))
  writeFileSync(new URL(name, TARGET), data)
  listed[name] = { package: from, version, license, sha256: createHash('sha256').update(data).digest('hex') }
}
writeFileSync(new URL('vendor.json', TARGET), JSON.stringify(listed, null, 2) + '\n')

const terms = [...new Set(Object.values(listed).map(each => each.package))].sort().map(from => {
  const file = readdirSync(new URL(`${from}/`, MODULES)).find(name => /^licen[cs]e/i.test(name))
  const text = file ? copied(`${from}/${file}`).toString() : JSON.parse(copied(`${from}/package.json`)).license
  return `${from}\n\n${text.trim()}\n`
})
writeFileSync(new URL('licences.txt', TARGET), terms.join(`\n${'-'.repeat(72)}\n\n`))
