"""What `explain` and docs/rules.md say of a rule, in the order in which they say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.components import COMPONENTS, Component
from kyodo_lod.check.examples import Example, examples
from kyodo_lod.check.repair import repair_in_document
from kyodo_lod.check.rules import Explanation, Part, explanations, parts, unfilled
from kyodo_lod.finding import SHAPES, Severity, short_rule

_WHY = Bilingual("理由", "Why")
_IN_DOCUMENT = Bilingual("文書での直し方", "Repair in the document")
_IN_RDF = Bilingual("RDF での直し方", "Repair in the RDF")
_QUERY = Bilingual("これを見つける SPARQL", "The SPARQL that finds it")
_EXAMPLE = Bilingual("例", "Example")
_FAILING = {
    "document": Bilingual("指摘される例 (文書)", "Fails (document)"),
    "rdf": Bilingual("指摘される例 (RDF)", "Fails (RDF)"),
}
_PASSING = {
    "document": Bilingual("指摘されない例 (文書)", "Passes (document)"),
    "rdf": Bilingual("指摘されない例 (RDF)", "Passes (RDF)"),
}
_SHAPE = Bilingual("シェイプの例", "A shape")
_SPECIFICATION = Bilingual("仕様", "Specification")
_OF_A_SHAPE = Bilingual(
    "--shapes で渡したシェイプがそう決めているからです。名前 (IRI) のないシェイプの指摘は、この名前で呼びます。",
    "The shapes given with --shapes say so; a finding of a shape without a name (IRI) is called by this one.",
)
_SHARED = Bilingual(
    "ほかの規則が使う条件です。単独では指摘されず、それを使う規則の指摘の下に出ます。直し方は、その規則が言います。",
    "A condition that other rules use. It is never found by itself: it stands below the findings of"
    " those rules, which say what to repair.",
)
_MEETS = Bilingual("条件", "Condition")
_USED_BY = Bilingual("使う規則", "Used by")
#: how an example says that a property lacks
_LACKING = re.compile(r"^# ✗ (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page.

    Args:
        head: what it tells.
        text: in words; may be empty.
        code: an excerpt of a document or a graph; may be empty.
        kind: of the excerpt: `document`, `rdf` or `sparql`.
        source: the file that it is cut from; empty where there is none.
    """

    head: Bilingual
    text: Bilingual = NOTHING
    code: Bilingual = NOTHING
    kind: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All there is to say of a rule.

    Args:
        name: as `validate` prints it.
        iri: what names it in machine formats.
        severity: of its findings; None where the shape that uses it says so.
        demand: what it demands.
        sections: the rest.
    """

    name: str
    iri: str
    severity: Severity | None
    demand: Bilingual
    sections: tuple[Section, ...]


def pages() -> dict[str, Page]:
    """Give the pages by name: of our rules, of the parts they share, of the components of SHACL."""
    known = examples()
    rules = {
        name: Page(
            name,
            SHAPES + name,
            rule.severity,
            unfilled(rule.message),
            tuple(_of_rule(rule, known.get(name, []))),
        )
        for name, rule in explanations().items()
    }
    shared = {part.name: _of_part(part) for part in parts()}
    return rules | shared | {page.name: page for page in map(_of_component, COMPONENTS.values())}


def _of_rule(rule: Explanation, known: list[Example]) -> Iterator[Section]:
    yield Section(_WHY, rule.why)
    yield Section(_IN_DOCUMENT, repair_in_document(rule.name))
    if rule.repair.en:
        yield Section(_IN_RDF, rule.repair)
    if rule.query:
        yield Section(_QUERY, code=_same(rule.query), kind="sparql")
    yield Section(_EXAMPLE, rule.example)
    for example in known:
        yield from _of_example(example)


def _of_example(example: Example) -> Iterator[Section]:
    kind = example.kind
    failing = Bilingual(
        _LACKING.sub(r"# \1 がない", example.failing), _LACKING.sub(r"# no \1", example.failing)
    )
    yield Section(_FAILING[kind], example.message, failing, kind, example.fails)
    yield Section(_PASSING[kind], NOTHING, _same(example.passing), kind, example.passes)


def _of_part(part: Part) -> Page:
    sections = (
        Section(_WHY, _SHARED),
        Section(_MEETS, part.condition),
        Section(_USED_BY, _same(", ".join(part.users))),
    )
    return Page(part.name, SHAPES + part.name, None, part.label, sections)


def _of_component(component: Component) -> Page:
    sections = (
        Section(_WHY, _OF_A_SHAPE),
        Section(_IN_RDF, component.repair),
        Section(_SHAPE, code=_same(_shape(component)), kind="rdf"),
        Section(_FAILING["rdf"], code=_same(component.failing), kind="rdf"),
        Section(_PASSING["rdf"], code=_same(component.passing), kind="rdf"),
        Section(_SPECIFICATION, _same(component.reference)),
    )
    return Page(short_rule(component.iri), component.iri, None, component.demand, sections)


def _shape(component: Component) -> str:
    """Write the shape with each of its constraints on a line of its own."""
    constraints = component.shape.replace("] ; sh:", "] ;\n    sh:")
    return f"[] sh:path ex:p ;\n    {constraints} ."


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)
