"""Each reading rule is tripped by a document, and not by one that is nearly the same.

A folder is called like its rule. `invalid.<what>.txt` trips it as a Violation, `warning.<what>.txt`
as a Warning, `valid.<what>.txt` gives no finding at all; what a document gives stands in its
`.approved.txt`, in English and Japanese. A `.toml` beside it changes the manifest that it is read
with (`fiscal_year`, `columns`, `keys`).
"""

import difflib
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from strategies import a_manifest, document_of

from kyodo_lod.check.reports.text import finding_line
from kyodo_lod.finding import Finding, Rule, Severity
from kyodo_lod.model.parse import parse
from kyodo_lod.model.rules import RULES

HERE = Path(__file__).parent
#: rules that no document trips by itself, and where they are tested
ELSEWHERE = {
    "document#sha256": "raised by pipeline.read_document, which knows the manifest's hash",
    "document#iri-reused": "raised by publish.identity, which knows what is published",
    "document#release-changed": "likewise",
    "document#unit-proposed": "raised by publish.releases, which knows what is published",
}
#: rules whose finding does not stand on the line where valid and invalid documents differ
NAMED_AT = {
    "heading-missing": "the count row of the heading that is not there",
    "heading-unlisted": "the heading whose count row is not there",
    "no-projects": "the document as a whole",
    "count-table-missing": "the document as a whole",
    "count-total-missing": "the last row of the count table",
    "row-outside-table": "the rows below the missing header",
    "row-outside-policy": "the rows below the missing heading",
    "heading-order": "the second of the swapped headings",
    "key-repeated": "the projects that a key in the manifest names",
    "key-unused": "the document as a whole",
    "ImplementationPlan-sectionCounts": "the count row, whether it is wrong or a row is lost",
}
#: rules that a document breaks in every row
WHOLLY_OTHER = ("no-projects", "separator")
SEVERITIES = {"invalid": Severity.VIOLATION, "warning": Severity.WARNING}


def rule_of(document: Path) -> Rule:
    name = document.parent.name
    return RULES.get(f"document#{name}") or RULES[f"plan#{name}"]


def documents(*kinds: str) -> list[Path]:
    return [
        path
        for kind in kinds
        for path in sorted(HERE.glob(f"*/{kind}.*.txt"))
        if not path.name.endswith(".approved.txt")
    ]


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def findings_of(document: Path) -> tuple[Finding, ...]:
    changes = document.with_suffix(".toml")
    manifest = a_manifest(**(tomllib.loads(changes.read_text("utf-8")) if changes.exists() else {}))
    return parse(manifest, document_of(document.read_bytes())).findings


def lines_that_differ(document: Path) -> set[int]:
    """Give the lines of `document` that one of its valid neighbours has otherwise."""
    text = document.read_bytes().decode().split("\n")
    found = set()
    for valid in documents("valid"):
        if valid.parent == document.parent:
            other = valid.read_bytes().decode().split("\n")
            blocks = difflib.SequenceMatcher(None, text, other, autojunk=False).get_opcodes()
            found |= {n + 1 for kind, i, j, _, _ in blocks if kind != "equal" for n in range(i, j)}
    return found


def lines_of(finding: Finding) -> set[int]:
    """Give the lines a finding names; of two rows alike, either may count as the one too many."""
    return {origin.line for origin in (finding.origin, *finding.related) if origin}


def missing_examples(rule: Rule) -> Iterator[str]:
    folder = HERE / rule.name.partition("#")[2]
    kinds = {path.name.partition(".")[0] for path in folder.glob("*.txt")}
    wanted = "invalid" if rule.severity is Severity.VIOLATION else "warning"
    yield from {wanted, "valid"} - kinds


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_each_rule_has_its_documents(rule: Rule) -> None:
    if rule.name in ELSEWHERE:
        assert not (HERE / rule.name.partition("#")[2]).exists()
    else:
        assert not list(missing_examples(rule))


def test_every_file_belongs_to_a_rule_and_a_document() -> None:
    known = {name.partition("#")[2] for name in RULES}
    assert len(known) == len(RULES)
    stems = {path.with_suffix("") for path in documents("invalid", "warning", "valid")}
    for path in HERE.glob("[!_]*/*"):  # not __pycache__
        assert path.parent.name in known
        stem = Path(
            str(path).removesuffix(".approved.txt").removesuffix(".toml").removesuffix(".txt")
        )
        assert stem in stems, path


@pytest.mark.parametrize("document", documents("invalid", "warning"), ids=name)
def test_a_faulty_document_trips_its_rule_at_the_right_line(
    document: Path, approved: Callable[[Path, str], None]
) -> None:
    found = findings_of(document)
    own = [finding for finding in found if finding.rule == rule_of(document).iri]
    assert own
    assert {finding.severity for finding in own} == {SEVERITIES[document.name.partition(".")[0]]}
    if document.parent.name not in NAMED_AT and not document.with_suffix(".toml").exists():
        differing = lines_that_differ(document)
        assert all(lines_of(finding) & differing for finding in own)
    texts = [
        finding_line(finding, language, "plan.txt")
        for language in ("en", "ja")
        for finding in found
    ]
    assert not any("{" in text or "}" in text for text in texts)
    approved(document.with_suffix(".approved.txt"), "".join(f"{text}\n" for text in texts))


@pytest.mark.parametrize("document", documents("valid"), ids=name)
def test_a_valid_document_gives_no_finding(document: Path) -> None:
    assert findings_of(document) == ()
    assert not document.with_suffix(".approved.txt").exists()


@pytest.mark.parametrize("document", documents("invalid"), ids=name)
def test_only_the_fault_tells_an_invalid_document_from_a_valid_one(document: Path) -> None:
    """A few lines apart at most, so that it is the fault that trips the rule."""
    if document.parent.name not in WHOLLY_OTHER:
        text = document.read_bytes().decode().split("\n")
        valid = next(path for path in documents("valid") if path.parent == document.parent)
        other = valid.read_bytes().decode().split("\n")
        matching = difflib.SequenceMatcher(None, text, other, autojunk=False).ratio()
        assert matching > 0.7
