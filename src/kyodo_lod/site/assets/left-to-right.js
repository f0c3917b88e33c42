'use strict'
/**
 * Brackets for sums and products of three terms or more, because oxigraph from npm (0.5.11 and all before)
 * reads `10 - 3 - 2` as `10 - (3 - 2)`; SPARQL 1.1, section 17.2, reads from left to right, and so does
 * `kyodo-lod query`. A test tells when the store no longer needs this.
 */
const LeftToRight = (() => {
  const SUM = ['+', '-']
  const PRODUCT = ['*', '/']
  /** what stands between two expressions */
  const BETWEEN = new Set([',', ';', '=', '!', '<', '>', '&', '|', 'IN', 'NOT', 'AS', 'DISTINCT', 'SEPARATOR'])
  /** behind these a bracket holds an expression; behind the first group up to the next pattern */
  const LISTS = new Set(['SELECT', 'BY', 'HAVING'])
  const SINGLE = new Set(['FILTER', 'BIND'])

  /**
   * Give the query with those brackets.
   * @param {string} text
   * @returns {string}
   */
  const bracketed = text => {
    const signs = new Map()
    for (const frame of expressions(SparqlText.tokens(text))) for (const run of runs(frame)) mark(run, signs)
    return [...signs].sort(([one], [other]) => other - one)
      .reduce((result, [at, sign]) => result.slice(0, at) + sign + result.slice(at), text)
  }

  /** Give the tokens right within each bracket that holds expressions; one inside it counts as one token. */
  const expressions = tokens => {
    const found = []
    const open = []
    let expected = ''
    for (const token of tokens) {
      const word = token.text.toUpperCase()
      if (/^[({[]$/.test(word)) {
        const isExpression = word === '(' && Boolean(expected || open.at(-1)?.isExpression)
        open.push({ isExpression, tokens: [], at: token.at, expected: LISTS.has(expected) ? expected : '' })
        if (isExpression) found.push(open.at(-1))
        expected = ''
      } else if (/^[)}\]]$/.test(word)) {
        const closed = open.pop()
        open.at(-1)?.tokens.push({ text: '()', at: closed?.at ?? 0, end: token.at + 1 })
        expected = word === ')' ? closed?.expected ?? '' : ''
      } else {
        open.at(-1)?.tokens.push({ ...token, end: token.at + token.text.length })
        if (LISTS.has(word) || SINGLE.has(word)) expected = word
        else if (/^(WHERE|LIMIT|OFFSET|VALUES|FROM)$/.test(word)) expected = ''
      }
    }
    return found.map(frame => frame.tokens)
  }

  /** Split the tokens of a bracket where no sum goes on. */
  const runs = tokens => tokens.reduce((found, token) => {
    if (BETWEEN.has(token.text.toUpperCase())) found.push([])
    else found.at(-1).push(token)
    return found
  }, [[]])

  /** Note the brackets of one run: those of its products, then those of the sum. */
  const mark = (run, signs) => {
    const terms = split(run, SUM)
    for (const term of terms) nest(split(term, PRODUCT), signs)
    nest(terms, signs)
  }

  /** Split a run at operators; a sign or star without anything before it is none. */
  const split = (run, operators) => {
    const parts = [[]]
    run.forEach((token, nth) => {
      const before = run[nth - 1]
      const isOperator = operators.includes(token.text) && before && ![...SUM, ...PRODUCT].includes(before.text)
      if (isOperator) parts.push([])
      else parts.at(-1).push(token)
    })
    return parts.filter(part => part.length)
  }

  /** Put all but the last of three parts or more into brackets, from the left. */
  const nest = (parts, signs) => {
    if (parts.length < 3) return
    const put = (at, sign) => signs.set(at, (signs.get(at) ?? '') + sign)
    put(parts[0][0].at, '('.repeat(parts.length - 2))
    for (const part of parts.slice(1, -1)) put(part.at(-1).end, ')')
  }

  return Object.freeze({ bracketed })
})()
