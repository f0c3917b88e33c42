"""Random triples: whatever RDF 1.1 allows, above all what writers stumble over."""

from hypothesis import strategies as st

from kyodo_lod.rdf import vocabulary
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Quad, Triple

BASE = "https://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

#: pieces of text that end a token, a line or a document somewhere
_PIECES = (
    " .\n<", " .\n\t<", "<//x>", "<", ">", '"', '"""', "'", "\\", "\\n", "\n", "\r", "\r\n", "\t", " ",
    "\x00", "\x01", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe",
    "\uffff", "]]>", "&amp;", "</", "@ja", "^^<", "#", "{", "}", "[", "@", "@prefix a: <b> .\n", "○",
    "神", "が", "か\u3099", "\U0001f600", "\U0010ffff", "_:b0", "null", "//",
)  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.text(st.characters(exclude_categories=("Cs",)))),
    max_size=4,
).map("".join)
#: oxigraph writes language tags in lower case, as RDF 1.2 does
languages = st.sampled_from(
    ("ja", "en", "ja-jp", "de-1996", "zh-hant-tw", "sl-rozaj-biske", "en-x-a", "x-none", "none")
)
_DATATYPES = (
    *(
        XSD + name
        for name in ("string", "integer", "boolean", "date", "decimal", "double", "anyURI")
    ),
    *(RDF + name for name in ("HTML", "JSON", "XMLLiteral")),
    f"{BASE}type",
    "urn:example:type",
)
#: canonical, other, and ill-typed forms
_LEXICAL = (
    "1", "0", "-1", "007", "+1", "-0", "9007199254740991", "9007199254740992", "9007199254740993",
    "-9007199254740993", "1" * 40, "１", "1.0", "1e3", "INF", "abc", "", " 1", "true", "false", "TRUE",
    "2018-04-01", "2018-13-99", "null", "{}", "[1]",
)  # fmt: skip
_HOSTS = (
    BASE, "https://example.org", "http://example.org/", "https://example.org:8080/", "https://e.jp/",
    "http://e.jp/", vocabulary.HOME, "urn:example:", "mailto:a@example.org?",
)  # fmt: skip
_PATHS = (
    "", "a", "a/b", "a#b", "#b", "?q=1&r=2", "id/072036/source/9991fa2157f53a25#line=68,69", "日本",
    "%E6%97%A5", "a:b", "/x", "./a", "a/../b", "a(b)", "it's", "a,b;c", "~a", "123", "_", "é.",
)  # fmt: skip


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


iris = st.sampled_from(
    [NamedNode(host + path) for host in _HOSTS for path in _PATHS if _is_iri(host + path)]
)
own_terms = st.sampled_from(
    [
        term
        for each in vocabulary.VOCABULARIES
        for term in vars(each).values()
        if isinstance(term, NamedNode)
    ]
)
typed_literals = st.builds(
    lambda text, datatype: Literal(text, datatype=NamedNode(datatype)),
    st.one_of(st.sampled_from(_LEXICAL), texts),
    st.sampled_from(_DATATYPES),
)
literals = st.one_of(
    texts.map(Literal),
    st.builds(lambda text, tag: Literal(text, language=tag), texts, languages),
    typed_literals,
)
predicates = st.one_of(own_terms, own_terms, iris)
objects = st.one_of(literals, own_terms, iris)
triples = st.builds(Triple, iris, predicates, objects)
typings = st.builds(
    Triple, iris, st.just(vocabulary.rdf.type), st.one_of(own_terms, iris, literals)
)
some_triples = st.lists(triples, max_size=8)

_blank = st.sampled_from([BlankNode("a"), BlankNode("b")])
triples_with_blank_nodes = st.lists(
    st.builds(Triple, st.one_of(iris, _blank), predicates, st.one_of(objects, _blank)), max_size=6
)

graph_names = st.sampled_from(
    [NamedNode(f"{BASE}dataset/a/1.0.0"), NamedNode(f"{BASE}dataset/b/1")]
)
some_quads = st.lists(st.builds(Quad, iris, predicates, objects, graph_names), max_size=8)
