"""The page of codes: every scheme of ours with its concepts, and how often the plans use them."""

from collections.abc import Mapping
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, dct, org, skos
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed

_SCHEMES = f"{HOME}scheme/"
#: projects that are named at a code; of more only the number is told
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Code:
    """A concept of a scheme.

    Args:
        concept: its IRI.
        part: its HTML id.
        notation: the code as a text.
        definition: what it means.
        listed: the projects that are marked with it, the first of them.
        projects: how many there are in all.
        units: how many organisational units are classified so.
    """

    concept: NamedNode
    part: str
    notation: str
    definition: Bilingual
    listed: list[Listed]
    projects: int
    units: int


def codes_values(published: Published) -> Mapping[str, object]:
    """Give what the page of codes shows."""
    data = published.data
    schemes = [
        each for each in data.instances(skos.ConceptScheme) if each.value.startswith(_SCHEMES)
    ]
    return {
        "schemes": [
            (each, _part(each), data.text(each, dct.description), _codes(each, published))
            for each in sorted(schemes, key=lambda scheme: scheme.value)
        ]
    }


def _codes(scheme: NamedNode, published: Published) -> list[Code]:
    concepts = published.data.holders(skos.inScheme, scheme)
    return [_code(each, published) for each in concepts if each.value.startswith(_SCHEMES)]


def _code(concept: NamedNode, published: Published) -> Code:
    data = published.data
    listed = published.register.of_account.get(concept, [])
    return Code(
        concept,
        _part(concept),
        data.plain(concept, skos.notation),
        data.text(concept, skos.definition),
        listed[:_SHOWN],
        len(listed),
        len(data.holders(org.classification, concept)),
    )


def _part(thing: NamedNode) -> str:
    return thing.value.removeprefix(_SCHEMES)
