"""What a request puts in for the parameters of a query, as `kyodo-lod query --param` does.

They are those that the header of the query names (`#+ param.word.default: …`); a query without such a
header has none.
"""

from typing import TypeAlias

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.query.library import parse_query
from kyodo_lod.serve.asked import PREFIX
from kyodo_lod.serve.refusals import RefusedError

#: names and values of parameters
Values: TypeAlias = tuple[tuple[str, str], ...]
#: names that an error lists, and letters of each
_LISTED, _SHOWN = 12, 40
_UNKNOWN = Bilingual(
    "この問い合わせにパラメータ {name} はありません (あるもの: {known})。",
    "the query has no parameter {name} (it has: {known})",
)
_NONE = Bilingual(
    "この問い合わせにパラメータはありません。「#+ param.{name}.default: …」の行を足すと、変数 ?{name} がパラメータになります。",
    "the query has no parameters; a line “#+ param.{name}.default: …” makes ?{name} one",
)


def values(text: str, given: Values) -> Values:
    r"""Give a value for each parameter of a query: as given, else its default.

    Args:
        text: SPARQL with its header.
        given: parameters of the request that mean nothing to the protocol.

    Raises:
        RefusedError: where `param.x` is given and the query has no parameter x (400).

    >>> values("#+ param.word.default: a\nSELECT ?word {}", (("param.word", "b"), ("other", "c")))
    (('word', 'b'),)
    """
    known = {name: p.default for name, p in parse_query("query", text).parameters.items()}
    plain = {name: value for name, value in given if name in known}
    named = {name.removeprefix(PREFIX): value for name, value in given if name.startswith(PREFIX)}
    unknown = next((name for name in named if name not in known), None)
    if unknown is not None:
        raise RefusedError(400, _unknown(unknown, list(known)), "parameter")
    return tuple((known | plain | named).items())


def _unknown(name: str, known: list[str]) -> Bilingual:
    listed = ", ".join(visible(each[:_SHOWN]) for each in known[:_LISTED])
    more = ", …" if len(known) > _LISTED else ""
    words = _UNKNOWN if known else _NONE
    return words.fill(name=visible(name[:_SHOWN]), known=listed + more)
