"""Templates to bytes: one template for both languages, everything escaped, nothing undefined."""

import base64
import hashlib
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.pages.page import LANGUAGES, Page, localized

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_UNITS = ("KB", "MB", "GB")
_KILO = 1024


def write_page(
    made: Path,
    name: str,
    template: str,
    home: str,
    values: Mapping[str, object],
    languages: tuple[Language, ...] = LANGUAGES,
) -> None:
    """Write a page in both languages: `def.html` in Japanese and `def.en.html` in English.

    Args:
        made: the unfinished folder.
        name: of the Japanese page, as a path in it.
        template: in `templates/`.
        home: IRI that `dist/` is published under.
        values: what the template shows; a Bilingual is shown by `words(…)`.
        languages: in which it is written.
    """
    for language in languages:
        path = made / localized(name, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = render(template, name, language, home, values)
        path.write_text(text, encoding="utf-8", newline="\n")


def copy_asset(name: str, made: Path) -> None:
    """Write a file that needs no filling in, such as `logo.svg`."""
    shutil.copyfile(_TEMPLATES / name, made / name)


def render(
    template: str, name: str, language: Language, home: str, values: Mapping[str, object]
) -> str:
    """Give one page; arguments as `write_page`."""
    page = Page(name, language, home)
    shown = (
        _environment()
        .get_template(template)
        .render(
            values,
            page=page,
            say=page.say,
            words=page.words,
            style=Markup(_style()),  # noqa: S704 (our own file, whole)
            style_hash=_style_hash(),
        )
    )
    return shown.strip() + "\n"


def size(count: int) -> str:
    """Give a number of bytes as a file manager shows it.

    >>> size(47924), size(512), size(5 * 1024 * 1024)
    ('47 KB', '1 KB', '5.0 MB')
    """
    amount, unit = count / _KILO, 0
    while amount >= _KILO and unit < len(_UNITS) - 1:
        amount, unit = amount / _KILO, unit + 1
    return f"{amount:.1f} {_UNITS[unit]}" if unit else f"{max(1, round(amount))} KB"


def grouped(number: int) -> str:
    """Give a number with its thousands apart: 2,373."""
    return f"{number:,}"


def json_for_script(text: str) -> Markup:
    r"""Give JSON that cannot end the script element it stands in (HTML, section 4.12.1.3).

    >>> print(json_for_script('"</script>&"'))
    "\u003c/script\u003e\u0026"
    """
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 (nothing in it is markup any more)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"size": size, "grouped": grouped}
    return environment


@cache
def _style() -> str:
    return (_TEMPLATES / "style.css").read_text(encoding="utf-8").strip()


@cache
def _style_hash() -> str:
    """Give the style sheet's hash, which the page's content security policy names (CSP 3, 6.7.2.3)."""
    digest = hashlib.sha256(_style().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
