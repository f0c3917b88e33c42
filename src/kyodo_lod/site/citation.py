"""The line by which a paper or an article cites a planned project, so that a reader finds it again."""

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct
from kyodo_lod.site.passages import place_name
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed
from kyodo_lod.site.things import Things


def citation(listed: Listed, passages: list[NamedNode], published: Published) -> Bilingual:
    """Give city, plan, year, policy and order, name, place, version with its day, and IRI, as far as the data say.

    Args:
        listed: the project.
        passages: the places of the document that it was read from.
        published: what is published.
    """
    where = [place_name(each, published.data) for each in passages]
    plan, data, name = _plan(listed, published), _data(listed, published), _name(listed)
    ja = "、".join([name.ja, *(f"原文{each.ja}" for each in where)])
    en = ", ".join([name.en, *(f"{each.en} of the document" for each in where)])
    iri = listed.project.value
    return Bilingual(f"{plan.ja}{ja}。{data.ja}{iri}", f"{plan.en}{en}. {data.en}{iri}")


def _name(listed: Listed) -> Bilingual:
    name = f"「{listed.name.ja or listed.name.en}」"
    number = listed.number
    return (
        Bilingual(f"基本施策{number}{name}", f"basic policy {number} {name}")
        if number
        else Bilingual(name, name)
    )


def _plan(listed: Listed, published: Published) -> Bilingual:
    """Give the city and its plan; the plan's title names the year."""
    if listed.plan is None:
        return NOTHING
    data = published.data
    city, title = data.one(listed.plan, dct.creator), data.label(listed.plan)
    name = data.label(city) if city else NOTHING
    return Bilingual(
        f"{name.ja}『{title.ja or title.en}』、",
        f"{name.en or name.ja}: {_english_title(listed.plan, listed.year, data)}, ",
    )


def _english_title(plan: NamedNode, year: int, data: Things) -> str:
    """Give the English title of a year's plan, else that of the whole plan with the printed one."""
    title, whole = data.label(plan), data.one(plan, dct.isPartOf)
    fiscal = f"FY{year}" if year else ""
    known = data.label(whole).en if whole and not title.en else ""
    if known:
        return f"{known} ({', '.join(filter(None, (f'『{title.ja}』', fiscal)))})"
    return (title.en or f"『{title.ja}』") + (f" ({fiscal})" if fiscal else "")


def _data(listed: Listed, published: Published) -> Bilingual:
    dataset = published.dataset(listed.plan) if listed.plan else None
    if dataset is None:
        return NOTHING
    data = published.data
    name, version = data.plain(dataset, dct.identifier), data.plain(dataset, dcat.version)
    day = data.plain(dataset, dct.modified) or data.plain(dataset, dct.issued)
    dated = f" ({day})" if day else ""
    return Bilingual(
        f"データ {name} 第{version}版{dated}、", f"Data: {name}, version {version}{dated}, "
    )
