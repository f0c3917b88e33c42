'use strict'
/**
 * A query and its parameters as the fragment of a link: `#query=…&param.name=…`.
 */
const Share = (() => {
  const QUERY = 'query'
  const PARAMETER = 'param.'

  /**
   * @param {{text: string, values: Object<string, string>}} question
   * @returns {string} the fragment, `#` included
   */
  const fragment = ({ text, values = {} }) => {
    const pairs = Object.entries(values).map(([name, value]) => [PARAMETER + name, value])
    return `#${[[QUERY, text], ...pairs].map(pair => pair.map(encodeURIComponent).join('=')).join('&')}`
  }

  /**
   * @param {string} hash a fragment
   * @returns {{text: string, values: Object<string, string>}|null} null where it holds no query
   */
  const question = hash => {
    const pairs = [...new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'))]
    const text = pairs.find(([name]) => name === QUERY)?.[1]
    if (text === undefined) return null
    const values = pairs.filter(([name]) => name.startsWith(PARAMETER)).map(([name, value]) => [name.slice(PARAMETER.length), value])
    return { text, values: Object.fromEntries(values) }
  }

  return Object.freeze({ fragment, question })
})()
