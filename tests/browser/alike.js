// Marks what axe-core need not look at again: what is built as three before it were, in a like place of
// the page, and differs from them in nothing that a rule looks at. Words do not count, that there are some does.
roots => {
  const MOST = 3
  const told = new Set(['class', 'fill', 'lang', 'role', 'stroke', 'style', 'tabindex', 'type'])
  const built = new Map()
  const seen = new Map()

  const attribute = ({ name, value }) => (told.has(name) ? `${name}=${value}` : `${name}${value ? '' : '='}`)
  const part = node => (node.nodeType === Node.ELEMENT_NODE ? build(node) : node.nodeType === Node.TEXT_NODE && node.data.trim() ? 'words' : '')
  const build = each => {
    const parts = [...each.childNodes].map(part).filter(Boolean)
    const kinds = parts.filter((kind, at) => kind !== parts[at - 1])
    const text = `${each.localName}[${[...each.attributes].map(attribute).sort()}](${kinds})`
    built.set(each, text)
    return text
  }
  const mark = (each, place) => {
    const key = `${place} ${each.checkVisibility()} ${built.get(each)}`
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    if (times >= MOST) each.setAttribute('data-alike', '')
    else for (const child of each.children) mark(child, `${place}>${each.localName}.${each.getAttribute('class') ?? ''}`)
  }
  for (const root of roots) {
    build(root)
    mark(root, '')
  }
}
