"""The page of a plan over all its years: the years, and its policies with their counts in each."""

from collections.abc import Mapping

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, rdf, skos
from kyodo_lod.site.published import Published
from kyodo_lod.site.tally import Tally, declared, tally


def plan_values(plan: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a plan shows.

    Args:
        plan: its IRI.
        published: what is published.
    """
    data = published.data
    scheme = data.one(plan, kyo.policyScheme)
    years = years_of(plan, published)
    policies = sorted(data.holders(skos.inScheme, scheme), key=data.position) if scheme else []
    return {
        "city": data.one(plan, dct.creator),
        "ordinal": data.number(plan, kyo.ordinal),
        "scheme": scheme,
        "notation": skos.notation,
        "years": [(each, declared(each, published), count(each, published)) for each in years],
        "policies": [(policy, _counts(policy, years, published)) for policy in policies],
    }


def years_of(plan: NamedNode, published: Published) -> list[NamedNode]:
    """Give the years' plans of a plan, by year."""
    data = published.data
    parts = data.holders(dct.isPartOf, plan)
    years = (each for each in parts if kyo.ImplementationPlan in data.all(each, rdf.type))
    return sorted(years, key=published.year_of)


def count(year_plan: NamedNode, published: Published) -> int:
    """Give the number of projects that a year's plan lists."""
    return len(published.register.of_plan.get(year_plan, ()))


def _counts(policy: NamedNode, years: list[NamedNode], published: Published) -> list[Tally | None]:
    """Give the policy's count in each of the years; None where that year's plan has no such section."""
    sections = published.data.holders(kyo.coversPolicy, policy)
    counted = {each.plan: each for each in (tally(s, published) for s in sections)}
    return [counted.get(year) for year in years]
