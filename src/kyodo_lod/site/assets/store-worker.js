'use strict'
/**
 * What the worker answers: one function for each message, `{id, name, given}` in, `{id, result}` or
 * `{id, refusal}` out.
 */
const StoreWorker = (() => {
  let data
  let answer

  const handlers = {
    /** @param {{wasm: Uint8Array, rule: object}} given */
    open: ({ wasm, rule }) => {
      Oxigraph.initSync({ module: wasm })
      data = new DataStore(rule)
    },
    add: file => {
      const quads = file.isPublished ? 0 : GraphFiles.count(file)
      data.add(file)
      return { quads }
    },
    remove: ({ name }) => data.remove(name),
    ask: question => {
      answer = null
      answer = data.ask(question)
      const shown = answer.shown(data.prefixes)
      return { ...shown, things: shown.rows ? data.described(irisOf(shown.rows), question.language) : {} }
    },
    file: ({ format }) => answer.file(format, data.prefixes),
    check: ({ name, shapes }) => ShapesCheck.findings(data.files.get(name), shapes),
  }

  const irisOf = rows => [...new Set(rows.flatMap(row => Object.values(row)).filter(term => term.type === 'uri').map(term => term.value))]

  /**
   * Answer a message.
   * @param {{id: number, name: string, given: object}} message
   */
  const answered = async ({ id, name, given }) => {
    try {
      return { id, result: await handlers[name](given) }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : DataStore.translated(error, 0)
      return { id, refusal: { kind: refusal.kind, ...refusal.details } }
    }
  }

  return Object.freeze({ answered })
})()

self.onmessage = async event => self.postMessage(await StoreWorker.answered(event.data))
