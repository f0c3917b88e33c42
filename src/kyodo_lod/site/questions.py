"""The gallery: every published query under what it is about, each with its answer on a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.query.library import Query, parse_query
from kyodo_lod.rdf.terms import string
from kyodo_lod.site.answers import ROWS, Answers
from kyodo_lod.site.headings import heading
from kyodo_lod.site.published import Published

_HEADER = re.compile(r"^#\+.*\n?", re.MULTILINE)
#: what a SELECT gives, and where its pattern begins
_SELECT = re.compile(r"SELECT([^{}]*)WHERE \{")


@dataclass(frozen=True, slots=True)
class Topic:
    """What queries are about.

    Args:
        name: for people.
        tags: a query with any of them belongs here, unless it belongs to a topic before.
        queries: those that do.
    """

    name: Bilingual
    tags: frozenset[str]
    queries: tuple[Query, ...] = ()


_TOPICS = (
    Topic(
        Bilingual("事業", "Projects"),
        frozenset({"project", "list", "account", "new", "sub-item"}),
    ),
    Topic(
        Bilingual("基本施策、部局、課", "Policies, bureaus, sections"),
        frozenset({"bureau", "section", "unit"}),
    ),
    Topic(
        Bilingual("市民や団体などの担い手", "Citizens and others who take part"),
        frozenset({"actor"}),
    ),
    Topic(
        Bilingual("原文と出典", "Source and citation"),
        frozenset({"citation", "document", "provenance"}),
    ),
    Topic(
        Bilingual("計画の文", "The text of the plans"), frozenset({"text", "search", "quantity"})
    ),
    Topic(Bilingual("品質", "Quality"), frozenset({"quality", "validation"})),
    Topic(
        Bilingual("データと語彙", "Data and vocabulary"),
        frozenset({"dataset", "vocabulary", "construct"}),
    ),
)
_OTHERS = Topic(Bilingual("そのほか", "Others"), frozenset())


def questions_values(published: Published) -> Mapping[str, object]:
    """Give what the gallery's first page shows."""
    return {"topics": topics(published)}


def question_pages(published: Published) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give the page of each query."""
    answers = Answers(published)
    for topic in topics(published):
        for query in topic.queries:
            yield (
                f"queries/{query.name}.html",
                {
                    "query": query,
                    "topic": topic,
                    "text": bound_text(query),
                    "answer": answers.answer(query.name),
                    "most": ROWS,
                    "heading": heading,
                },
            )


def bound_text(query: Query) -> str:
    """Give a query as other programs can ask it: no header, its parameters standing for their defaults.

    A pattern is given the value where its SELECT gives the variable (SPARQL 1.1, section 10.2).
    """
    values = {
        name: f"\n  VALUES ?{name} {{ {string(parameter.default)} }}"
        for name, parameter in query.parameters.items()
    }

    def bound(match: re.Match[str]) -> str:
        names = re.findall(r"\?(\w+)", match[1])
        return match[0] + "".join(block for name, block in values.items() if name in names)

    return _SELECT.sub(bound, _HEADER.sub("", query.text).strip())


def topics(published: Published) -> list[Topic]:
    """Give the topics that any query is about, with their queries by name."""
    held: dict[Topic, list[Query]] = {topic: [] for topic in (*_TOPICS, _OTHERS)}
    for path in sorted((published.folder / "queries").glob("*.rq")):
        query = parse_query(path.stem, path.read_text(encoding="utf-8"))
        held[_topic(query)].append(query)
    return [Topic(each.name, each.tags, tuple(found)) for each, found in held.items() if found]


def _topic(query: Query) -> Topic:
    return next((topic for topic in _TOPICS if topic.tags & set(query.tags)), _OTHERS)
