// Runs scripts of the site as a page or a worker does: one after another, in one global scope.
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'

const ASSETS = new URL('../../src/kyodo_lod/site/assets/', import.meta.url)

/** Read a file of the site's assets. */
export const asset = name => readFileSync(new URL(name, ASSETS))

/**
 * Run scripts, and give what they define.
 * @param {string[]} names of scripts in assets/
 * @param {string} wanted the name that one of them defines
 * @param {object} globals what a browser would have
 */
export const run = (names, wanted, globals = {}) => {
  const context = createContext({
    TextDecoder, TextEncoder, WebAssembly, URL, Blob, Response, DecompressionStream, console, performance, atob, ...globals,
  })
  context.self = context
  for (const name of names) runInContext(asset(name).toString(), context, { filename: name })
  return runInContext(wanted, context)
}

/** Give values as this realm's own, to compare them. */
export const plain = value => JSON.parse(JSON.stringify(value))

/** A page in a language, as far as words need one. */
export const page = (lang = 'ja') => ({ document: { documentElement: { lang }, querySelector: () => null, getElementById: () => null } })
