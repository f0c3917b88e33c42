"""Options of a verb from pyproject.toml or kyodo-lod.toml, for a project that checks in CI."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kyodo_lod.bilingual import nearest
from kyodo_lod.cli.bilingual import Command
from kyodo_lod.errors import ManifestError

OWN, PYPROJECT = "kyodo-lod.toml", "pyproject.toml"
#: options whose values are files, found beside the settings
_FILES = ("ontology", "baseline", "output")


class Configured(Command):
    """A verb whose options may stand in a file; the command line and the environment count first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, with what the file says as defaults."""
        if not ctx.resilient_parsing and "--help" not in args:
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
    for path, table in _tables(folder, command.name or ""):
        options = {
            parameter.opts[-1].removeprefix("--"): parameter
            for parameter in command.params
            if isinstance(parameter, click.Option) and parameter.expose_value
        }
        known = {name for each in options.values() for name in _names(each)}
        return {
            (options.get(key) or _refused(path, command, key, known)).name or "": _value(
                path, key, options[key], value
            )
            for key, value in table.items()
        }
    return {}


def _names(option: click.Option) -> list[str]:
    return [name.removeprefix("--") for name in option.opts if name.startswith("--")]


def _tables(folder: Path, verb: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for parent in (folder, *folder.parents):
        for name in (OWN, PYPROJECT):
            table = _table(parent / name, verb)
            if table is not None:
                yield parent / name, table
        if (parent / ".git").exists():
            return


def _table(path: Path, verb: str) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    import tomllib

    try:
        document: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ManifestError(
            str(path), f"TOML として読めません: {error}", f"is not TOML: {error}"
        ) from error
    if path.name == PYPROJECT:
        document = document.get("tool", {}).get("kyodo-lod", {})
    table = document.get(verb)
    if table is not None and not isinstance(table, dict):
        raise _wrong(path, verb, "表", "a table")
    return table


def _refused(path: Path, command: click.Command, key: str, known: set[str]) -> click.Option:
    import difflib

    hint = nearest(difflib.get_close_matches(key, sorted(known), 3, 0.5))
    raise ManifestError(
        f"{path} [{command.name}] {key}",
        f"{command.name} にそのオプションはありません。{hint.ja}",
        f"{command.name} has no such option{hint.en}",
    )


def _wrong(path: Path, key: str, ja: str, en: str) -> ManifestError:
    return ManifestError(f"{path} {key}", f"{ja}を書いてください。", f"must be {en}")


def _value(path: Path, key: str, option: click.Option, value: Any) -> Any:  # noqa: ANN401 - TOML
    if option.is_flag:
        if not isinstance(value, bool):
            raise _wrong(path, key, " true か false ", "true or false")
        return value
    if isinstance(option.type, click.IntRange):
        if type(value) is not int:
            raise _wrong(path, key, "整数", "an integer")
        return value
    texts = value if isinstance(value, list) and option.multiple else [value]
    if not all(isinstance(text, str) for text in texts):
        raise _wrong(path, key, "文字列", "a string")
    if option.name in _FILES or option.name == "shapes":
        texts = [_beside(path, text, is_name=option.name == "shapes") for text in texts]
    return texts if option.multiple else texts[0]


def _beside(path: Path, text: str, *, is_name: bool) -> str:
    """Give a file's path as seen from here; shapes may be a name instead."""
    file = path.parent / text
    return text if text == "-" or (is_name and not file.exists()) else str(file)
