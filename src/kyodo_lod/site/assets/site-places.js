'use strict'
/**
 * Where a thing stands in the site, by the rule of `places.py`; tested against it.
 */
class SitePlaces {
  /**
   * @param {{home: string, canonical: string, vocabulary: string, paged: string[], concept: string}} rule
   *   where IRIs begin, the classes whose things have a page each, and the class of codes
   */
  constructor (rule) {
    this.rule = rule
    this.paged = new Set()
    this.concepts = new Set()
  }

  /**
   * Take in what is published.
   * @param {(class_: string) => Iterable<string>} instances gives the IRIs of a class's things
   */
  learn (instances) {
    for (const each of this.rule.paged) for (const iri of instances(each)) this.paged.add(iri)
    for (const iri of instances(this.rule.concept)) this.concepts.add(iri)
  }

  /**
   * Give where a thing is shown, as a path in the site; empty for what is not ours.
   * @param {string} iri
   * @returns {string}
   */
  place (iri) {
    if (this.paged.has(iri)) return this.page(iri)
    const [path, ...rest] = iri.split('#')
    const fragment = rest.join('#')
    if (rest.length && this.paged.has(path)) return `${this.page(path)}#${fragment}`
    if (iri.startsWith(this.rule.vocabulary)) return `def.html#${fragment}`
    return this.within(iri) || this.published(iri)
  }

  page (iri) { return `${this.path(iri)}.html` }

  /** Give the place within the nearest page whose IRI the thing's begins with. */
  within (iri) {
    for (let head = SitePlaces.above(iri); head.length > this.rule.home.length; head = SitePlaces.above(head)) {
      if (this.paged.has(head)) return `${this.page(head)}#${iri.slice(head.length + 1)}`
    }
    return ''
  }

  /** Give the place of what is published as files: datasets, codes. */
  published (iri) {
    const path = this.path(iri)
    if (path.startsWith('dataset/')) return `dataset/${path.split('/')[1]}/index.html`
    if (this.concepts.has(iri) && path.startsWith('scheme/')) return `codes.html#${path.slice('scheme/'.length)}`
    return ''
  }

  path (iri) {
    const start = [this.rule.home, this.rule.canonical].find(each => iri.startsWith(each))
    return start === undefined ? '' : iri.slice(start.length)
  }

  /** Give what stands before the last slash; nothing where there is none. */
  static above (iri) { return iri.slice(0, Math.max(0, iri.lastIndexOf('/'))) }
}
