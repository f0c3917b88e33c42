// What the page tells the store, written down for the tests of its scripts alone.
const NAMES = {
  kyo: 'https://w3id.org/kyodo-lod/def#', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#', dct: 'http://purl.org/dc/terms/', skos: 'http://www.w3.org/2004/02/skos/core#',
}
export const rule = {
  prefixes: NAMES,
  places: {
    home: 'https://w3id.org/kyodo-lod/', canonical: 'https://w3id.org/kyodo-lod/', odd: {},
    paged: [`${NAMES.kyo}PlannedProject`, `${NAMES.kyo}SourceDocument`], inside: [`${NAMES.kyo}SourcePassage`], dataset: 'http://www.w3.org/ns/dcat#Dataset',
  },
}
