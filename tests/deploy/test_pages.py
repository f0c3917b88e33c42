"""The pages on publishing say what is so: files, links, settings, and commands that give what is shown."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from deploy.published import datasets
from deploy.servers import DEPLOY, DIST, ROOT

from kyodo_lod.source import publication
from kyodo_lod.source.manifest_files import load_manifest

PAIRS = [("deploy.md", "deploy.ja.md"), ("catalogue.md", "catalogue.ja.md")]
PAGES = [page for pair in PAIRS for page in pair] + ["best-practices.md"]
_BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
DOCS = ROOT / "docs"


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def blocks(page: str, kind: str) -> list[str]:
    return [
        re.sub(r"^ +", "", code, flags=re.MULTILINE)
        for found, code in _BLOCK.findall(text_of(page))
        if found == kind
    ]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_both_languages_show_the_same_code(pair: tuple[str, str]) -> None:
    english, japanese = (
        [
            (kind, "\n".join(line.strip() for line in code.splitlines()))
            for kind, code in _BLOCK.findall(text_of(page))
        ]
        for page in pair
    )
    assert english
    assert sorted(english) == sorted(japanese)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_and_headings_that_exist(page: str) -> None:
    for link in _LINK.findall(text_of(page)):
        if link.startswith("http"):
            continue
        name, _, anchor = link.partition("#")
        target = DOCS / (name or page)
        assert target.exists(), link
        assert not anchor or f'<a id="{anchor}"></a>' in target.read_text(encoding="utf-8"), link


@pytest.mark.parametrize("page", PAIRS[0])
def test_every_configuration_is_explained_and_only_those(page: str) -> None:
    links = _LINK.findall(text_of(page) + text_of(page.replace("deploy", "serve")))
    named = {name.removeprefix("deploy/") for name in links if name.startswith("deploy/")}
    assert named == {path.name for path in DEPLOY.iterdir()}


def test_configurations_name_their_tests() -> None:
    for path in DEPLOY.iterdir():
        for name in re.findall(r"tests/deploy/\w+\.py", path.read_text(encoding="utf-8")):
            assert (ROOT / name).is_file(), f"{path.name}: {name}"


@pytest.mark.parametrize("page", PAIRS[0])
def test_requests_give_what_the_page_shows(page: str, nginx_server: str) -> None:
    (block,) = blocks(page, "console")
    for part in block.split("$ ")[1:]:
        command, _, expected = part.partition("\n")
        asked = command.replace("http://lod.example.jp", nginx_server)
        done = subprocess.run(
            ["bash", "-c", asked], capture_output=True, text=True, check=True, timeout=60
        )
        assert done.stdout.replace(nginx_server, "http://lod.example.jp") == expected, command


@pytest.mark.parametrize("page", PAIRS[0])
def test_what_the_commands_copy_is_there(page: str) -> None:
    (commands,) = blocks(page, "sh")
    copied = re.findall(r"^cp (?:-r )?(\S+) ", commands, re.MULTILINE)
    assert len(copied) == 3
    assert all((ROOT / name).exists() for name in copied)
    assert "/srv/kyodo-lod/errors" in commands
    assert "root /srv/kyodo-lod/dist;" in (DEPLOY / "nginx.conf").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAIRS[1])
def test_the_settings_shown_are_all_there_are_and_load(page: str, tmp_path: Path) -> None:
    (shown,) = [code for code in blocks(page, "toml") if "[publisher]" in code]
    path = tmp_path / "publisher.toml"
    path.write_text(shown, encoding="utf-8")
    loaded = publication.load_publication(path)
    assert loaded.contact.email
    assert loaded.endpoint
    values = tomllib.loads(shown)
    keys = {"base"} | {
        f"{table}.{key}" for table in values.keys() - {"base"} for key in values[table]
    }
    explained = re.findall(
        r"^\| `((?:base|publisher|contact|catalog)[.\w]*)` \|", text_of(page), re.MULTILINE
    )
    assert sorted(explained) == sorted(keys)
    source = Path(publication.__file__).read_text(encoding="utf-8")
    taken = {
        key
        for found in re.findall(r"finish\(\(([^)]*)\)", source)
        for key in re.findall(r'"(\w+)"', found)
    }
    assert taken - {"publisher", "contact", "catalog", "ja", "en"} == {
        key.rpartition(".")[2] for key in keys
    }


@pytest.mark.parametrize("page", PAIRS[1])
def test_the_release_shown_loads(page: str, tmp_path: Path) -> None:
    (shown,) = [code for code in blocks(page, "toml") if "[release]" in code]
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (source, *_) = sorted((tmp_path / "data").rglob("source.toml"))
    text = source.read_text(encoding="utf-8")
    head, rest = text.partition("[release]")[0], text.partition("[rights]")[2]
    source.write_text(f"{head}{shown}\n[rights]{rest}", encoding="utf-8")
    release = load_manifest(source).release
    assert (release.version, [one.version for one in release.earlier]) == ("1.1.0", ["1.0.0"])


@pytest.mark.parametrize("page", PAIRS[1])
def test_the_configuration_of_the_harvester_is_json(page: str) -> None:
    (shown,) = blocks(page, "json")
    assert json.loads(shown) == {"rdf_format": "text/turtle"}


@pytest.mark.parametrize("page", PAIRS[1])
def test_the_document_for_ckan_is_made_ready_as_shown(page: str, tmp_path: Path) -> None:
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed: apt-get install jq")
    (command,) = [code for code in blocks(page, "sh") if code.startswith("jq ")]
    slug = datasets(DIST)[0].slug
    (tmp_path / "dist").symlink_to(DIST.resolve())
    subprocess.run(["bash", "-c", command], cwd=tmp_path, check=True, timeout=60)
    (line,) = (tmp_path / "dataset.jsonl").read_text(encoding="utf-8").splitlines()
    document = json.loads(line)
    assert (document["name"], document["owner_org"]) == (slug, "koriyama")
    assert document["resources"]


@pytest.mark.parametrize("page", PAGES)
def test_files_of_dist_that_a_page_names_are_there(page: str) -> None:
    slug = datasets(DIST)[0].slug
    for name in re.findall(r"`dist/([^`]+)`", text_of(page)):
        path = DIST / name.replace("<slug>", slug)
        assert path.exists(), name
    for name in re.findall(
        r"`(?:https://w3id\.org/kyodo-lod/)?(catalog[\w-]*\.(?:ttl|rdf|jsonld)|void\.ttl)`",
        text_of(page),
    ):
        assert (DIST / name).is_file(), name
