"""What the SPARQL editor completes: the terms of the vocabulary, and all others in use."""

from collections.abc import Iterator

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import owl, prefixes, rdf, rdfs
from kyodo_lod.site.published import Published

_PROPERTIES = (owl.ObjectProperty, owl.DatatypeProperty, owl.AnnotationProperty)


def terms(published: Published) -> Iterator[dict[str, str]]:
    """Give what the editor completes: the vocabulary's classes and properties, and all others in use."""
    data = published.data
    classes = {*data.instances(owl.Class), *_types(published)}
    properties = {*data.instances(*_PROPERTIES), *_predicates(published)}
    for kind, found in (("class", classes), ("property", properties)):
        for term in sorted(found, key=lambda term: term.value):
            name = _short(term)
            if name:
                label = data.text(term, rdfs.label)
                yield {"name": name, "kind": kind, "ja": label.ja, "en": label.en}


def _types(published: Published) -> Iterator[NamedNode]:
    for subject in published.data.graph.by_subject:
        yield from published.data.all(subject, rdf.type)


def _predicates(published: Published) -> Iterator[NamedNode]:
    for has in published.data.graph.by_subject.values():
        yield from has


def _short(term: NamedNode) -> str:
    """Give a term as it is written with one of our prefixes; empty where none fits."""
    for prefix, namespace in prefixes().items():
        local = term.value.removeprefix(namespace)
        if local != term.value and local.replace("_", "").replace("-", "").isalnum():
            return f"{prefix}:{local}"
    return ""
