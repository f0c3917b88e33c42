"""A diagram of our classes: a box for each, with its plain properties; an arrow for each link."""

from collections.abc import Iterable, Sequence

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.publish.pages.drawing import Box, Diagram, Link
from kyodo_lod.publish.pages.layout import laid_out
from kyodo_lod.publish.pages.terms import Reference, Term


def diagram(terms: Iterable[Term], language: Language) -> Diagram:
    """Draw the classes and what links them.

    Args:
        terms: the vocabulary.
        language: of the names.
    """
    known = list(terms)
    boxes = {box.key: box for box in _boxes(known, language)}
    return laid_out(boxes, _links(known, language))


def _boxes(terms: Sequence[Term], language: Language) -> Iterable[Box]:
    for term in terms:
        if term.is_class:
            yield Box(
                term.iri,
                term.label.text(language),
                f"kyo:{term.anchor}",
                _inside(term, terms, language),
            )
    own = {term.iri for term in terms}
    ends = (end for term in terms if term.is_link for end in (*term.domain, *term.range))
    for end in ends:
        if end.iri not in own:
            yield Box(end.iri, end.name, "", foreign=True)


def _inside(term: Term, terms: Sequence[Term], language: Language) -> tuple[str, ...]:
    above = [
        f"⊂ {_word(each, language)}"
        for title, found in term.relations
        if title == Bilingual("上位のクラス", "Superclass")
        for each in found
    ]
    plain = [
        f"• {each.label.text(language)}"
        for each in terms
        if not each.is_class and not each.is_link and term.iri in {d.iri for d in each.domain}
    ]
    return (*above, *plain)


def _word(reference: Reference, language: Language) -> str:
    return reference.label.text(language) if reference.label else reference.name


def _links(terms: Sequence[Term], language: Language) -> list[Link]:
    """Give one link for all properties between the same two classes."""
    labels: dict[tuple[str, str], list[str]] = {}
    for term in terms:
        if term.is_link:
            for source in term.domain:
                for target in term.range:
                    found = labels.setdefault((source.iri, target.iri), [])
                    found.append(term.label.text(language))
    return [Link(source, target, tuple(found)) for (source, target), found in labels.items()]
