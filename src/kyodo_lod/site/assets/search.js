'use strict'
/**
 * The page that finds projects: what is typed and ticked, the hits, and the address that keeps them.
 */
{
  /** hits that are shown at first, and that one more press shows */
  const FIRST = 20
  const NEXT = 50
  /** hits that are printed: more than a ream of paper holds nobody reads */
  const PRINTED = 2500
  const MOST_POLICIES = 20
  /** milliseconds without typing after which the address is written and the count is told */
  const QUIET = 400

  const at = id => document.getElementById(`search-${id}`)
  const data = SearchData
  const facets = SearchFacets.make(data)
  const names = facets.map(each => each.name)
  const index = SearchIndex.make(data)

  let search = SearchAddress.read(location.search, names)
  let shown = FIRST
  let found = []
  let words = []
  let waiting = 0
  /** for paper all hits are shown, and stay so though the index that grows meanwhile shows them anew */
  let isPrinting = false

  const showFacets = SearchPanel.fill(at('facets'), facets, (name, key) => go({ chosen: SearchFacets.toggled(search.chosen, name, key) }))

  /** Search, and show what is found. */
  const show = () => {
    words = Letters.words(search.q)
    const ranked = index.find(words)
    const inOrder = search.sort === 'document' ? [...ranked].sort((one, other) => one - other) : ranked
    const { hits, counts } = SearchFacets.narrow(facets, inOrder, data.projects, search.chosen)
    found = hits
    showFacets(search.chosen, counts)
    showChosen()
    showHits()
    showCount()
    at('sorting').hidden = !words.length
    at('nothing').hidden = found.length > 0
    showInstead()
    at('files').hidden = !found.length
  }

  /** Show how many are found; where more than can be printed are, how many of them are. */
  const showCount = () => {
    at('count').textContent = isPrinting && found.length > PRINTED
      ? Words.say('{count}、うちはじめの{n}事業', '{count}, the first {n} of them', { count: counted(), n: Words.grouped(PRINTED) })
      : counted()
  }

  const counted = () => found.length === data.projects.length && !words.length
    ? Words.say('全{n}事業', 'All {n} projects', { n: Words.grouped(found.length) })
    : Words.say('{n}事業 (全{all}事業のうち)', '{n} of {all} projects', { n: Words.grouped(found.length), all: Words.grouped(data.projects.length) })

  /** Where nothing is found: the policies that are named so, and a word on words that are not Japanese. */
  const showInstead = () => {
    const policies = found.length ? [] : SearchIndex.policies(words, data).slice(0, MOST_POLICIES)
    at('policies').replaceChildren(...policies.map(policyLink))
    at('instead').hidden = !policies.length
    at('foreign').hidden = found.length > 0 || policies.length > 0 || !words.some(word => /^[a-z]{3,}$/.test(word))
  }

  const policyLink = policy => {
    const href = SearchAddress.write({ q: '', chosen: { policy: [policy.key] }, sort: search.sort }, names) + location.hash // which is the page, in the site as one file
    const name = Words.element('a', { href, lang: SearchHits.language(policy) }, SearchHits.label(policy))
    return Words.element('li', {}, name, ...(policy.of ? [` (${policy.of.find(Boolean)})`] : []))
  }

  const showHits = () => {
    at('hits').replaceChildren(...found.slice(0, isPrinting ? PRINTED : shown).map(hitOf))
    showMore()
  }

  const hitOf = place => SearchHits.hit(data.projects[place], data, words)

  const showMore = () => {
    const left = found.length - shown
    at('more').hidden = left <= 0
    at('more').textContent = Words.say('続きを表示 (残り{n})', 'Show more ({n} left)', { n: Words.grouped(Math.max(0, left)) })
  }

  const showChosen = () => {
    const chips = facets.flatMap(facet => search.chosen[facet.name].map(key => chip(facet, key)))
    at('chosen').replaceChildren(...chips)
    at('narrowed').hidden = !chips.length
  }

  const chip = (facet, key) => {
    const option = facet.options.find(each => each.key === key)
    const button = Words.element('button', { type: 'button' }, `${Words.say(...facet.title)}: ${option ? SearchHits.label(option) : key.slice(0, 60)}`)
    button.append(Words.element('span', { 'aria-hidden': 'true' }, ' ×'), Words.element('span', { class: 'unseen' }, Words.say(' を外す', ', remove')))
    button.addEventListener('click', () => { go({ chosen: SearchFacets.toggled(search.chosen, facet.name, key) }); at('count').focus() })
    return Words.element('li', {}, button)
  }

  /** Change the search; a step of its own in the history, so that the back button undoes it. */
  const go = changes => {
    write('replaceState') // what was typed just before is a step too
    search = { ...search, ...changes }
    shown = FIRST
    show()
    write('pushState')
  }

  /** Change the search while somebody types: at once in the page, a little later in the address. */
  const type = q => {
    search = { ...search, q }
    shown = FIRST
    show()
    clearTimeout(waiting)
    waiting = setTimeout(() => write('replaceState'), QUIET)
  }

  /** Write the search into the address, and tell of it. */
  const write = how => {
    clearTimeout(waiting)
    const address = SearchAddress.write(search, names) || location.pathname
    try {
      history[how]({ shown }, '', address + location.hash)
    } catch { /* where a browser allows no change of the address, or no more of them, the search goes on */ }
    tell()
  }

  /** Tell the count to those who hear the page, and the search to the page in the other language. */
  const tell = () => {
    at('told').textContent = counted()
    for (const link of document.querySelectorAll('.language a')) link.search = SearchAddress.write(search, names)
  }

  const readAddress = () => {
    search = SearchAddress.read(location.search, names)
    shown = history.state?.shown ?? FIRST
    at('q').value = search.q
    at('sort').value = search.sort
    show()
    tell()
  }

  const showNext = () => {
    const first = shown
    shown += NEXT
    at('hits').append(...found.slice(first, shown).map(hitOf))
    showMore()
    at('hits').children[first]?.querySelector('a')?.focus()
    write('replaceState')
  }

  /** Show all hits, for paper. */
  const showPrinted = () => {
    isPrinting = true
    at('hits').append(...found.slice(shown, PRINTED).map(hitOf))
    showCount()
  }

  const showAfterPrint = () => {
    isPrinting = false
    for (const each of [...at('hits').children].slice(shown)) each.remove()
    showCount()
  }

  const save = mark => {
    const rows = found.map(place => SearchTable.row(data.projects[place], data))
    Tables.save('kyodo-lod-search.csv', 'text/csv', mark + Tables.csv(SearchTable.header(), rows))
  }

  const listen = () => {
    const typed = event => event.isComposing || type(event.target.value.slice(0, SearchAddress.LONGEST))
    at('q').addEventListener('input', typed)
    at('q').addEventListener('compositionend', event => type(event.target.value.slice(0, SearchAddress.LONGEST)))
    at('form').addEventListener('submit', event => { event.preventDefault(); go({ q: at('q').value.slice(0, SearchAddress.LONGEST) }) })
    at('sort').addEventListener('change', event => go({ sort: event.target.value }))
    at('clear').addEventListener('click', () => { go({ chosen: SearchAddress.read('', names).chosen }); at('count').focus() })
    at('more').addEventListener('click', showNext)
    at('csv').addEventListener('click', () => save(''))
    at('excel').addEventListener('click', () => save(Tables.BOM))
    addEventListener('popstate', readAddress)
    addEventListener('beforeprint', showPrinted)
    addEventListener('afterprint', showAfterPrint)
  }

  const idle = () => new Promise(done => globalThis.requestIdleCallback ? requestIdleCallback(done, { timeout: 200 }) : setTimeout(done))

  at('listed').remove()
  for (const id of ['form', 'searched']) at(id).hidden = false
  at('skip')?.removeAttribute('hidden') // the site in one file has none
  at('narrow').open = matchMedia('(min-width: 60rem)').matches
  listen()
  readAddress()
  write('replaceState')
  const isRead = () => at('hits').contains(document.activeElement)
  index.grow(idle).then(() => words.length && search.sort !== 'document' && !isRead() && show())
}
