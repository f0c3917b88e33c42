"""A clerk's slips in the real document: the right line, in Japanese, and repaired it is accepted."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import KORIYAMA
from end_to_end.process import inside, refused, run

LINES = (KORIYAMA / "plan.txt").read_text(encoding="utf-8").split("\n")
Slip = Callable[[list[str]], list[str]]


def put(number: int, old: str, new: str) -> Slip:
    """Replace text in one line."""

    def slip(lines: list[str]) -> list[str]:
        assert old in lines[number - 1]
        return [*lines[: number - 1], lines[number - 1].replace(old, new, 1), *lines[number:]]

    return slip


def without(number: int) -> Slip:
    """Delete a line."""
    return lambda lines: [*lines[: number - 1], *lines[number:]]


def doubled(number: int) -> Slip:
    """Double a line."""
    return lambda lines: [*lines[:number], *lines[number - 1 :]]


#: the slip, the places and rules it must give in this order, words a clerk must read
VIOLATIONS: dict[str, tuple[Slip, list[str], str]] = {
    "a row deleted": (without(69), ["14 plan#ImplementationPlan-sectionCounts", "18 plan#ImplementationPlan-totalCount"],
                      "基本施策4は事業数一覧表で 15 件、本文は 14 件です"),
    "a row doubled": (doubled(69), ["14 plan#ImplementationPlan-sectionCounts", "18 plan#ImplementationPlan-totalCount",
                                    "70 document#duplicate-row"], "plan.txt:69 と同じ行です"),
    "a row moved to another policy": (lambda s: [*s[:48], s[50], *s[48:50], *s[51:]],
                                      ["13 plan#ImplementationPlan-sectionCounts", "14 plan#ImplementationPlan-sectionCounts"],
                                      "基本施策3は事業数一覧表で 8 件、本文は 9 件です"),
    "the end cut off": (lambda s: s[:100], ["16 plan#ImplementationPlan-sectionCounts", "17 document#heading-missing",
                                            "18 plan#ImplementationPlan-totalCount"], "基本施策7の見出しが、本文にありません"),
    "no section": (put(69, "上下水道局総務課", ""), ["69 plan#PlannedProject-responsibleUnit"], "担当課が空です"),
    "no name": (put(24, "人材育成推進事業", ""), ["24 plan#PlannedProject-label"], "事業名が空です"),
    "no plan text": (lambda s: [*s[:23], "\t人材育成推進事業\t\t総務部人事課", *s[24:]],
                     ["24 plan#PlannedProject-description"], "事業計画が空です"),
    "blank section": (put(69, "上下水道局総務課", "\u3000 "), ["69 plan#PlannedProject-responsibleUnit"], "担当課が空です"),
    "a tab lost": (put(24, "\t総務部人事課", "総務部人事課"), ["24 document#row-cells"], "セルが 3 個です"),
    "a cell too many": (put(24, "\t総務部人事課", "\t総務部人事課\t備考"), ["24 document#row-cells"], "セルが 5 個です"),
    "a line break in a cell": (put(24, "努めます。また", "努めます。\nまた"),
                               ["11 plan#ImplementationPlan-sectionCounts", "18 plan#ImplementationPlan-totalCount",
                                "24 document#row-cells", "25 document#row-cells"], "途中の改行を直してください"),
    "a memo between rows": (put(25, "\tわか", "※ここ確認\n\tわか"), ["25 document#row-cells"], "セルが 1 個です"),
    "a wrong total": (put(18, "76", "77"), ["18 plan#ImplementationPlan-totalCount", "18 plan#ImplementationPlan-declaredSum"],
                      "合計は 77 件、本文は 76 件です"),
    "a count in kanji": (put(14, "15", "十五"), ["14 document#count-row", "18 plan#ImplementationPlan-declaredSum",
                                                "50 document#heading-unlisted"], "事業数一覧表の行として読めません"),
    "an unknown mark": (put(24, "\t人材", "継続\t人材"), ["24 document#new-mark"], "「継続」は知らない印です"),
    "a heading renamed": (put(50, "市民参画の促進", "市民参加の促進"), ["50 document#heading-title"], "事業数一覧表 (plan.txt:14) と違います"),
    "a heading deleted": (without(50), ["13 plan#ImplementationPlan-sectionCounts", "14 document#heading-missing"],
                          "基本施策4の見出しが、本文にありません"),
    "a heading doubled": (put(50, "基本施策4", "基本施策5"),
                          ["14 document#heading-missing", "15 plan#ImplementationPlan-sectionCounts",
                           "50 document#heading-title", "70 document#heading-repeated"], "基本施策5の見出しは plan.txt:50 にもあります"),
    "a bracket open": (put(69, "【水道事業】", "【水道事業"), ["69 document#account-bracket"], "【と】が合わない"),
    "an invisible sign": (put(24, "総務部", "\u200b総務部"),
                          ["24 document#invisible-character", "24 plan#PlannedProject-registeredUnit"], "見えない文字 U+200B"),
    "a lost character": (put(24, "人材育成", "人材\ufffd成"), ["24 document#replacement-character"], "文字化けの跡"),
    "a formula": (put(24, "\t人材育成推進事業", "\t=人材育成推進事業"), ["24 document#spreadsheet-formula"], "式として実行します"),
    "an empty item": (put(24, "実施します。", "実施します。 ○"), ["24 document#sub-item-empty"], "○の後に項目がありません"),
    "another year": (put(22, "H30", "H31"), ["22 document#year"], "2019 年度ですが、source.toml は 2018 年度です"),
    "an unknown column": (put(22, "担当課", "だれが"), ["22 document#header"],
                          "見出し行の列が違います"),
    "no table": (lambda s: s[:21], [" document#no-projects"], "事業の表がありません"),
}  # fmt: skip
WARNINGS: dict[str, tuple[Slip, str, str]] = {
    "a section misspelled": (put(24, "総務部人事課", "総務部人事科"), "24 plan#PlannedProject-registeredUnit", "「総務部人事科」は units.csv にありません"),
    "a circle in a sentence": (put(24, "実施します。", "実施○します。"), "24 document#sub-item-unclear", "項目と読みませんでした"),
    "a private character": (put(24, "職員", "\ue000職員"), "24 document#private-use-character", "外字 U+E000"),
}  # fmt: skip
#: what changes nothing: the same plan is read without a word
HARMLESS: dict[str, Callable[[str], bytes]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac line ends": lambda text: text.replace("\n", "\r").encode(),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "form feeds": lambda text: text.replace("\n\n第二次郡山市", "\n\f\n第二次郡山市").encode(),
    "full-width counts": lambda text: text.replace("\t15\n", "\t１５\n").replace("\t76\n", "\t７６\n").encode(),
    "padded cells": lambda text: text.replace("\t", " \u3000\t\u00a0").encode(),
    "rows padded by Excel": lambda text: re.sub("(\t.*)", "\\1\t\t", text).encode(),
    "a last line end": lambda text: (text + "\n\n\n").encode(),
}  # fmt: skip


def write(city: Path, data: bytes) -> None:
    """Save the document, and record it, as the clerk who corrects it does."""
    (city / "plan.txt").write_bytes(data)
    assert inside("init", "--refresh", str(city), cwd=city).code == 0


def places(text: str) -> list[str]:
    """Give the line and the rule of each finding, the first line where it stands in several."""
    return [
        f"{line} {rule}"
        for line, rule in re.findall(r"^(?:\S*/)?plan\.txt:?(\d*): \S+ (\S+): ", text, re.MULTILINE)
    ]


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_violation_is_found_at_its_line_and_gone_when_repaired(
    name: str, city: Path, desk: Path
) -> None:
    slip, expected, words = VIOLATIONS[name]
    write(city, "\n".join(slip(LINES)).encode())
    done = inside("validate", "data", "--lang", "ja", cwd=desk)
    assert (done.code, done.err) == (1, "")
    assert [place for place in places(done.out) if place in expected] == expected, done.out
    assert set(places(done.out)) == set(expected), done.out
    assert words in done.out
    for line in filter(re.compile(r"\S*/plan\.txt").match, done.out.splitlines()[:-1]):
        assert re.match(r"\S*/plan\.txt(:\d+)?: (違反|警告) \S+: .*[。)]$", line), line
    refusal = inside("convert", "data", cwd=desk)
    assert (refusal.code, refusal.data) == (1, b"")
    write(city, "\n".join(LINES).encode())
    assert inside("read", "data", "--warnings-as-errors", cwd=desk).code == 0


@pytest.mark.parametrize("name", WARNINGS)
def test_a_warning_is_said_and_lets_the_data_pass(name: str, city: Path, desk: Path) -> None:
    slip, expected, words = WARNINGS[name]
    write(city, "\n".join(slip(LINES)).encode())
    done = inside("validate", "data", "--lang", "ja", cwd=desk)
    assert (done.code, places(done.out)) == (0, [expected])
    assert words in done.out
    assert done.out.splitlines()[-1].endswith("違反 0 件、警告 1 件")
    strict = inside("read", "data", "--warnings-as-errors", cwd=desk)
    assert (strict.code, places(strict.err)) == (1, [expected])
    converted = inside("convert", "data", cwd=desk)
    assert (converted.code, places(converted.err)) == (0, [expected])


@pytest.mark.parametrize("name", HARMLESS)
def test_what_changes_nothing_is_read_without_a_word(name: str, city: Path, desk: Path) -> None:
    expected = inside("read", "data", "--format", "json", cwd=desk).out
    write(city, HARMLESS[name]("\n".join(LINES)))
    done = inside("read", "data", "--format", "json", cwd=desk)
    assert (done.code, done.err) == (0, "")
    assert done.out == expected


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("cp932", "cp932"), ("euc_jp", "euc_jp"), ("utf-16", "utf_16"), ("iso2022_jp", "iso2022_jp")],
)
def test_another_encoding_is_named_and_then_read(
    encoding: str, named: str, city: Path, desk: Path
) -> None:
    expected = inside("read", "data", "--format", "json", cwd=desk).out
    (city / "plan.txt").write_bytes("\n".join(LINES).encode(encoding))
    for verb in ("read", "validate", "convert", "build"):
        line = refused(
            inside(verb, "data", "--lang", "ja", cwd=desk),
            "data/072036-koriyama/kyodo-2/fy2018/plan.txt",
        )
        assert f'source.toml の [document] に encoding = "{named}" と書いてください' in line
    source = city / "source.toml"
    text = source.read_text(encoding="utf-8")
    source.write_text(
        text.replace("[release]", f'encoding = "{named}"\n\n[release]', 1), encoding="utf-8"
    )
    assert inside("init", "--refresh", "data", cwd=desk).code == 0
    done = inside("read", "data", "--format", "json", cwd=desk)
    assert (done.code, done.err) == (0, "")
    assert done.out == expected


def test_an_encoding_that_is_none_is_said_so(city: Path, desk: Path) -> None:
    source = city / "source.toml"
    text = source.read_text(encoding="utf-8")
    source.write_text(
        text.replace("[release]", 'encoding = "klingon"\n[release]', 1), encoding="utf-8"
    )
    assert "'klingon' is not known; such as utf-8, cp932" in refused(run("read", "data", cwd=desk))


def test_the_correction_of_a_published_document_from_end_to_end(published: Path) -> None:
    city = published / "data/072036-koriyama/kyodo-2/fy2018"
    document, source = city / "plan.txt", city / "source.toml"
    document.write_bytes(
        document.read_bytes().replace("活動等とおして".encode(), "活動等をとおして".encode())
    )
    changed = run("build", "--lang", "ja", cwd=published)
    assert changed.code == 1
    assert "kyodo-lod init --refresh" in changed.err
    assert run("init", "--refresh", "data", cwd=published).code == 0
    again = run("build", "--lang", "ja", cwd=published)
    assert again.code == 1
    assert "version" in again.err
    text = source.read_text(encoding="utf-8").replace('"1.0.0"', '"1.0.1"')
    source.write_text(
        text.replace("modified = 2026-11-23", "modified = 2026-12-01"), encoding="utf-8"
    )
    forgotten = refused(run("build", "--lang", "ja", cwd=published))
    lines = forgotten.partition("次を書いてください: ")[2].replace(" version", "\nversion")
    assert lines.startswith("[[release.earlier]]\n")
    text = source.read_text(encoding="utf-8")
    lines = lines.replace(" modified", "\nmodified")
    source.write_text(text.replace("[rights]", f"{lines}\n\n[rights]"), encoding="utf-8")
    done = run("build", cwd=published)
    assert (done.code, done.err) == (0, "")
    releases = sorted(path.parent.name for path in published.glob("dist/dataset/*/*/*.nt.gz"))
    assert releases == ["1.0.0", "1.0.1"]
    turtle = (published / "dist/dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.ttl").read_text(
        encoding="utf-8"
    )
    assert "活動等をとおして" in turtle
    assert '"1.0.1"' in turtle


@pytest.mark.parametrize(
    ("predicate", "rule"),
    [("def#nameAsListed", "nameAsListed"), ("http://purl.org/dc/terms/description", "description")],
)
def test_a_fault_in_rdf_is_at_its_line_in_the_document(
    predicate: str, rule: str, built: Path, tmp_path: Path
) -> None:
    dump = built / "dist/dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.nt"
    project = "fy2018/p/4-15>"
    lines = dump.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [
        one
        for one in lines
        if not (one.split()[0].endswith(project) and predicate in one.split()[1])
    ]
    assert len(kept) == len(lines) - 1
    (tmp_path / "damaged.nt").write_text("".join(kept), encoding="utf-8")
    done = inside("validate", "damaged.nt", cwd=tmp_path)
    assert done.code == 1
    first, second, *_ = done.out.splitlines()
    assert first.startswith(f"damaged.nt:701: violation plan#PlannedProject-{rule}: ")
    assert second.startswith("  → plan.txt:69 · ")
