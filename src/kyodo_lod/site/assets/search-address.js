'use strict'
/**
 * A search as the address of the page has it: ?q=防災&policy=072036/plan/kyodo-2/policy/4&sort=document
 */
const SearchAddress = (() => {
  /** more is cut off: neither people nor links write so much */
  const LONGEST = 200
  const MOST = 50
  const SORTS = ['relevance', 'document']

  /**
   * Read a search; what is no part of one is passed over.
   * @param {string} query of the address, with or without its `?`
   * @param {string[]} names of the facets
   * @returns {{q: string, chosen: Object<string, string[]>, sort: string}}
   */
  const read = (query, names) => {
    const given = new URLSearchParams(query)
    const keys = name => [...new Set(given.getAll(name).filter(Boolean))].slice(0, MOST)
    return {
      q: (given.get('q') ?? '').slice(0, LONGEST),
      chosen: Object.fromEntries(names.map(name => [name, keys(name)])),
      sort: SORTS.find(each => each === given.get('sort')) ?? SORTS[0],
    }
  }

  /**
   * Write a search.
   * @param {{q: string, chosen: Object<string, string[]>, sort: string}} search
   * @param {string[]} names of the facets, in their order
   * @returns {string} with its `?`; empty where nothing is asked for
   */
  const write = ({ q, chosen, sort }, names) => {
    const given = new URLSearchParams()
    if (q) given.append('q', q)
    for (const name of names) for (const key of chosen[name] ?? []) given.append(name, key)
    if (sort !== SORTS[0]) given.append('sort', sort)
    const text = given.toString().replaceAll('%2F', '/')
    return text && `?${text}`
  }

  return Object.freeze({ LONGEST, read, write })
})()
