"""The table of pages: one row for each class of things, one for each page about none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.render import Theme, write_page
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo
from kyodo_lod.site.published import Published
from kyodo_lod.site.siblings import write_siblings
from kyodo_lod.site.trail import trail

THEME = Theme(Path(__file__).resolve().parent / "templates", "site.css")


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
        module, _, function = self.values.partition(":")
        values: Values = getattr(import_module(f"kyodo_lod.site.{module}"), function)
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

    def resolve_values(self) -> "SheetValues":
        """Import and give the function that gives what the template shows."""
        module, _, function = self.values.partition(":")
        values: SheetValues = getattr(import_module(f"kyodo_lod.site.{module}"), function)
        return values


SheetValues = Callable[[Published], Mapping[str, object]]

SHEETS = (Sheet("index.html", "home.html", "home:home_values"),)


def write_sheets(published: Published, made: Path) -> None:
    """Write the pages about no single thing, each in both languages."""
    for sheet in SHEETS:
        values = {**_common(published), **sheet.resolve_values()(published)}
        write_page(made, sheet.name, sheet.template, published.home, values, theme=THEME)


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
            _write(thing, kind, values(thing, published), published, made)


def _write(
    thing: NamedNode, kind: Kind, values: Mapping[str, object], published: Published, made: Path
) -> None:
    name = published.places.page(thing)
    common = _common(published) | {
        "thing": thing,
        "kind": kind,
        "trail": trail(thing, published),
        "siblings": write_siblings(thing, published, made),
    }
    write_page(made, name, kind.template, published.home, {**common, **values}, theme=THEME)
