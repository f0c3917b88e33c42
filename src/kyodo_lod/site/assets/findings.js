'use strict'
/**
 * What checking a file against our rules found, as a table.
 */
const Findings = (() => {
  const SEVERITIES = { Violation: ['違反', 'Violation'], Warning: ['警告', 'Warning'], Info: ['情報', 'Info'] }
  const SHOWN = 1000

  /**
   * Say how many there are.
   * @param {string} name of the file
   * @param {{findings: object[]}} found
   * @returns {string}
   */
  const told = (name, { findings }) => {
    if (!findings.length) return Words.say('{name}: 規則に合っています。', '{name}: conforms to the rules.', { name })
    return Words.say('{name}: {count} 件あります。', '{name}: {count} findings.', { name, count: Words.grouped(findings.length) })
  }

  /**
   * Show them.
   * @param {HTMLElement} place
   * @param {string} name of the file
   * @param {{findings: object[]}} found
   * @param {{rules: string}} config where the rules are explained
   */
  const show = (place, name, { findings }, { rules }) => {
    if (!findings.length) return place.replaceChildren()
    const heads = [Words.say('重大度', 'Severity'), Words.say('規則', 'Rule'), Words.say('説明', 'What is wrong'), Words.say('対象', 'Node'), Words.say('値', 'Value')]
    place.replaceChildren(Words.element('table', {},
      Words.element('caption', {}, told(name, { findings })),
      Words.element('thead', {}, Words.element('tr', {}, ...heads.map(head => Words.element('th', { scope: 'col' }, head)))),
      Words.element('tbody', {}, ...findings.slice(0, SHOWN).map(finding => row(finding, rules)))))
  }

  const row = ({ severity, rule, ja, en, focus, path, written, label, language, place }, rules) => {
    const [local] = rule.split('#').slice(-1)
    const link = Words.element('a', { href: `${Results.hrefOf(rules)}#${local}` }, local)
    const word = Words.say(...(SEVERITIES[severity] ?? [severity, severity]))
    const shown = [path, written].filter(Boolean).join(': ')
    return Words.element('tr', {},
      Words.element('td', {}, Words.element('span', { class: `severity ${severity}` }, word)), Words.element('td', {}, link), Words.element('td', {}, Words.say(ja || en, en || ja)),
      Words.element('td', {}, ...node(focus, label, language, place)), Words.element('td', {}, Words.element('code', {}, shown)))
  }

  /** A node by its name, its IRI, and the line of the document that it was read from. */
  const node = (focus, label, language, place) => [
    ...(label ? [Words.element('bdi', language ? { lang: language } : {}, label), Words.element('br')] : []),
    Words.element('code', {}, focus),
    ...(place ? [Words.element('br'), Words.element('span', { class: 'note' }, place)] : []),
  ]

  return Object.freeze({ show, told })
})()
