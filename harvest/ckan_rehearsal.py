"""CKAN harvests the catalogue, and is filled through its API: with its own code, and compared.

Usage: python ckan_rehearsal.py DIST FOLDER (dictionaries are left in FOLDER)
"""

import io
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from itertools import count
from pathlib import Path

import offline

offline.forbid_network()

import ckan_portal
import expected
from ckan.logic import ValidationError
from ckan_dataset import Made, check, normalised
from ckanapi import LocalCKAN
from ckanapi.cli.load import load_things_worker
from ckanext.dcat.processors import RDFParser
from rehearsal import Row, keep, listening, unequal

PORTAL = f"CKAN {version('ckan')}"
PROFILES = ("euro_dcat_ap_2", "euro_dcat_ap_3")
SERIALISATIONS = {"catalog.ttl": "turtle", "catalog.jsonld": "json-ld", "catalog.rdf": "xml"}

_NUMBERS = count()


def main() -> None:
    """Rehearse everything, one line of JSON for each try."""
    dist, folder = Path(sys.argv[1]), Path(sys.argv[2])
    wanted = expected.datasets(dist)
    with ckan_portal.portal() as running:
        for locale in expected.LANGUAGES:
            with running.speaking(locale):
                for row in _harvest(dist, wanted, locale, folder):
                    row.print()
        with running.speaking("ja"):
            for one in wanted:
                _load(dist, one, folder).print()


def _harvest(
    dist: Path, wanted: list[expected.Dataset], locale: str, folder: Path
) -> Iterator[Row]:
    first: list[Made] = []
    for profile in PROFILES:
        for name in SERIALISATIONS:
            offline.tried.clear()
            with listening() as said:
                made, refused = _taken(dist / name, profile)
            first = first or made
            keep(f"ckan-{profile}-{Path(name).suffix[1:]}-{locale}", made, folder)
            fetched = [f"tried to fetch {target}" for target in offline.tried]
            compared = [*_compared(made, wanted, locale), *_different(made, first)]
            yield Row(PORTAL, profile, name, locale, refused or [*compared, *said, *fetched])


def _taken(path: Path, profile: str) -> tuple[list[Made], list[str]]:
    """Give what CKAN's database holds after harvesting a file, and why it refused it."""
    try:
        shown = [_created(made) for made in parse(path, profile)]
    except ValidationError as error:
        return [], [f"refused: {error.error_summary}"]
    return sorted(map(normalised, shown), key=lambda made: str(made["uri"])), []


def _compared(made: list[Made], wanted: list[expected.Dataset], locale: str) -> Iterator[str]:
    yield from unequal("datasets", [one["uri"] for one in made], [one.iri for one in wanted])
    found = {one["uri"]: one for one in made}
    for dataset in wanted:
        if dataset.iri in found:
            yield from check(found[dataset.iri], dataset, locale)


def parse(path: Path, profile: str) -> list[Made]:
    """Give the datasets that CKAN's RDFParser finds in a catalogue."""
    parser = RDFParser(profiles=[profile])
    parser.parse(path.read_text(encoding="utf-8"), _format=SERIALISATIONS[path.name])
    return list(parser.datasets())


def _created(made: Made) -> Made:
    """Have CKAN accept the dataset: its validators, its database, its package_show."""
    made = {**made, "name": f"try-{next(_NUMBERS)}", "owner_org": ckan_portal.ORGANISATION}
    ckan_portal.action("package_create")(_context(), made)
    return _shown(made["name"])


def _shown(name: str) -> Made:
    shown: Made = ckan_portal.action("package_show")(_context(), {"id": name})
    return shown


def _context() -> Made:
    return {"ignore_auth": True, "use_cache": False, "user": ckan_portal.site_user()}


def _different(made: list[Made], first: list[Made]) -> Iterator[str]:
    for one, other in zip(made, first, strict=False):
        keys = [key for key in {**one, **other} if one.get(key) != other.get(key)]
        if keys:
            yield f"not as in the first file read: {', '.join(sorted(keys))}"


def _load(dist: Path, wanted: expected.Dataset, folder: Path) -> Row:
    """Fill CKAN with `ckanapi load datasets`, twice, and compare with the harvested dataset."""
    name = f"ckan/{wanted.facts['identifier']}.json"
    document = json.loads((dist / name).read_text(encoding="utf-8"))
    # a portal names the organisation itself (docs/catalogue.ja.md)
    line = json.dumps({**document, "owner_org": ckan_portal.ORGANISATION}).encode() + b"\n"
    with listening() as said:
        answers = [_ckanapi(line) for _ in range(2)]
        shown = _shown(document["name"])
    keep(f"ckan-api-{document['name']}", shown, folder)
    made = normalised(shown)
    # the document adds the rights to the notes, because a portal shows no other rights
    made["notes"] = made["notes"].partition("\n\n")[0]
    harvested = next(d for d in _harvested(folder) if d["uri"] == wanted.iri)
    differences = [
        *unequal("ckanapi", answers, [["create", None, document["name"]],
                                      ["update", None, document["name"]]]),
        *unequal("ids of files", [r["id"] for r in shown["resources"]],
                 [r["id"] for r in document["resources"]]),
        *(f"{key} is {made.get(key)!r}, harvested {harvested.get(key)!r}"
          for key in {**made, **harvested} if made.get(key) != harvested.get(key)),
        *said,
    ]  # fmt: skip
    return Row(PORTAL, f"ckanapi {version('ckanapi')}", name, "ja", differences)


def _harvested(folder: Path) -> list[Made]:
    name = f"ckan-{PROFILES[-1]}-ttl-ja.json"
    made: list[Made] = json.loads((folder / name).read_text(encoding="utf-8"))
    return made


def _ckanapi(line: bytes) -> list[str]:
    options = dict.fromkeys(
        ("--insecure", "--create-only", "--update-only", "--upload-resources", "--upload-logo")
    )
    out = io.BytesIO()
    local = LocalCKAN(context=_context())
    load_things_worker(local, "datasets", options, stdin=io.BytesIO(line), stdout=out)
    answer: list[str] = json.loads(out.getvalue())
    return answer[1:]


if __name__ == "__main__":
    main()
