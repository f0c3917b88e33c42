"""What build demands beyond reading, and that one catalogue has one publisher."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kyodo_lod.errors import ManifestError
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.publishable import of_one_publisher, refuse_incomplete

Spoil = Callable[[str, str, str], None]
PUBLISHER = """\
[publisher]
name = { ja = "例市", en = "Example City" }
[contact]
page = "https://example.jp/ask"
"""


@pytest.fixture
def complete(source: Path, city: Path, spoil: Spoil) -> Path:
    """Give a source.toml of which all is said that build demands."""
    (city.parent / "publisher.toml").write_text(PUBLISHER, encoding="utf-8")
    spoil("source.toml", "[rights]", '[rights]\nstatement = { ja = "条件", en = "terms" }')
    refuse_incomplete(load_manifest(source))
    return source


def refusal(call: Callable[[], object]) -> ManifestError:
    with pytest.raises(ManifestError) as caught:
        call()
    ja, en = caught.value.line("ja"), caught.value.line("en")
    assert "\n" not in ja + en
    assert ja != en
    return caught.value


OPEN = {
    "English name of the city": ("municipality.toml", 'en = "Example City"', "", "municipality.toml: [name]: en: "),
    "English title of the plan": ("plan.toml", 'en = "Second"', "", "plan.toml: [title]: en: "),
    "statement": ("source.toml", 'statement = { ja = "条件", en = "terms" }', "", "source.toml: [rights]: statement.ja: "),
    "English statement": ("source.toml", ', en = "terms"', "", "source.toml: [rights]: statement.en: "),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "place"), OPEN.values(), ids=OPEN)
def test_what_is_open_is_named_and_shown(
    complete: Path, spoil: Spoil, name: str, old: str, new: str, place: str
) -> None:
    spoil(name, old, new)
    error = refusal(lambda: refuse_incomplete(load_manifest(complete)))
    assert error.line("en").partition(place)[2].startswith("is missing; build needs it, such as ")


@pytest.mark.parametrize(
    ("old", "key"),
    [('page = "https://example.jp/ask"', "[contact]: email: "), (', en = "Example City"', "[publisher]: name.en: ")],
)  # fmt: skip
def test_what_is_open_in_publisher_toml_is_named(
    complete: Path, city: Path, old: str, key: str
) -> None:
    path = city.parent / "publisher.toml"
    path.write_text(PUBLISHER.replace(old, ""), encoding="utf-8")
    error = refusal(lambda: refuse_incomplete(load_manifest(complete)))
    assert error.line("en").startswith(f"{path}: {key}is missing; build needs it")


def test_without_publisher_toml_the_error_says_where_and_what(complete: Path, city: Path) -> None:
    path = city.parent / "publisher.toml"
    path.unlink()
    error = refusal(lambda: refuse_incomplete(load_manifest(complete)))
    assert error.place == str(path)
    least = '[publisher] name.ja = "例市" name.en = "Example City" [contact] email = "'
    assert least in error.message.ja
    assert least in error.message.en


def test_where_it_says_to_write_it_is_found(complete: Path, city: Path, tmp_path: Path) -> None:
    """A city's folder four levels above source.toml: beside it would be too far up."""
    (city.parent / "publisher.toml").unlink()
    deep = tmp_path / "deep" / "a" / "b" / "c"
    deep.mkdir(parents=True)
    for path in (complete, complete.with_name("plan.txt")):
        path.rename(deep / path.name)
    for name in ("municipality.toml", "units.csv", "kyodo-2/plan.toml"):
        (city / name).rename(tmp_path / "deep" / Path(name).name)
    error = refusal(lambda: refuse_incomplete(load_manifest(deep / "source.toml")))
    Path(error.place).write_text(PUBLISHER, encoding="utf-8")
    refuse_incomplete(load_manifest(deep / "source.toml"))


def published(manifest: Manifest, place: str, **other: str) -> Manifest:
    assert manifest.publication
    return replace(manifest, publication=replace(manifest.publication, place=place, **other))  # type: ignore[arg-type]


def test_one_catalogue_has_one_publisher(complete: Path) -> None:
    one = load_manifest(complete)
    same = published(one, "/copy/publisher.toml")
    assert list(of_one_publisher([one, same])) == [one, same]
    other = published(one, "/b/publisher.toml", base="https://example.org/")
    error = refusal(lambda: list(of_one_publisher([one, other])))
    assert "/b/publisher.toml" in error.message.ja
    assert one.publication
    assert one.publication.place in error.message.en
    without = replace(one, publication=None)
    assert "no publisher.toml" in refusal(lambda: list(of_one_publisher([one, without]))).message.en
    assert list(of_one_publisher([without, without])) == [without, without]
    assert list(of_one_publisher([])) == []
