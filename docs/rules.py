"""Writes rules.md and rules.ja.md, the reference of all rules: `make docs`."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.repair import repair_in_document
from kyodo_lod.check.rules import Explanation, explanations, unfilled
from kyodo_lod.finding import SHAPES, anchor

HERE = Path(__file__).resolve().parent
FILES: dict[Language, Path] = {"en": HERE / "rules.md", "ja": HERE / "rules.ja.md"}

_TITLE = Bilingual("規則", "Rules")
_HEAD = Bilingual(
    "`kyodo-lod validate` が調べる規則です。`document#` は文書を読むときの規則、`plan#` と `catalog#` は"
    " RDF のグラフの規則 (SHACL のシェイプ) です。この頁は `make docs` が規則から作ります。",
    "What `kyodo-lod validate` checks. `document#` are rules about reading a document, `plan#` and"
    " `catalog#` rules about the RDF graph (SHACL shapes). `make docs` makes this page from the rules.",
)
_WHY = Bilingual("理由", "Why")
_EXAMPLE = Bilingual("例 (誤 → 正)", "Example (wrong → right)")
_REPAIR = Bilingual("文書での直し方", "Repair in the document")


def page(language: Language) -> str:
    """Give the page in one language."""
    return "".join(f"{line}\n" for line in _lines(language)).rstrip("\n") + "\n"


def _lines(language: Language) -> Iterator[str]:
    groups = [(name, list(rules)) for name, rules in groupby(explanations().values(), _group)]
    yield f"# {_TITLE.text(language)}\n"
    yield f"{_HEAD.text(language)}\n"
    for name, rules in groups:
        links = ", ".join(f"[{_end(rule)}](#{anchor(SHAPES + rule.name)})" for rule in rules)
        yield f"- **{name}**: {links}"
    for name, rules in groups:
        yield f"\n## {name}"
        for rule in rules:
            yield from _section(rule, language)


def _group(rule: Explanation) -> str:
    return rule.name.partition("-")[0] if "document#" not in rule.name else "document"


def _end(rule: Explanation) -> str:
    end = rule.name.partition("#")[2]
    return end if "document#" in rule.name else end.partition("-")[2] or end


def _section(rule: Explanation, language: Language) -> Iterator[str]:
    yield f'\n<a id="{anchor(SHAPES + rule.name)}"></a>\n'
    yield f"### {rule.name}\n"
    yield f"{_escaped(unfilled(rule.message).text(language))} *({rule.severity.label.text(language)})*\n"
    yield f"- **{_WHY.text(language)}**: {_escaped(rule.why.text(language))}"
    yield f"- **{_REPAIR.text(language)}**: {_escaped(repair_in_document(rule.name).text(language))}"
    yield f"- **{_EXAMPLE.text(language)}**: {_escaped(rule.example.text(language))}"


def _escaped(text: str) -> str:
    """Give a text that Markdown shows as it is."""
    signs = "\\`*_<>[]|#"
    return "".join(f"\\{each}" if each in signs else each for each in " ".join(text.split()))


if __name__ == "__main__":
    for chosen, path in FILES.items():
        path.write_text(page(chosen), encoding="utf-8")
