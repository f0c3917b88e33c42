'use strict'
/**
 * Triples in memory as the SHACL engine reads them (RDF/JS DatasetCore, as far as it asks): found by
 * subject and by object.
 */
class RdfDataset {
  constructor () {
    this.triples = []
    this.bySubject = new Map()
    this.byObject = new Map()
    this.seen = new Set()
  }

  get size () { return this.triples.length }

  /** Add a triple, once. */
  add (triple) {
    const keys = [triple.subject, triple.predicate, triple.object].map(RdfDataset.key)
    const key = JSON.stringify(keys)
    if (this.seen.has(key)) return this
    this.seen.add(key)
    this.triples.push(triple)
    RdfDataset.put(this.bySubject, keys[0], triple)
    RdfDataset.put(this.byObject, keys[2], triple)
    return this
  }

  /** Give the triples of a pattern, in which null stands for anything. */
  match (subject, predicate, object) {
    const candidates = subject ? this.bySubject.get(RdfDataset.key(subject)) : object ? this.byObject.get(RdfDataset.key(object)) : this.triples
    return (candidates ?? []).filter(triple =>
      (!predicate || triple.predicate.value === predicate.value) && (!subject || !object || triple.object.equals(object)))
  }

  static key (term) {
    const { termType, value, language = '', datatype } = term
    return termType === 'Literal' ? `"${value}"${language}^^${datatype.value}` : termType === 'BlankNode' ? `_:${value}` : value
  }

  static put (map, key, value) {
    if (map.has(key)) map.get(key).push(value)
    else map.set(key, [value])
  }
}
