"""What is said of a query that does not parse; what the parser expected there misleads more than it helps."""

import re

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.sparql import is_update, lexed
from kyodo_lod.rdf.vocabulary import prefixes

_PLACE = re.compile(r"error at (\d+):(\d+): ?")
#: letters of a query that show a place in it
_GLANCE = 30
_UNBOUND = "variable that is unbound"
_NOT_FOUND = "Prefix not found"
_NAME = re.compile(r"(?:[^\W\d_][\w.\-]*)?:")
#: an IRI or a string that does not end: nobody can tell what follows it
_UNENDED = re.compile(r"[\"']|<[^\s=]")
#: may be glued to a name
_GLUED = ("FROM", "NAMED", "GRAPH")


def syntax_error(message: str, place: str, text: str) -> QueryError:
    """Say where a query cannot be read, and why where that is sure.

    Args:
        message: what pyoxigraph says.
        place: how the query is called.
        text: the query.
    """
    found = _PLACE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    where = f"{place}:{line}:{column}"
    read = _read(text, line, column)
    if is_update(text):
        return _update(place)
    prefix = _undeclared(text, len(read))
    if prefix or _NOT_FOUND in message:  # among all the letters that might have followed
        return _without_declaration(where, prefix)
    if _UNBOUND in message:
        return _not_grouped(where, _ungrouped(text))
    if not text.strip():
        return QueryError(where, "問い合わせが空です。", "is not SPARQL: it is empty")
    glance = " ".join((read[-_GLANCE:] if read.strip() else text[:_GLANCE]).split())
    return QueryError(
        where,
        f"SPARQL として読めません: 「{glance}」の後を見てください。",
        f"is not SPARQL: look after “{glance}”",
    )


def _read(text: str, line: int, column: int) -> str:
    """Give what was read until a place."""
    lines = text.split("\n")
    return (
        "\n".join([*lines[: line - 1], lines[line - 1][: column - 1]]) if line <= len(lines) else ""
    )


def _update(place: str) -> QueryError:
    forms = "SELECT, ASK, CONSTRUCT, DESCRIBE"
    return QueryError(
        place,
        f"更新です。ここでは問い合わせ ({forms}) にだけ答えます。",
        f"is an update; only queries are answered ({forms})",
    )


def _undeclared(text: str, end: int) -> str:
    """Give the first prefix before a place that is not declared, with its colon; empty for none."""
    declared = {f"{prefix}:" for prefix in prefixes()} | {"_:"}
    before = ""
    for token in lexed(text):
        if token.start() >= end or (not token[0] and _UNENDED.match(text, token.start())):
            break
        name = _NAME.match((token["word"] or "").lstrip(".-"))
        if name and before == "PREFIX":
            declared.add(name[0])
        elif name and name[0] not in declared and not name[0].upper().startswith(_GLUED):
            return name[0]
        before = token[0].upper() if token[0] and not token["comment"] else before
    return ""


def _without_declaration(where: str, prefix: str) -> QueryError:
    known = " ".join(f"{each}:" for each in prefixes())
    if not prefix:
        return QueryError(
            where, "宣言のない接頭辞があります。", "uses a prefix that is not declared"
        )
    return QueryError(
        where,
        f"接頭辞 {prefix} の宣言がありません。「PREFIX {prefix} <…>」を初めに書いてください (宣言なしで使えるもの: {known})。",
        f"uses the prefix {prefix} that is not declared; begin with “PREFIX {prefix} <…>” (known without: {known})",
    )


def _ungrouped(text: str) -> str:
    """Give a column that is surely not grouped; empty where that is not sure."""
    words = [token[0] or text[token.start() : token.start() + 1] for token in lexed(text)]
    upper = [word.upper() for word in words]
    if upper.count("SELECT") != 1 or "{" not in upper:
        return ""
    start, end = upper.index("SELECT"), upper.index("{")
    group = upper.index("GROUP", end) if "GROUP" in upper[end:] else len(upper)
    grouped = {word[1:] for word in words[group:] if word[:1] in ("?", "$")}
    depth = 0
    for word in words[start:end]:
        depth += (word == "(") - (word == ")")
        if not depth and word[0] in "?$" and word[1:] not in grouped:
            return word
    return ""


def _not_grouped(where: str, variable: str) -> QueryError:
    ja, en = (f" {variable} ", f"the variable {variable}") if variable else ("", "a variable")
    return QueryError(
        where,
        f"SELECT に、集計も GROUP BY もされていない変数{ja}があります。",
        f"{en} of the SELECT is neither aggregated nor in GROUP BY",
    )
