'use strict'
/**
 * The facets as groups of boxes to tick, each with the number of hits it would leave.
 */
const SearchPanel = (() => {
  /** a facet of up to so many options shows them all, in their order; one of more shows those with most hits */
  const FEW = 14
  const FIRST = 10
  const MOST = 200

  /**
   * Put the facets into an element.
   * @param {HTMLElement} place
   * @param {object[]} facets of SearchFacets
   * @param {(name: string, key: string) => void} toggle called when a box is ticked or unticked
   * @returns {(chosen: Object<string, string[]>, counts: Object<string, Uint32Array>) => void} shows choices and counts
   */
  const fill = (place, facets, toggle) => {
    const groups = facets.map(facet => group(facet, key => toggle(facet.name, key)))
    place.append(...groups.map(each => each.element))
    return (chosen, counts) => facets.forEach(({ name }, nth) => groups[nth].show(chosen[name] ?? [], counts[name]))
  }

  const group = (facet, toggle) => {
    const list = Words.element('ul')
    const more = Words.element('button', { type: 'button', class: 'quiet' })
    const element = Words.element('fieldset', {}, Words.element('legend', {}, Words.say(...facet.title)), list, more)
    const boxes = new Map()
    let last = { keys: [], counts: new Uint32Array(facet.options.length) }
    let isWide = false
    const show = (keys, counts) => {
      last = { keys, counts }
      const places = shownOf(facet.options, keys, counts, isWide ? MOST : FIRST)
      const shown = places.map(place => boxOf(place))
      shown.forEach((box, nth) => refresh(box, keys.includes(facet.options[places[nth]].key), counts[places[nth]]))
      replace(list, shown)
      more.hidden = !isWide && shown.length === shownOf(facet.options, keys, counts, MOST).length
      more.textContent = isWide ? Words.say('少なく表示', 'Show fewer') : Words.say('もっと表示', 'Show more')
      more.setAttribute('aria-expanded', isWide)
    }
    const boxOf = place => boxes.get(place) ?? boxes.set(place, box(facet.options[place], toggle)).get(place)
    more.addEventListener('click', () => { isWide = !isWide; show(last.keys, last.counts) })
    return { element, show }
  }

  /**
   * Give the places of the options that are shown: of few all, of many the ticked and those with most hits.
   * @param {object[]} options
   * @param {string[]} keys of those that are ticked
   * @param {Uint32Array} counts
   * @param {number} most
   * @returns {number[]}
   */
  const shownOf = (options, keys, counts, most) => {
    const all = options.map((_, place) => place)
    if (options.length <= FEW) return all
    const isTicked = place => keys.includes(options[place].key)
    const sorted = all.filter(place => isTicked(place) || counts[place]).sort((one, other) => counts[other] - counts[one] || one - other)
    return sorted.filter((place, nth) => nth < most || isTicked(place))
  }

  const box = (option, toggle) => {
    const input = Words.element('input', { type: 'checkbox' })
    const count = Words.element('span', { class: 'count' })
    const name = Words.element('span', { lang: SearchHits.language(option) }, SearchHits.label(option))
    if (option.of) name.append(Words.element('small', {}, ` ${option.of.find(Boolean)}`))
    input.addEventListener('change', () => toggle(option.key))
    return { element: Words.element('li', {}, Words.element('label', {}, input, name, count)), input, count }
  }

  const refresh = (box, isTicked, count) => {
    box.input.checked = isTicked
    box.count.textContent = Words.grouped(count)
    box.element.classList.toggle('none', !count && !isTicked)
    // what would leave nothing is no stop of the keyboard, unless the keyboard is there just now
    box.input.disabled = !count && !isTicked && document.activeElement !== box.input
  }

  /** Put the boxes into the list; what has the focus keeps it. */
  const replace = (list, boxes) => {
    const wanted = boxes.map(each => each.element)
    if (wanted.length === list.children.length && wanted.every((each, nth) => each === list.children[nth])) return
    const focused = document.activeElement
    list.replaceChildren(...wanted)
    if (focused?.isConnected && document.activeElement !== focused) focused.focus()
  }

  return Object.freeze({ fill, shownOf })
})()
