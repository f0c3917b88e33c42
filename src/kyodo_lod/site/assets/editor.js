'use strict'
/**
 * The query editor: YASQE without anything that asks others, completing our own vocabulary.
 */
const Editor = (() => {
  const COMPLETER = 'vocabulary'
  const MOST = 50
  const FAULT = ['この行までに、SPARQL として読めないところか、宣言のない接頭辞があります。', 'Up to this line there is what is not SPARQL, or a prefix that is not declared.']

  /**
   * Give the terms that a beginning fits: by their name, or by what they are called in ja or en.
   * @param {{name: string, kind: string, ja: string, en: string}[]} terms
   * @param {string} typed
   * @returns {object[]} those whose name begins so first
   */
  const fitting = (terms, typed) => {
    const wanted = typed.toLowerCase()
    const rank = ({ name, ja, en }) => {
      const [, local] = name.toLowerCase().split(':')
      if (name.toLowerCase().startsWith(wanted)) return 0
      if (local.startsWith(wanted)) return 1
      return [name, ja, en].some(each => each.toLowerCase().includes(wanted)) ? 2 : 3
    }
    return terms.map(term => ({ term, rank: rank(term) })).filter(each => each.rank < 3)
      .sort((one, other) => one.rank - other.rank).slice(0, MOST).map(each => each.term)
  }

  const completer = terms => ({
    name: COMPLETER,
    bulk: false,
    autoShow: false,
    persistenceId: null,
    isValidCompletionPosition: yasqe => !['string', 'comment', 'atom'].includes(yasqe.getTokenAt(yasqe.getDoc().getCursor()).type),
    get: (_, token) => fitting(terms, token?.string.trim() ?? '').map(term => term.name),
    postprocessHints: (_, hints) => hints.map(hint => ({ ...hint, displayText: `${hint.text}  ${called(terms.find(term => term.name === hint.text))}` })),
  })

  const called = term => term ? Words.say(term.ja || term.en, term.en || term.ja) : ''

  /** Let these prefixes be known from a query's first letter, so that no name with one is marked as a mistake. */
  const know = (mode, prefixes) => {
    const start = mode.startState
    mode.startState = (...given) => ({ ...start(...given), prefixes: { ...prefixes } })
  }

  /**
   * Make the editor.
   * @param {HTMLElement} place
   * @param {{terms: object[], prefixes: Object<string, string>, label: string, run: () => void}} given what it
   *   completes, the prefixes that need no declaration, its name for screen readers, and what Ctrl+Enter does
   * @returns {{text: () => string, show: (text: string) => void, onChange: Function, onFocus: Function, goTo: Function}}
   */
  const make = (place, { terms, prefixes, label, run }) => {
    for (const name of Object.keys(Yasqe.Autocompleters)) delete Yasqe.Autocompleters[name]
    Yasqe.defaults.autocompleters = []
    Yasqe.registerAutocompleter(completer(terms), true)
    const yasqe = new Yasqe(place, {
      persistenceId: null, prefixCcApi: null, createShareableLink: null, consumeShareLink: null, showQueryButton: false, resizeable: false,
      collapsePrefixesOnLoad: true, editorHeight: '22rem', screenReaderLabel: label,
      // an element that screen readers and the keyboard find in the scrolling region itself
      inputStyle: 'contenteditable',
    })
    know(yasqe.getMode(), prefixes)
    const field = yasqe.getInputField()
    field.setAttribute('role', 'textbox')
    field.setAttribute('aria-multiline', 'true')
    // told just before the list is made
    yasqe.on('autocompletionShown', () => queueMicrotask(() => place.querySelector('.CodeMirror-hints')?.setAttribute('aria-label', Words.say('語彙の候補', 'Terms of the vocabulary'))))
    // its own words are a list of tokens in English
    if (!Words.isEnglish()) place.addEventListener('mouseover', event => event.target.closest('.parseErrorIcon')?.querySelector('.yasqe_tooltip')?.replaceChildren(Words.say(...FAULT)))
    // Tab leaves the editor, so that nobody is caught in it
    yasqe.setOption('extraKeys', { ...yasqe.getOption('extraKeys'), Tab: false, 'Shift-Tab': false, 'Ctrl-Enter': run, 'Cmd-Enter': run })
    // a query that the address brings is shown before the page is laid out, and the line numbers would hide its letters
    requestAnimationFrame(() => yasqe.refresh())
    return Object.freeze({
      text: () => yasqe.getValue(),
      show: text => yasqe.setValue(text),
      onChange: heard => yasqe.on('change', heard),
      onFocus: heard => yasqe.on('focus', heard),
      goTo: (line, column) => { yasqe.focus(); yasqe.getDoc().setCursor({ line: line - 1, ch: Math.max(0, (column ?? 1) - 1) }) },
    })
  }

  return Object.freeze({ make, fitting })
})()
