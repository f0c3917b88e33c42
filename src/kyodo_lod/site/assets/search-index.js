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
    const holdsAll = (text, words) => words.every(word => text.includes(word))
    const holds = (id, words) => holdsAll(whole[id], words)
    const index = new MiniSearch(OPTIONS)
    let isWhole = false

    const scanned = words => documents
      .filter(({ id }) => holds(id, words))
      .map(({ id }) => ({ id, isNamed: holdsAll(names[id], words) }))
      .sort((one, other) => other.isNamed - one.isNamed)
      .map(({ id }) => id)

    const weighed = words => index
      .search(words.join(' '), { tokenize: () => Letters.wanted(words), filter: ({ id }) => holds(id, words) })
      .sort((one, other) => other.score - one.score || one.id - other.id)
      .map(({ id }) => id)

    return Object.freeze({
      find: words => isWhole && words.length ? weighed(words) : scanned(words),
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

  return Object.freeze({ make, texts })
})()
