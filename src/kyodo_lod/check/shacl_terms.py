"""Terms of SHACL's namespace that SHACL does not have, or whose demands nobody here checks.

Such a term demands nothing, and no engine says so: a typing error would pass everything.
"""

import difflib
from collections.abc import Iterator
from functools import lru_cache

from kyodo_lod.bilingual import NOTHING, Bilingual, nearest
from kyodo_lod.check.naming import holder_name
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

_UNSUPPORTED = frozenset({"js", "rule", "expression", "values", "filterShape", "nodes"})
#: SHACL 1.0, SHACL Advanced Features and SHACL JavaScript Extensions; components are told by their ends
_LISTED = """
    AbstractResult BlankNode BlankNodeOrIRI BlankNodeOrLiteral ConstraintComponent Function IRI
    IRIOrLiteral Info JSConstraint JSExecutable JSFunction JSLibrary JSRule JSTarget JSTargetType
    JSValidator Literal NodeKind NodeShape Parameter Parameterizable PrefixDeclaration PropertyGroup
    PropertyShape ResultAnnotation Rule SPARQLAskExecutable SPARQLAskValidator SPARQLConstraint
    SPARQLConstructExecutable SPARQLExecutable SPARQLFunction SPARQLRule SPARQLSelectExecutable
    SPARQLSelectValidator SPARQLTarget SPARQLTargetType SPARQLUpdateExecutable Severity Shape Target
    TargetType TripleRule ValidationReport ValidationResult Validator Violation Warning
    alternativePath and annotationProperty annotationValue annotationVarName ask class closed
    condition conforms construct datatype deactivated declare defaultValue description detail
    disjoint entailment equals expression filterShape flags focusNode group hasValue
    ignoredProperties in intersection inversePath js jsFunctionName jsLibrary jsLibraryURL
    labelTemplate languageIn lessThan lessThanOrEquals maxCount maxExclusive maxInclusive maxLength
    message minCount minExclusive minInclusive minLength name namespace node nodeKind nodeValidator
    nodes not object oneOrMorePath optional or order parameter path pattern predicate prefix
    prefixes property propertyValidator qualifiedMaxCount qualifiedMinCount qualifiedValueShape
    qualifiedValueShapesDisjoint result resultAnnotation resultMessage resultPath resultSeverity
    returnType rule select severity shapesGraph shapesGraphWellFormed sourceConstraint
    sourceConstraintComponent sourceShape sparql subject suggestedShapesGraph target targetClass
    targetNode targetObjectsOf targetSubjectsOf this union uniqueLang update validator value values
    xone zeroOrMorePath zeroOrOnePath
    """
_TERMS = frozenset(_LISTED.split())
#: to be found whatever the case
_BY_LETTERS = {term.lower(): term for term in sorted(_TERMS)}


def doubtful_terms(shapes: Shapes) -> list[Bilingual]:
    """Say of each such term which shape has it, and which term may be meant; sorted.

    Args:
        shapes: any shapes.
    """
    found = {  # named only where there is a doubt: of deep shapes that takes long
        (name, holder_name(shapes, subject))
        for name, subject in _stated(shapes)
        if name in _UNSUPPORTED or not _is_known(name)
    }
    return [
        _unsupported(name, holder) if name in _UNSUPPORTED else _unknown(name, holder)
        for name, holder in sorted(found)
    ]


def _stated(shapes: Shapes) -> Iterator[tuple[str, Node]]:
    """Give the local name of each term of SHACL's namespace, with the subject of its statement."""
    for subject, properties in shapes.graph.by_subject.items():
        for predicate, values in properties.items():
            if name := _name(predicate):
                yield name, subject
            for value in values:
                name = _name(value) if isinstance(value, NamedNode) else ""
                if name and (value == predicate or name not in _UNSUPPORTED):
                    yield name, subject


@lru_cache(maxsize=1024)  # a few terms stand in thousands of statements
def _name(term: NamedNode) -> str:
    """Give the local name of a term of SHACL's namespace; empty for any other."""
    return term.value.removeprefix(sh.iri) if term.value.startswith(sh.iri) else ""


def _is_known(name: str) -> bool:
    return name in _TERMS or not name or name.endswith("ConstraintComponent") or "-" in name


def _unknown(name: str, holder: str) -> Bilingual:
    near = difflib.get_close_matches(name.lower(), sorted(_BY_LETTERS), 1, 0.5)
    hint = nearest([f"sh:{_BY_LETTERS[one]}" for one in near])
    ja, en = _where(holder)
    return Bilingual(
        f"{ja}sh:{name} は SHACL にない語で、何も求めません。{hint.ja}",
        f"{en}sh:{name} is no term of SHACL, so it demands nothing{hint.en}",
    )


def _unsupported(name: str, holder: str) -> Bilingual:
    ja, en = _where(holder)
    return Bilingual(
        f"{ja}sh:{name} には対応していません。何も求めないものとして扱います。",
        f"{en}sh:{name} is not supported here, so it demands nothing",
    )


def _where(holder: str) -> Bilingual:
    return Bilingual(f"{holder}: ", f"{holder}: ") if holder else NOTHING
