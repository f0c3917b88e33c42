"""The named queries: whole headers, approved answers, one order, and the same rows in two engines.

Koriyama's plan alone hides what goes wrong among many: a second year (ANOTHER_YEAR) adds policies
up to a tenth, where "10" sorts before "2" as text, a project of two units, and names met before.
"""

import dataclasses
import random
import re
import shutil
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from urllib.parse import urljoin

import pyoxigraph
import pytest
import rdflib

from kyodo_lod import __version__
from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.parse import parse
from kyodo_lod.publish.provenance import provenance_triples
from kyodo_lod.publish.quality import quality_triples
from kyodo_lod.query.library import Query, parse_query
from kyodo_lod.query.run import vocabulary_quads, write_answer
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.store import Store, Table
from kyodo_lod.rdf.terms import Quad, Triple
from kyodo_lod.rdf.vocabulary import HOME
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.readers import open_document

ROOT = Path(__file__).parents[2]
APPROVED = Path(__file__).parent
KORIYAMA = ROOT / "data" / "072036-koriyama"
QUERIES = {path.stem: path.read_text(encoding="utf-8") for path in ROOT.glob("queries/*.rq")}

#: queries without rows over Koriyama's FY2018 plan, and why that is right
EMPTY = {
    "findings-by-severity": "the validation report is a file of its own",
    "same-name-elsewhere": "there is one plan of one year",
    "shared-projects": "every project of the document names one unit",
}
#: another value for each parameter, which must change the answer
OTHER_VALUES = {
    "bureau": "保健所",
    "word": "npo",
    "atLeast": "200",
    "name": "こおりやま",
    "subject": "/p/1-01",
    "predicate": "#label",
}
#: queries whose answers the vocabulary is part of; all others are the same without it
ABOUT_VOCABULARY = {"vocabulary-in-use"}
#: queries that set plans side by side or leave them aside, so that a second one may change rows
ACROSS_DATASETS = {"same-name-elsewhere", "unit-tree", "vocabulary-in-use", "findings-by-severity"}

#: what the second year's document says otherwise: text to replace, with what
ANOTHER_YEAR = {
    "2018": "2019",
    "H30": "H31",
    "合計\t76": "8 八番めの施策\t1\n9 九番めの施策\t1\n10 十番めの施策\t2\n合計\t80",
}
#: what stands at its end
MORE_POLICIES = """
◆基本施策8 八番めの施策\t\t\t
\t防災啓発事業\t第13回大会と第１４回大会を開きます。\t総務部防災危機管理課
◆基本施策9 九番めの施策\t\t\t
\t新しい事業\tビジョンに基づき、市民と進めます。\t総務部人事課
◆基本施策10 十番めの施策\t\t\t
新規\t数量の多い事業\t10,000人が年2回、５地区で8月7日に1.5kmを歩きます。\t総務部人事課、市民部男女共同参画課
\t終わりの事業\t「地域プラン」と「第二次郡山市協働推進基本計画」、地域福祉計画、実施方法を見直します。\t総務部人事課"""

REPORT = """
PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX ex: <https://example.org/>
[] a sh:ValidationReport ; sh:conforms false ; sh:result
  [ a sh:ValidationResult ; sh:resultSeverity sh:Warning ; sh:focusNode ex:c ;
    sh:sourceShape ex:mild ; sh:sourceConstraintComponent sh:MinCountConstraintComponent ] ,
  [ a sh:ValidationResult ; sh:resultSeverity sh:Violation ; sh:focusNode ex:b ;
    sh:resultMessage "誤り"@ja , "wrong"@en ;
    sh:sourceShape ex:strict ; sh:sourceConstraintComponent sh:NodeConstraintComponent ;
    sh:detail [ a sh:ValidationResult ; sh:resultSeverity sh:Violation ; sh:focusNode ex:z ;
      sh:sourceShape ex:inner ; sh:sourceConstraintComponent sh:MinCountConstraintComponent ] ] ,
  [ a sh:ValidationResult ; sh:resultSeverity sh:Violation ; sh:focusNode ex:a ;
    sh:resultMessage "誤り"@ja , "wrong"@en ;
    sh:sourceShape ex:strict ; sh:sourceConstraintComponent sh:NodeConstraintComponent ] .
"""

Row = tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Data:
    """The same statements in both engines."""

    quads: tuple[Quad, ...]
    store: Store

    @cached_property
    def graph(self) -> rdflib.Graph:
        """The statements in rdflib; made when first asked for."""
        return to_rdflib(self.quads)


def _triples(year: Path) -> list[Triple]:
    manifest = load_manifest(year / "source.toml")
    plan, findings = parse(manifest, open_document(manifest.document.path))
    assert plan is not None
    assert not findings
    iris = Iris(plan)
    about = (provenance_triples(plan, iris), quality_triples(plan, iris, findings))
    return [*graph(plan, iris), *chain(*about)]


def _data(triples: Iterable[Triple], vocabulary: Iterable[Quad] = ()) -> Data:
    statements = {Quad(triple.subject, triple.predicate, triple.object) for triple in triples}
    # rdflib keeps the order that statements come in: as mixed as can be, but the same on each run
    quads = sorted(statements | set(vocabulary), key=str)
    random.Random(0).shuffle(quads)  # noqa: S311 - a shuffle, no secret
    return Data(tuple(quads), Store(quads))


@pytest.fixture(scope="session")
def koriyama() -> Data:
    """Koriyama's plan of FY2018, what is said of it, ontology and codes: what `query` asks by default."""
    return _data(_triples(KORIYAMA / "kyodo-2" / "fy2018"), vocabulary_quads())


@pytest.fixture(scope="session")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The same with another year beside it."""
    city = tmp_path_factory.mktemp("data") / KORIYAMA.name
    shutil.copytree(KORIYAMA, city)
    year = city / "kyodo-2" / "fy2019"
    shutil.copytree(KORIYAMA / "kyodo-2" / "fy2018", year)
    _replace(year / "plan.txt", ANOTHER_YEAR, MORE_POLICIES)
    old = sha256((KORIYAMA / "kyodo-2" / "fy2018" / "plan.txt").read_bytes()).hexdigest()
    new = sha256((year / "plan.txt").read_bytes()).hexdigest()
    _replace(year / "source.toml", {"2018": "2019", old: new})
    triples = _triples(KORIYAMA / "kyodo-2" / "fy2018") + _triples(year)
    return _data(triples, vocabulary_quads())


def _replace(path: Path, replacements: dict[str, str], end: str = "") -> None:
    text = path.read_bytes().decode("utf-8")
    for old, new in replacements.items():
        text = text.replace(old, new)
    path.write_bytes((text + end).encode("utf-8"))


@cache
def _query(name: str) -> Query:
    return parse_query(name, QUERIES[name])


def _is_table(name: str) -> bool:
    return not _query(name).gives_graph


def _csv(name: str, store: Store, given: dict[str, str] | None = None) -> str:
    return write_answer(_query(name), store, given or {}, "csv").decode("utf-8")


def _rows(name: str, store: Store, given: dict[str, str] | None = None) -> list[Row]:
    query = _query(name)
    answer = store.query(query.text, name, query.values(given or {}))
    assert isinstance(answer, Table)
    return [tuple(map(_text_of_ours, row)) for row in answer.rows]


def _rows_in_rdflib(name: str, data: rdflib.Graph) -> list[Row]:
    values = _query(name).values({})
    bindings = {variable: rdflib.Literal(value) for variable, value in values.items()}
    return [
        tuple(map(_text_of_rdflib, row)) for row in data.query(QUERIES[name], initBindings=bindings)
    ]


def _text_of_ours(term: object) -> str:
    return "" if term is None else str(term)


def _text_of_rdflib(term: rdflib.term.Node | None) -> str:
    """Write a term as pyoxigraph writes it, without a prefix for its datatype."""
    if term is None:
        return ""
    if not isinstance(term, rdflib.Literal):
        return str(pyoxigraph.NamedNode(str(term)))
    if term.language:
        return str(pyoxigraph.Literal(str(term), language=term.language))
    datatype = pyoxigraph.NamedNode(str(term.datatype or rdflib.XSD.string))
    return str(pyoxigraph.Literal(str(term), datatype=datatype))


def _column(name: str, data: Data, column: str, given: dict[str, str] | None = None) -> list[str]:
    query = _query(name)
    answer = data.store.query(query.text, name, query.values(given or {}))
    assert isinstance(answer, Table)
    place = answer.variables.index(column)
    return [
        "" if row[place] is None else str(getattr(row[place], "value", "")) for row in answer.rows
    ]


every_query = pytest.mark.parametrize("name", sorted(QUERIES))
every_table = pytest.mark.parametrize("name", sorted(filter(_is_table, QUERIES)))


def test_there_are_queries() -> None:
    assert len(QUERIES) >= 18


@every_query
def test_header_is_complete_in_both_languages(name: str) -> None:
    query = _query(name)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    for words in (query.title, query.summary, *(p.label for p in query.parameters.values())):
        assert re.search(r"[ぁ-ん一-鿿]|schema\.org", words.ja)
        assert re.search(r"[a-z]", words.en)
    assert query.tags
    assert all(parameter.default for parameter in query.parameters.values())
    lines = [line for line in query.text.splitlines() if line.startswith("#+")]
    assert query.text.startswith("\n".join(lines) + "\n\n"), "the header comes first, in one piece"
    known = r"#\+ (title|summary|param\.\w+)\.(ja|en): .|#\+ tags: .|#\+ param\.\w+\.default: ."
    assert all(re.match(known, line) for line in lines)


@every_query
def test_declares_the_prefixes_it_uses_and_no_other(name: str) -> None:
    text = QUERIES[name]
    declared = set(re.findall(r"^PREFIX (\w+):", text, re.MULTILINE))
    body = re.sub(r'^#.*$|^PREFIX.*$|"[^"\n]*"|\s#.*$', "", text, flags=re.MULTILINE)
    assert set(re.findall(r"\b([a-z]+):", body)) == declared


@every_query
def test_answer_is_approved(
    name: str, koriyama: Data, approved: Callable[[Path, str], None]
) -> None:
    extension = "csv" if _is_table(name) else "nt"
    approved(APPROVED / f"{name}.approved.{extension}", _csv(name, koriyama.store))


def test_every_approved_answer_has_its_query() -> None:
    assert {path.name.split(".")[0] for path in APPROVED.glob("*.approved.*")} == set(QUERIES)


@every_table
def test_has_rows_unless_the_reason_is_known(name: str, koriyama: Data) -> None:
    assert bool(_rows(name, koriyama.store)) is (name not in EMPTY)


@pytest.fixture(scope="session")
def shuffled(two_years: Data) -> list[Store]:
    """Give both years in stores that were filled in other orders."""
    stores = []
    for seed in (1, 2, 3):
        quads = list(two_years.quads)
        random.Random(seed).shuffle(quads)  # noqa: S311 - a shuffle, no secret
        stores.append(Store(quads))
    return stores


@every_query
def test_order_of_the_data_does_not_matter(
    name: str, shuffled: list[Store], two_years: Data
) -> None:
    expected = _csv(name, two_years.store)
    assert [_csv(name, store) for store in shuffled] == [expected] * 3


#: rdflib takes a minute for it; a part of one year has every kind of term
SLOW_IN_RDFLIB = "vocabulary-in-use"


@pytest.mark.parametrize("name", sorted({*filter(_is_table, QUERIES)} - {SLOW_IN_RDFLIB}))
def test_rows_are_the_same_in_rdflib(name: str, two_years: Data) -> None:
    assert _rows_in_rdflib(name, two_years.graph) == _rows(name, two_years.store)


def test_rows_of_the_vocabulary_are_the_same_in_rdflib(koriyama: Data) -> None:
    some = koriyama.quads[::4]
    data = Data(some, Store(some))
    rows = _rows(SLOW_IN_RDFLIB, data.store)
    assert len(rows) > 40
    assert _rows_in_rdflib(SLOW_IN_RDFLIB, data.graph) == rows


@pytest.mark.parametrize("name", sorted(set(QUERIES) - set(filter(_is_table, QUERIES))))
def test_graph_is_the_same_in_rdflib(name: str, two_years: Data) -> None:
    ours = two_years.store.query(QUERIES[name], name)
    assert isinstance(ours, tuple)
    theirs = two_years.graph.query(QUERIES[name]).graph
    assert theirs is not None
    assert set(theirs) == set(to_rdflib(ours))


@every_table
def test_another_year_changes_no_row_of_this_year(
    name: str, koriyama: Data, two_years: Data
) -> None:
    if name in ACROSS_DATASETS:
        return
    this_year = '"072036-kyodo-2-fy2018"'
    both = _rows(name, two_years.store)
    assert [row for row in both if this_year in row] == _rows(name, koriyama.store)
    assert name in EMPTY or len(both) > len(_rows(name, koriyama.store))


@pytest.fixture(scope="session")
def plan_alone(koriyama: Data) -> Store:
    """Give Koriyama's plan without ontology and codes."""
    return Store(set(koriyama.quads) - set(vocabulary_quads()) | _shared(koriyama))


@every_query
def test_ontology_and_codes_change_nothing(name: str, koriyama: Data, plan_alone: Store) -> None:
    same = _csv(name, plan_alone) == _csv(name, koriyama.store)
    assert same is (name not in ABOUT_VOCABULARY)


def _shared(data: Data) -> set[Quad]:
    """Give what a dump says of concepts and makers, which the vocabulary says too."""
    dump = _triples(KORIYAMA / "kyodo-2" / "fy2018")
    return set(data.quads) & {Quad(t.subject, t.predicate, t.object) for t in dump}


@pytest.mark.parametrize(
    ("name", "parameter"), [(name, p) for name in sorted(QUERIES) for p in _query(name).parameters]
)
def test_parameter_changes_the_answer(name: str, parameter: str, koriyama: Data) -> None:
    other = _rows(name, koriyama.store, {parameter: OTHER_VALUES[parameter]})
    assert other
    assert other != _rows(name, koriyama.store)
    nothing = {"atLeast": "100000"}.get(parameter, "どこにもない語")
    assert not _rows(name, koriyama.store, {parameter: nothing})


def test_actor_words_are_the_same_in_all_queries() -> None:
    names = ["no-citizen-actor", "actor-mentions", "actor-groups-by-policy"]
    words = {frozenset(re.findall(r'\("([^"]+)" "([^"]+)"\)', QUERIES[name])) for name in names}
    assert len(words) == 1
    demanded = "町内会 自治会 NPO 団体 企業 事業者 学校 住民 市民 ボランティア"
    assert set(demanded.split()) <= {word for _, word in next(iter(words))}


def test_matrix_adds_up_to_the_declared_number(koriyama: Data) -> None:
    assert sum(map(int, _column("bureau-policy-matrix", koriyama, "projects"))) == 76
    declared = _column("declared-and-found", koriyama, "declared")
    for policy, number in enumerate(declared[:7], start=1):
        column = _column("bureau-policy-matrix", koriyama, f"policy{policy}")
        assert sum(map(int, column)) == int(number)
    assert _column("declared-and-found", koriyama, "difference") == ["0"] * 8


def test_concentration_ends_with_all_projects(koriyama: Data) -> None:
    assert _column("section-concentration", koriyama, "cumulativeProjects")[-1] == "76"
    assert _column("section-concentration", koriyama, "cumulativePerMille")[-1] == "1000"
    ranks = _column("section-concentration", koriyama, "rank")
    assert ranks == [str(rank) for rank in range(1, 31)]


def test_projects_without_an_actor_are_those_counted_under_none(koriyama: Data) -> None:
    without = _column("no-citizen-actor", koriyama, "project")
    assert len(without) == sum(map(int, _column("actor-groups-by-policy", koriyama, "none")))
    assert not set(without) & set(_column("actor-mentions", koriyama, "project"))


def test_bureau_includes_the_units_below_its_offices(koriyama: Data) -> None:
    assert "保健福祉部保健所地域保健課" in _column("bureau-projects", koriyama, "unit")
    office = {"bureau": "保健福祉部保健所"}
    assert _column("bureau-projects", koriyama, "unit", office) == ["保健福祉部保健所地域保健課"]


def test_quantities_leave_out_ordinals_dates_and_names(two_years: Data) -> None:
    found = _column("quantities", two_years, "quantity")
    assert found == ["3か所", "3か所", "10,000人", "2回", "５地区", "1.5km"]
    assert "市内3か所に" in _column("quantities", two_years, "context")[0]


def test_plans_named_are_plans(two_years: Data) -> None:
    named = _column("plans-named", two_years, "namedPlan")
    assert named[:8] == [
        "地方公務員法",
        "第二次こおりやまユニバーサルデザイン推進指針",
        "郡山市6次産業化推進計画",
        "郡山市創業支援事業計画",
        "いじめ防止対策推進法",
        "防災計画",
        "(仮称)郡山市自殺対策計画",
        "郡山市通学路交通安全プログラム",
    ]
    # neither 「第二次郡山市協働推進基本計画」, the plan itself, nor 実施方法, nor ビジョン alone
    assert sorted(named[16:]) == ["地域プラン", "地域福祉計画"]


def test_policies_are_in_the_order_of_their_numbers(two_years: Data) -> None:
    numbers = _column("policy-breadth", two_years, "policyNumber")
    assert numbers == [str(n) for n in (*range(1, 8), *range(1, 11))]


def test_project_of_two_units_is_one_row_for_each(two_years: Data) -> None:
    units = _column("shared-projects", two_years, "unit")
    assert units == ["市民部男女共同参画課", "総務部人事課"]
    assert len(_column("projects", two_years, "project")) == 76 + 80


def test_same_names_stand_side_by_side(two_years: Data) -> None:
    names = _column("same-name-elsewhere", two_years, "name")
    assert names.count("防災啓発事業") == 3
    assert "終わりの事業" not in names
    assert len(names) == 76 * 2 + 1


def test_findings_come_by_severity_without_details() -> None:
    report = pyoxigraph.parse(REPORT, format=pyoxigraph.RdfFormat.TURTLE)
    data = _data(quad.triple for quad in report)
    rows = _rows("findings-by-severity", data.store)
    assert [row[0] for row in rows] == ['"Violation"', '"Warning"']
    assert rows[0][2:] == (
        '"2"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"2"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"https://example.org/a"',
        '"誤り"',
        '"wrong"',
    )
    assert _rows_in_rdflib("findings-by-severity", data.graph) == rows


def test_line_of_a_fact_is_the_line_of_the_document(koriyama: Data) -> None:
    everything = {"name": ""}
    lines = _column("source-lines", koriyama, "line", everything)
    raw = _column("source-lines", koriyama, "rawText", everything)
    plan = (KORIYAMA / "kyodo-2" / "fy2018" / "plan.txt").read_bytes().decode("utf-8-sig")
    document = re.split(r"\r\n|\r|\n", plan)
    assert [document[int(line) - 1] for line in lines] == raw
    assert len(lines) == 1 + 7 * 2 + 76 + 22


def test_citation_is_as_the_guide_says(koriyama: Data) -> None:
    assert _column("cite-project", koriyama, "citation") == [
        "郡山市『第二次郡山市協働推進基本計画 2018年度実施計画』基本施策4-15、原文69行目"
    ]


#: what a dump describes and no line of the document tells: who publishes, under which terms, what
#: kinds of levels and files there are
NOT_FROM_THE_DOCUMENT = (
    "id/publisher",
    "https://creativecommons.org/licenses/by/4.0/",
    "dataset/072036-kyodo-2-fy2018#rights",
    "http://www.iana.org/assignments/media-types/text/plain",
    "scheme/",
)


def test_every_triple_of_the_dump_has_its_line_or_its_document(koriyama: Data) -> None:
    everything = {"subject": "", "predicate": ""}
    answered = set(_column("triple-provenance", koriyama, "thing", everything))
    manifest = load_manifest(KORIYAMA / "kyodo-2" / "fy2018" / "source.toml")
    plan, _ = parse(manifest, open_document(manifest.document.path))
    assert plan is not None
    without = {str(t.subject.value) for t in graph(plan, Iris(plan))} - answered  # type: ignore[union-attr]
    known = tuple(urljoin(HOME, each) for each in NOT_FROM_THE_DOCUMENT)
    assert [one for one in sorted(without) if not one.startswith(known)] == []
    assert len(without) == 4 + 5  # two schemes, three unit levels


def test_a_dump_alone_tells_the_line_but_not_what_made_it(koriyama: Data) -> None:
    manifest = load_manifest(KORIYAMA / "kyodo-2" / "fy2018" / "source.toml")
    plan, _ = parse(manifest, open_document(manifest.document.path))
    assert plan is not None
    alone = _data(graph(plan, Iris(plan)))
    for column, known in (("line", ["69"]), ("program", [""]), ("file", [""])):
        assert _column("triple-provenance", alone, column) == known
    assert _column("triple-provenance", koriyama, "program") == [f"kyodo-lod {__version__}"]


def test_line_of_a_triple_is_the_line_of_the_document(koriyama: Data) -> None:
    given = {"subject": "", "predicate": "#label"}
    lines = _column("triple-provenance", koriyama, "line", given)
    raw = _column("triple-provenance", koriyama, "rawText", given)
    document = (KORIYAMA / "kyodo-2" / "fy2018" / "plan.txt").read_text("utf-8-sig").split("\n")
    assert [document[int(line) - 1] if line else "" for line in lines] == raw
    assert len(set(lines)) == 1 + 91


@pytest.mark.parametrize(
    ("subject", "lines"),
    [
        ("/p/4-15", ["69"]),
        ("/p/3-06/s/2", ["47"]),
        ("/plan/kyodo-2/policy/4", ["14", "50"]),
        ("/scheme/account/suido", ["69"]),
        ("/unit/hoken-fukushi-bu-hokenjo", ["123"]),
        ("/id/fy/2018", [""]),
        ("#line=68,69", ["69"]),
    ],
)
def test_a_thing_is_where_it_or_what_names_it_is(
    subject: str, lines: list[str], koriyama: Data
) -> None:
    given = {"subject": subject, "predicate": "#label"}
    found = _column("triple-provenance", koriyama, "line", given)
    assert sorted(set(found), key=lambda line: int(line or 0)) == lines


def test_quality_begins_with_the_whole_and_ends_with_the_last_policy(koriyama: Data) -> None:
    policies = _column("quality", koriyama, "policyNumber")
    assert policies == [""] * 10 + [str(n) for n in range(1, 8) for _ in range(3)]
    metrics = _column("quality", koriyama, "metric")[:10]
    values = dict(zip(metrics, _column("quality", koriyama, "value"), strict=False))
    assert (values["listed-projects"], values["violations"]) == ("76", "0")
