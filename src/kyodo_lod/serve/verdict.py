"""What an upload gets: the report of checking it, as page or for programs, or why there is none.

Values in, values out: whoever calls sees to time and memory (serve/checker.py).
"""

from pathlib import Path
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import REPORTERS
from kyodo_lod.serve.check_page import Form, page
from kyodo_lod.serve.checking import checked
from kyodo_lod.serve.message import content_type
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.submission import Submission, submission
from kyodo_lod.serve.too_large import too_large
from kyodo_lod.serve.upload import Upload, taken_apart

#: the page, beside the table of reports for programs
HTML = "html"
_HTML_TYPE = "text/html"


class Task(NamedTuple):
    """What is to be done with a body.

    Args:
        content_type: the field of the request.
        query: its query string.
        format: a name of REPORTERS, or `html`, unless the upload asks for another.
        language: for people.
        site: the folder of the files that are served.
        home: IRI that they are published under.
        limit: bytes that an upload may have.
    """

    content_type: str
    query: str
    format: str
    language: Language
    site: str
    home: str
    limit: int


class Answer(NamedTuple):
    """What a client is sent.

    Args:
        status: of HTTP.
        media_type: with its parameters.
        outcome: one word for the log.
        conforms: whether nothing makes the data wrong; None where nothing was checked.
        cut: how many findings are counted and not told, and a + where there are yet more; likewise.
        body: the report.
        work: seconds that a process worked on it.
        again: seconds after which it may be sent again; 0 where nothing speaks for that.
    """

    status: int
    media_type: str
    outcome: str
    conforms: bool | None = None
    cut: str | None = None
    body: bytes = b""
    work: float = 0.0
    again: int = 0


def media_type(chosen: str) -> str:
    """Give the media type of a format, with its character set where it is text.

    Args:
        chosen: a name of REPORTERS, or `html`.
    """
    return content_type(_HTML_TYPE if chosen == HTML else REPORTERS[chosen].media_type)


def verdict(task: Task, body: bytes) -> Answer:
    """Check what a client sent.

    Args:
        task: what is known of it.
        body: whole.
    """
    upload = Upload(b"")
    try:
        upload = taken_apart(task.content_type, task.query, body)
        task = task._replace(format=_format(upload, task))
        if len(upload.data) > task.limit:
            raise too_large(task.limit, upload)
        return _answer(submission(upload, Path(task.site)), upload, task)
    except RefusedError as error:
        return refused(task, error, upload)


def refused(task: Task, error: RefusedError, upload: Upload | None = None) -> Answer:
    """Say why nothing was checked: above the form, or in one line.

    Args:
        task: what is known of the request.
        error: why.
        upload: what it brought, for the fields of the form; None where that was not looked at.
    """
    if task.format == HTML:
        form = Form(upload.fields if upload else {}, error.words)
        text = page(task.language, Path(task.site), task.home, task.limit, form)
    else:
        text = f"{error.status}: {error.words.text(task.language)}\n"
    kind = media_type(HTML if task.format == HTML else "text")
    return Answer(error.status, kind, error.outcome, body=text.encode(), again=error.again)


def _format(upload: Upload, task: Task) -> str:
    """Give the format that the form or the query string names, before what Accept says."""
    wanted = upload.fields.get("format", "") or task.format
    if wanted != HTML and wanted not in REPORTERS:
        listed = ", ".join((HTML, *REPORTERS))
        raise RefusedError(400, _NO_FORMAT.fill(listed=listed), "faulty")
    return wanted


def _answer(what: Submission, upload: Upload, task: Task) -> Answer:
    site = Path(task.site)
    result = checked(what, upload.data, site)
    report = result.report
    if task.format == HTML:
        form = Form(upload.fields)
        text = page(task.language, site, task.home, task.limit, form, result)
    else:
        text = REPORTERS[task.format].report([report], task.language)
    body = text.encode("utf-8", "replace")
    if report.unreadable:
        return Answer(422, media_type(task.format), "unreadable", body=body)
    cut = f"{report.cut}{'+' if report.stopped else ''}"
    return Answer(200, media_type(task.format), "ok", report.conforms, cut, body)


_NO_FORMAT = Bilingual("format は次のどれかです: {listed}。", "format must be one of {listed}")
