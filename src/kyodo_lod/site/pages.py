"""The table of pages: one row for each class of things, one for each page about none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.render import Theme, write_page
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo, org
from kyodo_lod.site.published import Published
from kyodo_lod.site.schema_org import describe
from kyodo_lod.site.siblings import write_siblings
from kyodo_lod.site.trail import trail

THEME = Theme(Path(__file__).resolve().parent / "templates", "site.css")


def _resolve(function: str) -> Any:  # noqa: ANN401 (a row's function, typed where it is called)
    module, _, name = function.partition(":")
    return getattr(import_module(f"kyodo_lod.site.{module}"), name)


@dataclass(frozen=True, slots=True)
class Kind:
    """The pages of one class.

    Args:
        class_: whose things have a page each.
        name: of such a thing.
        template: of the page.
        values: `module:function` that gives what the template shows, resolved when called.
    """

    class_: NamedNode
    name: Bilingual
    template: str
    values: str

    def resolve_values(self) -> "Values":
        """Import and give the function that gives what the template shows."""
        values: Values = _resolve(self.values)
        return values


Values = Callable[[NamedNode, Published], Mapping[str, object]]

#: in the order in which they are written
KINDS = (
    Kind(
        kyo.PlannedProject,
        Bilingual("事業", "Planned project"),
        "project.html",
        "project:project_values",
    ),
    Kind(
        kyo.BasicPolicy,
        Bilingual("基本施策", "Basic policy"),
        "policy.html",
        "policy:policy_values",
    ),
    Kind(
        kyo.ImplementationPlan,
        Bilingual("年度の実施計画", "Implementation plan"),
        "year-plan.html",
        "year_plan:year_plan_values",
    ),
    Kind(kyo.Plan, Bilingual("計画", "Plan"), "plan.html", "plan:plan_values"),
    Kind(
        org.OrganizationalUnit,
        Bilingual("担当組織", "Organisational unit"),
        "unit.html",
        "unit:unit_values",
    ),
    Kind(
        org.FormalOrganization,
        Bilingual("自治体", "Municipality"),
        "municipality.html",
        "municipality:municipality_values",
    ),
    Kind(
        kyo.FiscalYear,
        Bilingual("年度", "Fiscal year"),
        "fiscal-year.html",
        "fiscal_year:fiscal_year_values",
    ),
    Kind(
        kyo.SourceDocument,
        Bilingual("もとの文書", "Source document"),
        "document.html",
        "document:document_values",
    ),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page about no single thing.

    Args:
        name: of the Japanese page, as a path in the site.
        template: of the page.
        values: `module:function` that gives what the template shows, resolved when called.
    """

    name: str
    template: str
    values: str

    def pages(self, published: Published) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Give name and values of its one page."""
        values: SheetValues = _resolve(self.values)
        yield self.name, values(published)


SheetValues = Callable[[Published], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Series:
    """Pages of one kind that are about no single thing: one for each query, say.

    Args:
        template: of each page.
        values: `module:function` that gives name and values of each, resolved when called.
    """

    template: str
    values: str

    def pages(self, published: Published) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Give name and values of each page."""
        values: SeriesValues = _resolve(self.values)
        yield from values(published)


SeriesValues = Callable[[Published], Iterator[tuple[str, Mapping[str, object]]]]

SHEETS: tuple[Sheet | Series, ...] = (
    Sheet("index.html", "home.html", "home:home_values"),
    Sheet("search.html", "search.html", "search:search_values"),
    Sheet("figures.html", "figures.html", "figures:figures_values"),
    Series("plan-figures.html", "figures:plan_pages"),
    Sheet("codes.html", "codes.html", "codes:codes_values"),
    Sheet("queries/index.html", "questions.html", "questions:questions_values"),
    Series("question.html", "questions:question_pages"),
    Sheet("quality.html", "quality.html", "quality:quality_values"),
    Series("dataset-quality.html", "quality:quality_pages"),
    Sheet("sparql.html", "sparql.html", "sparql:sparql_values"),
)

#: those that take the place of one above where `kyodo-lod serve` shows the site
SERVED: tuple[Sheet | Series, ...] = (
    Sheet("sparql.html", "sparql.html", "sparql:endpoint_values"),
)


def write_sheets(
    published: Published, made: Path, sheets: Iterable[Sheet | Series] = SHEETS
) -> None:
    """Write the pages about no single thing, each in both languages.

    Args:
        published: what is published.
        made: the unfinished folder.
        sheets: which of them.
    """
    for sheet in sheets:
        for name, values in sheet.pages(published):
            shown = {**_common(published), **values}
            write_page(made, name, sheet.template, published.home, shown, theme=THEME)


def _common(published: Published) -> dict[str, object]:
    return {"published": published, "places": published.places, "data": published.data}


def write_things(published: Published, made: Path, progress: Callable[[str], None]) -> None:
    """Write the pages of all things, each in both languages, and their data beside them.

    Args:
        published: what is published.
        made: the unfinished folder.
        progress: told what is being written.
    """
    for kind in KINDS:
        values = kind.resolve_values()
        progress(kind.template)
        for thing in published.data.instances(kind.class_):
            if published.places.has_page(thing):
                _write(thing, kind, values(thing, published), published, made)


def _write(
    thing: NamedNode, kind: Kind, values: Mapping[str, object], published: Published, made: Path
) -> None:
    name = published.places.page(thing)
    above = trail(thing, published)
    common = _common(published) | {
        "thing": thing,
        "kind": kind,
        "trail": above,
        "neighbours": published.neighbours.of(thing),
        "schema_org": partial(describe, thing, above, published),
        "siblings": write_siblings(thing, published, made),
    }
    write_page(made, name, kind.template, published.home, {**common, **values}, theme=THEME)
