'use strict'
/**
 * The page's side of the worker: messages as promises, what has been loaded, and stopping.
 */
class StoreClient {
  /** what the worker is made of, in this order */
  static SCRIPTS = [
    'vendor/oxigraph.js', 'vendor/shacl-engine.js', 'tables.js', 'sparql-text.js', 'left-to-right.js', 'turtle.js', 'site-places.js', 'graph-files.js',
    'answers.js', 'store.js', 'rdf-dataset.js', 'shapes-query.js', 'shapes-components.js', 'shapes-origin.js', 'shapes-check.js', 'store-worker.js',
  ]
  static WASM = 'assets/vendor/oxigraph.wasm.bin'

  /**
   * @param {{rule: object, told: (words: string) => void, lost: () => void}} given what the store needs to
   *   know, who is told of progress, and who that the worker, and its answer with it, is gone
   */
  constructor ({ rule, told, lost }) {
    Object.assign(this, { rule, told, lost })
    this.bytes = new Map()
    this.waiting = new Map()
    this.count = 0
  }

  /** Tell whether this page was opened as a file, from where it can load nothing that it does not hold. */
  static isCutOff () { return location.protocol === 'file:' && !document.getElementById(StoreClient.WASM) }

  /** Give the worker, started. */
  started (told) {
    this.starting ??= this.start(told).catch(error => { this.starting = null; throw error })
    return this.starting
  }

  async start (told) {
    const wasm = await this.read(StoreClient.WASM, told)
    this.worker = Sources.worker(StoreClient.SCRIPTS)
    this.loaded = new Set()
    this.worker.onmessage = event => this.settle(event.data)
    this.worker.onerror = event => { event.preventDefault(); this.fail({ kind: 'exhausted' }) }
    await this.send('open', { wasm, rule: this.rule })
  }

  /**
   * Load what is published, once; one call waits for the other.
   * @param {string[]} paths in the site
   */
  load (paths) {
    this.loading = (this.loading ?? Promise.resolve()).catch(() => {}).then(() => this.loadAll(paths))
    return this.loading
  }

  async loadAll (paths) {
    await this.started()
    for (const [nth, path] of paths.entries()) {
      if (this.loaded.has(path)) continue
      this.told(Words.say('データを読み込んでいます ({nth}/{all})', 'Loading data ({nth} of {all})', { nth: nth + 1, all: paths.length }))
      await this.send('add', { name: path, bytes: await this.read(path), isPublished: true })
      this.loaded.add(path)
    }
  }

  /**
   * Load a file of the user's own; a worker that takes the place of a stopped one gets it again.
   * @param {{name: string, bytes: Uint8Array}} file
   * @param {(words: string) => void} [told] of progress
   * @returns {Promise<{quads: number}>}
   */
  async own (file, told) {
    await this.started(told)
    const result = this.loaded.has(file.name) ? { quads: file.quads } : await this.send('add', { name: file.name, bytes: file.bytes, isPublished: false })
    this.loaded.add(file.name)
    return result
  }

  /** Forget a file of the user's own. */
  async forget (name) {
    this.loaded?.delete(name)
    if (this.worker) await this.send('remove', { name })
  }

  /** Give a file's bytes, from here if they came before. */
  async read (path, told = this.told) {
    if (!this.bytes.has(path)) {
      const progress = received => told(Words.say('読み込んでいます: {path} ({size})', 'Loading {path} ({size})', { path: path.split('/').at(-1), size: Words.size(received) }))
      const kind = StoreClient.isCutOff() ? 'local' : 'missing'
      this.bytes.set(path, await Sources.bytes(path, progress).catch(() => { throw new StoreRefusal({ kind, file: path }) }))
    }
    return this.bytes.get(path)
  }

  /**
   * Ask the worker for something.
   * @param {string} name of the message
   * @param {object} given
   * @returns {Promise<object>}
   * @throws {StoreRefusal}
   */
  send (name, given) {
    if (!this.worker) return Promise.reject(new StoreRefusal({ kind: 'stopped' }))
    this.count += 1
    const id = this.count
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, name, given })
    })
  }

  settle ({ id, result, refusal }) {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (!refusal) return waiting?.resolve(result)
    waiting?.reject(new StoreRefusal(refusal))
    // what is left in its memory cannot be relied on
    if (refusal.kind === 'exhausted') this.fail(refusal)
  }

  /** Stop whatever runs. */
  stop () { this.fail({ kind: 'stopped' }) }

  fail (refusal) {
    this.worker?.terminate()
    this.worker = this.starting = null
    for (const { reject } of this.waiting.values()) reject(new StoreRefusal(refusal))
    this.waiting.clear()
    this.lost()
  }
}

/** What the worker, or a door, could not do; SparqlWords has the words. */
class StoreRefusal extends Error {
  /** @param {{kind: string}} refusal */
  constructor (refusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}
