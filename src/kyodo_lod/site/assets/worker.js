'use strict'
/**
 * A worker that becomes what the scripts named in its first message make of it (see sources.js).
 */
self.onmessage = event => {
  self.onmessage = null
  importScripts(...event.data)
}
