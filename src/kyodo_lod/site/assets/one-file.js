'use strict'
/**
 * The site as one file: shows one of its pages at a time, by the address's fragment, and gives out the files
 * that it holds. Without scripts the file is one long page.
 */
{
  const PAGE = 'main > article'
  const pages = [...document.querySelectorAll(PAGE)]
  /** begins the fragment of a shared query (see share.js) */
  const SHARED = '#query='

  /** @type {(id: string) => Element|null} the element that a fragment names, if it stands in a page */
  const within = id => {
    const found = document.getElementById(id)
    return found?.closest(PAGE) ? found : null
  }

  const target = () => {
    if (location.hash.startsWith(SHARED)) return document.getElementById('workbench')
    return location.hash.length > 1 ? within(decoded(location.hash.slice(1))) : pages[0]
  }

  const decoded = text => { try { return decodeURIComponent(text) } catch { return text } }

  /** Show the page that the address names; an address of no page changes nothing. */
  const show = () => {
    const wanted = target()
    if (!wanted) return
    const page = wanted.closest(PAGE)
    for (const each of pages) each.hidden = each !== page
    document.title = page.dataset.title
    for (const link of document.querySelectorAll('header a')) mark(link, page)
    for (let each = wanted.closest('details'); each; each = each.parentElement.closest('details')) each.open = true
    dispatchEvent(new Event('resize')) // what was hidden can measure itself now
    wanted.scrollIntoView()
  }

  const mark = (link, page) => {
    if (link.getAttribute('href') === `#${page.id}`) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }

  /** Give the fragment for what a script calls by its path in the site; empty where it is not here. */
  const fragment = href => {
    const [path, ...rest] = href.replace(/^\.\//, '').split('#')
    const ids = rest.length ? [`${path}~${rest.join('#')}`, path] : [path]
    return ids.find(within) ?? ''
  }

  const follow = event => {
    const link = event.target.closest?.('a[href]')
    if (!link) return
    const href = link.getAttribute('href')
    const { held } = link.dataset
    const id = held ? '' : fragment(href)
    if (held || id || isSearch(href)) event.preventDefault()
    if (held) give(held)
    else if (id) location.hash = id
    else if (isSearch(href)) find(href)
  }

  /** @type {(href: string) => boolean} whether it leads to a search, with what is asked for */
  const isSearch = href => /^\?.*#search(\.en)?\.html$/.test(href)

  /** Go to a search without loading the whole file again. */
  const find = href => {
    history.pushState(null, '', href)
    dispatchEvent(new PopStateEvent('popstate')) // search.js reads the address
    show()
  }

  const send = event => {
    const [, page] = event.target.getAttribute('action')?.split('#') ?? []
    const href = `?${new URLSearchParams(new FormData(event.target))}#${page}`
    if (event.defaultPrevented || !isSearch(href)) return
    event.preventDefault()
    find(href)
  }

  const give = async path => Tables.save(path.split('/').at(-1), 'application/octet-stream', await Sources.bytes(path))

  document.addEventListener('click', follow)
  document.addEventListener('submit', send)
  addEventListener('hashchange', show)
  if (target()) show()
  else pages.forEach((each, nth) => { each.hidden = nth > 0 })
  document.documentElement.classList.remove('opening')
}
