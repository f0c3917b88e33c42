"""Which rules a person means who asks for one, by any name that `validate` prints or takes."""

import difflib
import re
from collections.abc import Iterator, Mapping

from kyodo_lod.bilingual import nearest
from kyodo_lod.check.components import COMPONENTS
from kyodo_lod.check.rule_pages import Page
from kyodo_lod.check.selection import matches
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import SHAPES, short_rule
from kyodo_lod.rdf.vocabulary import sh

_COMPONENT = re.compile(r"(?:sh:)?(\w+ConstraintComponent)")
#: an absolute IRI (RFC 3987): what validate prints of a shape that is none of ours
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*[/:#]\S*")


def asked_for(asked: str, pages: Mapping[str, Page]) -> list[Page]:
    """Give the pages of the rules that `asked` names.

    Args:
        asked: an IRI, a name, what follows the #, its end alone, what it begins with, or a pattern as
            --select takes it; of a component also its local name.
        pages: of all rules, by name.

    Returns:
        One page or more, in the order of `pages`.

    Raises:
        ShapesError: where there is none, with the nearest.
    """
    name = _name(asked)
    for found in _readings(name, pages) if name else ():
        if found:
            return [pages[one] for one in found]
    if _IRI.fullmatch(asked) and not asked.startswith((SHAPES, sh.iri)):
        raise _not_ours(asked)
    raise _unknown(asked, name, pages)


def _readings(name: str, pages: Mapping[str, Page]) -> Iterator[list[str]]:
    """Give what a name may mean, the closest reading first."""
    yield [one for one in pages if name in (one, _end(one))]
    yield [one for one, page in pages.items() if matches(page.iri, name)]
    yield [one for one in pages if _end(one).partition("-")[2] == name]
    yield [one for one, page in pages.items() if matches(page.iri, f"{name}-*")]


def _not_ours(asked: str) -> ShapesError:
    known = ", ".join(short_rule(component.iri) for component in COMPONENTS.values())
    return ShapesError(
        asked,
        "ご自分のシェイプの規則です。その文はシェイプのファイルにあります。"
        f"explain --shapes FILE RULE なら、それも説明します。explain が知る SHACL の構成要素: {known}",
        "is a rule of shapes of your own, and its text stands in their file;"
        f" explain --shapes FILE RULE explains it too; components that explain knows: {known}",
    )


def _unknown(asked: str, name: str, pages: Mapping[str, Page]) -> ShapesError:
    ends = {_end(one): one for one in pages}
    near = [ends[end] for end in difflib.get_close_matches(_end(name), ends, 3, 0.5)]
    hint = nearest(near)
    return ShapesError(
        asked,
        f"その名前の規則はありません。{hint.ja}一覧は explain --list で見られます。",
        f"no such rule{hint.en} (explain --list names them all)",
    )


def _name(asked: str) -> str:
    """Give a rule's name as `validate` prints it, however it is asked for."""
    local = _COMPONENT.fullmatch(asked.removeprefix(sh.iri))
    return short_rule(sh.iri + local[1] if local else asked)


def _end(name: str) -> str:
    """Give what is particular in a name."""
    return name.removeprefix("sh:").rpartition("#")[2]
