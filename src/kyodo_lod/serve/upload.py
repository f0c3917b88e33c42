"""An upload taken apart: a form that holds a file, or a file alone.

The only door to python_multipart. It works on a body that is there as a whole, within its limit; what
the file is about, and whether it is any good, is told elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import parse_qsl

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.serve.refusals import RefusedError

#: of a form; ours has half a dozen
MAX_PARTS = 20
#: bytes of a field that is no file, and of its name
MAX_FIELD = 1000
#: characters of a file's name
_LONGEST_NAME = 80
_FORM = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent, and what was said of it.

    Args:
        data: its bytes.
        name: as the client calls it, without folders; empty where it has none.
        media_type: as the client states it, in lower case and without parameters; likewise.
        fields: of the form, or of the query string.
    """

    data: bytes
    name: str = ""
    media_type: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def taken_apart(content_type: str, query: str, body: bytes) -> Upload:
    """Give what a request to check brings.

    Args:
        content_type: the field.
        query: the query string; what the form says counts before it.
        body: whole.

    Raises:
        RefusedError: where it is no form as RFC 7578 has it, or a form without a file.
    """
    named = _fields(query)
    media_type, parameters = _header(content_type)
    if media_type == _FORM:
        return _of_form(parameters.get("boundary", ""), body, named)
    if not body:
        raise _without_file()
    return Upload(body, clean_name(named.get("name", "")), media_type, named)


def clean_name(name: str) -> str:
    r"""Give a file's name as it may stand in a report: no folder, nothing unseen, not endless.

    >>> clean_name("C:\\plans\\..\\plan.txt"), clean_name("../../etc/passwd"), clean_name("..")
    ('plan.txt', 'passwd', '')
    """
    last = name.replace("\\", "/").rpartition("/")[2].strip()
    shown = visible(last.encode("utf-8", "replace").decode())
    if len(shown) > _LONGEST_NAME:
        ending = PurePosixPath(shown).suffix[-12:]
        shown = f"{shown[: _LONGEST_NAME - len(ending) - 1]}…{ending}"
    return "" if shown.strip(".") == "" else shown


def _fields(query: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(query, keep_blank_values=True, max_num_fields=MAX_PARTS))
    except ValueError as error:
        raise _no_form() from error


def _header(value: str) -> tuple[str, dict[str, str]]:
    """Take a field with parameters apart (RFC 9110, section 5.6.6)."""
    kind, parameters = parse_options_header(value)
    decoded = {_text(name): _text(each) for name, each in parameters.items()}
    return _text(kind).strip(), decoded


def _text(data: bytes) -> str:
    """Give bytes of a header as text; python_multipart holds them as Latin-1 (RFC 7578, section 5.1)."""
    return data.decode("utf-8", "replace")


class _Part:
    """A part of a form: its headers, then its content as it comes."""

    def __init__(self) -> None:
        self.headers: dict[str, str] = {}
        self.pieces: list[bytes] = []

    @property
    def content(self) -> bytes:
        return b"".join(self.pieces)


class _Parts:
    """The parts of a form, as the parser tells of them (RFC 2046, section 5.1)."""

    def __init__(self, boundary: str) -> None:
        self.found: list[_Part] = []
        self.is_whole = False
        self._name = b""
        self._value = b""
        self._parser = MultipartParser(
            boundary.encode(),
            {
                "on_part_begin": self._begin,
                "on_part_data": lambda data, start, end: self.found[-1].pieces.append(
                    data[start:end]
                ),
                "on_header_field": self._add_name,
                "on_header_value": self._add_value,
                "on_header_end": self._end_header,
                "on_end": self._end,
            },
        )

    def read(self, body: bytes) -> None:
        self._parser.write(body)

    def _begin(self) -> None:
        if len(self.found) == MAX_PARTS:
            raise _no_form()
        self.found.append(_Part())

    def _add_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _add_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        self.found[-1].headers[self._name.decode("latin-1").lower()] = self._value.decode("latin-1")
        self._name = self._value = b""

    def _end(self) -> None:
        self.is_whole = True


def _of_form(boundary: str, body: bytes, named: dict[str, str]) -> Upload:
    try:
        parts = _Parts(boundary)
        parts.read(body)
    except FormParserError as error:
        raise _no_form() from error
    if not parts.is_whole:
        raise _no_form()
    files: list[Upload] = []
    for part in parts.found:
        _, about = _header(part.headers.get("content-disposition", ""))
        if "filename" not in about:
            named[about.get("name", "")[:MAX_FIELD]] = _text(part.content[:MAX_FIELD])
        elif (
            about["filename"] or part.content
        ):  # a browser sends an empty part where none is chosen
            kind, _ = _header(part.headers.get("content-type", ""))
            files.append(Upload(part.content, clean_name(about["filename"]), kind, named))
    if not files:
        raise _without_file()
    if len(files) > 1:
        raise RefusedError(400, _SEVERAL, "faulty")
    return files[0]


def _no_form() -> RefusedError:
    return RefusedError(400, _DAMAGED, "faulty")


def _without_file() -> RefusedError:
    return RefusedError(400, _NO_FILE, "faulty")


_SEVERAL = Bilingual(
    "ファイルは一度に一つだけ送ってください。", "send one file at a time, not several"
)
_DAMAGED = Bilingual(
    "フォームが壊れているか、途中で切れています。もう一度送ってください。",
    "the form is damaged, cut off or endless; send it again (multipart/form-data, RFC 7578)",
)
_NO_FILE = Bilingual(
    "調べるファイルがありません。ファイルを選んでください。",
    "there is no file to check; choose one (curl -F file=@plan.txt)",
)
