"""One page of each kind: what every kind must do is tested on these, in both languages."""

from kyodo_lod.publish.pages.page import LANGUAGES, localized

YEAR = "id/072036/plan/kyodo-2/fy2018"
PROJECT = f"{YEAR}/p/4-15.html"
DOCUMENT = "id/072036/source/9991fa2157f53a25.html"
KINDS = (
    "index.html",
    "search.html",
    "sparql.html",
    "figures.html",
    "queries/index.html",
    "queries/bureau-policy-matrix.html",
    "quality.html",
    "codes.html",
    f"{YEAR}.html",
    f"{YEAR}/figures.html",
    PROJECT,
    "id/072036.html",
    "id/072036/plan/kyodo-2.html",
    "id/072036/plan/kyodo-2/policy/1.html",
    "id/072036/unit/hoken-fukushi-bu.html",
    "id/fy/2018.html",
    DOCUMENT,
    "dataset/072036-kyodo-2-fy2018/index.html",
    "data-items.html",
    "def.html",
    "shapes/plan.html",
)
PAGES = tuple(localized(name, language) for name in KINDS for language in LANGUAGES)
