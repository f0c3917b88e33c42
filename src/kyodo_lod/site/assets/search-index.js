'use strict'
/**
 * Which projects hold all words of a query, the best first.
 *
 * MiniSearch finds and weighs those that hold all pairs of letters; what holds the pairs and not the words
 * is left out. Until its index stands, all texts are looked through: first come those named so, then the rest.
 */
const SearchIndex = (() => {
  /** how long the index may be built before the page gets its turn, in milliseconds */
  const TURN = 12
  /** a project's number: that of its policy, and its place under it; 7-3 and 7-03 are the same */
  const NUMBER = /^\d+-\d+$/
  const OPTIONS = {
    fields: ['name', 'text', 'units'],
    tokenize: Letters.pairs,
    processTerm: term => term,
    searchOptions: { boost: { name: 4, units: 2 }, combineWith: 'AND', prefix: term => [...term].length === 1 },
  }

  /**
   * Give the texts in which words are looked for.
   * @param {object} project of SearchData
   * @param {object} data SearchData
   * @returns {{name: string, text: string, units: string}}
   */
  const texts = (project, data) => ({
    name: project.name,
    text: project.text,
    units: [...namesOf(project.units, data.units), ...namesOf(project.bureaus, data.bureaus), project.unitText].join('\n'),
  })

  const namesOf = (places, choices) => places.map(place => choices[place].name.find(Boolean))

  const numbersOf = (project, data) =>
    project.policies.map(place => plainNumber(`${data.policies[place].number}-${project.order}`))

  const plainNumber = text => NUMBER.test(text) ? text.replace(/(^|-)0+(?=\d)/g, '$1') : null

  /**
   * Give the policies whose names hold all words: their names are not searched with the projects, as every
   * project of a policy would be found.
   * @param {string[]} words folded
   * @param {object} data SearchData
   * @returns {object[]} of `data.policies`
   */
  const policies = (words, data) => data.policies.filter(({ name }) => {
    const folded = Letters.fold(name.join('\n'))
    return words.length && words.every(word => folded.includes(word))
  })

  /**
   * Tell whether a word of the query stands in the names of the units alone.
   * @param {object} project of SearchData
   * @param {object} data SearchData
   * @param {string[]} words folded
   * @returns {boolean}
   */
  const isInUnitsOnly = (project, data, words) => {
    const { name, text, units } = texts(project, data)
    const [own, theirs] = [Letters.fold(`${name}\n${text}`), Letters.fold(units)]
    return words.some(word => !own.includes(word) && theirs.includes(word))
  }

  /**
   * Make an index; it answers at once.
   * @param {object} data SearchData
   * @returns {{find: (words: string[]) => number[], grow: (pause: () => Promise<void>) => Promise<void>}}
   *   `find` gives places in `data.projects`; `grow` lets hits be weighed from its end on
   */
  const make = data => {
    const documents = data.projects.map((project, id) => ({ id, ...texts(project, data) }))
    const names = documents.map(each => Letters.fold(each.name))
    const whole = documents.map(({ text, units }, id) => [names[id], Letters.fold(text), Letters.fold(units)].join('\n'))
    const numbers = data.projects.map(project => numbersOf(project, data))
    const isNumber = (id, word) => NUMBER.test(word) && numbers[id].includes(plainNumber(word))
    const holds = (id, words) => words.every(word => whole[id].includes(word) || isNumber(id, word))
    const index = new MiniSearch(OPTIONS)
    let isWhole = false

    const scanned = words => documents
      .filter(({ id }) => holds(id, words))
      .map(({ id }) => ({ id, isNamed: words.every(word => names[id].includes(word) || isNumber(id, word)) }))
      .sort((one, other) => other.isNamed - one.isNamed)
      .map(({ id }) => id)

    const weighed = words => index
      .search(words.join(' '), { tokenize: () => Letters.wanted(words), filter: ({ id }) => holds(id, words) })
      .sort((one, other) => other.score - one.score || one.id - other.id)
      .map(({ id }) => id)

    return Object.freeze({
      find: words => isWhole && words.length && !words.some(word => NUMBER.test(word)) ? weighed(words) : scanned(words),
      grow: async pause => {
        await inTurns(documents, each => index.add(each), pause)
        isWhole = true
      },
    })
  }

  /** Do something with each, and pause where it takes longer than a turn. */
  const inTurns = async (all, act, pause) => {
    let end = performance.now() + TURN
    for (const each of all) {
      act(each)
      if (performance.now() < end) continue
      await pause()
      end = performance.now() + TURN
    }
  }

  return Object.freeze({ make, texts, policies, isInUnitsOnly })
})()
