"""What makes one doubt a document as a whole: a wrong encoding, another city's title, an unknown plan."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.known_plans import KnownPlan
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.rows import Row

#: what Japanese in UTF-8 becomes where it is read as Shift_JIS, Shift_JIS as UTF-8, either as Latin-1
_GARBLED = re.compile("[縺繧繝\ufffd\ue000-\uf8ff\x80-\x9fã]")
_LETTER = re.compile(r"\S")
#: in Japanese that was never read wrongly there is none of these, or a few of one
_SHARE = 0.05
#: published plans that a doubt names
_MOST_NAMED = 5


def doubts(manifest: Manifest, known: Iterable[KnownPlan]) -> Iterator[Bilingual]:
    """Give what is to be looked at before any line, of the fields that go with a document.

    Args:
        manifest: of the document, with the title that it seems to have.
        known: the plans that are published.
    """
    known = tuple(known)
    code, title = manifest.municipality.code, manifest.document.title
    cities = {plan.code: plan.city for plan in known}
    others = sorted({city for city in cities.values() if city in title})
    if others and cities.get(code) not in others:
        own = f"{code} ({cities[code]})" if code in cities else code
        yield _CITY.fill(other="、".join(others), own=own)
    else:
        yield from _plan_doubts(manifest.plan.slug, [plan for plan in known if plan.code == code])


def _plan_doubts(slug: str, known: Sequence[KnownPlan]) -> Iterator[Bilingual]:
    """Doubt a plan's short name that no published plan of its municipality has."""
    if known and slug not in {plan.slug for plan in known}:
        listed = "、".join(f"{plan.slug} ({plan.title})" for plan in known[:_MOST_NAMED])
        yield _PLAN.fill(slug=slug, city=known[0].city, listed=listed)


def is_garbled(rows: Iterable[Row]) -> bool:
    """Tell whether a document was once read in a wrong encoding, as a whole.

    Args:
        rows: of the document.
    """
    text = "\n".join(row.text for row in rows)
    return len(_GARBLED.findall(text)) > _SHARE * len(_LETTER.findall(text))


_CITY = Bilingual(
    "文書の題名は{other}の計画のようですが、自治体コードの欄は {own} です。どちらかを確かめてください。",
    "By its title the document is a plan of {other}, but the municipality code is {own}. See which is right.",
)
_PLAN = Bilingual(
    "計画の短い名前の欄は {slug} ですが、{city}の計画で公開されているのは {listed} です。新しい計画でなければ、欄を直してください。",
    "The field of the plan’s short name says {slug}, but what is published of {city} is {listed}. "
    "Correct the field, unless it is a new plan.",
)
