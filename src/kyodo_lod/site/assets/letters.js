'use strict'
/**
 * Letters as search sees them: what looks alike is alike (ＮＰＯ and NPO, ㈱ and (株), ｶﾅ and カナ), and
 * every word is the pairs of its neighbouring letters, as Japanese has no spaces to cut it at.
 */
const Letters = (() => {
  /** a letter with all that belongs to it: accents, voiced marks of half-width kana, parts of hangul */
  const LETTER = /.[\p{M}\u1160-\u11ff\uff9e\uff9f]*/gsu

  /**
   * Give a text as it is compared: NFKC (Unicode Standard Annex 15), then lower case; σ ends no word as ς.
   * @param {string} text
   * @returns {string}
   */
  const fold = text => text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')

  /** what stands between the words of a query: 町内会、防災 or 「ふれあい」事業 */
  const BETWEEN = /[\s、,"“”„「」『』]+/u

  /**
   * Give the words of a query, each once; spaces, commas and quotation marks stand between them.
   * @param {string} query
   * @returns {string[]} folded
   */
  const words = query => [...new Set(fold(query).split(BETWEEN).filter(Boolean))]

  const runs = text => fold(text).split(/\s+/u).filter(Boolean)

  /**
   * Give the pairs of neighbouring letters of a text, and the last letter of each word alone.
   * @param {string} text
   * @returns {string[]} folded
   */
  const pairs = text => runs(text).flatMap(run => pairsOf([...run]))

  const pairsOf = signs => signs.map((sign, nth) => sign + (signs[nth + 1] ?? ''))

  /**
   * Give the pairs that a text must hold to hold these words; a word of one letter is itself.
   * @param {string[]} folded words
   * @returns {string[]} each once
   */
  const wanted = folded => [...new Set(folded.flatMap(word => [...word].length > 1 ? pairsOf([...word]).slice(0, -1) : [word]))]

  /**
   * Cut a text into letters, and tell which of them belong to a word that is looked for.
   * @param {string} text
   * @param {string[]} folded words
   * @returns {Array<{text: string, isHit: boolean}>} that are the text again, one after the other
   */
  const letters = (text, folded) => {
    const cut = text.match(LETTER) ?? []
    const parts = cut.map(foldLetter)
    const whole = parts.join('')
    const covered = whole === fold(text) ? covers(whole, folded) : new Uint8Array(whole.length)
    let at = 0
    return cut.map((letter, nth) => {
      const begin = at
      at += parts[nth].length
      return { text: letter, isHit: covered.subarray(begin, at).includes(1) }
    })
  }

  /** letters met before, folded: there are far fewer of them than there is text */
  const met = new Map()

  const foldLetter = letter => met.get(letter) ?? met.set(letter, fold(letter)).get(letter)

  /** @returns {Uint8Array} 1 for each sign of `whole` that a word covers */
  const covers = (whole, folded) => {
    const covered = new Uint8Array(whole.length)
    for (const word of folded) {
      for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) covered.fill(1, at, at + word.length)
    }
    return covered
  }

  /**
   * Give a text in pieces: hits, and what lies between.
   * @param {string} text
   * @param {string[]} folded words
   * @param {number} [room] for how many letters; where there are more, those around the first hit are given
   * @returns {Array<{text: string, isHit: boolean}>}
   */
  const pieces = (text, folded, room = Infinity) => {
    const all = letters(text, folded)
    if (all.length <= room) return joined(all)
    const first = Math.max(0, all.findIndex(each => each.isHit))
    const begin = Math.max(0, Math.min(first - Math.floor(room / 3), all.length - room))
    const shown = joined(all.slice(begin, begin + room))
    return [...dots(begin > 0), ...shown, ...dots(begin + room < all.length)]
  }

  const dots = are => are ? [{ text: '…', isHit: false }] : []

  const joined = all => {
    const found = []
    for (const each of all) {
      const last = found.at(-1)
      if (last?.isHit === each.isHit) last.text += each.text
      else found.push({ ...each })
    }
    return found
  }

  return Object.freeze({ fold, words, pairs, wanted, pieces })
})()
