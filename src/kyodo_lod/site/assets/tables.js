'use strict'
/**
 * Tables as files: CSV and TSV written, and any text saved where the user wants it.
 */
const Tables = (() => {
  /** what Excel knows UTF-8 by */
  const BOM = '\ufeff'

  /** @type {(value: unknown) => string} a cell as RFC 4180 has it */
  const cell = value => {
    const text = value === null || value === undefined ? '' : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }

  /**
   * Give CSV (RFC 4180: comma, quotes where needed, CRLF); no byte of a text is changed.
   * @param {string[]} header names of the columns
   * @param {Iterable<Array<string|number|null|undefined>>} rows
   * @returns {string}
   */
  const csv = (header, rows) =>
    [header, ...rows].map(row => row.map(cell).join(',') + '\r\n').join('')

  /**
   * Give tab-separated values; what would break a line is written as an escape (SPARQL 1.1 TSV, section 4).
   * @param {string[]} header names of the columns
   * @param {Iterable<Array<string|number|null|undefined>>} rows
   * @returns {string}
   */
  const tsv = (header, rows) =>
    [header, ...rows].map(row => row.map(each => String(each ?? '').replace(/[\t\n\r]/g, escaped)).join('\t') + '\n').join('')

  const escaped = sign => ({ '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]

  /**
   * Let the user save a text as a file.
   * @param {string} name of the file
   * @param {string} type media type
   * @param {string} text
   */
  const save = (name, type, text) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
    link.download = name
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  return Object.freeze({ BOM, csv, tsv, save })
})()
