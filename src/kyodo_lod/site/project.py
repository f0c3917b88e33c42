"""The page of a planned project: what this year's plan states of it, line by line."""

from collections.abc import Mapping

from kyodo_lod.rdf.terms import TRUE, NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdf, skos
from kyodo_lod.site.published import Published


def project_values(project: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a planned project shows.

    Args:
        project: its IRI.
        published: what is published.
    """
    data = published.data
    plan = data.one(project, dct.isPartOf)
    policy = data.one(project, kyo.basicPolicy)
    return {
        "plan": plan,
        "policy": policy,
        "policy_number": data.plain(policy, skos.notation) if policy else "",
        "order": data.number(project, kyo.listOrder),
        "document_order": data.number(project, kyo.documentOrder),
        "name": data.text(project, kyo.nameAsListed),
        "description": data.text(project, dct.description),
        "is_new": TRUE in data.graph.objects(project, kyo.markedNew),
        "units": data.all(project, kyo.responsibleUnit),
        "unit_text": data.plain(project, kyo.unitAsListed),
        "accounts": data.all(project, kyo.account),
        "sub_items": sorted(data.all(project, kyo.subItem), key=data.position),
        "passages": _passages(project, published),
        "neighbours": _neighbours(project, plan, published),
    }


def _passages(project: NamedNode, published: Published) -> list[NamedNode]:
    derived = published.data.all(project, prov.wasDerivedFrom)
    return [each for each in derived if kyo.SourcePassage in published.data.all(each, rdf.type)]


def _neighbours(
    project: NamedNode, plan: NamedNode | None, published: Published
) -> tuple[NamedNode | None, NamedNode | None]:
    """Give the projects before and after this one in the document."""
    listed = list(published.projects(plan)) if plan else []
    at = listed.index(project) if project in listed else 0
    before, after = listed[:at][-1:], listed[at + 1 :][:1]
    return next(iter(before), None), next(iter(after), None)
