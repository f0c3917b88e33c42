'use strict'
/**
 * SPARQL constraints of shapes (SHACL 1.0, section 5), asked of oxigraph: `$this` is put in as VALUES.
 */
class ShapesQuery {
  static SH = 'http://www.w3.org/ns/shacl#'
  /** what stands for a blank node while a query asks about it; no query can name one */
  static BLANK = 'urn:kyodo-lod:blank'

  /** @param {object[]} quads of the data, as oxigraph parsed them */
  constructor (quads) {
    this.triples = quads.map(({ subject, predicate, object }) => Oxigraph.quad(subject, predicate, object))
    this.store = new Oxigraph.Store(this.triples)
  }

  /**
   * Give the validation of a shape that has `sh:sparql`, as the engine wants one.
   * @param {object} shape of the engine
   */
  compile (shape) {
    const out = (pointer, name) => pointer.out([ShaclEngine.Terms.namedNode(ShapesQuery.SH + name)])
    const constraints = [...out(shape.ptr, 'sparql')].map(source => {
      const declared = [...out(source, 'prefixes')].flatMap(graph => [...out(graph, 'declare')])
      const head = declared.map(each => `PREFIX ${out(each, 'prefix').value}: <${out(each, 'namespace').value}> `).join('')
      return { source: [source.term], query: head + out(source, 'select').value }
    })
    return { generic: context => constraints.forEach(constraint => this.validate(constraint, context)) }
  }

  validate ({ source, query }, context) {
    const focus = context.focusNode.term
    for (const row of this.rows(query, focus)) {
      const value = context.focusNode.node([row.value ?? focus])
      context.violation(ShaclEngine.Terms.namedNode(`${ShapesQuery.SH}SPARQLConstraintComponent`), { args: row, source, value })
    }
  }

  /** Give the answers about a focus node, each a map of variable → term. */
  rows (query, focus) {
    const isBlank = focus.termType === 'BlankNode'
    const term = isBlank ? `<${ShapesQuery.BLANK}>` : focus.termType === 'NamedNode' ? `<${focus.value}>` : ShapesQuery.literal(focus)
    const text = LeftToRight.bracketed(SparqlText.bound(query, { this: term }))
    const store = isBlank ? this.renamed(focus) : this.store
    return store.query(text).map(row => Object.fromEntries([...row].map(([name, each]) => [name, ShapesCheck.term(each)])))
  }

  /** Give a store in which one blank node has a name. */
  renamed (blank) {
    const name = Oxigraph.namedNode(ShapesQuery.BLANK)
    const other = each => each.termType === 'BlankNode' && each.value === blank.value ? name : each
    return new Oxigraph.Store(this.triples.map(({ subject, predicate, object }) => Oxigraph.quad(other(subject), predicate, other(object))))
  }

  static literal ({ value, language, datatype }) {
    return SparqlText.literal(value) + (language ? `@${language}` : `^^<${datatype.value}>`)
  }
}
