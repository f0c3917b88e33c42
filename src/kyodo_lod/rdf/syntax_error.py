"""What is said of a query that does not parse; what the parser expected there misleads more than it helps."""

import difflib
import re

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.sparql import form, is_update, lexed
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
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
#: how much alike a prefix, or a query's first word, and the one that may be meant are (difflib)
_ALIKE = 0.7


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
    if prefix:
        return _without_declaration(_where(place, text, prefix.start()), prefix[0])
    if _NOT_FOUND in message:  # among all the letters that might have followed
        return QueryError(
            where, "宣言のない接頭辞があります。", "uses a prefix that is not declared"
        )
    if _UNBOUND in message:
        return _not_grouped(where, _ungrouped(text))
    if not text.strip():
        return QueryError(where, "問い合わせが空です。", "is not SPARQL: it is empty")
    word = form(read)
    if word and word.upper() not in _FORMS:
        start = next(token.start() for token in lexed(text) if token[0] == word)
        return _not_begun(_where(place, text, start), word)
    if not text[len(read) :].strip() and (missing := _unclosed(text)):
        return _not_ended(where, missing)
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


def _where(place: str, text: str, start: int) -> str:
    before = text[:start]
    return f"{place}:{before.count(chr(10)) + 1}:{start - before.rfind(chr(10))}"


def _update(place: str) -> QueryError:
    forms = ", ".join(_FORMS)
    return QueryError(
        place,
        f"更新です。ここでは問い合わせ ({forms}) にだけ答えます。",
        f"is an update; only queries are answered ({forms})",
    )


def _not_begun(where: str, word: str) -> QueryError:
    near = difflib.get_close_matches(word.upper()[:_GLANCE], _FORMS, 1, _ALIKE)
    ja, en = (f"({near[0]} ですか)", f" (did you mean {near[0]}?)") if near else ("", "")
    return QueryError(
        where,
        f"SPARQL として読めません: 「{word[:_GLANCE]}」で始まっています{ja}。問い合わせは {', '.join(_FORMS)} のどれかで始めます。",
        f"is not SPARQL: begins with “{word[:_GLANCE]}”{en}; a query begins with one of {', '.join(_FORMS)}",
    )


def _unclosed(text: str) -> int:
    """Count the braces that nothing closes."""
    signs = [text[token.start() : token.start() + 1] for token in lexed(text) if not token[0]]
    return signs.count("{") - signs.count("}")


def _not_ended(where: str, missing: int) -> QueryError:
    return QueryError(
        where,
        f"SPARQL として読めません: 終わりに「}}」が {missing} 個足りません。",
        "is not SPARQL: “}” is missing at its end" + (f", {missing} times" if missing > 1 else ""),
    )


def _undeclared(text: str, end: int) -> re.Match[str] | None:
    """Give the first prefix before a place that is not declared, with its colon."""
    declared = {f"{prefix}:" for prefix in prefixes()} | {"_:"}
    before = ""
    for token in lexed(text):
        if token.start() >= end or (not token[0] and _UNENDED.match(text, token.start())):
            break
        word = token["word"] or ""
        # a name may be glued to what stands before it
        start = token.end("word") - len(word.lstrip(".-"))
        name = _NAME.match(text, start, token.end("word")) if word else None
        if name and before == "PREFIX":
            declared.add(name[0])
        elif name and name[0] not in declared and not name[0].upper().startswith(_GLUED):
            return name
        before = token[0].upper() if token[0] and not token["comment"] else before
    return None


def _without_declaration(where: str, prefix: str) -> QueryError:
    known = [f"{each}:" for each in prefixes()]
    near = difflib.get_close_matches(prefix[:_GLANCE], known, 1, _ALIKE)
    ja, en = (
        (f"{near[0]} ではありませんか。", f"did you mean {near[0]}? Else ") if near else ("", "")
    )
    return QueryError(
        where,
        f"接頭辞 {prefix} の宣言がありません。{ja}「PREFIX {prefix} <…>」を初めに書いてください (宣言なしで使えるもの: {' '.join(known)})。",
        f"uses the prefix {prefix} that is not declared; {en}begin with “PREFIX {prefix} <…>” (known without: {' '.join(known)})",
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
