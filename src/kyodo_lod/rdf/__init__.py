"""RDF itself: terms, vocabularies, formats, a store. Knows nothing of plans; the door to pyoxigraph and rdflib."""
