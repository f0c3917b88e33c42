// The search, over what this checkout publishes (test_scripts.py says where) and over hostile names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page, plain, run } from './scripts.mjs'

const SCRIPTS = [
  'words.js', 'tables.js', 'vendor/minisearch.js', 'letters.js', 'search-index.js', 'search-facets.js',
  'search-address.js', 'search-table.js', 'search-hits.js', 'search-panel.js',
]
const globals = lang => ({ ...page(lang), URLSearchParams })
const load = (wanted, lang = 'ja') => run(SCRIPTS, wanted, globals(lang))
const [Letters, SearchIndex, SearchFacets, SearchAddress, SearchPanel] =
  load('[Letters, SearchIndex, SearchFacets, SearchAddress, SearchPanel]')
const REAL = plain(run([process.env.SEARCH_DATA], 'SearchData'))

const HOSTILE = ['<script>alert(1)</script>事業', '"引用" \'符\' & &amp; ]]>', '.*[(^$\\', 'ｶﾞｲﾄﾞ㈱①', 'שלום 事業', 'Z̴̡a̶l̷g̸o', 'ΟΔΟΣ ΟΔΌΣ', '__proto__ constructor', '𠮷野家👩‍👩‍👧', '長'.repeat(3000)]
const bare = { plans: [], policies: [], bureaus: [], units: [], accounts: [] }
const project = name => ({ page: 'p.html', iri: 'i', name, text: '', order: '1', plans: [], policies: [], bureaus: [], units: [], unitText: '', accounts: [], new: false, source: ['', ''] })
const MEAN = { ...bare, projects: HOSTILE.map(project) }

/** What holds all words of a query, found without any of the site's scripts. */
const expected = (data, query) => {
  const fold = text => text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
  const words = fold(query).split(/[\s、,"“”„「」『』]+/).filter(Boolean)
  const texts = data.projects.map(each => [each.name, each.text, each.unitText, ...each.units.map(nth => data.units[nth].name[0]), ...each.bureaus.map(nth => data.bureaus[nth].name[0])].map(fold))
  return texts.flatMap((text, id) => words.every(word => text.some(each => each.includes(word))) ? [id] : [])
}

/** An index that stands. */
const grown = async data => {
  const index = SearchIndex.make(data)
  await index.grow(async () => {})
  return index
}

const found = (index, query) => [...index.find(Letters.words(query))]
const sorted = ids => [...ids].sort((one, other) => one - other)

const substrings = names => {
  const letters = names.map(name => [...name])
  return [...new Set(letters.flatMap(name => name.flatMap((_, at) => [2, 3].map(length => name.slice(at, at + length).join('')))))]
}

test('what looks alike is alike', () => {
  for (const [one, other] of [['ＮＰＯ', 'npo'], ['６次', '6次'], ['㈱', '(株)'], ['（株）', '(株)'], ['ｶﾞｲﾄﾞ', 'ガイド'], ['ΟΔΟΣ', 'οδοσ'], ['か\u3099', 'が']]) {
    assert.equal(Letters.fold(one), Letters.fold(other), one)
  }
})

test('pairs of letters, and the last one alone', () => {
  assert.deepEqual(plain(Letters.pairs('防災課 NPO')), ['防災', '災課', '課', 'np', 'po', 'o'])
  assert.deepEqual(plain(Letters.pairs('𠮷野')), ['𠮷野', '野'])
  assert.deepEqual(plain(Letters.wanted(['防災課', '水'])), ['防災', '災課', '水'])
})

test('all 2 and 3 neighbouring letters of all names find what a plain look finds, before and after the index stands', async () => {
  const queries = substrings(REAL.projects.map(each => each.name))
  assert.ok(queries.length > 1000)
  const [before, after] = [SearchIndex.make(REAL), await grown(REAL)]
  for (const query of queries) {
    const right = expected(REAL, query)
    assert.deepEqual(sorted(found(before, query)), right, query)
    assert.deepEqual(sorted(found(after, query)), right, query)
  }
})

test('questions that people ask find what they should, however they are written', async () => {
  const index = await grown(REAL)
  for (const alike of [['ＮＰＯ', 'NPO', 'npo'], ['６次', '6次'], ['防災'], ['まちづくり'], ['町内会'], ['水'], ['PO'], ['こども　支援', '支援 こども'], ['市民部']]) {
    const right = expected(REAL, alike[0])
    assert.ok(right.length, alike[0])
    for (const query of alike) assert.deepEqual(sorted(found(index, query)), right, query)
  }
})

test('commas and quotation marks stand between words', async () => {
  const index = await grown(REAL)
  for (const query of ['町内会、防災', '町内会，防災', '“町内会” 「防災」', '"町内会","防災"']) {
    assert.deepEqual(plain(Letters.words(query)), ['町内会', '防災'], query)
    assert.deepEqual(sorted(found(index, query)), expected(REAL, '町内会 防災'), query)
  }
})

test('a number finds the project that has it, first, before and after the index stands', async () => {
  const at = REAL.projects.findIndex(each => each.order === '3' && REAL.policies[each.policies[0]].number === '7')
  for (const index of [SearchIndex.make(REAL), await grown(REAL)]) {
    for (const query of ['7-3', '7-03', '７－３', '07-03']) assert.deepEqual(found(index, query), [at], query)
    assert.deepEqual(found(index, '7-99'), [])
    assert.deepEqual(found(index, '7-3 どこにもない'), [])
    assert.deepEqual(found(index, `7-3 ${REAL.projects[at].name.slice(0, 2)}`), [at])
  }
})

test('names of policies are not searched with the projects, but told', async () => {
  const policies = query => plain(SearchIndex.policies(Letters.words(query), REAL)).map(each => each.number)
  assert.deepEqual(found(await grown(REAL), 'ICT'), [])
  assert.deepEqual(policies('ｉｃｔ'), ['3'])
  assert.deepEqual(policies('どこにもない'), [])
  assert.deepEqual(policies(' '), [])
})

test('a hit by the name of its section alone is known', () => {
  const inUnits = REAL.projects.filter(each => SearchIndex.isInUnitsOnly(each, REAL, ['防災'])).length
  const inText = REAL.projects.filter(each => `${each.name}${each.text}`.includes('防災')).length
  assert.ok(inUnits > 0)
  assert.equal(inUnits + inText, expected(REAL, '防災').length)
})

test('pairs that stand apart are no hit', async () => {
  const index = await grown({ ...bare, projects: ['防災 災課', '防災課'].map(project) })
  assert.deepEqual(found(index, '防災課'), [1])
})

test('hostile names are found like others, and hostile queries find nothing else', async () => {
  const index = await grown(MEAN)
  const queries = [...substrings(HOSTILE.slice(0, -1)), '<script>', '.*', '\\', '"', '(株)', 'ガイド', 'constructor', '__proto__', '長'.repeat(200), 'toString', '\u202e', '*'.repeat(200)]
  for (const query of queries) assert.deepEqual(sorted(found(index, query)), expected(MEAN, query), query)
})

test('no words find all, in the order of the documents', async () => {
  assert.deepEqual(found(await grown(REAL), ' 　'), REAL.projects.map((_, id) => id))
})

test('a name counts for more than a text, before and after the index stands', async () => {
  const named = REAL.projects.filter(each => each.name.includes('防災')).length
  assert.ok(named > 1)
  for (const index of [SearchIndex.make(REAL), await grown(REAL)]) {
    const names = found(index, '防災').map(id => REAL.projects[id].name)
    assert.ok(names.length > named)
    for (const name of names.slice(0, named)) assert.match(name, /防災/)
  }
})

test('hits are marked where they stand, and the text stays itself', () => {
  const show = (text, query, room) => plain(Letters.pieces(text, Letters.words(query), room)).map(each => each.isHit ? `[${each.text}]` : each.text).join('')
  assert.equal(show('ＮＰＯ法人とnpo', 'NPO'), '[ＮＰＯ]法人と[npo]')
  assert.equal(show('㈱市民と（株）', '(株)'), '[㈱]市民と[（株）]')
  assert.equal(show('ｶﾞｲﾄﾞ', 'ガイ'), '[ｶﾞｲ]ﾄﾞ')
  assert.equal(show('防災災害', '防災 災害'), '[防災災害]')
  assert.equal(show('<b>防災</b>', '<b>'), '[<b>]防災</b>')
  assert.equal(show('あいうえおかきくけこ', 'き', 6), '…おか[き]くけこ')
  assert.equal(show('あいうえお', '', 3), 'あいう…')
  assert.equal(show('a\u0301b', 'b', 1), '…[b]')
  for (const text of HOSTILE) assert.equal(plain(Letters.pieces(text, Letters.words('事業 a 長'))).map(each => each.text).join(''), text)
})

test('facets count what each choice would leave', () => {
  const facets = SearchFacets.make(REAL)
  assert.deepEqual(plain(facets.map(each => each.name)), ['policy', 'bureau', 'unit', 'new', 'account'])
  const all = REAL.projects.map((_, id) => id)
  const keys = { policy: [REAL.policies[2].key, REAL.policies[3].key], bureau: [REAL.bureaus[2].key] }
  const { hits, counts } = SearchFacets.narrow(facets, all, REAL.projects, keys)
  const right = (policies, bureaus) => all.filter(id =>
    policies.some(nth => REAL.projects[id].policies.includes(nth)) && bureaus.some(nth => REAL.projects[id].bureaus.includes(nth)))
  const every = list => list.map((_, nth) => nth)
  assert.deepEqual([...hits], right([2, 3], [2]))
  assert.deepEqual([...counts.policy], every(REAL.policies).map(nth => right([nth], [2]).length))
  assert.deepEqual([...counts.bureau], every(REAL.bureaus).map(nth => right([2, 3], [nth]).length))
})

test('a choice that there is not leaves nothing', () => {
  const facets = SearchFacets.make(REAL)
  assert.deepEqual([...SearchFacets.narrow(facets, [0, 1], REAL.projects, { policy: ['<script>'] }).hits], [])
})

test('a choice is taken and given back', () => {
  const once = SearchFacets.toggled({ new: ['yes'] }, 'policy', 'a')
  assert.deepEqual(plain(once), { new: ['yes'], policy: ['a'] })
  assert.deepEqual(plain(SearchFacets.toggled(once, 'policy', 'a')), { new: ['yes'], policy: [] })
})

test('of many options the ticked and those with most hits are shown', () => {
  const options = Array.from({ length: 30 }, (_, nth) => ({ key: `${nth}` }))
  const counts = Uint32Array.from(options, (_, nth) => nth % 7)
  assert.deepEqual([...SearchPanel.shownOf(options, ['29', '0'], counts, 3)].map(Number), [6, 13, 20, 29, 0])
  assert.equal(SearchPanel.shownOf(options.slice(0, 14), [], counts, 3).length, 14)
})

test('an address keeps a search, and a stranger’s address does no harm', () => {
  const names = ['policy', 'bureau', 'new']
  const search = { q: '防災 & "a=b" ?#%', chosen: { policy: ['072036/plan/kyodo-2/policy/1', "x'<&>"], bureau: [], new: ['yes'] }, sort: 'document' }
  assert.deepEqual(plain(SearchAddress.read(SearchAddress.write(search, names), names)), search)
  assert.match(SearchAddress.write(search, names), /&policy=072036\/plan\/kyodo-2\/policy\/1&/)
  assert.equal(SearchAddress.write(SearchAddress.read('', names), names), '')
  const mean = SearchAddress.read(`?q=${'長'.repeat(9999)}&sort=<b>&__proto__=x&policy=&${'bureau=a&'.repeat(3)}${Array.from({ length: 99 }, (_, nth) => `new=${nth}`).join('&')}`, names)
  assert.equal(mean.q.length, 200)
  assert.deepEqual([mean.sort, plain(mean.chosen.policy), plain(mean.chosen.bureau), mean.chosen.new.length], ['relevance', [], ['a'], 50])
})

test('the table has a row for each hit, named as published', () => {
  const [Table, Tables] = load('[SearchTable, Tables]')
  const at = REAL.projects.findIndex(each => each.name.startsWith('猪苗代湖の水'))
  const text = Tables.csv(Table.header(), [Table.row(REAL.projects[at], REAL)])
  assert.equal(text.split('\r\n')[0], '計画,基本施策番号,基本施策,施策内順,事業名_原文,会計,新規,事業計画,部局,担当課,出典,IRI')
  assert.match(text, /,4,[^,]+,15,猪苗代湖の水を守りたい事業【水道事業】,水道事業,,[^,]+,上下水道局,上下水道局総務課,69行目,https:\/\/w3id\.org\/kyodo-lod\/id\/072036\/plan\/kyodo-2\/fy2018\/p\/4-15\r\n$/)
  assert.equal(load('SearchTable', 'en').header()[4], 'Project')
})

test('pages are those of the page’s language', () => {
  assert.equal(load('Words', 'en').page('codes.html#account/suido'), 'codes.en.html#account/suido')
  assert.equal(load('Words').page('id/x.html'), 'id/x.html')
  assert.equal(load('Words').say('{toString}', ''), '{toString}')
})
