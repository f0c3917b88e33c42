'use strict'
/**
 * The store of oxigraph, in the worker: which files are in it, and queries over them.
 */
class DataStore {
  /**
   * @param {{prefixes: Object<string, string>, places: object}} rule prefixes that need no declaration, and
   *   the rule of places
   */
  constructor ({ prefixes, places }) {
    this.prefixes = prefixes
    // on one line: one more would make every line in an error wrong
    this.head = Object.entries(prefixes).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `).join('')
    this.places = new SitePlaces(places)
    this.files = new Map()
    this.held = ''
    this.store = null
  }

  /**
   * Keep a file for later queries.
   * @param {{name: string, bytes: Uint8Array, isPublished: boolean}} file
   */
  add (file) { this.files.set(file.name, file) }

  /** Forget a file. */
  remove (name) { this.files.delete(name) }

  /** Put exactly these files into the store; what is published comes first, and tells the places. */
  hold (names) {
    const wanted = JSON.stringify(names)
    if (wanted === this.held) return
    this.held = ''
    this.store = new Oxigraph.Store()
    const files = names.map(name => this.files.get(name))
    for (const file of files.filter(each => each.isPublished)) GraphFiles.load(this.store, file)
    this.places.learn(class_ => this.iris(`?each a <${class_}>`), start => this.iris(`?each ?p ?o FILTER(STRSTARTS(STR(?each), "${start}"))`))
    for (const file of files.filter(each => !each.isPublished)) GraphFiles.load(this.store, file)
    this.held = wanted
  }

  /** Give the IRIs that a pattern has as `?each`. */
  iris (pattern) {
    return JSON.parse(this.select(`SELECT DISTINCT ?each { ${pattern} FILTER(isIRI(?each)) }`)).results.bindings.map(row => row.each.value)
  }

  select (text) { return this.store.query(text, { results_format: 'json' }) }

  /**
   * Ask.
   * @param {{text: string, values: Object<string, string>, files: string[]}} question SPARQL, texts that
   *   its parameters stand for, and the files to ask
   * @returns {Answer}
   * @throws {Refusal} where it cannot be run
   */
  ask ({ text, values = {}, files }) {
    this.hold(files)
    this.refuse(text)
    const terms = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, SparqlText.literal(value)]))
    return this.evaluated(this.head, SparqlText.bound(text, terms), text)
  }

  /** Refuse what this page cannot do. */
  refuse (text) {
    if (!SparqlText.tokens(text).length) throw new Refusal('empty')
    if (SparqlText.isUpdate(text)) throw new Refusal('update')
    if (SparqlText.asksService(text)) throw new Refusal('service')
    if (SparqlText.isTooDeep(text)) throw new Refusal('deep-query')
    const graphs = SparqlText.graphsNamed(text)
    const absent = graphs.find(each => !this.has(each, SparqlText.prologue(text)))
    if (absent !== undefined) throw new Refusal('from', { graph: absent })
  }

  /** Tell whether a graph, an IRI or a prefixed name of that prologue, is there. */
  has (graph, prologue) {
    if (!/^<[^>]*>$|^[^<:]*:/.test(graph)) return false
    return JSON.parse(this.evaluated(this.head, `${prologue} ASK { GRAPH ${graph} { ?s ?p ?o } }`).json).boolean
  }

  /** Evaluate; a mistake is looked for in the text as it was written. */
  evaluated (head, text, written = text) {
    const isGraph = SparqlText.givesGraph(text)
    const options = { results_format: isGraph ? 'application/n-triples' : 'json' }
    try {
      return new Answer(this.store.query(head + LeftToRight.bracketed(text), options), isGraph)
    } catch (error) {
      const refusal = DataStore.translated(text === written ? error : this.mistake(head + written) ?? error, head.length)
      const place = refusal.kind === 'query' && SparqlText.undeclared(written, Object.keys(this.prefixes))
      throw place ? new Refusal('prefix', place) : refusal
    }
  }

  mistake (query) {
    try {
      this.store.query(query)
      return null
    } catch (error) {
      return error
    }
  }

  static translated (error, shift) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return new Refusal('exhausted')
    const message = String(error?.message ?? error)
    const [whole, line, column] = /error at (\d+):(\d+): ?/.exec(message) ?? ['']
    const reason = message.slice(whole.length).replace(/\s+/g, ' ')
    const place = line ? { line: Number(line), column: Number(column) - (line === '1' ? shift : 0) } : {}
    return new Refusal(line ? 'query' : 'evaluation', { ...place, reason })
  }

  /**
   * Give the names of things in the language of the page: rdfs:label, skos:prefLabel, dct:title.
   * @param {string[]} iris
   * @param {'ja'|'en'} language
   * @returns {Object<string, {label: string, language: string, place: string}>} for those that have either
   */
  described (iris, language) {
    return Object.fromEntries(iris.map(iri => [iri, { ...this.label(iri, language), place: this.places.place(iri) }]))
  }

  label (iri, language) {
    const subject = Oxigraph.namedNode(iri)
    for (const name of DataStore.NAMES) {
      const texts = this.store.match(subject, Oxigraph.namedNode(name)).map(quad => quad.object).filter(each => each.termType === 'Literal')
      const best = [language, 'ja', 'en'].map(tag => texts.find(each => each.language === tag)).find(Boolean) ?? texts[0]
      if (best) return { label: best.value, language: best.language }
    }
    return { label: '', language: '' }
  }

  /** where a thing's name stands, the best first */
  static NAMES = ['http://www.w3.org/2000/01/rdf-schema#label', 'http://www.w3.org/2004/02/skos/core#prefLabel', 'http://purl.org/dc/terms/title']
}
