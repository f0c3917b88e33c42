"""The page of a fiscal year."""

from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.fiscal_year import fiscal_year_values
from kyodo_lod.site.published import Published


def test_a_year_shows_its_eras_its_days_and_its_plans(years: Published) -> None:
    values = fiscal_year_values(NamedNode(f"{BASE}id/fy/2018"), years)
    assert values["also"] == ["平成30年度", "H30"]
    assert (values["begins"], values["ends"]) == ("2018-04-01", "2019-03-31")
    city = NamedNode(f"{BASE}id/072036")
    assert values["plans"] == [(NamedNode(f"{city.value}/plan/kyodo-2/fy2018"), city, 76)]
