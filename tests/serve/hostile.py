"""Queries that would end or block a server, and what becomes of each."""

from kyodo_lod.serve.job import Fate

#: never ends, for over three thousand triples
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
N = 100_000
HOSTILE = {
    # cartesian explosion
    "cross": (ENDLESS, Fate.SLOW),
    "cross-rows": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Fate.LARGE),
    "cross-graph": ("CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Fate.LARGE),
    "cross-sorted": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?c", Fate.MEMORY),
    # paths
    "paths": ("SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^!<x:x>)* ?b . ?c (!<x:x>|^!<x:x>)* ?d }", Fate.SLOW),
    # what grows
    "doubling": (
        'SELECT * { BIND("aaaaaaaaaa" AS ?x0) '
        + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
        + " }",
        Fate.MEMORY,
    ),
    "replace": (
        f'SELECT (REPLACE(?z, "", "{"y" * 10_000}") AS ?q) {{ BIND("{"a" * N}" AS ?z) }}',
        Fate.MEMORY,
    ),
    "group-concat": (
        f'SELECT (GROUP_CONCAT(?x) AS ?g) {{ ?a ?b ?c . ?d ?e ?f BIND("{"x" * N}" AS ?x) }}',
        Fate.MEMORY,
    ),
    # texts without end, with brackets and without
    "brackets": ("ASK " + "{" * N + "}" * N, Fate.REFUSED),
    "not": ("ASK { FILTER(" + "!" * N + "true) }", Fate.DEEP),
    "minus": ("ASK { FILTER(" + "- " * N + "1 = 1) }", Fate.REFUSED),
    "union": ("SELECT * { " + " UNION ".join(["{ ?a ?b ?c }"] * N) + " }", Fate.DEEP),
    "path": ("SELECT * { ?a " + "/".join(["<x:x>"] * N) + " ?b }", Fate.DEEP),
    "or": ("SELECT * { ?a ?b ?c FILTER(" + "||".join(["?a = 1"] * N) + ") }", Fate.DEEP),
    # regular expressions that backtrack elsewhere
    "regex": ('ASK { ?a ?b ?c FILTER(REGEX(?c, "^(([a-z])+.)+[A-Z]([a-z])+$")) }', Fate.ANSWERED),
    "values": ("ASK { VALUES ?a { " + "1 " * N + "} }", Fate.ANSWERED),
    "10-MB": ('SELECT * { ?a ?b "' + "x" * 10_000_000 + '" }', Fate.ANSWERED),
    # what would leave this machine, or change it
    "service": ("SELECT * { SERVICE <http://127.0.0.1/> { ?a ?b ?c } }", Fate.REFUSED),
    "from": ("SELECT * FROM <http://127.0.0.1/> { ?a ?b ?c }", Fate.REFUSED),
    "file": ("SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", Fate.REFUSED),
    "service-escaped": (r"ASK { \u0053ERVICE SILENT <http://127.0.0.1/> {} }", Fate.REFUSED),
    "service-variable": ("SELECT * { ?a ?b ?c SERVICE#\n?c { ?d ?e ?f } }", Fate.REFUSED),
    "load": ("LOAD <http://127.0.0.1/>", Fate.REFUSED),
    "insert": ("INSERT DATA { <x:x> <x:x> <x:x> }", Fate.REFUSED),
}  # fmt: skip
