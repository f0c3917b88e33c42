"""Templates to bytes: one template for both languages, everything escaped, nothing undefined."""

import base64
import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.pages.page import LANGUAGES, Page, localized


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates beside our own, which go before ours of the same name.

    Args:
        folder: that holds them.
        style: name of a style sheet in it, which follows ours.
    """

    folder: Path
    style: str


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
    theme: Theme | None = None,
) -> None:
    """Write a page in both languages: `def.html` in Japanese and `def.en.html` in English.

    Args:
        made: the unfinished folder.
        name: of the Japanese page, as a path in it.
        template: in `templates/`.
        home: IRI that `dist/` is published under.
        values: what the template shows; a Bilingual is shown by `words(…)`.
        languages: in which it is written.
        theme: templates and style of whoever writes pages besides those of `dist/`.
    """
    for language in languages:
        path = made / localized(name, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = render(template, name, language, home, values, theme)
        path.write_text(text, encoding="utf-8", newline="\n")


def copy_asset(name: str, made: Path) -> None:
    """Write a file that needs no filling in, such as `logo.svg`."""
    shutil.copyfile(_TEMPLATES / name, made / name)


def render(
    template: str,
    name: str,
    language: Language,
    home: str,
    values: Mapping[str, object],
    theme: Theme | None = None,
) -> str:
    """Give one page; arguments as `write_page`."""
    return rendered(template, Page(name, language, home), values, theme)


def rendered(
    template: str, page: Page, values: Mapping[str, object], theme: Theme | None = None
) -> str:
    """Give a page that knows by itself where it stands; the other arguments as `write_page`."""
    shown = (
        _environment(theme)
        .get_template(template)
        .render(
            values,
            page=page,
            say=page.say,
            words=page.words,
            style=Markup(style_of(theme)),  # noqa: S704 (our own files, whole)
            style_hash=hash_source(style_of(theme)),
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


def sentence(text: str) -> str:
    """Give a text with its first letter large, as a sentence begins on a page.

    >>> sentence("read 76 projects of ICT")
    'Read 76 projects of ICT'
    """
    return text[:1].upper() + text[1:]


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
def _environment(theme: Theme | None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([theme.folder, _TEMPLATES] if theme else _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"size": size, "grouped": grouped, "sentence": sentence}
    return environment


@cache
def style_of(theme: Theme | None) -> str:
    """Give the style of a page: ours, then the theme's.

    Args:
        theme: as `write_page`.
    """
    files = [_TEMPLATES / "style.css", *([theme.folder / theme.style] if theme else [])]
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in files)


@cache
def hash_source(text: str) -> str:
    """Give the hash by which a content security policy names an inline style or script.

    As CSP 3, section 6.7.2.3 has it.
    """
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
