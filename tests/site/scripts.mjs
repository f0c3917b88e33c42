// Runs scripts of the site as a page or a worker does: one after another, in one global scope.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
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
    TextDecoder, TextEncoder, URL, Blob, Response, DecompressionStream, console, performance, atob, crypto, ...globals,
  })
  context.self = context
  for (const name of names) runInContext(asset(name).toString(), context, { filename: name })
  return runInContext(wanted, context)
}

/** Give values as this realm's own, to compare them. */
export const plain = value => JSON.parse(JSON.stringify(value))

/** A page in a language, as far as words need one. */
export const page = (lang = 'ja') => ({ document: { documentElement: { lang }, querySelector: () => null, getElementById: () => null } })

/**
 * Start the store as its worker does, and give a function that sends it a message and gives the answer.
 * @param {object} rule prefixes and places, as the page tells them
 */
export const store = async rule => {
  const { SCRIPTS, WASM } = run(['store-client.js'], '({ SCRIPTS: StoreClient.SCRIPTS, WASM: StoreClient.WASM })')
  const answered = run(SCRIPTS, 'StoreWorker.answered')
  const send = async (name, given) => {
    const { result, refusal } = await answered({ id: 1, name, given })
    if (refusal) throw Object.assign(new Error(refusal.kind), { refusal: plain(refusal) })
    return result
  }
  await send('open', { wasm: gunzipSync(asset(WASM.replace('assets/', ''))), rule })
  return send
}
