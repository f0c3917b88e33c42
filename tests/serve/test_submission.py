"""serve/submission.py: what an upload is, and the fields that a document needs."""

import pytest

from kyodo_lod.rdf.formats import FORMATS, JSON_LD, RDF_XML, TURTLE
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.submission import PlanDocument, RdfFile, endings, submission
from kyodo_lod.serve.upload import Upload
from kyodo_lod.source.readers import READERS

FIELDS = {"municipality": "072036", "plan": "kyodo-2", "year": "2018"}


def refused(upload: Upload) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        submission(upload)
    return caught.value


@pytest.mark.parametrize(
    ("name", "media_type", "taken"),
    [
        ("計画.txt", "", "計画.txt"),
        ("PLAN.TSV", "application/octet-stream", "PLAN.TSV"),
        ("", "text/plain", "upload.txt"),
        ("plan", "text/plain", "plan.txt"),
        ("plan.csv", "text/tab-separated-values", "plan.csv.txt"),
    ],
)
def test_a_document_is_told_by_its_name_then_by_its_media_type(
    name: str, media_type: str, taken: str
) -> None:
    found = submission(Upload(b"", name, media_type, FIELDS))
    assert found == PlanDocument(taken, "072036", "kyodo-2", 2018)


@pytest.mark.parametrize(
    ("name", "media_type", "found"),
    [
        ("plan.ttl", "", RdfFile("plan.ttl", TURTLE, "plan")),
        ("plan.ttl", "text/plain", RdfFile("plan.ttl", TURTLE, "plan")),
        ("plan.rdf.gz", "application/gzip", RdfFile("plan.rdf.gz", RDF_XML, "plan")),
        ("", "application/json", RdfFile("upload.jsonld", JSON_LD, "plan")),
        ("", "text/xml", RdfFile("upload.rdf", RDF_XML, "plan")),
        *(
            ("", each.media_type, RdfFile(f"upload.{each.extension}", each, "plan"))
            for each in FORMATS.values()
        ),
    ],
)
def test_rdf_is_told_likewise(name: str, media_type: str, found: RdfFile) -> None:
    assert submission(Upload(b"", name, media_type)) == found


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("plan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("plan.pdf", "application/pdf"),
        ("plan", "application/octet-stream"),
        (".txt.exe", ""),
    ],
)
@pytest.mark.parametrize(
    ("fields", "known"),
    [
        (FIELDS, {".txt", ".tsv"}),
        ({"shapes": "plan"}, {".ttl", ".jsonld", ".gz"}),
        ({}, {".txt", ".ttl", ".jsonld", ".gz"}),
    ],
)
def test_another_kind_is_refused_with_those_that_the_form_takes(
    name: str, media_type: str, fields: dict[str, str], known: set[str]
) -> None:
    error = refused(Upload(b"", name, media_type, fields))
    assert error.status == 415
    for words in error.words:
        listed = words.partition(": ")[2].partition(")")[0].split()
        assert known <= set(listed)
        assert (".ttl" in known) == (".ttl" in listed)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("計画.xlsx", "「名前を付けて保存」"),
        ("計画.csv", "コンマ区切りは読めません"),
        ("計画.docx", "表をコピーして Excel の新しいシートに"),
        ("計画.pdf", "PDF はまだ読めません"),
    ],
)
def test_what_an_office_has_is_refused_with_what_to_click(name: str, said: str) -> None:
    assert said in refused(Upload(b"", name, "", FIELDS)).words.ja


@pytest.mark.parametrize(
    ("media_type", "said"),
    [
        ("", "no Content-Type says what it is"),
        (
            "application/x-www-form-urlencoded",
            "Content-Type application/x-www-form-urlencoded does",
        ),
        ("application/gzip", "Content-Type application/gzip does not say what it is; add -H"),
        ("application/octet-stream", "or send it as a form: -F file=@x.ttl"),
        ("a" * 5000, "a" * 100 + " does not"),
    ],
)
def test_who_sends_a_body_alone_is_told_how_to_say_what_it_is(media_type: str, said: str) -> None:
    error = refused(Upload(b"<a> <b> <c> .", "", media_type))
    assert error.status == 415
    assert said in error.words.en
    assert "Excel" not in error.words.en


def test_every_reader_and_format_is_offered() -> None:
    offered = endings()
    assert {each for reader in READERS for each in reader.extensions} <= set(offered)
    assert {f".{each.extension}" for each in FORMATS.values()} <= set(offered)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("shape", "there is no field shape, did you mean shapes? Known are file, municipality,"),
        ("fromat", "did you mean format?"),
        ("foo", "there is no field foo; known are file, municipality, plan, year, shapes, format"),
        ("\x1b[31m" + "a" * 500, "there is no field <U+001B>[31m"),
    ],
)
def test_a_field_that_is_not_known_is_not_passed_over(name: str, said: str) -> None:
    error = refused(Upload(b"", "a.ttl", "", {name: "catalog"}))
    assert error.status == 400
    assert said in error.words.en
    assert len(error.words.ja) < 200


@pytest.mark.parametrize("lacking", FIELDS)
@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_document_needs_all_three_fields(lacking: str, value: str | None) -> None:
    given = {name: field for name, field in {**FIELDS, lacking: value}.items() if field is not None}
    assert "all three" in refused(Upload(b"", "plan.txt", "", given)).words.en


@pytest.mark.parametrize(
    ("written", "year"),
    [("2018", 2018), ("２０１８", 2018), ("2018年度", 2018), ("平成30年度", 2018), ("Ｈ３０", 2018),
     (" 令和元年度 ", 2019), ("2018年", 2018), ("平成30年", 2018)],
)  # fmt: skip
def test_a_year_may_be_written_as_offices_do(written: str, year: int) -> None:
    found = submission(Upload(b"", "plan.txt", "", {**FIELDS, "year": written}))
    assert isinstance(found, PlanDocument)
    assert found.year == year


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("year", "x", "no fiscal year"),
        ("year", "9" * 5000, "no fiscal year"),
        ("year", "1900", "no fiscal year"),
        ("year", "平成30年度 平成31年度", "no fiscal year"),
        ("municipality", "072035", "no local government code"),
        ("municipality", "../../072036", "no local government code"),
        ("plan", "Kyodo 2", "no slug"),
        ("plan", "../etc", "no slug"),
    ],
)
def test_a_wrong_field_is_told(name: str, value: str, said: str) -> None:
    error = refused(Upload(b"", "plan.txt", "", {**FIELDS, name: value}))
    assert error.status == 400
    assert said in error.words.en
    assert len(error.words.en) < 200


def test_full_width_digits_and_letters_are_the_others() -> None:
    fields = {"municipality": "０７２０３６", "plan": "ｋｙｏｄｏ－２", "year": "2018"}
    assert submission(Upload(b"", "plan.txt", "", fields)) == PlanDocument(
        "plan.txt", "072036", "kyodo-2", 2018
    )


def test_shapes_are_ours_by_name_and_no_file() -> None:
    found = submission(Upload(b"", "a.ttl", "", {"shapes": "catalog"}))
    assert found == RdfFile("a.ttl", TURTLE, "catalog")
    for other in ("/etc/passwd", "shapes/plan.ttl", "http://localhost/x.ttl", "Plan"):
        assert "must be one of" in refused(Upload(b"", "a.ttl", "", {"shapes": other})).words.en
