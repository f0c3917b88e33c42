"""The figures: for each year's plan how its projects spread over policies, bureaus and sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kyodo_lod.rdf.terms import TRUE, NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo
from kyodo_lod.site.bars import Bars, bars, drawn
from kyodo_lod.site.flow import Sankey
from kyodo_lod.site.matrix import Matrix, matrix
from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import (
    Responsibility,
    policies,
    projects_by,
    responsibilities,
)
from kyodo_lod.site.sankey import sankey
from kyodo_lod.site.search_data import key


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What is drawn of a year's plan.

    Args:
        plan: its IRI.
        city: whose plan it is; None where the data do not say.
        path: of the page that draws it, in the site.
        projects: how many it lists.
        new: how many of them are marked as new.
        policies: how many projects each has.
        found: who is responsible for what.
        matrix: bureaus by policies.
        sankey: policies to bureaus to sections.
        sections: how many projects each has.
    """

    plan: NamedNode
    city: NamedNode | None
    path: str
    projects: int
    new: int
    policies: Bars
    found: tuple[Responsibility, ...]
    matrix: Matrix
    sankey: Sankey
    sections: Bars

    @property
    def is_shared(self) -> bool:
        """Whether a project counts for several sections."""
        return len(self.found) > self.matrix.projects


def figures_path(plan: NamedNode, published: Published) -> str:
    """Give where a year's plan is drawn: `id/072036/plan/kyodo-2/fy2018/figures.html`."""
    return f"{published.places.page(plan).removesuffix('.html')}/figures.html"


def figures_values(published: Published) -> Mapping[str, object]:
    """Give what the page of all figures shows: each plan in short; the only one whole."""
    return {"plans": list(drawn_plans(published)), "search_key": partial(key, published=published)}


def plan_pages(published: Published) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give the page of each year's plan."""
    for drawn_plan in drawn_plans(published):
        yield (
            drawn_plan.path,
            {"drawn": drawn_plan, "search_key": partial(key, published=published)},
        )


def drawn_plans(published: Published) -> Iterator[PlanFigures]:
    """Draw each year's plan that has a page."""
    for plan in published.plans:
        if published.places.has_page(plan):
            yield plan_figures(plan, published)


def plan_figures(plan: NamedNode, published: Published) -> PlanFigures:
    """Draw a year's plan.

    Args:
        plan: its IRI.
        published: what is published.
    """
    found = responsibilities(plan, published)
    columns = policies(plan, found, published)
    projects = list(published.projects(plan))
    counts = projects_by(found, lambda each: each.policy)
    marked = (published.data.graph.objects(each, kyo.markedNew) for each in projects)
    return PlanFigures(
        plan=plan,
        city=published.data.one(plan, dct.creator),
        path=figures_path(plan, published),
        projects=len(projects),
        new=sum(TRUE in marks for marks in marked),
        policies=drawn(counts, columns, published),
        found=tuple(found),
        matrix=matrix(found, columns, published),
        sankey=sankey(found, columns, published),
        sections=bars(found, published),
    )
