'use strict'
/**
 * Where a thing stands in the site, by the rule of `places.py`; tested against it.
 */
class SitePlaces {
  /**
   * @param {{home: string, canonical: string, paged: string[], inside: string[], dataset: string,
   *   odd: Object<string, string>}} rule where IRIs begin; the classes whose things have a page each, and
   *   those whose things are a part of one; that of datasets; the pages that are not called as their IRI is
   */
  constructor (rule) {
    this.rule = rule
    this.pages = new Set()
    this.parts = new Set()
    this.datasets = new Set()
    this.described = new Set()
  }

  /**
   * Take in what is published.
   * @param {(class_: string) => string[]} instances gives the IRIs of a class's things
   * @param {(start: string) => string[]} subjects gives the IRIs that begin so and are described
   */
  learn (instances, subjects) {
    const { home, canonical, paged, inside, dataset } = this.rule
    const ours = paged.flatMap(instances).filter(iri => iri.startsWith(`${home}id/`))
    this.pages = new Set(ours)
    this.parts = new Set(inside.flatMap(instances))
    this.datasets = new Set(instances(dataset))
    this.described = new Set([...subjects(`${canonical}scheme/`), ...subjects(`${canonical}def`)])
  }

  /**
   * Give where a thing is shown, as a path in the site; empty for what has no place.
   * @param {string} iri
   * @returns {string}
   */
  place (iri) {
    if (this.pages.has(iri)) return this.page(iri)
    return this.within(iri) || this.published(iri)
  }

  page (iri) { return this.rule.odd[iri] ?? `${iri.slice(this.rule.home.length)}.html` }

  /** Give the place within the nearest page whose IRI the thing's begins with. */
  within (iri) {
    if (!this.parts.has(iri)) return ''
    for (let end = iri.length - 1; end > this.rule.home.length; end -= 1) {
      const above = iri.slice(0, end)
      if ('/#'.includes(iri[end]) && this.pages.has(above)) return `${this.page(above)}#${iri.slice(end + 1)}`
    }
    return ''
  }

  /** Give the place of what pages of `dist/` or the page of codes show. */
  published (iri) {
    const { home, canonical } = this.rule
    if (iri.startsWith(`${home}dataset/`)) return this.ofDataset(iri.slice(`${home}dataset/`.length))
    if (!this.described.has(iri)) return ''
    const [path, ...fragment] = iri.slice(canonical.length).split('#')
    if (path.startsWith('scheme/')) return `codes.html#${path.slice('scheme/'.length)}`
    return path === 'def' ? ['def.html', ...fragment].join('#') : ''
  }

  ofDataset (path) {
    const [slug] = path.split(/[/#]/)
    if (!this.datasets.has(`${this.rule.home}dataset/${slug}`)) return ''
    const rest = path.slice(slug.length)
    return `dataset/${slug}/index.html${rest.startsWith('/') ? '#versions' : rest === '#rights' ? '#rights' : ''}`
  }
}
