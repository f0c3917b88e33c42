'use strict'
/**
 * The two doors through which scripts get what is not in the page: a worker, and a file's bytes.
 *
 * On a web server both come from their address. A page that is one file (opened from file://, where a
 * browser loads neither) holds them in itself, and the same calls find them there:
 *
 *   <script type="text/plain" id="assets/NAME">the script's source</script>
 *   <script type="application/octet-stream" id="PATH">the file, gzip, base64</script>
 *
 * The id is the path in the site, as the callers name it. `</script` in a source is written `\x3c/script`.
 * Such a page's policy must allow `worker-src blob:`, and `script-src 'wasm-unsafe-eval'` for the store.
 */
const Sources = (() => {
  const GZIP = [0x1f, 0x8b]

  /**
   * Give a worker that has run these scripts, in this order.
   * @param {string[]} names scripts, as paths in `assets/`
   * @returns {Worker}
   */
  const worker = names => {
    const inlined = names.map(name => document.getElementById(`assets/${name}`))
    if (inlined.every(Boolean)) return new Worker(URL.createObjectURL(blobOf(inlined)))
    const made = new Worker(`${Words.toRoot()}assets/worker.js`)
    made.postMessage(names) // worker.js, beside which they stand, takes them in
    return made
  }

  const blobOf = elements =>
    new Blob(elements.map(each => `${each.textContent}\n;\n`), { type: 'text/javascript' })

  /**
   * Give a file's bytes, decompressed if its first bytes say gzip (a server may have done so already).
   * @param {string} path in the site
   * @param {(received: number) => void} [progress] told how many bytes have come
   * @returns {Promise<Uint8Array>}
   * @throws {Error} with the path, where it is not there
   */
  const bytes = async (path, progress = () => {}) => {
    const inlined = document.getElementById(path)
    const packed = inlined ? decoded(inlined.textContent) : await fetched(path, progress)
    return GZIP.every((byte, nth) => packed[nth] === byte) ? unpacked(packed) : packed
  }

  const decoded = text => Uint8Array.from(atob(text.trim()), sign => sign.charCodeAt(0))

  const fetched = async (path, progress) => {
    const response = await fetch(Words.toRoot() + path).catch(() => null)
    if (!response?.ok) throw new Error(path)
    const parts = []
    let received = 0
    const reader = response.body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value)
      progress(received += part.value.length)
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer())
  }

  const unpacked = async packed => {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }

  return Object.freeze({ worker, bytes })
})()
