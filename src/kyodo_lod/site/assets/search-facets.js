'use strict'
/**
 * What hits are narrowed by: the facets, what is chosen of each, and how many hits each choice would leave.
 */
const SearchFacets = (() => {
  const NEW = [{ key: 'yes', name: ['新規の事業', 'new projects'], number: '', of: null, page: '' }]

  /**
   * Give the facets of the data; one that leaves no choice is left out.
   * @param {object} data SearchData
   * @returns {Array<{name: string, title: [string, string], options: object[], placesOf: (project: object) => number[]}>}
   */
  const make = data => [
    { name: 'plan', title: ['年度の計画', 'Plan'], options: data.plans.length > 1 ? data.plans : [], placesOf: each => each.plans },
    { name: 'policy', title: ['基本施策', 'Basic policy'], options: data.policies, placesOf: each => each.policies },
    { name: 'bureau', title: ['部局', 'Bureau'], options: data.bureaus, placesOf: each => each.bureaus },
    { name: 'unit', title: ['担当課など', 'Section'], options: data.units, placesOf: each => each.units },
    { name: 'new', title: ['新規', 'New'], options: data.projects.some(each => each.new) ? NEW : [], placesOf: each => each.new ? [0] : [] },
    { name: 'account', title: ['会計の表示', 'Account mark'], options: data.accounts, placesOf: each => each.accounts },
  ].filter(facet => facet.options.length)

  /**
   * Give the hits that have, for each facet with something chosen, any of the chosen; and for each facet the
   * hits of each of its options, under what is chosen of the other facets.
   * @param {object[]} facets
   * @param {number[]} hits places in `projects`
   * @param {object[]} projects
   * @param {Object<string, string[]>} chosen keys by the name of the facet
   * @returns {{hits: number[], counts: Object<string, Uint32Array>}}
   */
  const narrow = (facets, hits, projects, chosen) => {
    const wanted = facets.map(facet => placesOfKeys(facet, chosen[facet.name] ?? []))
    const counts = Object.fromEntries(facets.map(facet => [facet.name, new Uint32Array(facet.options.length)]))
    const left = hits.filter(hit => {
      const places = facets.map(facet => facet.placesOf(projects[hit]))
      const missed = facets.map((_, nth) => nth).filter(nth => wanted[nth] && !places[nth].some(place => wanted[nth].has(place)))
      const counted = missed.length > 1 ? [] : missed.length ? missed : facets.keys()
      for (const nth of counted) for (const place of places[nth]) counts[facets[nth].name][place] += 1
      return !missed.length
    })
    return { hits: left, counts }
  }

  /** @returns {Set<number>|null} null where nothing is chosen; a key that no option has matches nothing */
  const placesOfKeys = (facet, keys) =>
    keys.length ? new Set(keys.map(key => facet.options.findIndex(option => option.key === key))) : null

  /**
   * Give what is chosen after one more, or one less, is.
   * @param {Object<string, string[]>} chosen
   * @param {string} name of the facet
   * @param {string} key of the option
   * @returns {Object<string, string[]>}
   */
  const toggled = (chosen, name, key) => {
    const keys = chosen[name] ?? []
    const rest = keys.includes(key) ? keys.filter(each => each !== key) : [...keys, key]
    return { ...chosen, [name]: rest }
  }

  return Object.freeze({ make, narrow, toggled })
})()
