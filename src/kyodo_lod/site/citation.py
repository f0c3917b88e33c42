"""The line by which a paper or an article cites a planned project, so that a reader finds it again."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct
from kyodo_lod.site.passages import place_name
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed


def citation(listed: Listed, passages: list[NamedNode], published: Published) -> Bilingual:
    """Give city, plan, year, policy and order, name, place, IRI and version, as far as the data say.

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
        return Bilingual("", "")
    data = published.data
    city, title = data.one(listed.plan, dct.creator), data.label(listed.plan)
    name = data.label(city) if city else Bilingual("", "")
    year = f" (FY{listed.year})" if listed.year else ""
    return Bilingual(
        f"{name.ja}『{title.ja or title.en}』、",
        f"{name.en or name.ja}: 『{title.en or title.ja}』{year}, ",
    )


def _data(listed: Listed, published: Published) -> Bilingual:
    dataset = published.dataset(listed.plan) if listed.plan else None
    if dataset is None:
        return Bilingual("", "")
    name = published.data.plain(dataset, dct.identifier)
    version = published.data.plain(dataset, dcat.version)
    return Bilingual(f"データ {name} 第{version}版、", f"Data: {name}, version {version}, ")
