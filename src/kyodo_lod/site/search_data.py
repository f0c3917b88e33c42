"""What the search in the page knows: every project once, as a script that also loads from file://."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from kyodo_lod.publish.pages.render import json_for_script
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, dct, kyo, rdfs, skos
from kyodo_lod.site.passages import passages_of, place_name
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed
from kyodo_lod.site.responsibilities import bureau_of

#: among the site's assets
NAME = "search-data.js"
_LISTS = ("plans", "policies", "bureaus", "units", "accounts")


class Choices:
    """Things that projects are chosen by, in the order in which projects first name them.

    Args:
        published: what is published.
        are_numbered: whether the document numbers them, as it does policies.
    """

    def __init__(self, published: Published, *, are_numbered: bool) -> None:
        self._published = published
        self._are_numbered = are_numbered
        self._owners: dict[NamedNode, NamedNode | None] = {}
        self._places: dict[NamedNode, int] = {}

    def places(self, things: Iterable[NamedNode | None], owner: NamedNode | None) -> list[int]:
        """Give the place of each thing in the list; a new one is put at its end.

        Args:
            things: that a project names.
            owner: tells it from a thing of another owner that is named alike.
        """
        named = [each for each in things if each is not None]
        for each in named:
            self._owners.setdefault(each, owner)
            self._places.setdefault(each, len(self._places))
        return [self._places[each] for each in named]

    def listed(self) -> list[dict[str, object]]:
        """Give each as the page shows it."""
        labels = Counter(self._published.data.label(each) for each in self._owners)
        return [
            self._choice(each, owner if labels[self._published.data.label(each)] > 1 else None)
            for each, owner in self._owners.items()
        ]

    def _choice(self, thing: NamedNode, owner: NamedNode | None) -> dict[str, object]:
        data = self._published.data
        return {
            "key": key(thing, self._published),
            "number": data.plain(thing, skos.notation) if self._are_numbered else "",
            "name": list(data.label(thing)),
            "of": list(data.label(owner)) if owner else None,
            "page": self._published.places.place(thing),
        }


def write_search_data(published: Published, assets: Path) -> None:
    """Write the script that defines `SearchData`.

    Args:
        published: what is published.
        assets: the site's folder of scripts.
    """
    told = json.dumps(search_data(published), ensure_ascii=False, separators=(",", ":"))
    text = f"'use strict'\nconst SearchData = {json_for_script(told)}\n"
    (assets / NAME).write_text(text, encoding="utf-8", newline="\n")


def search_data(published: Published) -> Mapping[str, object]:
    """Give all projects in the order of years and documents, and the things that they are chosen by.

    A project names its plan, policy, bureaus, units and accounts by their places in the other lists.
    """
    choices = {name: Choices(published, are_numbered=name == "policies") for name in _LISTS}
    projects = [_project(each, choices, published) for each in published.register.listed.values()]
    return {**{name: each.listed() for name, each in choices.items()}, "projects": projects}


def key(thing: NamedNode, published: Published) -> str:
    """Give what the address of a search calls a thing: the part of its IRI that is its own."""
    return thing.value.removeprefix(f"{published.home}id/").removeprefix(HOME)


def _project(
    listed: Listed, choices: dict[str, Choices], published: Published
) -> dict[str, object]:
    data, project = published.data, listed.project
    whole = data.one(listed.plan, dct.isPartOf) if listed.plan else None
    city = data.one(listed.plan, dct.creator) if listed.plan else None
    above = data.all(project, kyo.responsibleBureau)
    bureaus = [bureau_of(each, above, published) for each in listed.units] or above
    source = [place_name(each, data) for each in passages_of(project, data)]
    return {
        "page": published.places.place(project),
        "iri": project.value,
        "name": listed.name.ja or listed.name.en,
        "text": _text(project, published),
        "order": data.plain(project, kyo.listOrder),
        "plans": choices["plans"].places([listed.plan], city),
        "policies": choices["policies"].places([listed.policy], whole),
        "bureaus": choices["bureaus"].places(dict.fromkeys(bureaus), city),
        "units": choices["units"].places(listed.units, city),
        "unitText": "" if listed.units else data.plain(project, kyo.unitAsListed),
        "accounts": choices["accounts"].places(listed.accounts, None),
        "new": listed.is_new,
        "source": ["、".join(each.ja for each in source), ", ".join(each.en for each in source)],
    }


def _text(project: NamedNode, published: Published) -> str:
    """Give the plan's text, and below it the sub-items that do not stand in it."""
    data = published.data
    text = data.plain(project, dct.description)
    items = sorted(data.all(project, kyo.subItem), key=data.position)
    labels = [data.plain(each, rdfs.label) for each in items]
    return "\n".join(filter(None, [text, *(f"○{each}" for each in labels if each not in text)]))
