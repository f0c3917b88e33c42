'use strict'
/**
 * Files of the user's own: dropped or chosen, listed, asked with the rest, checked, taken away.
 */
class Dropzone {
  static LIMIT = 20 * 1024 * 1024

  /**
   * @param {{zone: HTMLElement, input: HTMLInputElement, list: HTMLElement, client: object,
   *   isJoined: () => boolean, changed: () => void, say: (words: string) => void, refused: (error: Error) => void, check: (name: string) => void}} given where
   *   they are dropped, chosen and listed, the store, whether published data are asked too, who hears that the
   *   files changed, who tells the user of what goes well and ill, and what checks a file
   */
  constructor (given) {
    Object.assign(this, given)
    this.files = new Map()
    this.input.onchange = () => { this.take([...this.input.files]); this.input.value = '' }
    for (const name of ['dragenter', 'dragover']) this.zone.addEventListener(name, event => this.over(event))
    for (const name of ['dragleave', 'drop']) this.zone.addEventListener(name, () => this.zone.classList.remove('over'))
    this.zone.addEventListener('drop', event => { event.preventDefault(); this.take([...event.dataTransfer.files]) })
    // a file dropped beside it must not take the place of the page
    for (const name of ['dragover', 'drop']) document.addEventListener(name, event => event.preventDefault())
  }

  over (event) {
    event.preventDefault()
    this.zone.classList.add('over')
  }

  /**
   * Take in files, one after another.
   * @param {File[]} files
   */
  async take (files) {
    if (files.length) this.changed()
    for (const file of files) {
      try {
        await this.add(file)
      } catch (error) {
        this.refused(error.refusal ? error : new StoreRefusal({ kind: 'syntax', file: file.name, reason: error.message }))
      }
    }
  }

  async add (file) {
    if (file.size > Dropzone.LIMIT) throw new StoreRefusal({ kind: 'size', file: file.name, size: Words.size(file.size) })
    this.say(Words.say('{name} を読んでいます', 'Reading {name}', { name: file.name }))
    const taken = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    if (this.files.has(file.name)) await this.client.forget(file.name)
    const { quads } = await this.client.own(taken, this.say)
    this.files.set(file.name, { ...taken, quads, isAsked: true })
    this.say(Words.say('{name}: {quads} トリプルを読みました。', '{name}: {quads} triples read.', { name: file.name, quads: Words.grouped(quads) }) + this.joined())
    this.show()
  }

  /** Say whether the published data are asked with a file. */
  joined () {
    if (!this.isJoined()) return ''
    return Words.say('公開データと一緒に問い合わせます。ファイルだけに問い合わせるには、「問い合わせるデータ」の印を外してください。', ' It is asked together with the published data; to ask it alone, untick them under “Data to ask”.')
  }

  /** Give the files that are to be asked. */
  asked () { return [...this.files.values()].filter(file => file.isAsked) }

  show () {
    this.list.replaceChildren(...[...this.files.values()].map(file => this.item(file)))
  }

  item (file) {
    const box = Words.element('input', { type: 'checkbox' })
    box.checked = file.isAsked
    box.onchange = () => { file.isAsked = box.checked }
    const count = Words.element('span', { class: 'note' }, Words.say('{quads} トリプル', '{quads} triples', { quads: Words.grouped(file.quads) }))
    const check = this.button(Words.say('規則で確かめる', 'Check against the rules'), file.name, () => this.check(file.name))
    const away = this.button(Words.say('外す', 'Take away'), file.name, () => this.remove(file.name))
    return Words.element('li', {}, Words.element('label', {}, box, ` ${Words.say('問い合わせる', 'Ask it')}: `, Words.element('bdi', {}, file.name), ' ', count), ' ', check, ' ', away)
  }

  button (words, name, act) {
    const button = Words.element('button', { type: 'button', 'aria-label': `${words}: ${name}` }, words)
    button.onclick = act
    return button
  }

  async remove (name) {
    this.files.delete(name)
    await this.client.forget(name)
    this.changed()
    this.show()
    this.say(Words.say('{name} を外しました。', '{name} was taken away.', { name }))
    this.input.focus()
  }
}
