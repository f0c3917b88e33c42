"""The page of a basic policy: its projects year by year, and who is responsible for them."""

from collections.abc import Iterable, Mapping

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo, skos
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed
from kyodo_lod.site.tally import Tally, tally, units_of


def policy_values(policy: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a basic policy shows.

    Args:
        policy: its IRI.
        published: what is published.
    """
    data = published.data
    entries = published.register.of_policy.get(policy, [])
    return {
        "number": data.plain(policy, skos.notation),
        "years": _years(policy, entries, published),
        "units": units_of(entries),
    }


def _years(
    policy: NamedNode, entries: Iterable[Listed], published: Published
) -> list[tuple[NamedNode, Tally, list[Listed]]]:
    """Give each year's plan with its count and its projects; also one without a project."""
    listed = dict(published.register.by_plan(entries))
    sections = published.data.holders(kyo.coversPolicy, policy)
    counted = {each.plan: each for each in (tally(s, published) for s in sections) if each.plan}
    plans = sorted({**counted, **listed}, key=published.year_of)
    return [
        (
            plan,
            counted.get(plan) or Tally(None, plan, policy, 0, len(listed[plan])),
            listed.get(plan, []),
        )
        for plan in plans
    ]
