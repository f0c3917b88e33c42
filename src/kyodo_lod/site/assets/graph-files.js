'use strict'
/**
 * Files of RDF taken into a store of oxigraph, and what is refused of them; nothing is ever fetched.
 */
const GraphFiles = (() => {
  /** media type of each format, by the ending of a file's name */
  const FORMATS = {
    ttl: 'text/turtle', nt: 'application/n-triples', nq: 'application/n-quads', trig: 'application/trig',
    jsonld: 'application/ld+json', json: 'application/ld+json', rdf: 'application/rdf+xml', xml: 'application/rdf+xml', owl: 'application/rdf+xml',
  }
  const PLACE = /(?:on line|at line|error at) (\d+)(?:,? (?:column|between columns?) (\d+)|:(\d+))?/i
  const REMOTE = /"@(?:context|import)"\s*:\s*(?:\[\s*)?"(https?:[^"\s]{1,300})"/
  /** brackets within brackets of JSON, and elements within elements, beyond which a parser may crash */
  const MAX_DEPTH = 500

  /**
   * Give the format of a file by its name.
   * @param {string} name
   * @returns {string|undefined} its media type
   */
  const formatOf = name => FORMATS[name.toLowerCase().split('.').at(-1)]

  /** what relative IRIs in JSON-LD are resolved against, to be found again: the parser drops them silently */
  const NO_BASE = 'relative://kyodo-lod/'

  /**
   * Parse a file, piece by piece. A mistake comes as a Refusal with its line.
   * @param {{name: string, bytes: Uint8Array}} file
   * @param {(quad: object) => void} take told every quad of oxigraph
   */
  const parse = (file, take) => checked(file, text => {
    const format = formatOf(file.name)
    const base = format === 'application/ld+json' ? { base_iri: NO_BASE } : {}
    for (const quad of Oxigraph.parse([text], { format, ...base })) {
      refuseRelative(quad, file)
      take(quad)
    }
  })

  /**
   * Tell how many triples a file holds, if it can be read at all. A store reads it many times as fast as
   * triples are handed out one by one; JSON-LD is gone through for its relative IRIs.
   * @param {{name: string, bytes: Uint8Array}} file
   * @returns {number}
   */
  const count = file => {
    let found = 0
    if (formatOf(file.name) === 'application/ld+json') parse(file, () => { found += 1 })
    else checked(file, text => {
      const store = new Oxigraph.Store()
      store.load(text, { format: formatOf(file.name), no_transaction: true })
      found = store.size
    })
    return found
  }

  const refuseRelative = ({ subject, predicate, object }, { name }) => {
    const found = [subject, predicate, object].find(term => term.termType === 'NamedNode' && term.value.startsWith(NO_BASE))
    if (found) throw new Refusal('relative', { file: name, iri: found.value.slice(NO_BASE.length) })
  }

  /**
   * Take a file into a store; the triples of its named graphs also go into the default graph, where
   * `kyodo-lod query` has them.
   * @param {object} store of oxigraph
   * @param {{name: string, bytes: Uint8Array}} file
   */
  const load = (store, file) => checked(file, text => {
    store.load(text, { format: formatOf(file.name), no_transaction: true })
    if (/nq|trig|json|jsonld/.test(file.name.split('.').at(-1))) store.update('INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }')
  })

  const checked = (file, work) => {
    const format = formatOf(file.name)
    if (!format) throw new Refusal('format', { file: file.name })
    const text = decoded(file)
    refuseDepth(file, text, format)
    try {
      return work(text)
    } catch (error) {
      if (error instanceof Refusal || error instanceof WebAssembly.RuntimeError) throw error
      throw translated(String(error?.message ?? error), file, text)
    }
  }

  const decoded = ({ name, bytes }) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      throw new Refusal('encoding', { file: name })
    }
  }

  /** Brackets outside of strings; elements of XML are counted where they open and close. */
  const refuseDepth = ({ name }, text, format) => {
    const steps = { 'application/ld+json': /"(?:[^"\\]|\\.)*"|(?<open>[[{])|(?<close>[\]}])/gs, 'application/rdf+xml': /<!--.*?-->|<[^>]*\/>|(?<close><\/)|(?<open><[A-Za-z_])/gs }[format] ?? /"(?:[^"\\\n]|\\.)*"|(?<open><<)|(?<close>>>)/g
    let depth = 0
    for (const { groups, index } of text.matchAll(steps)) {
      depth += groups.open ? 1 : groups.close ? -1 : 0
      if (depth > MAX_DEPTH) throw new Refusal('depth', { file: name, line: text.slice(0, index).split('\n').length })
    }
  }

  const translated = (message, { name }, text) => {
    const [, line, first, second] = PLACE.exec(message) ?? []
    const place = line ? { line: Number(line), column: Number(first ?? second ?? 0) || undefined } : {}
    if (/remote context|loading.*context/i.test(message)) return new Refusal('context', { file: name, url: REMOTE.exec(text)?.[1] ?? '', ...place })
    if (/No scheme found/.test(message)) return new Refusal('relative', { file: name, iri: '', ...place })
    return new Refusal('syntax', { file: name, reason: message.replace(/^Parser error at [^:]*: /, ''), ...place })
  }

  return Object.freeze({ formatOf, parse, count, load })
})()

/** What we do not do, by a name that the page has words for. */
class Refusal extends Error {
  /**
   * @param {string} kind its name
   * @param {object} [details] what the words tell: file, line, column, reason …
   */
  constructor (kind, details = {}) {
    super(kind)
    this.kind = kind
    this.details = details
  }
}
