"""Options of a verb from pyproject.toml or kyodo-lod.toml, for a project that checks in CI."""

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.cli.bilingual import Command
from kyodo_lod.cli.targets import named_target
from kyodo_lod.errors import ManifestError

OWN, PYPROJECT = "kyodo-lod.toml", "pyproject.toml"
#: options whose values are files, found beside the settings
_FILES = ("ontology", "baseline", "outputs", "shapes")
_STRING = Bilingual("文字列", "a string")
_STRINGS = Bilingual("文字列か、文字列の配列", "a string or an array of strings")


class Configured(Command):
    """A verb whose options may stand in a file; the command line and the environment count first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, with what the file says as defaults."""
        if not ctx.resilient_parsing and not {"--help", "-h"} & set(args):
            ctx.default_map = settings(self, Path.cwd())
        return super().parse_args(ctx, args)


def settings(command: click.Command, folder: Path) -> dict[str, Any]:
    """Give what the nearest file says of a verb, by the names of its parameters.

    Args:
        command: the verb.
        folder: where to begin; its parents follow, up to the one that holds .git.

    Raises:
        ManifestError: for a key or a value that the verb does not take.
    """
    path, table = next(_tables(folder, command.name or ""), (folder, {}))
    options = _options(command)
    place = f"{path} {_heading(path, command.name or '')}"
    given = {}
    for key, value in table.items():
        if key not in options:
            raise _unknown(f"{place} {key}", command.name or "", key, options)
        option = options[key]
        checked = _value(f"{place} {key}", option, value)
        is_file = option.name in _FILES
        given[option.name or ""] = _beside(path, folder, option, checked) if is_file else checked
    return given


def _options(command: click.Command) -> dict[str, click.Option]:
    """Give the options that a file may set, by their long names."""
    return {
        name.removeprefix("--"): option
        for option in command.params
        if isinstance(option, click.Option) and option.expose_value
        for name in option.opts
        if name.startswith("--")
    }


def _tables(folder: Path, verb: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for parent in (folder, *folder.parents):
        for name in (OWN, PYPROJECT):
            table = _table(parent / name, verb)
            if table is not None:
                yield parent / name, table
        if (parent / ".git").exists():
            return


def _table(path: Path, verb: str) -> dict[str, Any] | None:
    """Give what a file says of the verb; None where it says nothing."""
    if not path.is_file():
        return None
    table: Any = _document(path)
    for key in _keys(path, verb):
        table = table.get(key)
        if table is None:
            return None
        if not isinstance(table, dict):
            heading = _heading(path, verb)
            raise _wrong(f"{path} {key}", f"表 {heading} ", f"a table: write {heading}")
    return dict(table)


def _keys(path: Path, verb: str) -> tuple[str, ...]:
    return ("tool", "kyodo-lod", verb) if path.name == PYPROJECT else (verb,)


def _heading(path: Path, verb: str) -> str:
    """Give the head of the verb's table as it stands in the file."""
    return f"[{'.'.join(_keys(path, verb))}]"


def _document(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ManifestError(
            str(path), f"TOML として読めません: {error}", f"is not TOML: {error}"
        ) from error


def _unknown(place: str, verb: str, key: str, options: dict[str, click.Option]) -> ManifestError:
    near = difflib.get_close_matches(key, sorted(options), 3, 0.5)
    hint = nearest(near)
    if not near:
        hint = Bilingual(
            f"kyodo-lod {verb} --help にあります。", f"; kyodo-lod {verb} --help names them"
        )
    return ManifestError(
        place,
        f"{verb} にそのオプションはありません。{hint.ja}",
        f"{verb} has no such option{hint.en}",
    )


def _wrong(place: str, ja: str, en: str) -> ManifestError:
    return ManifestError(place, f"{ja}を書いてください。", f"must be {en}")


def _value(place: str, option: click.Option, value: Any) -> Any:  # noqa: ANN401 - TOML
    """Give a value as click takes it, of the type that the option has."""
    if option.is_flag:
        if not isinstance(value, bool):
            raise _wrong(place, " true か false ", "true or false")
        return value
    if isinstance(option.type, click.IntRange):
        return _number(place, option.type, value)
    texts = value if isinstance(value, list) and option.multiple else [value]
    for text in texts:
        _refuse_other(place, option.type, text, multiple=option.multiple)
    return texts if option.multiple else texts[0]


def _number(place: str, kind: click.IntRange, value: object) -> int:
    least, most = int(kind.min or 0), kind.max
    if type(value) is int and least <= value and (most is None or value <= most):
        return value
    if most is None:
        raise _wrong(place, f" {least} 以上の整数", f"an integer, {least} or more")
    raise _wrong(place, f" {least} から {most} までの整数", f"an integer from {least} to {most}")


def _refuse_other(place: str, kind: object, text: object, *, multiple: bool) -> None:
    if isinstance(kind, click.Choice):
        if text not in kind.choices:
            known = ", ".join(kind.choices)
            raise _wrong(place, f" {known} のどれか", f"one of {known}")
    elif not isinstance(text, str):
        raise _wrong(place, *(_STRINGS if multiple else _STRING))


def _beside(path: Path, folder: Path, option: click.Option, value: Any) -> Any:  # noqa: ANN401
    """Give the files of an option as seen from `folder`; shapes may be a name instead."""

    def seen(text: str) -> str:
        if option.name == "outputs" and (target := named_target(text)):
            return f"{target.reporter}={seen(target.output)}"
        file = path.parent / text
        is_name = option.name == "shapes" and not file.exists()
        return text if text == "-" or is_name else os.path.relpath(file, folder)

    return list(map(seen, value)) if option.multiple else seen(value)
