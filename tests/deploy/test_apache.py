"""w3id.org's Apache with docs/deploy/w3id.htaccess, redirecting to a host that negotiates nothing."""

import re
from collections.abc import Callable

import pytest
from deploy.negotiation import BROWSER, cases
from deploy.published import Dataset, File, datasets, described, files, sha256, things
from deploy.servers import DIST, ask, follow

Local = Callable[[str, str], str]
DATASET = datasets(DIST)[0]
EVERY = pytest.mark.parametrize("dataset", datasets(DIST), ids=lambda dataset: dataset.slug)


@pytest.mark.parametrize(("path", "accept", "target"), cases(DATASET))
def test_an_iri_leads_to_what_accept_asks_for(
    path: str, accept: str | None, target: str | None, w3id_server: str, static_server: str
) -> None:
    answer = ask(f"{w3id_server}/{path}", {"Accept": accept})
    assert answer.status == (406 if target is None else 303)
    there = None if target is None else f"{static_server}/{target}"
    assert answer.headers.get("location") == there
    assert answer.headers["access-control-allow-origin"] == "*"
    assert set(re.split(", *", answer.headers["vary"])) == {"Accept", "Accept-Language"}


def test_every_iri_of_ours_leads_to_triples_about_it(w3id_server: str, local: Local) -> None:
    astray = []
    for iri in things(DIST):
        address, answer = follow(local(w3id_server, iri), {"Accept": "text/turtle"})
        if answer.status != 200 or iri not in described(answer.body, "text/turtle"):
            astray.append(f"{iri} → {answer.status} {address}")
    assert astray == []


@EVERY
def test_a_version_leads_to_the_release_that_is_kept(
    dataset: Dataset, w3id_server: str, static_server: str
) -> None:
    iri = f"{w3id_server}/dataset/{dataset.slug}/{dataset.version}"
    there = f"{static_server}/dataset/{dataset.slug}"
    kept = f"{there}/{dataset.version}/{dataset.slug}.nt.gz"
    assert ask(iri, {"Accept": "application/n-triples"}).headers["location"] == kept
    assert ask(iri, {"Accept": BROWSER}).headers["location"] == f"{there}/"
    assert ask(kept).status == 200


@EVERY
def test_what_has_no_year_leads_to_the_newest_dataset(
    dataset: Dataset, w3id_server: str, static_server: str
) -> None:
    same = [one for one in datasets(DIST) if (one.code, one.plan) == (dataset.code, dataset.plan)]
    newest = max(same, key=lambda one: one.year)
    plan = f"id/{dataset.code}/plan/{dataset.plan}"
    for path in (plan, f"{plan}/policy", f"{plan}/policy/3"):
        answer = ask(f"{w3id_server}/{path}", {"Accept": "text/turtle"})
        expected = f"{static_server}/dataset/{newest.slug}/{newest.slug}.ttl"
        assert answer.headers.get("location") == expected, (
            "a new year: change the lines under 'What is described where'"
        )


@pytest.mark.parametrize("file", files(DIST), ids=lambda file: file.download)
def test_access_and_download_urls_answer_as_stated(
    file: File, w3id_server: str, local: Local
) -> None:
    """The whole way of a harvester: the IRI in the catalogue, w3id.org, a plain static host."""
    assert ask(local(w3id_server, file.download)).status == 302
    _, page = follow(local(w3id_server, file.access), {"Accept": BROWSER})
    _, answer = follow(local(w3id_server, file.download))
    assert (page.status, answer.status) == (200, 200)
    assert file.size in {None, len(answer.body)}
    assert file.sha256 in {None, sha256(answer.body)}


@pytest.mark.parametrize(
    ("path", "language", "target"),
    [
        ("", None, ""), ("", "en", "index.en.html"), ("", "ja,en;q=0.5", ""),
        (f"dataset/{DATASET.slug}/", "en-US,en;q=0.5", f"dataset/{DATASET.slug}/index.en.html"),
        (f"dataset/{DATASET.slug}", "en", f"dataset/{DATASET.slug}/index.en.html"),
        ("def", "en", "def.en.html"), ("def", "de", "def.html"), ("catalog", "en", "index.en.html"),
        (f"id/{DATASET.code}/plan/{DATASET.plan}/fy{DATASET.year}", "en", f"dataset/{DATASET.slug}/index.en.html"),
    ],
)  # fmt: skip
def test_pages_come_in_the_language_asked_for(
    path: str, language: str | None, target: str, w3id_server: str, static_server: str
) -> None:
    asked = {"Accept": BROWSER, "Accept-Language": language}
    assert ask(f"{w3id_server}/{path}", asked).headers["location"] == f"{static_server}/{target}"


@pytest.mark.parametrize("path", ["nothing", "id/999997", "id/fy/1066", "shapes/nothing"])
def test_what_is_not_there_ends_in_404(path: str, w3id_server: str) -> None:
    _, answer = follow(f"{w3id_server}/{path}", {"Accept": "text/turtle"})
    assert answer.status == 404
