'use strict'
/**
 * A query's answer as the page shows it and as files: in the worker, where the whole answer stays.
 */
class Answer {
  /** rows that go to the page; all can be downloaded */
  static SHOWN = 1000

  /**
   * @param {string} result what the store gave: SPARQL results in JSON, or N-Triples
   * @param {boolean} isGraph whether it is N-Triples
   */
  constructor (result, isGraph) {
    this.lines = isGraph ? Turtle.sorted(result) : null
    this.json = isGraph ? '' : result
  }

  /**
   * Give what the page shows of it.
   * @param {Object<string, string>} prefixes for Turtle
   */
  shown (prefixes) {
    if (this.lines) return { kind: 'graph', count: this.lines.length, turtle: Turtle.written(this.lines.slice(0, Answer.SHOWN), prefixes), shown: Math.min(this.lines.length, Answer.SHOWN) }
    const parsed = JSON.parse(this.json)
    if ('boolean' in parsed) return { kind: 'boolean', value: parsed.boolean }
    const rows = parsed.results.bindings
    return { kind: 'table', variables: parsed.head.vars, count: rows.length, rows: rows.slice(0, Answer.SHOWN) }
  }

  /**
   * Give the whole answer as a file.
   * @param {'csv'|'tsv'|'json'|'turtle'|'n-triples'} format
   * @param {Object<string, string>} prefixes for Turtle
   * @returns {string}
   */
  file (format, prefixes) {
    if (format === 'n-triples') return this.lines.map(line => `${line}\n`).join('')
    if (format === 'turtle') return Turtle.written(this.lines, prefixes)
    if (format === 'json') return this.json
    const { head, results, boolean } = JSON.parse(this.json)
    if (!results) return `${boolean}\n`
    const cell = format === 'csv' ? Answer.plain : Answer.term
    const rows = results.bindings.map(row => head.vars.map(name => cell(row[name])))
    return format === 'csv' ? Tables.csv(head.vars, rows) : Tables.tsv(head.vars.map(name => `?${name}`), rows)
  }

  /** Give a term as SPARQL 1.1 CSV has it: its text alone. */
  static plain (term) {
    if (!term) return ''
    return term.type === 'bnode' ? `_:${term.value}` : term.type === 'triple' ? Answer.term(term) : term.value
  }

  /** Give a term as SPARQL 1.1 TSV has it: as in Turtle. */
  static term (term) {
    if (!term) return ''
    if (term.type === 'uri') return `<${term.value}>`
    if (term.type === 'bnode') return `_:${term.value}`
    if (term.type === 'triple') return `<<( ${['subject', 'predicate', 'object'].map(part => Answer.term(term.value[part])).join(' ')} )>>`
    const tag = term['xml:lang'] ? `@${term['xml:lang']}` : term.datatype ? `^^<${term.datatype}>` : ''
    return SparqlText.literal(term.value) + tag
  }
}
