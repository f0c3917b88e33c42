'use strict'
/**
 * A file checked against our shapes, as `kyodo-lod validate` does it: the triples of all its graphs, no
 * inference, nothing imported.
 */
const ShapesCheck = (() => {
  const SH = 'http://www.w3.org/ns/shacl#'
  const XSD = 'http://www.w3.org/2001/XMLSchema#'
  const PLACEHOLDER = /\{[?$](\w+)\}/g
  const HOLDING = ['property', 'node', 'not', 'qualifiedValueShape', 'sparql']

  /** Give a term of the engine's kind for one of oxigraph's. */
  const term = each => {
    const { termType, value } = each
    if (termType === 'NamedNode') return ShaclEngine.Terms.namedNode(value)
    if (termType === 'BlankNode') return ShaclEngine.Terms.blankNode(value)
    if (termType !== 'Literal') throw new Refusal('triple-terms')
    return ShaclEngine.Terms.literal(value, each.language || term(each.datatype))
  }

  /** Parse a file into quads of oxigraph and a dataset of the engine's terms. */
  const read = file => {
    const quads = []
    const dataset = new RdfDataset()
    GraphFiles.parse(file, quad => {
      quads.push(quad)
      dataset.add(ShaclEngine.Terms.quad(term(quad.subject), term(quad.predicate), term(quad.object)))
    })
    return { quads, dataset }
  }

  let known = { text: '', dataset: null }

  /** Read the shapes, once. */
  const shapesOf = bytes => {
    const text = new TextDecoder().decode(bytes)
    if (text !== known.text) known = { text, dataset: read({ name: 'shapes.ttl', bytes }).dataset }
    return known.dataset
  }

  /**
   * Check a file.
   * @param {{name: string, bytes: Uint8Array}} file
   * @param {Uint8Array} shapes Turtle
   * @returns {Promise<{findings: object[]}>} findings, by focus node and rule, each once
   */
  const findings = async (file, shapes) => {
    const { quads, dataset } = read(file)
    const shapesGraph = shapesOf(shapes)
    const queries = new ShapesQuery(quads)
    const validations = new Map([...ShapesComponents.validations, [ShaclEngine.Terms.namedNode(`${SH}sparql`), shape => queries.compile(shape)]])
    const validator = new ShaclEngine.Validator(shapesGraph, { factory: ShaclEngine.Terms, validations })
    const report = await validator.validate({ dataset })
    const found = report.results.map(result => ({ ...finding(result, shapesGraph), ...ShapesOrigin.of(dataset, result.focusNode.term) }))
    return { findings: [...new Map(found.map(each => [JSON.stringify(each), each])).values()].sort(order) }
  }

  const order = (one, other) => one.focus < other.focus ? -1 : one.focus > other.focus ? 1 : one.rule < other.rule ? -1 : Number(one.rule > other.rule)

  const finding = (result, shapes) => {
    const source = result.source[0] ?? result.shape.ptr.term
    return {
      rule: named(source, shapes),
      severity: result.severity.value.replace(SH, ''),
      focus: text(result.focusNode.term),
      path: path(result.path),
      value: result.value?.term ? text(result.value.term) : '',
      written: result.value?.term ? written(result.value.term) : '',
      ...messages(source, result.args, shapes),
    }
  }

  /** Give the IRI of a shape, or of the nearest named one that holds it. */
  const named = (shape, shapes) => {
    let at = shape
    for (let depth = 0; at.termType === 'BlankNode' && depth < 20; depth += 1) {
      const holders = HOLDING.flatMap(name => shapes.match(null, ShaclEngine.Terms.namedNode(SH + name), at))
      if (!holders.length) break
      at = holders[0].subject
    }
    return at.value
  }

  const messages = (source, args, shapes) => {
    const said = shapes.match(source, ShaclEngine.Terms.namedNode(`${SH}message`), null).map(triple => triple.object)
    const filled = language => said.find(each => each.language === language)?.value.replace(PLACEHOLDER, (whole, name) => args[name] ? text(args[name]) : whole) ?? ''
    return { ja: filled('ja'), en: filled('en') }
  }

  const path = steps => (steps ?? []).map(({ predicates, start }) => `${start === 'object' ? '^' : ''}${predicates.map(each => each.value).join(' | ')}`).join(' / ')

  /** Give a term so that nothing of it is unseen: a text with its quotes and its language or datatype. */
  const written = each => {
    if (each.termType !== 'Literal') return text(each)
    const datatype = each.datatype.value.replace(XSD, 'xsd:')
    return SparqlText.literal(each.value) + (each.language ? `@${each.language}` : datatype === 'xsd:string' ? '' : `^^${datatype}`)
  }

  const text = ({ termType, value }) => termType === 'BlankNode' ? `_:${value}` : value

  return Object.freeze({ findings, term })
})()
