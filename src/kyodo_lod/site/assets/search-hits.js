'use strict'
/**
 * Hits as elements of the page. Every text is put in as text.
 */
const SearchHits = (() => {
  /** how many letters of the plan's text are shown with a hit */
  const ROOM = 110

  /**
   * Give a hit.
   * @param {object} project of SearchData
   * @param {object} data SearchData
   * @param {string[]} words folded, to be marked
   * @returns {HTMLElement}
   */
  const hit = (project, data, words) => Words.element('li', {}, head(project, words), excerpt(project, words), facts(project, data, words))

  const head = (project, words) => Words.element('h3', {},
    linked(project.page, 'ja', marked(project.name, words)),
    ...(project.new ? [' ', Words.element('span', { class: 'mark' }, Words.say('新規', 'new'))] : []))

  const excerpt = (project, words) => Words.element('p', { class: 'excerpt', lang: 'ja' }, ...marked(project.text, words, ROOM))

  const facts = (project, data, words) => {
    const units = project.units.map(place => data.units[place])
    const lists = [
      units.length ? units.map(each => linkedChoice(each, words)) : unregistered(project, words),
      project.policies.map(place => linkedChoice(data.policies[place])),
      data.plans.length > 1 ? project.plans.map(place => linkedChoice(data.plans[place])) : [],
    ]
    const where = SearchIndex.isInUnitsOnly(project, data, words)
      ? [Words.element('li', { class: 'note' }, Words.say('ことばは担当の部局や課の名前にあります', 'found in the name of its bureau or section'))]
      : []
    return Words.element('ul', { class: 'facts' }, ...lists.filter(each => each.length).map(listed), ...where)
  }

  const unregistered = (project, words) =>
    project.unitText ? [Words.element('span', { lang: 'ja' }, ...marked(project.unitText, words))] : []

  const listed = links => Words.element('li', {}, ...links.flatMap((each, nth) => nth ? [Words.say('、', ', '), each] : [each]))

  const linkedChoice = (choice, words = []) => linked(choice.page, language(choice), marked(label(choice), words))

  const linked = (place, lang, children) =>
    place ? Words.element('a', { href: Words.page(place), lang }, ...children) : Words.element('span', { lang }, ...children)

  const marked = (text, words, room) =>
    Letters.pieces(text, words, room).map(each => each.isHit ? Words.element('mark', {}, each.text) : each.text)

  /** @type {(choice: object) => string} number and name in the page's language, or in the other: 4 安全で安心なまち */
  const label = ({ number, name: [ja, en] }) => [number, Words.isEnglish() ? en || ja : ja || en].filter(Boolean).join(' ')

  /** @type {(choice: object) => string} the language of its label */
  const language = ({ name: [ja, en] }) => en && (Words.isEnglish() || !ja) ? 'en' : 'ja'

  return Object.freeze({ hit, label, language })
})()
