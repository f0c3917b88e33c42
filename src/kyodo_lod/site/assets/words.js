'use strict'
/**
 * Words in the language of the page, for every script; the data stay as they are.
 */
const Words = (() => {
  /** @returns {boolean} whether the page speaks English */
  const isEnglish = () => document.documentElement.lang === 'en'

  /**
   * Give the words of the page's language, with `{name}` filled in.
   * @param {string} ja in Japanese
   * @param {string} en in English
   * @param {Object<string, string|number>} [values] what is filled in, as text
   * @returns {string}
   */
  const say = (ja, en, values = {}) =>
    (isEnglish() ? en : ja).replace(/\{(\w+)\}/g, (whole, name) => Object.hasOwn(values, name) ? String(values[name]) : whole)

  /**
   * Give a number with its thousands apart: 2,373.
   * @param {number} number
   * @returns {string}
   */
  const grouped = number => number.toLocaleString('en-GB')

  /**
   * Give a number of bytes as a file manager shows it: 47 KB, 5.0 MB.
   * @param {number} count
   * @returns {string}
   */
  const size = count =>
    count < 1024 * 1024 ? `${Math.max(1, Math.round(count / 1024))} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`

  /**
   * Give the path from the page to the site's folder, which the page's own scripts tell: `../../`.
   * @returns {string}
   */
  const toRoot = () => {
    const script = document.querySelector('script[src*="assets/"]')
    return script ? script.getAttribute('src').replace(/assets\/.*$/, '') : ''
  }

  /**
   * Make an element; text is text, never markup.
   * @param {string} name
   * @param {Object<string, string>} [attributes]
   * @param {...(Node|string)} children
   * @returns {HTMLElement}
   */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.append(...children)
    return made
  }

  /**
   * Give the reference from this page to a page of the site, in the page's language.
   * @param {string} path of the Japanese page in the site, with or without a fragment
   * @returns {string}
   */
  const page = path => toRoot() + (isEnglish() ? path.replace(/\.html(?=#|$)/, '.en.html') : path)

  return Object.freeze({ isEnglish, say, grouped, size, toRoot, element, page })
})()
