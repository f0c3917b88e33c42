'use strict'
/**
 * SPARQL text, as far as we look into it: its tokens, values put in for variables, and what this page
 * cannot do (SPARQL 1.1, section 19). What a query means is the store's business.
 */
const SparqlText = (() => {
  const TOKEN = new RegExp([
    String.raw`"""(?:[^"\\]|\\[^]|"(?!""))*"""`, String.raw`'''(?:[^'\\]|\\[^]|'(?!''))*'''`,
    String.raw`"(?:[^"\\\n\r]|\\.)*"`, String.raw`'(?:[^'\\\n\r]|\\.)*'`,
    String.raw`<[^<>"{}|^${'`'}\\\x00-\x20]*>`, String.raw`#[^\n\r]*`,
    String.raw`[?$][\p{L}\p{N}_\u00b7]+`, String.raw`@[A-Za-z]+(?:-[A-Za-z0-9]+)*`,
    String.raw`[\p{L}\p{N}_.-]*:(?:[\p{L}\p{N}_.:%-]|\\.)*`, String.raw`[\p{L}\p{N}_]+`, '[^]',
  ].join('|'), 'gu')
  /** brackets within brackets; a thousand overflow the store's stack */
  const MAX_DEPTH = 200

  /**
   * Give the tokens of a query that mean something, white space and comments left out.
   * @param {string} text
   * @returns {{text: string, at: number}[]}
   */
  const tokens = text => [...text.matchAll(TOKEN)]
    .map(match => ({ text: match[0], at: match.index }))
    .filter(token => !token.text.startsWith('#') && token.text.trim())

  const upper = token => token?.text.toUpperCase() ?? ''

  /**
   * Give a text as a literal: nothing in it can be anything but text (SPARQL 1.1, section 19.7).
   * @param {string} text
   * @returns {string}
   */
  const literal = text => `"${text.replace(/[\\"\n\r\t\b\f]/g, sign => ESCAPES[sign])}"`
  const ESCAPES = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

  /**
   * Give a query in which variables have values: a VALUES block in the outermost group, and in every
   * group that uses one, because a FILTER sees only what its own group holds.
   * @param {string} text
   * @param {Object<string, string>} values variable → term, written as in SPARQL
   * @returns {string}
   */
  const bound = (text, values) => {
    let shift = 0
    let result = text
    for (const group of groups(text)) {
      const wanted = Object.entries(values).filter(([name]) => group.outermost || group.uses.has(name))
      const block = wanted.map(([name, term]) => ` VALUES ?${name} { ${term} }`).join('')
      result = result.slice(0, group.at + shift) + block + result.slice(group.at + shift)
      shift += block.length
    }
    return result
  }

  /** Give the group graph patterns of a query: where each begins, and what variables stand right in it. */
  const groups = text => {
    const listed = tokens(text)
    const found = []
    const open = []
    listed.forEach((token, nth) => {
      if (token.text === '{') {
        const group = { at: token.at + 1, uses: new Set(), isPattern: isPattern(listed, nth), outermost: !open.some(each => each.isPattern) }
        open.push(group)
        if (group.isPattern) found.push(group)
      } else if (token.text === '}') open.pop()
      else if (/^[?$]/.test(token.text)) open.at(-1)?.uses.add(token.text.slice(1))
    })
    return found
  }

  /** Tell whether the brace at `nth` opens a pattern, not a template, data block or subselect. */
  const isPattern = (listed, nth) => {
    if (upper(listed[nth + 1]) === 'SELECT' || upper(listed[nth - 1]) === 'CONSTRUCT') return false
    let before = nth - 1
    while (before >= 0 && /^[?$()]/.test(listed[before].text)) before -= 1
    const isData = upper(listed[before]) === 'VALUES'
    return !isData
  }

  /** Give the token that says what a query asks for: SELECT, ASK, CONSTRUCT or DESCRIBE. */
  const form = text => tokens(text).find(token => /^(SELECT|ASK|CONSTRUCT|DESCRIBE)$/i.test(token.text))

  /** Give what stands before it: prefixes and base. */
  const prologue = text => text.slice(0, form(text)?.at ?? 0)

  /** Tell whether it would change data (SPARQL 1.1 Update). */
  const isUpdate = text => !form(text) && tokens(text).some(token => /^(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)$/i.test(token.text))

  /**
   * Give the first name whose prefix is declared nowhere.
   * @param {string} text
   * @param {string[]} known prefixes that need no declaration
   * @returns {{prefix: string, line: number, column: number}|undefined}
   */
  const undeclared = (text, known) => {
    const listed = tokens(text)
    const prefixes = new Set([...known, ...listed.filter((_, nth) => upper(listed[nth - 1]) === 'PREFIX').map(token => token.text.replace(/:.*$/, ''))])
    const found = listed.find(token => /^[^"'<@]*:/.test(token.text) && !/^_:/.test(token.text) && !prefixes.has(token.text.replace(/:.*$/, '')))
    return found && { prefix: found.text.replace(/:.*$/, ':'), ...position(text, found.at) }
  }

  const position = (text, at) => {
    const lines = text.slice(0, at).split('\n')
    return { line: lines.length, column: [...lines.at(-1)].length + 1 }
  }

  /** Tell whether the answer is a graph, not a table. */
  const givesGraph = text => /^[CD]/i.test(form(text)?.text ?? '')

  /** Tell whether a query may call SERVICE, which would ask another server. */
  const asksService = text => tokens(text).some(token => upper(token) === 'SERVICE')

  /**
   * Give the graphs that FROM and FROM NAMED name, as they are written.
   * @param {string} text
   * @returns {string[]}
   */
  const graphsNamed = text => {
    const listed = tokens(text)
    return listed.flatMap((token, nth) => {
      if (upper(token) !== 'FROM') return []
      return [listed[nth + (upper(listed[nth + 1]) === 'NAMED' ? 2 : 1)]?.text ?? '']
    })
  }

  /** Tell whether a query nests so deep that reading it would end the store. */
  const isTooDeep = text => {
    let depth = 0
    return tokens(text).some(({ text: sign }) => {
      if ('{(['.includes(sign)) depth += 1
      else if ('})]'.includes(sign)) depth -= 1
      return depth > MAX_DEPTH
    })
  }

  return Object.freeze({ tokens, literal, bound, prologue, isUpdate, undeclared, givesGraph, asksService, graphsNamed, isTooDeep })
})()
