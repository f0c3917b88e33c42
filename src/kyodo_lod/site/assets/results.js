'use strict'
/**
 * An answer shown: a table of terms, a graph as Turtle, yes or no; and its downloads.
 */
const Results = (() => {
  const NUMBERS = /XMLSchema#(integer|decimal|double|float|int|long)$/
  const FILES = {
    csv: ['CSV', 'csv', 'text/csv'], excel: ['CSV (Excel)', 'csv', 'text/csv'], tsv: ['TSV', 'tsv', 'text/tab-separated-values'],
    json: ['JSON', 'srj', 'application/sparql-results+json'], turtle: ['Turtle', 'ttl', 'text/turtle'], 'n-triples': ['N-Triples', 'nt', 'application/n-triples'],
  }
  const OFFERED = { table: ['csv', 'excel', 'tsv', 'json'], boolean: ['json'], graph: ['turtle', 'n-triples'] }

  /**
   * Show an answer.
   * @param {HTMLElement} place
   * @param {object} answer as the worker gives it
   */
  const show = (place, answer) => place.replaceChildren(SHOWN[answer.kind](answer))

  const SHOWN = {
    boolean: ({ value }) => Words.element('p', { class: 'truth' }, value ? Words.say('はい (true)', 'Yes (true)') : Words.say('いいえ (false)', 'No (false)')),
    graph: ({ turtle }) => Words.element('pre', {}, Words.element('code', {}, turtle)),
    table: answer => table(answer),
  }

  const table = ({ variables, rows, things }) => Words.element('table', {},
    Words.element('caption', {}, caption(rows.length)),
    Words.element('thead', {}, Words.element('tr', {}, ...variables.map(name => Words.element('th', { scope: 'col' }, name)))),
    Words.element('tbody', {}, ...rows.map(row => Words.element('tr', {}, ...variables.map(name => cell(row[name], things))))))

  const caption = count => !count ? Words.say('当てはまるものがありません (0 行)', 'Nothing matches (0 rows)') : Words.say('答えの表 ({count} 行)', 'The answer ({count} rows)', { count: Words.grouped(count) })

  const cell = (term, things) => {
    if (!term) return Words.element('td')
    if (term.type === 'uri') return Words.element('td', {}, ...named(term.value, things[term.value]))
    if (term.type !== 'literal') return Words.element('td', {}, Words.element('code', {}, term.type === 'bnode' ? `_:${term.value}` : JSON.stringify(term.value)))
    const attributes = term['xml:lang'] ? { lang: term['xml:lang'] } : NUMBERS.test(term.datatype ?? '') ? { class: 'number' } : {}
    return Words.element('td', attributes, term.value)
  }

  /** A thing of ours is named and leads to its page; any other IRI is itself, and a link where it is one. */
  const named = (iri, { label = '', language = '', place = '' } = {}) => {
    const href = place ? hrefOf(place) : /^https?:/.test(iri) ? iri : ''
    const shown = label ? Words.element('span', language ? { lang: language } : {}, label) : Words.element('code', {}, iri)
    const link = href ? Words.element('a', { href }, shown) : shown
    return label ? [link, Words.element('code', { class: 'iri' }, iri)] : [link]
  }

  /** Give the reference to a place in the site, in the language of the page; never another scheme. */
  const hrefOf = place => `./${Words.toRoot()}${Words.isEnglish() ? place.replace(/\.html(?=#|$)/, '.en.html') : place}`

  /**
   * Offer the files of an answer.
   * @param {HTMLElement} place
   * @param {string} kind of the answer
   * @param {string} stem of their names
   * @param {(format: string) => Promise<string>} file gives the whole answer in a format
   */
  const offer = (place, kind, stem, file) => {
    const buttons = OFFERED[kind].map(format => {
      const button = Words.element('button', { type: 'button' }, Words.say('{name} を保存', 'Save {name}', { name: FILES[format][0] }))
      button.onclick = () => save(format, stem, file)
      return button
    })
    place.replaceChildren(...buttons)
  }

  const save = async (format, stem, file) => {
    const [, extension, type] = FILES[format]
    const text = await file(format === 'excel' ? 'csv' : format)
    Tables.save(`${stem}.${extension}`, type, format === 'excel' ? Tables.BOM + text : text)
  }

  return Object.freeze({ show, offer, hrefOf })
})()
