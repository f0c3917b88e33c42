"""Typed reading of a TOML file: each wrong key gives one error that names it."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ManifestError
from kyodo_lod.files import read_file

T = TypeVar("T")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: an absolute http(s) IRI without user and password (RFC 3987, section 2.2), a little stricter
_LETTER = r"A-Za-z0-9._~\-"
_OTHER = r"[^\x00-\x7f]"
_PATH = rf"(?:[{_LETTER}!$&'()*+,;=:@/?]|{_OTHER}|%[0-9A-Fa-f]{{2}})*"
_IRI = re.compile(
    rf"https?://(?:[{_LETTER}]|{_OTHER})+(?::[0-9]{{1,5}})?(?:[/?]{_PATH})?(?:\#{_PATH})?"
)
#: what of other scripts may stand in it; a text, since it takes long to compile and is seldom used
_OTHERS = r"[\x00-\x7f\u00a1-\u167f\u1681-\u1fff\u3001-\ud7ff\uf900-\ufaff\U00020000-\U0002ffef]*"
#: no `.` or `..` in its path: who resolves a reference removes them (RFC 3986, 5.2.4)
_BASE = re.compile(r"https?://[A-Za-z0-9.\-]+(?::[0-9]+)?/(?:(?!\.{1,2}/)[A-Za-z0-9._~\-]+/)*")
#: what XML cannot hold (XML 1.0, section 2.2), and other control characters
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_JAPANESE_TYPES = {str: "文字列", int: "整数", dict: "表", list: "配列", date: "日付"}
_ENGLISH_TYPES = {
    str: "a string",
    int: "an integer",
    dict: "a table",
    list: "a list",
    date: "a date",
}
_MAX_BYTES = 256 * 1024
#: in a line; tomllib takes quadratic time for a key of many parts
_MAX_DOTS = 200


def checked_base(base: str, place: str = "--base") -> str:
    """Give `base` back, or raise ManifestError about `place` where IRIs cannot begin with it."""
    if not _BASE.fullmatch(base):
        raise ManifestError(
            place,
            f"「{base}」は使えません。https://example.org/ のように / で終わる IRI を書いてください。",
            f"{base!r} cannot begin IRIs; give an absolute http(s) IRI that ends in /, without ? or #",
        )
    return base


class Table:
    """A table of a TOML file, taken key by key; what is left over at `finish` is refused.

    Args:
        place: the file, then the table's own name.
        values: its keys and values.
    """

    def __init__(self, place: str, values: dict[str, Any]) -> None:
        self.place = place
        self._values = dict(values)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left in it."""
        return not self._values

    def error(self, key: str, ja: str, en: str) -> ManifestError:
        """Give the error for `key`."""
        return ManifestError(f"{self.place}: {key}", ja, en)

    def take(self, key: str, kind: type[T]) -> T:
        """Take a mandatory value of type `kind`."""
        value = self.optional(key, kind)
        if value is None:
            raise self.error(
                key, "必須の項目がありません。", "this key is missing; it is mandatory"
            )
        return value

    def optional(self, key: str, kind: type[T]) -> T | None:
        """Take a value of type `kind`, or None."""
        value = self._values.pop(key, None)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            raise self.error(
                key,
                f"{_JAPANESE_TYPES[kind]}でなければなりません。",
                f"must be {_ENGLISH_TYPES[kind]}",
            )
        return value

    def text(self, key: str) -> str:
        """Take a mandatory text that is not blank."""
        value = self.take(key, str).strip()
        if not value:
            raise self.error(key, "空です。", "is empty")
        if _CONTROL.search(value):
            raise self.error(key, "制御文字があります。", "holds a control character; remove it")
        return value

    def optional_text(self, key: str) -> str | None:
        """Take a text that is not blank, or None."""
        return self.text(key) if key in self._values else None

    def slug(self, key: str) -> str:
        """Take a mandatory slug: lower-case ASCII letters, digits and single hyphens."""
        value = self.text(key)
        if not _SLUG.fullmatch(value):
            raise self.error(
                key,
                f"「{value}」は使えません。小文字の英数字とハイフンで書いてください (例: kyodo-2)。",
                f"{value!r} is no slug: lower-case letters, digits and hyphens, such as kyodo-2",
            )
        return value

    def iri(self, key: str, value: str | None) -> str | None:
        """Check that `value` (None passes) is an absolute http(s) IRI."""
        if value is not None and not _is_iri(value):
            raise self.error(
                key,
                f"「{value}」は IRI ではありません。http:// か https:// で始めてください。",
                f"{value!r} is no absolute http(s) IRI",
            )
        return value

    def optional_iri(self, key: str) -> str | None:
        """Take an absolute http(s) IRI, or None."""
        return self.iri(key, self.optional_text(key))

    def optional_base(self, key: str) -> str | None:
        """Take what IRIs begin with, or None."""
        base = self.optional_text(key)
        return None if base is None else checked_base(base, f"{self.place}: {key}")

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; empty where the key is absent."""
        values: list[Any] = self.optional(key, list) or []
        if not all(isinstance(value, str) for value in values):
            raise self.error(key, "文字列の配列でなければなりません。", "must be a list of strings")
        return tuple(values)

    def iris(self, key: str) -> tuple[str, ...]:
        """Take a list of absolute http(s) IRIs, each once; empty where the key is absent."""
        values = tuple(dict.fromkeys(self.texts(key)))
        for value in values:
            self.iri(key, value)
        return values

    def day(self, key: str) -> str:
        """Take a mandatory date (`2026-11-23`, unquoted); gives it in ISO 8601."""
        value = self.take(key, date)
        return value.isoformat()[:10]

    def optional_day(self, key: str) -> str | None:
        """Take a date, or None."""
        return self.day(key) if key in self._values else None

    def table(self, key: str) -> "Table":
        """Take a mandatory table."""
        return Table(f"{self.place}: [{key}]", self.take(key, dict))

    def optional_table(self, key: str) -> "Table":
        """Take a table; an empty one where it is absent."""
        return Table(f"{self.place}: [{key}]", self.optional(key, dict) or {})

    def tables(self, key: str) -> tuple["Table", ...]:
        """Take a list of tables (`[[key]]`), named by their number; empty where it is absent."""
        values: list[Any] = self.optional(key, list) or []
        if not all(isinstance(value, dict) for value in values):
            raise self.error(key, "表の配列でなければなりません。", "must be a list of tables")
        return tuple(
            Table(f"{self.place}: [[{key}]] {number}", value)
            for number, value in enumerate(values, 1)
        )

    def bilingual(self, key: str) -> Bilingual | None:
        """Take a text in both languages: a string (Japanese) or a table with `ja` and `en`; or None."""
        if isinstance(self._values.get(key), str):
            return Bilingual(self.text(key), "")
        if key not in self._values:
            return None
        table = self.table(key)
        text = Bilingual(table.text("ja"), table.optional_text("en") or "")
        table.finish(("ja", "en"))
        return text

    def mandatory_bilingual(self, key: str) -> Bilingual:
        """Take a mandatory text in both languages."""
        text = self.bilingual(key)
        if text is None:
            raise self.error(
                key, "必須の項目がありません。", "this key is missing; it is mandatory"
            )
        return text

    def both(self, key: str) -> Bilingual | None:
        """Take a text that must be in both languages where it is given; or None."""
        text = self.bilingual(key)
        if text is not None and not text.en:
            raise self.error(
                f"{key}.en",
                "英語がありません。日本語と英語の両方を書いてください。",
                "is missing; write the text in both languages",
            )
        return text

    def mapping(self, key: str) -> dict[str, str]:
        """Take a table of texts; empty where the key is absent."""
        table = self.optional_table(key)
        return {name: table.text(name) for name in list(table._values)}

    def finish(self, known: Iterable[str]) -> None:
        """Refuse keys that nobody took; `known` are named in the error."""
        for key in self._values:
            keys = ", ".join(known)
            raise self.error(
                key, f"知らない項目です。使える項目: {keys}", f"unknown key; known are: {keys}"
            )


def _is_iri(text: str) -> bool:
    return bool(_IRI.fullmatch(text)) and (text.isascii() or bool(re.fullmatch(_OTHERS, text)))


def load(path: Path) -> Table:
    """Read a TOML file.

    Raises:
        ManifestError: where it is missing, too large or does not parse.
    """
    data = read_file(path, ManifestError, _MAX_BYTES + 1)
    _refuse_bombs(data, path)
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a plain ValueError
        raise ManifestError(
            str(path), f"TOML として読めません: {error}", f"is not TOML: {error}"
        ) from error
    return Table(str(path), values)


def _refuse_bombs(data: bytes, path: Path) -> None:
    is_bomb = any(line.count(b".") > _MAX_DOTS for line in data.splitlines())
    if len(data) > _MAX_BYTES or is_bomb:
        limits = f"{_MAX_BYTES // 1024} KiB, {_MAX_DOTS} × '.'"
        raise ManifestError(
            str(path),
            f"設定ファイルとしては大きすぎます (上限: 全体 {limits} / 行)。",
            f"is too large for a manifest (limits: {limits} a line)",
        )
