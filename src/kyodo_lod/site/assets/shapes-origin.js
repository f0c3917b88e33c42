'use strict'
/**
 * What a checked file says of a node: its name, and the line of a document that it was read from, as
 * `kyodo-lod validate` tells it.
 */
const ShapesOrigin = (() => {
  const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label'
  const DERIVED = 'http://www.w3.org/ns/prov#wasDerivedFrom'
  const IS_PART_OF = 'http://purl.org/dc/terms/isPartOf'
  const FILE_NAME = 'https://w3id.org/kyodo-lod/def#fileName'
  /** lines of a document lie between two positions, which count from 0 (RFC 5147) */
  const LINE = /#line=(\d{1,9}),\d+$/

  /**
   * Give the name of a node and its place, `FILE:LINE`; each empty where the file does not say it.
   * @param {RdfDataset} dataset of the file
   * @param {object} node of the engine
   * @returns {{label: string, language: string, place: string}}
   */
  const of = (dataset, node) => {
    const texts = objects(dataset, node, LABEL).filter(each => each.termType === 'Literal')
    const best = texts.find(each => each.language === 'ja') ?? texts[0]
    return { label: best?.value ?? '', language: best?.language ?? '', place: place(dataset, node) }
  }

  const place = (dataset, node) => {
    const passages = [...objects(dataset, node, DERIVED), node].filter(each => LINE.test(each.value))
    const [first] = passages.sort((one, other) => lineOf(one) - lineOf(other))
    if (!first) return ''
    const [document] = objects(dataset, first, IS_PART_OF)
    const [name] = document ? objects(dataset, document, FILE_NAME) : []
    return `${name?.value ?? first.value.split('#')[0]}:${lineOf(first)}`
  }

  const lineOf = passage => Number(LINE.exec(passage.value)[1]) + 1

  const objects = (dataset, node, predicate) => dataset.match(node, ShaclEngine.Terms.namedNode(predicate), null).map(triple => triple.object)

  return Object.freeze({ of })
})()
