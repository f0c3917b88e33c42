"""Constraints in SPARQL of nobody in particular, and small graphs with odd literals to ask them of."""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from check.foreign import E

from kyodo_lod.check import shacl
from kyodo_lod.check.fast import engine as fast
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import ShapesError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Triple, boolean, integer, string
from kyodo_lod.rdf.vocabulary import owl, rdf, sh, xsd

Choose = Callable[[Sequence[Any]], Any]
SHAPE, QUERY, ONTOLOGY = (NamedNode(E + name) for name in ("S", "query", "ontology"))
NODES = [NamedNode(E + name) for name in "ab"]
PROPERTIES = [NamedNode(E + name) for name in "pq"]
#: what both engines read alike
_TAME = [
    *(integer(n) for n in (0, 1, 2, -1, 18)),
    *map(string, ("", "a", "ab", "b", "1", "計画")),
    boolean(True),
    Literal("2018-04-01", datatype=xsd.date),
]
#: what some engine may read otherwise
_WILD = [
    *map(string, ("a\n", "a\r", "\n", " 1", "1_0", "１", "+1", "{?this}", "\\", "𠮷", "か\u3099", "1\n")),
    *map(string, ("999999999999999", "9999999999999999", "http://example.org/a", "x y", "A", "")),
    *(Literal("a", language=tag) for tag in ("en", "EN", "ja", "en-GB")),
    Literal("", language="en"),
    *(integer(n) for n in (999_999_999_999_999, 9_223_372_036_854_775_807, -1)),
    *(Literal(t, datatype=xsd.integer) for t in ("x", "9223372036854775808", "01", "")),
    *(Literal(t, datatype=xsd.decimal) for t in ("1.5", "2", "1.0", "x")),
    *(Literal(t, datatype=xsd.boolean) for t in ("true", "false", "1", "x")),
    *(Literal(t, datatype=xsd.date) for t in ("2018-04-01Z", "2018-04-01+09:00", "18", "2018-04-02")),
    *(Literal(t, datatype=xsd.dateTime) for t in ("2018-04-01T00:00:00Z", "2018-04-01T00:00:00")),
    Literal("2018", datatype=xsd.gYear),
    Literal("1.0E0", datatype=NamedNode(xsd.iri + "double")),
    Literal("a", datatype=NamedNode(E + "d")),
    BlankNode("x"),
    BlankNode("y"),
]  # fmt: skip
_VARIABLES = ["$this", "?value", "?value", "?x", "?y"]
_TERMS = ["ex:a", "ex:b", "1", "0", "2", '"a"', '""', '"1"', "<https://example.org/a>"]
_PATHS = [
    *(["ex:p", "ex:q"] * 20), "a", "a", "ex:p/ex:q", "ex:p|ex:q", "^ex:p", "ex:p*", "ex:p+", "ex:p*", "^ex:p/ex:q",
    "(ex:p|ex:q)+", "(ex:p/ex:q)*", "ex:p*/ex:q", "?path", "(^ex:p)*", "ex:p/^ex:p", "ex:p/ex:p", "ex:p|ex:p",
    "^(ex:p/ex:q)", "(ex:p*)+", "!ex:p", "ex:p?", "<https://example.org/p>",
]  # fmt: skip
_PATTERNS = [
    "^a",
    "b$",
    "^[0-9]+$",
    "^a{2}",
    "a+",
    "a*$",
    "x y",
    "^-?[0-9]",
    "a++b",
    "*a",
    "a{0,}b?",
]
_TARGETS = [*NODES * 40, string("a"), integer(1), Literal("a", language="en"), *_WILD]
_MESSAGES = [
    "plain", "{?this} {$value} {?path}", "{?x}, {$n} and {?y}", "{?value}{?value}", "{value} \\{?value\\}",
]  # fmt: skip


class Writer:
    """Writes a constraint, drawing what it says.

    Args:
        choose: gives one of several.
    """

    def __init__(self, choose: Choose) -> None:
        self.choose = choose
        self.has_path = bool(choose([True, True, False]))

    def _seldom(self) -> bool:
        return bool(self.choose([False, False, False, True]))

    def _often(self) -> bool:
        return bool(self.choose([True, True, False]))

    def _variable(self) -> str:
        return str(self.choose(_VARIABLES))

    def _term(self) -> str:
        return str(self.choose([*_VARIABLES, *_VARIABLES, *_VARIABLES, *_TERMS]))

    def _number(self, depth: int) -> str:
        if depth > 2:
            return str(self.choose(["0", "1", "2", "?n", "?x", "?value"]))
        text, some = self._text(depth + 1), self._number
        return str(self.choose([
            lambda: "1", lambda: "?n", lambda: "?x", lambda: f"STRLEN({text})", lambda: f"FLOOR({self._variable()})",
            lambda: f"xsd:integer(STR({self._variable()}))", lambda: f"({some(depth + 1)} + {some(depth + 1)})",
            lambda: f"({some(depth + 1)} - {some(depth + 1)})", lambda: f"({some(depth + 1)} * {some(depth + 1)})",
            lambda: f"({some(depth + 1)} / {some(depth + 1)})", lambda: f"-{self._variable()}",
        ])())  # fmt: skip

    def _text(self, depth: int) -> str:
        if depth > 2:
            return str(
                self.choose(["?value", "?x", "STR(?value)", "STR(?x)", '"a"', '""', "STR($this)"])
            )
        one, at = self._text, depth + 1
        return str(self.choose([
            lambda: f"STR({self._variable()})", lambda: f"STR({self._variable()})", lambda: '"a"',
            lambda: f"LANG({self._variable()})", lambda: f"CONCAT({one(at)}, {one(at)})",
            lambda: f"SUBSTR({one(at)}, {self._number(at)})", lambda: f"STRAFTER({one(at)}, {one(at)})",
            lambda: f"SUBSTR({one(at)}, {self.choose('012')}, {self.choose('012')})",
            lambda: f"STRBEFORE({one(at)}, {one(at)})", lambda: f"IF({self._truth(at)}, {one(at)}, {one(at)})",
            lambda: self._variable(),
        ])())  # fmt: skip

    def _truth(self, depth: int = 0) -> str:
        at, compared = depth + 1, self.choose(["=", "!=", "=", "!=", "<", ">="])
        simple = [
            lambda: f"{self._term()} {self.choose(['=', '!='])} {self._term()}",
            lambda: f"{self._number(at)} {compared} {self._number(at)}",
            lambda: f"{self._text(at)} {self.choose(['=', '!='])} {self._text(at)}",
            lambda: f"BOUND({self._variable()})",
            lambda: f"{self.choose(['isIRI', 'isURI', 'isBlank', 'isLiteral'])}({self._variable()})",
            lambda: f"{self.choose(['STRSTARTS', 'STRENDS', 'CONTAINS'])}({self._text(at)}, {self._text(at)})",
            lambda: f'LANGMATCHES(LANG({self._variable()}), "{self.choose(["en", "*", "EN", ""])}")',
            lambda: f'REGEX(STR({self._variable()}), "{self.choose(_PATTERNS)}")',
            lambda: f"{self._variable()} {self.choose(['IN', 'NOT IN'])} (ex:a, ex:b)",
            lambda: f"{self.choose(['NOT EXISTS', 'EXISTS'])} {{ {self._triple()} }}",
            lambda: f"{self.choose(['NOT EXISTS', 'EXISTS'])} {{ {self._patterns(at)} }}",
        ]  # fmt: skip
        joined = [
            lambda: f"!({self._truth(at)})",
            lambda: f"({self._truth(at)} && {self._truth(at)})",
            lambda: f"({self._truth(at)} || {self._truth(at)})",
        ]
        return str(self.choose(simple if depth > 1 else [*simple, *simple, *joined])())

    def _triple(self) -> str:
        if self._often():
            subject, value = (
                self.choose(["$this", "$this", "?x", "?value"]),
                self.choose(["?value", "?x", "?y"]),
            )
        else:
            subject, value = self.choose(["$this", "?x", "?value", "?y", "ex:a"]), self._term()
        verb = "$PATH" if self.has_path and self._seldom() else self.choose(_PATHS)
        return f"{subject} {verb} {value}{self.choose([*[''] * 9, ' ; ex:q ?x', ' , ?y'])} ."

    def _patterns(self, depth: int) -> str:
        at = depth + 1
        some = [self._triple() for _ in range(self.choose([1, 1, 2]))]
        if depth < 3:
            kinds = [
                lambda: f"OPTIONAL {{ {self._patterns(at)} }}",
                lambda: f"{{ {self._patterns(at)} }} UNION {{ {self._patterns(at)} }}",
                lambda: f"FILTER ({self._truth(depth)})",
                lambda: f"FILTER ({self._truth(depth)})",
                lambda: f"BIND ({self._expression(at)} AS ?{self.choose('nmvxy')})",
                lambda: f"{{ {self._patterns(at)} }}",
                lambda: f"{{ {self._select(at)} }}",
            ]
            some += [self.choose(kinds)() for _ in range(self.choose([0, 1, 1, 2]))]
        return " ".join(some) if self._often() else " ".join(reversed(some))

    def _expression(self, depth: int) -> str:
        return str(self.choose([self._text, self._number, self._truth])(depth))

    def _aggregate(self, depth: int) -> str:
        one = self._variable()
        return str(self.choose([
            f"COUNT({one})", f"COUNT(DISTINCT {one})", "COUNT(*)", f"MAX(STR({one}))", f"MIN({one})", f"SAMPLE({one})",
            f"IRI(MIN(STR({one})))", f"SUM(STRLEN(STR({one})))", f"MAX({one})", f"SUM(xsd:integer(STR({one})))",
            f"COUNT({self._text(depth)})",
        ]))  # fmt: skip

    def _select(self, depth: int = 0) -> str:
        if self._seldom():
            return self._grouped(depth)
        shown = [self._variable() for _ in range(self.choose([0, 1, 2]))] + [
            "?path"
        ] * self._seldom()
        if self._seldom():
            shown.append(f"({self._expression(depth + 1)} AS ?{self.choose(['n', 'value', 'z'])})")
        distinct = "DISTINCT " if self._seldom() else ""
        first = "" if self._seldom() and shown and not depth else "$this"
        return f"SELECT {distinct}{first} {' '.join(shown)} WHERE {{ {self._patterns(depth)} }}"

    def _grouped(self, depth: int) -> str:
        keys = ["$this", *self.choose([[], ["?x"], ["?value"], ["?x", "?y"]])]
        columns = [
            self._aggregate,
            self._aggregate,
            lambda _: f"STR({self.choose(keys)})",
            self._expression,
        ]
        shown = " ".join(
            f"({self.choose(columns)(depth + 1)} AS ?{name})"
            for name in self.choose([[], ["n"], ["value"], ["n", "z"]])
        )
        compared = self.choose([">", "=", "!=", ">", "<"])
        having = f"HAVING ({self._aggregate(depth)} {compared} {self.choose('0112')})"
        groups = f"GROUP BY {' '.join(keys)}" if self.choose([True] * 9 + [False]) else ""
        ends = f"{groups} {having if self._seldom() else ''}"
        if not depth and self._seldom():
            inner = [f"{{ {self._grouped(1)} }}" for _ in range(self.choose([1, 2]))]
            return f"SELECT $this ?value ?n WHERE {{ {' UNION '.join(inner)} }}"
        return f"SELECT {' '.join(keys)} {shown} WHERE {{ {self._patterns(depth)} }} {ends}"

    def data(self) -> list[Triple]:
        """Give a small graph."""
        wild = [self.choose(_WILD) for _ in range(self.choose([0, 0, 0, 1, 2]))]
        values = [*NODES, *_TAME, *(wild * 4)]
        subjects = [*NODES, *NODES, *(w for w in wild if isinstance(w, BlankNode))]
        return [
            Triple(self.choose(subjects), self.choose([*PROPERTIES, *PROPERTIES, rdf.type]), self.choose(values))
            for _ in range(self.choose(range(2, 14)))
        ]  # fmt: skip

    def shapes(self) -> list[Triple]:
        """Give a shape with one constraint in SPARQL, and the prefixes that it uses."""
        said: list[tuple[Node, NamedNode, Node]] = [
            (ONTOLOGY, rdf.type, owl.Ontology),
            (SHAPE, sh.sparql, QUERY),
            (QUERY, sh.select, string(self._select())),
            (SHAPE, sh.targetNode, self.choose(_TARGETS)),
            (SHAPE, sh.targetNode, self.choose(NODES)),
        ]
        for prefix, namespace in (("ex", E), ("xsd", xsd.iri)):
            declaration = BlankNode(prefix)
            said += [(ONTOLOGY, sh.declare, declaration), (declaration, sh.prefix_, string(prefix))]
            said.append(
                (
                    declaration,
                    sh.namespace,
                    Literal(namespace, datatype=NamedNode(xsd.iri + "anyURI")),
                )
            )
        if not self.choose([False] * 15 + [True]):
            said.append((QUERY, sh.prefixes, ONTOLOGY))
        return [Triple(*each) for each in [*said, *self._said_of_shape()]]  # type: ignore[arg-type]

    def _said_of_shape(self) -> list[tuple[Node, NamedNode, Node]]:
        """Give messages, severities and the like."""
        said: list[tuple[Node, NamedNode, Node]] = []
        for holder in (SHAPE, QUERY):
            for _ in range(self.choose([0, 0, 1, 1, 2])):
                message = self.choose(_MESSAGES)
                said.append((holder, sh.message, Literal(message, language=self.choose(["ja", "en"]))
                    if self._often() else string(message)))  # fmt: skip
            if self._seldom():
                said.append((holder, sh.severity, self.choose([sh.Info, sh.Warning])))
            if self.choose([False] * 9 + [True]):
                said.append((holder, sh.deactivated, boolean(self.choose([True, False]))))
        if self.has_path:
            said += self._path()
        return said

    def _path(self) -> list[tuple[Node, NamedNode, Node]]:
        """Give a path, which $PATH stands for."""
        path, p, q = BlankNode("path"), *PROPERTIES
        cells = BlankNode("l1"), BlankNode("l2")
        listed = [(cells[0], rdf.first, p), (cells[0], rdf.rest, cells[1]),
            (cells[1], rdf.first, q), (cells[1], rdf.rest, rdf.nil)]  # fmt: skip
        return list(self.choose([
            [(SHAPE, sh.path, p)], [(SHAPE, sh.path, p)], [(SHAPE, sh.path, cells[0]), *listed],
            [(SHAPE, sh.path, path), (path, sh.inversePath, p)],
            [(SHAPE, sh.path, path), (path, sh.zeroOrMorePath, p)],
            [(SHAPE, sh.path, path), (path, sh.oneOrMorePath, p)],
            [(SHAPE, sh.path, path), (path, sh.alternativePath, cells[0]), *listed],
        ]))  # fmt: skip


def compared(data: Graph, shapes: Shapes) -> str:
    """Compare both engines; tells what kind of answer it is, or fails where they differ."""
    try:
        ours = set(fast.results(data, shapes))
    except UnsupportedError:
        return "refused"
    assert ours == set(shacl.results(data, shapes))
    return "results" if ours else "conforms"


def main(number: int, start: int) -> None:
    """Compare both engines on many examples, and tell what they differ on."""
    outcomes: Counter[str] = Counter()
    for seed in range(start, start + number):
        writer = Writer(random.Random(seed).choice)  # noqa: S311 - the same each time
        data, shapes = Graph(writer.data()), Shapes("own.ttl", Graph(writer.shapes()))
        try:
            outcomes[compared(data, shapes)] += 1
        except (AssertionError, ShapesError) as error:
            outcomes["differ"] += 1
            lines = [f"--- {seed}: {error}"[:200], *shapes.graph.triples(), "", *data.triples()]
            sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.write(f"{dict(outcomes)}\n")


if __name__ == "__main__":
    main(*map(int, [*sys.argv[1:], "1000", "0"][:2]))
