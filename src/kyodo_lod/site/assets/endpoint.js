'use strict'
/**
 * The endpoint of the server that shows this page, asked in place of the store in this browser
 * (SPARQL 1.1 Protocol, section 2.1.2).
 */
class Endpoint {
  /** what the store gives, too, so that an answer is shown and saved alike */
  static TAKES = 'application/sparql-results+json, application/n-triples'
  /** where a thing's name stands, the best first; as in `store.js` */
  static NAMES = ['http://www.w3.org/2000/01/rdf-schema#label', 'http://www.w3.org/2004/02/skos/core#prefLabel', 'http://purl.org/dc/terms/title']
  /** things that are named; any further one is shown by its IRI */
  static MOST = 2000

  /**
   * @param {{address: string, prefixes: Object<string, string>, homes: string[]}} given where it answers, prefixes that need no
   *   declaration, and what the IRIs begin with that this server shows
   */
  constructor ({ address, prefixes, homes }) {
    Object.assign(this, { address, prefixes, homes })
    this.answer = null
    this.running = null
  }

  /**
   * Ask.
   * @param {{text: string, values: Object<string, string>}} question SPARQL, and texts that its parameters stand for
   * @returns {Promise<object>} the answer, as the worker gives it
   * @throws {StoreRefusal} with the server's own words
   */
  async ask (question) {
    this.answer = null
    this.running = new AbortController()
    try {
      const { text, isGraph } = await this.sent(question)
      this.answer = new Answer(text, isGraph)
      const shown = this.answer.shown(this.prefixes)
      return { ...shown, things: shown.rows ? await this.described(shown.rows) : {} }
    } finally {
      this.running = null
    }
  }

  /** Give what is sent: the query, and the values of the parameters that its header names. */
  static form ({ text, values = {} }) {
    return [['query', text], ...Object.entries(values).map(([name, value]) => [`param.${name}`, value])]
  }

  async sent (question) {
    const language = Words.isEnglish() ? 'en' : 'ja'
    const headers = { Accept: Endpoint.TAKES, 'Accept-Language': language }
    try {
      const response = await fetch(this.address, { method: 'POST', headers, body: new URLSearchParams(Endpoint.form(question)), signal: this.running.signal })
      const text = await response.text()
      if (!response.ok) throw new StoreRefusal(Endpoint.refusal(text))
      return { text, isGraph: response.headers.get('content-type').startsWith('application/n-triples') }
    } catch (error) {
      if (error.refusal) throw error
      throw new StoreRefusal({ kind: this.running.signal.aborted ? 'left' : 'unreachable' })
    }
  }

  /** Read the line in which the server says what is wrong, and where. */
  static refusal (text) {
    const said = text.trim().split('\n')[0].replace(/^\d{3}: /, '')
    const [, line, column] = /^(?:[^\s:]+:)?(\d+):(\d+): /.exec(said) ?? []
    return { kind: 'endpoint', said, ...(line ? { line: Number(line), column: Number(column) } : {}) }
  }

  /** Give the whole answer as a file, as the worker does. */
  async file (format) { return this.answer.file(format, this.prefixes) }

  /** Stop: the server ends a query that nobody waits for. */
  stop () { this.running?.abort() }

  /** Give name and place of the things in these rows; a thing whose name is not to be had is its IRI. */
  async described (rows) {
    const iris = [...new Set(rows.flatMap(row => Object.values(row)).filter(term => term.type === 'uri').map(term => term.value))]
    const names = await this.names(iris.filter(iri => /^[^<>"{}|^`\\\x00-\x20]+$/.test(iri)).slice(0, Endpoint.MOST))
    return Object.fromEntries(iris.map(iri => [iri, { ...Endpoint.best(names.get(iri) ?? []), place: this.place(iri) }]))
  }

  async names (iris) {
    const found = new Map()
    if (!iris.length) return found
    const query = `SELECT ?thing ?by ?name { VALUES ?thing { ${iris.map(iri => `<${iri}>`).join(' ')} } VALUES ?by { ${Endpoint.NAMES.map(iri => `<${iri}>`).join(' ')} } ?thing ?by ?name FILTER(isLiteral(?name)) }`
    const said = await this.sent({ text: query }).catch(error => {
      if (error.refusal.kind === 'left') throw error
      return null
    })
    for (const row of said ? JSON.parse(said.text).results.bindings : []) found.set(row.thing.value, [...(found.get(row.thing.value) ?? []), row])
    return found
  }

  /** Choose a name: by what says it, then in the language of the page. */
  static best (rows) {
    const tags = [Words.isEnglish() ? 'en' : 'ja', 'ja', 'en']
    const by = Endpoint.NAMES.find(iri => rows.some(row => row.by.value === iri))
    const texts = rows.filter(row => row.by.value === by).map(row => row.name)
    const best = tags.map(tag => texts.find(each => each['xml:lang'] === tag)).find(Boolean) ?? texts[0]
    return { label: best?.value ?? '', language: best?.['xml:lang'] ?? '' }
  }

  /** Give where this server leads on to what it publishes: the path of its IRI; empty for anything else. */
  place (iri) {
    const home = this.homes.find(each => iri.startsWith(each))
    return home ? iri.slice(home.length) : ''
  }

  /**
   * Give the line of a shell that asks the same.
   * @param {{text: string, values: Object<string, string>}} question
   * @returns {string}
   */
  line (question) {
    const form = Endpoint.form({ ...question, text: question.text.trim() })
    const data = form.map(pair => ` --data-urlencode '${pair.join('=').replaceAll("'", "'\\''")}'`).join('')
    const type = SparqlText.givesGraph(question.text) ? 'text/turtle' : 'text/csv'
    return `curl -s ${this.address} -H 'Accept: ${type}'${data}`
  }
}
