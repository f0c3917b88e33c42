'use strict'
/**
 * What the SPARQL page says of what cannot be done, by the names of refusals: place, what, remedy.
 */
const SparqlWords = (() => {
  const REFUSALS = {
    service: ['SERVICE は使えません。このページは外部に問い合わせません。必要なデータは「自分のデータ」に置いてください。', 'SERVICE is refused: this page asks no other server. Put the data you need under “Data of your own”.'],
    from: ['FROM が名指しする {graph} は読み込まれていません。FROM を消すか、「自分のデータ」にそのグラフを含むファイルを置いてください。', 'FROM names {graph}, which is not loaded and is not fetched. Remove FROM, or put a file with that graph under “Data of your own”.'],
    prefix: ['{place}接頭辞 {prefix} の宣言がありません。PREFIX で宣言してください。', '{place}the prefix {prefix} is not declared; declare it with PREFIX.'],
    empty: ['問いが空です。例の問いを選ぶか、SPARQL を書いてください。', 'The query is empty; choose a sample query, or write SPARQL.'],
    update: ['データを変える文 (INSERT、DELETE など) は使えません。SELECT、ASK、CONSTRUCT、DESCRIBE を使ってください。', 'Data cannot be changed (INSERT, DELETE and the like); use SELECT, ASK, CONSTRUCT or DESCRIBE.'],
    query: ['{place}ここは SPARQL として読めません。', '{place}this cannot be read as SPARQL.'],
    evaluation: ['実行できません。', 'This cannot be run.'],
    'deep-query': ['括弧の入れ子が深すぎます (上限 200)。', 'nests brackets too deep (limit 200).'],
    exhausted: ['記憶領域が足りなくなり、止まりました。答えの行数を減らしてください (LIMIT など)。', 'ran out of memory and was stopped; ask for fewer rows (with LIMIT, say).'],
    format: ['{file}: 名前から RDF の形式が分かりません。.ttl .nt .nq .trig .jsonld .rdf のどれかにしてください。', '{file}: its name does not tell an RDF format; it must end in .ttl .nt .nq .trig .jsonld or .rdf.'],
    encoding: ['{file}: UTF-8 ではありません。UTF-8 で保存し直してください。', '{file}: is not UTF-8; save it as UTF-8.'],
    size: ['{file}: 大きすぎます ({size}、上限 20 MB)。大きなデータには kyodo-lod query --data を使ってください。', '{file}: is too big ({size}, limit 20 MB). For large data use kyodo-lod query --data.'],
    depth: ['{file}: {place}入れ子が深すぎます (上限 500)。', '{file}: {place}nests too deep (limit 500).'],
    context: ['{file}: {place}外部の @context {url} は取得しません。文書の中に @context を書いてください。', '{file}: {place}a remote @context {url} is never fetched; write the @context into the document.'],
    relative: ['{file}: {place}相対 IRI {iri} があります。完全な IRI か、もとになる base を書いてください。', '{file}: {place}holds a relative IRI {iri}; write it whole, or declare a base.'],
    syntax: ['{file}: {place}ここは RDF として読めません。', '{file}: {place}this cannot be read as RDF of that format.'],
    missing: ['{file} を読み込めません。接続を確かめて、もう一度実行してください。', '{file} cannot be loaded; check the connection, and run it again.'],
    local: ['ファイルとして開いたこのページでは、SPARQL を実行できません。ウェブサーバーから開くか、一つの HTML ファイルにした版 (kyodo-lod site --single-file) を使ってください。', 'Opened as a file, this page cannot run SPARQL. Open it from a web server, or use the version that is one HTML file (kyodo-lod site --single-file).'],
    endpoint: ['{said}', '{said}'],
    unreachable: ['サーバーに届きません。接続を確かめて、もう一度実行してください。', 'The server cannot be reached; check the connection, and run it again.'],
    left: ['止めました。', 'Stopped.'],
    stopped: ['止めました。次に実行するとき、データを読み込み直します。', 'Stopped. The data are taken in again when you run the next query.'],
  }
  const LONGEST = 200

  /**
   * Give the words for a refusal.
   * @param {{kind: string, line?: number, column?: number}} refusal
   * @returns {string}
   */
  const refusal = ({ kind, line, column, ...details }) => {
    const [ja, en] = REFUSALS[kind] ?? REFUSALS.evaluation
    return Words.say(ja, en, { file: '', url: '', iri: '', graph: '', ...details, place: place(line, column) })
  }

  /**
   * Give what the engine itself says of it, which is English, to be opened by those who want it.
   * @param {{reason?: string}} refusal
   * @returns {HTMLElement[]} one, or none where it says nothing
   */
  const detail = ({ reason = '' }) => {
    if (!reason) return []
    const short = reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason
    return [Words.element('details', {}, Words.element('summary', {}, Words.say('くわしく (英語)', 'Details')), Words.element('code', { lang: 'en' }, short))]
  }

  const place = (line, column) => {
    if (!line) return ''
    return column ? Words.say('{line} 行 {column} 列: ', 'line {line}, column {column}: ', { line, column }) : Words.say('{line} 行: ', 'line {line}: ', { line })
  }

  return Object.freeze({ refusal, detail })
})()
