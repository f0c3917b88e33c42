"""The text of the manifests for a new document, and of one whose document was corrected."""

import json
import re
from pathlib import Path

from kyodo_lod.errors import ManifestError
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.readers import open_document

_SHA256 = re.compile(r"""^([ \t]*sha256[ \t]*=[ \t]*)["'][^"'\n]*["']""", re.MULTILINE)


def municipality_toml(code: str, name: str) -> str:
    """Give the text of a municipality.toml; an empty `name` is left for the user to fill in."""
    return f"""\
code = {_string(code)}
# homepage = "https://www.city.example.lg.jp/"
# spatial = ["http://data.e-stat.go.jp/lod/sac/C{code[:5]}"]

[name]
ja = {_string(name)}
# en = "Example City"
"""


def plan_toml(slug: str, title: str, ordinal: int | None) -> str:
    """Give the text of a plan.toml."""
    number = f"ordinal = {ordinal}\n" if ordinal else ""
    return f"""\
slug = {_string(slug)}
{number}
[title]
ja = {_string(title)}
# en = "Second Basic Plan of Example City"
"""


def publisher_toml(name: str) -> str:
    """Give the text of a publisher.toml; whom to ask is left for the user to fill in.

    Args:
        name: of the municipality, which publishes for itself unless the user says otherwise.
    """
    return f"""\
# だれがデータを公開し、だれに問い合わせればよいか (who publishes the data, and whom to ask)
[publisher]
name.ja = {_string(name)}
# name.en = "Example City"
type = "LocalAuthority"

[contact]
# email か page のどちらかは必須です (one of the two is mandatory)
# email = "opendata@city.example.lg.jp"
# page = "https://www.city.example.lg.jp/contact.html"
"""


def source_toml(
    file: str, sha256: str, title: str, year: int, encoding: str | None, day: str, city: str
) -> str:
    """Give the text of a source.toml.

    Args:
        file: the document's name.
        sha256: of its bytes.
        title: as printed.
        year: the fiscal year.
        encoding: None for UTF-8.
        day: the day of the first release, in ISO 8601.
        city: the municipality's name.
    """
    encoded = f"encoding = {_string(encoding)}\n" if encoding else ""
    statement = f"構造は CC BY 4.0。引用した計画の文は{city}の著作物で、利用条件は{city}に確認。"
    english = (
        "The structure is CC BY 4.0. The quoted text of the plan is the work of the municipality; "
        "ask it for its terms of use."
    )
    return f"""\
[document]
file = {_string(file)}
sha256 = {_string(sha256)}
title = {_string(title)}
fiscal_year = {year}
{encoded}
[release]
version = "1.0.0"
issued = {day}
modified = {day}

[rights]
licence = "https://creativecommons.org/licenses/by/4.0/"
attribution.ja = {_string(f"計画の文: {city}「{title}」")}
statement.ja = {_string(statement)}
statement.en = {_string(english)}
"""


def refreshed(source: Path) -> str:
    """Give the text of `source` with the SHA-256 that its document has now.

    Raises:
        ManifestError: where it states none to replace.
    """
    entry = load_manifest(source).document
    document = open_document(entry.path, entry.encoding)
    text = source.read_bytes().decode("utf-8")
    text, count = _SHA256.subn(rf'\g<1>"{document.sha256}"', text)
    if count != 1:
        raise ManifestError(
            str(source), 'sha256 = "…" の行が一つ要ります。', 'needs exactly one line sha256 = "…"'
        )
    return text


def _string(text: str) -> str:
    # a TOML basic string escapes as JSON does (TOML 1.0, String)
    return json.dumps(text, ensure_ascii=False)
