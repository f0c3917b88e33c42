'use strict'
/**
 * The parameters that a query's header declares (`#+ param.NAME.ja: …`), as fields of the form.
 */
const Parameters = (() => {
  const HEADER = /^#\+[ \t]*param\.(\w+)\.(ja|en|default)[ \t]*:[ \t]*(.*?)[ \t\r]*$/gm

  /**
   * Read a query's header.
   * @param {string} text
   * @returns {{name: string, ja: string, en: string, default: string}[]}
   */
  const declared = text => {
    const found = new Map()
    for (const [, name, key, value] of text.matchAll(HEADER)) found.set(name, { ...(found.get(name) ?? { name, ja: '', en: '', default: '' }), [key]: value })
    return [...found.values()]
  }

  /**
   * Show a field for each parameter; what stands in a field of the same name stays.
   * @param {HTMLFieldSetElement} fieldset
   * @param {string} text the query
   * @param {Object<string, string>} [values] what to put in
   */
  const show = (fieldset, text, values = {}) => {
    const kept = { ...read(fieldset), ...values }
    const parameters = declared(text)
    fieldset.hidden = !parameters.length
    fieldset.querySelectorAll('label').forEach(each => each.remove())
    for (const parameter of parameters) {
      const input = Words.element('input', { name: parameter.name })
      input.value = kept[parameter.name] ?? parameter.default
      fieldset.append(Words.element('label', {}, `${Words.say(parameter.ja || parameter.en, parameter.en || parameter.ja) || parameter.name} `, input))
    }
  }

  /**
   * Give what stands in the fields.
   * @param {HTMLFieldSetElement} fieldset
   * @returns {Object<string, string>}
   */
  const read = fieldset => Object.fromEntries([...fieldset.querySelectorAll('input')].map(each => [each.name, each.value]))

  return Object.freeze({ declared, show, read })
})()
