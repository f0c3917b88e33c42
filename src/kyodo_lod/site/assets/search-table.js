'use strict'
/**
 * Hits as the rows of a table, for CSV; the columns are named as in the published tables.
 */
const SearchTable = (() => {
  const COLUMNS = [
    ['計画', 'Plan', (project, names) => names('plans')],
    ['基本施策番号', 'Policy number', (project, names, numbers) => numbers('policies')],
    ['基本施策', 'Basic policy', (project, names) => names('policies')],
    ['施策内順', 'Place in the policy', project => project.order],
    ['事業名_原文', 'Project', project => project.name],
    ['会計', 'Account', (project, names) => names('accounts')],
    ['新規', 'New', project => project.new ? Words.say('新規', 'new') : ''],
    ['事業計画', 'Text of the plan', project => project.text],
    ['部局', 'Bureau', (project, names) => names('bureaus')],
    ['担当課', 'Responsible', (project, names) => names('units') || project.unitText],
    ['出典', 'Source', project => project.source[Words.isEnglish() ? 1 : 0]],
    ['IRI', 'IRI', project => project.iri],
  ]

  /** @returns {string[]} in the language of the page */
  const header = () => COLUMNS.map(([ja, en]) => Words.say(ja, en))

  /**
   * Give a project as a row; several values of a cell stand behind one another with `;`, as published.
   * @param {object} project of SearchData
   * @param {object} data SearchData
   * @returns {string[]}
   */
  const row = (project, data) => {
    const several = (list, text) => project[list].map(place => text(data[list][place])).join(';')
    const names = list => several(list, each => each.name.find(Boolean))
    const numbers = list => several(list, each => each.number)
    return COLUMNS.map(([, , text]) => text(project, names, numbers))
  }

  return Object.freeze({ header, row })
})()
