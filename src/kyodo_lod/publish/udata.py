"""The catalogue as udata takes it, where udata collides with the standard.

`catalog.ttl` keeps to DCAT-AP. This profile says the same in words that udata (17.18) reads:

* a checksum as a plain string, because an xsd:hexBinary makes the whole file invalid;
* a period as two days in one literal, because udata fetches an IRI over the network;
* no series, because udata makes an empty dataset of it;
* keywords in English only, because udata spells Japanese ones out as Chinese.
"""

from collections.abc import Iterable, Sequence

from kyodo_lod.publish.entry import Entry
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, Triples, string
from kyodo_lod.rdf.vocabulary import dcat, dct, skos, spdx

_ENGLISH = (dcat.keyword, skos.prefLabel)


def udata_triples(triples: Iterable[Triple], entries: Sequence[Entry]) -> Triples:
    """Describe the catalogue for udata.

    Args:
        triples: the catalogue.
        entries: the datasets in it.
    """
    periods = {entry.iris.fiscal_year: _period(entry) for entry in entries}
    left_out = {*periods, *(entry.iris.series for entry in entries)}
    for triple in triples:
        if triple.subject not in left_out and not _is_unfit(triple):
            yield _in_their_words(triple, periods)


def _period(entry: Entry) -> Literal:
    year = entry.manifest.document.fiscal_year
    return string(f"{year}-04-01/{year + 1}-03-31")


def _is_unfit(triple: Triple) -> bool:
    value = triple.object
    in_english = isinstance(value, Literal) and value.language == "en"
    return triple.predicate == dcat.inSeries or (triple.predicate in _ENGLISH and not in_english)


def _in_their_words(triple: Triple, periods: dict[NamedNode, Literal]) -> Triple:
    value = triple.object
    if triple.predicate == spdx.checksumValue and isinstance(value, Literal):
        return Triple(triple.subject, triple.predicate, string(value.value))
    if triple.predicate == dct.temporal and isinstance(value, NamedNode):
        return Triple(triple.subject, triple.predicate, periods[value])
    return triple
