"""The page that finds projects: its scripts, and the list of all that stands there without them."""

from collections.abc import Callable, Iterable, Mapping

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import skos
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed

#: up to so many projects are all listed where no script runs; of more, the plans
MOST = 2500
#: of the page, in the order in which they run
SCRIPTS = (
    "words.js",
    "tables.js",
    "vendor/minisearch.js",
    "search-data.js",
    "letters.js",
    "search-index.js",
    "search-facets.js",
    "search-address.js",
    "search-table.js",
    "search-hits.js",
    "search-panel.js",
    "search.js",
)


def search_values(published: Published) -> Mapping[str, object]:
    """Give what the page shows without scripts, and the scripts that replace it."""
    data, register = published.data, published.register
    is_whole = len(register.listed) <= MOST
    plans = _grouped(register.listed.values(), lambda each: each.plan)
    return {
        "scripts": SCRIPTS,
        "is_whole": is_whole,
        "plans": [(plan, _by_policy(listed)) for plan, listed in plans] if is_whole else [],
        "counts": [(plan, len(listed)) for plan, listed in plans],
        "numbers": {each: data.plain(each, skos.notation) for each in register.of_policy},
    }


_Groups = list[tuple[NamedNode | None, list[Listed]]]


def _by_policy(listed: list[Listed]) -> _Groups:
    return _grouped(listed, lambda each: each.policy)


def _grouped(listed: Iterable[Listed], key: Callable[[Listed], NamedNode | None]) -> _Groups:
    """Give projects in groups, both as they come; those of which the data do not say too."""
    groups: dict[NamedNode | None, list[Listed]] = {}
    for each in listed:
        groups.setdefault(key(each), []).append(each)
    return list(groups.items())
