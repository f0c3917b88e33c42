"""`kyodo-lod convert`."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

import click

from kyodo_lod.cli.bilingual import Command, language
from kyodo_lod.cli.options import (
    RDF_FORMATS,
    Bare,
    base_option,
    common_options,
    document_options,
    found_manifests,
    option,
    output_option,
)
from kyodo_lod.cli.terminal import coloured, stdout, tell

if TYPE_CHECKING:
    from kyodo_lod.finding import Finding

_IN_MEMORY = 32 * 1024 * 1024


@click.command(
    cls=Command,
    name="convert",
    ja="""文書を RDF にします。違反が一つでもあれば何も書き出さず、終了コードは 1 です。

    PATH は source.toml、それがあるフォルダ (いくつあってもよい)、またはその横の文書です。

    \b
    kyodo-lod convert data/072036-koriyama > plan.ttl
    kyodo-lod convert data --to json-ld -o plans.jsonld
    kyodo-lod convert plan.txt --municipality 072036 --plan kyodo-2 --year 2018
    """,
)
@click.argument("path")
@document_options
@option(
    "--to",
    "target",
    type=click.Choice(RDF_FORMATS),
    default="turtle",
    show_default=True,
    help="RDF format.",
    ja="RDF の形式。",
)
@base_option
@output_option
@common_options
def command(
    path: str,
    bare: Bare,
    target: str,
    base: str | None,
    output: str,
    *,
    quiet: bool,
) -> None:
    r"""Turn a document into RDF; with a violation nothing is written and the exit status is 1.

    PATH is a source.toml, a folder that holds one or many, or the document beside one.

    \b
    kyodo-lod convert data/072036-koriyama > plan.ttl
    kyodo-lod convert data --to json-ld -o plans.jsonld
    kyodo-lod convert plan.txt --municipality 072036 --plan kyodo-2 --year 2018
    """
    from kyodo_lod.check.reports.text import finding_lines
    from kyodo_lod.pipeline import write_rdf
    from kyodo_lod.publish.replace import replace_file
    from kyodo_lod.rdf.formats import FORMATS

    findings: list[Finding] = []

    def write(stream: IO[bytes]) -> None:
        findings.extend(write_rdf(found_manifests(path, bare), FORMATS[target], stream, base))

    if output == "-":
        _to_stdout(write)
    else:
        replace_file(Path(output), write)
    for line in () if quiet else finding_lines(findings, language(), path):
        tell(coloured(line, sys.stderr))


def _to_stdout(write: Callable[[IO[bytes]], None]) -> None:
    """Hold the output until it is known to be whole, then pass it on."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as held:
        write(held)
        held.seek(0)
        with stdout() as stream:
            shutil.copyfileobj(held, stream)
