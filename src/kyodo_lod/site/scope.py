"""What the page of a thing tells besides the thing: a row for each class, one function each.

What is told whole belongs to the thing: its sub-items, the lines it was read from. What is told in
brief is only named or listed with it: name, number, place in the order, who answers for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct, kyo, org, prov, rdf, skos
from kyodo_lod.site import units
from kyodo_lod.site.passages import passages_of
from kyodo_lod.site.published import Published


@dataclass(frozen=True, slots=True)
class Scope:
    """What is told with a thing.

    Args:
        whole: of which everything is told.
        brief: of which the little is told that lists show.
    """

    whole: Iterable[NamedNode]
    brief: Iterable[NamedNode]


def scope(thing: NamedNode, published: Published) -> Scope:
    """Give what is told with a thing that has a page.

    Args:
        thing: its IRI.
        published: what is published.
    """
    types = published.data.all(thing, rdf.type)
    of = next((_OF[each] for each in types if each in _OF), None)
    return of(thing, published) if of else Scope((), ())


def _project(project: NamedNode, published: Published) -> Scope:
    data, listed = published.data, published.register.listed[project]
    items = sorted(data.all(project, kyo.subItem), key=data.position)
    named = [*data.all(project, kyo.basicPolicy), *data.all(project, dct.isPartOf)]
    paths = [each for unit in listed.units for each in units.path(unit, data)]
    dataset = published.dataset(listed.plan) if listed.plan else None
    others = [each.project for each in published.register.same_name(project)]
    brief = [*named, *paths, *([dataset] if dataset else []), *others]
    return Scope([*items, *passages_of(project, data)], brief)


def _policy(policy: NamedNode, published: Published) -> Scope:
    sections = published.data.holders(kyo.coversPolicy, policy)
    listed = published.register.of_policy.get(policy, ())
    return Scope(sections, [each.project for each in listed])


def _year_plan(plan: NamedNode, published: Published) -> Scope:
    data = published.data
    sections = _of_class(data.parts(plan), kyo.PolicySection, published)
    dataset = published.dataset(plan)
    return Scope(
        [*sections, *passages_of(plan, data)],
        [*([dataset] if dataset else []), *published.projects(plan)],
    )


def _plan(plan: NamedNode, published: Published) -> Scope:
    data = published.data
    schemes = data.all(plan, kyo.policyScheme)
    policies = [each for scheme in schemes for each in data.holders(skos.inScheme, scheme)]
    return Scope([*schemes, *policies], data.holders(dct.isPartOf, plan))


def _unit(unit: NamedNode, published: Published) -> Scope:
    data, of_unit = published.data, published.register.of_unit
    under = units.all_below(unit, data)
    listed = [each.project for one in (unit, *under) for each in of_unit.get(one, ())]
    return Scope((), [*units.path(unit, data), *under, *listed])


def _municipality(city: NamedNode, published: Published) -> Scope:
    data = published.data
    made = data.holders(dct.creator, city)
    return Scope(data.all(city, dct.spatial), [*made, *data.holders(org.unitOf, city)])


def _fiscal_year(year: NamedNode, published: Published) -> Scope:
    named = published.data.holders(kyo.fiscalYear, year)
    return Scope((), _of_class(named, kyo.ImplementationPlan, published))


def _document(document: NamedNode, published: Published) -> Scope:
    data = published.data
    places = data.holders(dct.isPartOf, document)
    facts = [each for place in places for each in data.holders(prov.wasDerivedFrom, place)]
    derived = data.holders(prov.wasDerivedFrom, document)
    datasets = _of_class(derived, dcat.Dataset, published)
    plans = _of_class(derived, kyo.ImplementationPlan, published)
    return Scope(places, [*plans, *datasets, *facts])


def _of_class(
    things: Iterable[NamedNode], class_: NamedNode, published: Published
) -> list[NamedNode]:
    return [each for each in things if class_ in published.data.all(each, rdf.type)]


_OF: dict[NamedNode, Callable[[NamedNode, Published], Scope]] = {
    kyo.PlannedProject: _project,
    kyo.BasicPolicy: _policy,
    kyo.ImplementationPlan: _year_plan,
    kyo.Plan: _plan,
    kyo.SourceDocument: _document,
    kyo.FiscalYear: _fiscal_year,
    org.FormalOrganization: _municipality,
    org.OrganizationalUnit: _unit,
}
