"""Writes rules.md and rules.ja.md, the reference of all rules: `make docs`."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.rule_pages import Page, Section, pages
from kyodo_lod.finding import anchor

HERE = Path(__file__).resolve().parent
FILES: dict[Language, Path] = {"en": HERE / "rules.md", "ja": HERE / "rules.ja.md"}

_TITLE = Bilingual("規則", "Rules")
_HEAD = Bilingual(
    "`kyodo-lod validate` が調べる規則です。`document#` は文書を読むときの規則、`plan#` と `catalog#` は"
    " RDF のグラフの規則 (SHACL のシェイプ)、`sh:` はほかの人の名前のないシェイプの指摘を呼ぶ名前です。"
    "同じ説明は `kyodo-lod explain 規則` でも見られます。例は tests/ の例から取り、その結果はテストで確かめています。"
    "この頁は `make docs` が規則から作ります。",
    "What `kyodo-lod validate` checks. `document#` are rules about reading a document, `plan#` and"
    " `catalog#` rules about the RDF graph (SHACL shapes); `sh:` is how findings of other people's"
    " shapes without names are called. `kyodo-lod explain RULE` says the same. The examples are cut out of"
    " those in tests/, where their outcome is tested. `make docs` makes this page from the rules.",
)
_SAYS = Bilingual("`validate` の指摘", "`validate` says")
_CORE = "SHACL"
_KINDS = {"document": "text", "rdf": "turtle", "sparql": "sparql"}


def page(language: Language) -> str:
    """Give the page in one language."""
    return "".join(f"{line}\n" for line in _lines(language)).rstrip("\n") + "\n"


def _lines(language: Language) -> Iterator[str]:
    groups = [(name, list(rules)) for name, rules in groupby(pages().values(), _group)]
    yield f"# {_TITLE.text(language)}\n"
    yield f"{_HEAD.text(language)}\n"
    for name, rules in groups:
        links = ", ".join(f"[{_end(rule)}](#{anchor(rule.iri)})" for rule in rules)
        yield f"- **{name}**: {links}"
    for name, rules in groups:
        yield f"\n## {name}"
        for rule in rules:
            yield from _rule(rule, language)


def _group(rule: Page) -> str:
    if rule.name.startswith("sh:"):
        return _CORE
    if not rule.severity:  # a condition that rules share
        return f"{rule.name.partition('#')[0]}#"
    return rule.name.partition("-")[0] if "document#" not in rule.name else "document"


def _end(rule: Page) -> str:
    end = rule.name.partition("#")[2]
    return end if "document#" in rule.name else end.partition("-")[2] or end or rule.name


def _rule(rule: Page, language: Language) -> Iterator[str]:
    severity = f" *({rule.severity.label.text(language)})*" if rule.severity else ""
    yield f'\n<a id="{anchor(rule.iri)}"></a>\n'
    yield f"### {rule.name}\n"
    yield f"{_escaped(rule.demand.text(language))}{severity}\n"
    for before, section in zip((None, *rule.sections), rule.sections, strict=False):
        if before and before.code.en and not section.code.en:
            yield ""  # a list ends a block of code
        yield from _section(section, language)


def _section(section: Section, language: Language) -> Iterator[str]:
    head, text, code = (t.text(language) for t in (section.head, section.text, section.code))
    if not code:
        shown = f"<{text}>" if text.startswith("https:") else _escaped(text)
        yield f"- **{head}**: {shown}"
        return
    source = f" ([{Path(section.source).name}](../{section.source}))" if section.source else ""
    yield f"\n**{head}**{source}\n"
    yield f"```{_KINDS[section.kind]}\n{code}\n```"
    if text:
        yield f"\n{_SAYS.text(language)}: {_escaped(text)}"


def _escaped(text: str) -> str:
    """Give a text that Markdown shows as it is."""
    signs = "\\`*_<>[]|#"
    return "".join(f"\\{each}" if each in signs else each for each in " ".join(text.split()))


if __name__ == "__main__":
    for chosen, path in FILES.items():
        path.write_text(page(chosen), encoding="utf-8")
