"""Groups of solutions that oxigraph and rdflib make alike (SPARQL 1.1, section 11).

Where nothing is found, rdflib gives one empty solution for no groups at all: it must not show.
"""

from collections.abc import Callable, Iterator

from kyodo_lod.check.fast.facts import Facts
from kyodo_lod.check.fast.tokens import Tokens


def _words(tokens: Tokens) -> list[str]:
    return [word.upper() for kind, word in tokens if kind == "word"]


def _calls(tokens: Tokens, *names: str) -> Iterator[list[str]]:
    """Give the texts from each call of a function on."""
    texts = [text.upper() for _, text in tokens]
    return (texts[at:] for at, text in enumerate(texts) if text in names)


def _subjects_again(tokens: Tokens, _facts: Facts) -> bool:
    """IRI(MIN(STR(?x))) of a first subject; of other texts, some are no IRIs for one engine only."""
    texts = [text.upper() for _, text in tokens]
    return all(
        texts[at + 1 : at + 6] in (["(", fold, "(", "STR", "("] for fold in ("MIN", "MAX"))
        and _is_first_subject(tokens[at:], tokens[at + 6][1])
        for at, text in enumerate(texts)
        if text == "IRI"
    )


def _texts_in_order(tokens: Tokens, _facts: Facts) -> bool:
    """MIN(STR(?x)) of a first subject: of texts, of which there is at least one."""
    texts = [text.upper() for _, text in tokens]
    return all(
        _is_first_subject(tokens[at:], tokens[at + 4][1])
        for at, text in enumerate(texts)
        if text in ("MIN", "MAX") and texts[at + 2] == "STR"
    )


def _is_first_subject(tokens: Tokens, variable: str) -> bool:
    """Tell whether the next WHERE begins with a variable, so that it is surely bound."""
    begins = (three for three in zip(tokens, tokens[1:], tokens[2:], strict=False))
    where = next((each for each in begins if each[0][1].upper() == "WHERE"), None)
    return where is not None and where[1][1] == "{" and where[2][1][1:] == variable[1:]


def _plain_folds(tokens: Tokens, _facts: Facts) -> bool:
    """COUNT(*), COUNT(?x), COUNT(DISTINCT ?x): an error is counted by one engine only."""
    for texts in _calls(tokens, "COUNT"):
        inside = texts[2 + (texts[2] == "DISTINCT") :]
        if inside[1] != ")" or not (inside[0] == "*" or inside[0][0] in "?$"):
            return False
    return True


def _guarded_sums(tokens: Tokens, _facts: Facts) -> bool:
    """SUM only beside a REGEX that lets nothing but digits through: an error in it means anything."""
    words = _words(tokens)
    return "SUM" not in words or ("REGEX" in words and '"^[0-9]+$"' in [text for _, text in tokens])


#: what may have a value where a variable has none
_HEEDLESS = frozenset({"BOUND", "IF", "EXISTS", "||", "&&"})


def _columns_of_groups(tokens: Tokens, _facts: Facts) -> bool:
    """Columns that have no value where there is no group: none of constants, no BOUND."""
    return "GROUP" not in _words(tokens) or all(map(_hangs_on_values, _columns(tokens)))


def _columns(tokens: Tokens) -> Iterator[Tokens]:
    """Give the expressions of all columns, and those of BIND where it may stand behind groups."""
    is_one = _words(tokens).count("SELECT") == 1
    for at, (kind, text) in enumerate(tokens):
        if kind == "word" and text.upper() == "AS":
            opening = _opening(tokens, at)
            if not (is_one and tokens[opening - 1][1].upper() == "BIND"):
                yield tokens[opening + 1 : at]


def _opening(tokens: Tokens, at: int) -> int:
    """Give the place of the parenthesis in which a token stands."""
    depth = 1
    while at and depth:
        at -= 1
        depth += (tokens[at][1] == ")") - (tokens[at][1] == "(")
    return at


def _hangs_on_values(column: Tokens) -> bool:
    texts = {text.upper() for _, text in column}
    return texts.isdisjoint(_HEEDLESS) and any(kind == "variable" for kind, _ in column)


def _selects_by_themselves(tokens: Tokens, _facts: Facts) -> bool:
    """SELECTs in a SELECT joined with nothing, {{ SELECT … } UNION { … }}: rdflib lets variables in."""
    if _words(tokens).count("SELECT") == 1:
        return True
    depth, beside = 0, set()
    for (_, text), (_, before) in zip(tokens[1:], tokens, strict=False):
        depth -= text == "}"
        if text.upper() == "SELECT" and (depth, before) not in ((0, ""), (2, "{")):
            return False
        if depth == 1 and text not in ("{", "}"):
            beside.add(text.upper())
        depth += text == "{"
    is_last = tokens[-2][1] == "}"
    return is_last and beside <= {"UNION"}


#: each tells whether all is well
GROUPINGS: tuple[Callable[[Tokens, Facts], bool], ...] = (
    _plain_folds,
    _guarded_sums,
    _subjects_again,
    _texts_in_order,
    _columns_of_groups,
    _selects_by_themselves,
)
