'use strict'
/**
 * Sorted N-Triples, and Turtle for people made of them (RDF 1.1 Turtle).
 */
const Turtle = (() => {
  const LINE = /^(\S+) (\S+) (.*) \.$/
  const IRI = /<[^<>"\s]*>/g
  /** a local name that needs no escape */
  const LOCAL = /^[A-Za-z_][\w-]*$/
  const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'

  /**
   * Give N-Triples sorted, each triple once.
   * @param {string} triples N-Triples
   * @returns {string[]} its lines
   */
  const sorted = triples => [...new Set(triples.split('\n').filter(Boolean))].sort()

  /**
   * Write triples as Turtle: prefixes, one block for each subject.
   * @param {string[]} lines sorted N-Triples
   * @param {Object<string, string>} prefixes prefix → namespace
   * @returns {string}
   */
  const written = (lines, prefixes) => {
    const used = new Set()
    const short = term => shortened(term, prefixes, used)
    const body = blocks(lines).map(({ subject, pairs }) =>
      `${short(subject)} ${pairs.map(([predicate, object]) => `${predicate === TYPE ? 'a' : short(predicate)} ${short(object)}`).join(' ;\n    ')} .\n`)
    const head = Object.keys(prefixes).filter(each => used.has(each)).map(each => `@prefix ${each}: <${prefixes[each]}> .\n`)
    return [head.join(''), ...body].filter(Boolean).join('\n')
  }

  const blocks = lines => {
    const found = []
    for (const line of lines) {
      const [, subject, predicate, object] = LINE.exec(line) ?? []
      if (!subject) continue
      if (found.at(-1)?.subject !== subject) found.push({ subject, pairs: [] })
      found.at(-1).pairs.push([predicate, object])
    }
    return found
  }

  /** Shorten an IRI, or the datatype of a literal, by a prefix. */
  const shortened = (term, prefixes, used) => {
    const quoted = term.startsWith('"') ? term.lastIndexOf('"') + 1 : 0
    return term.slice(0, quoted) + term.slice(quoted).replace(IRI, iri => {
      const [prefix, namespace] = Object.entries(prefixes).find(([, start]) => iri.startsWith(`<${start}`) && LOCAL.test(iri.slice(start.length + 1, -1))) ?? []
      if (!prefix) return iri
      used.add(prefix)
      return `${prefix}:${iri.slice(namespace.length + 1, -1)}`
    })
  }

  return Object.freeze({ sorted, written })
})()
