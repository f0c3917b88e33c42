"""The named queries (`queries/*.rq`) and what their headers say of them."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.assets import assets
from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.errors import QueryError
from kyodo_lod.files import read_file
from kyodo_lod.rdf.sparql import is_construct

#: of any text in linear time: what stands around a value is taken off afterwards
_HEADER = re.compile(r"^#\+[ \t]*([\w.-]+)[ \t]*:(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that a string is put in for."""

    name: str
    label: Bilingual
    default: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question.

    Args:
        name: its file's name without the extension; `-` for one from stdin.
        text: SPARQL, header included.
        title: the question in short.
        summary: what it answers and what it does not.
        tags: for finding it.
        parameters: by name.
    """

    name: str
    text: str
    title: Bilingual
    summary: Bilingual
    tags: tuple[str, ...]
    parameters: dict[str, Parameter]

    @property
    def gives_graph(self) -> bool:
        """Whether the answer is a graph, not a table."""
        return is_construct(self.text)

    def values(self, given: dict[str, str]) -> dict[str, str]:
        """Give a value for each parameter: as given, else its default.

        Raises:
            QueryError: for a parameter that the query has not.
        """
        unknown = [name for name in given if name not in self.parameters]
        if unknown and self.title.en:
            known = ", ".join(self.parameters)
            raise QueryError(
                self.name,
                f"パラメータ {unknown[0]} はありません (あるもの: {known or 'なし'})。",
                f"has no parameter {unknown[0]!r} (it has: {known or 'none'})",
            )
        return {name: p.default for name, p in self.parameters.items()} | given


def parse_query(name: str, text: str) -> Query:
    """Read a query's header; one without a header is fine."""
    header = {key: value.strip(" \t\r") for key, value in _HEADER.findall(text)}
    names = dict.fromkeys(key.split(".")[1] for key in header if key.startswith("param."))
    return Query(
        name=name,
        text=text,
        title=_both(header, "title"),
        summary=_both(header, "summary"),
        tags=tuple(filter(None, map(str.strip, header.get("tags", "").split(",")))),
        parameters={
            parameter: Parameter(
                parameter,
                _both(header, f"param.{parameter}"),
                header.get(f"param.{parameter}.default", ""),
            )
            for parameter in names
        },
    )


def _both(header: dict[str, str], key: str) -> Bilingual:
    return Bilingual(header.get(f"{key}.ja", ""), header.get(f"{key}.en", ""))


def queries() -> Iterator[Query]:
    """Give the named queries, sorted by name."""
    for path in assets("queries/*.rq"):
        yield parse_query(path.stem, path.read_text(encoding="utf-8"))


def find_query(name: str) -> Query:
    """Give a query.

    Args:
        name: of a named query, or a `.rq` file.

    Raises:
        QueryError: where there is none, with the nearest names.
    """
    paths = {path.stem: path for path in assets("queries/*.rq")}
    path = paths.get(name) or Path(name)
    if name not in paths and path.suffix not in (".rq", ".sparql"):
        hint = nearest(difflib.get_close_matches(name, paths, 3, 0.4))
        raise QueryError(
            name,
            f"その名前の問いはありません。{hint.ja}一覧は query --list で見られます。",
            f"no such query{hint.en} (query --list names them all)",
        )
    try:
        return parse_query(name, read_file(path, QueryError).decode("utf-8-sig"))
    except UnicodeError as error:
        raise QueryError(name, "UTF-8 ではありません。", "is not UTF-8") from error
