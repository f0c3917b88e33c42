"""kyodo-lod: municipal implementation plans (実施計画) as linked open data."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyodo_lod import errors
    from kyodo_lod.building import build
    from kyodo_lod.check.report import Report
    from kyodo_lod.finding import Finding, Severity
    from kyodo_lod.pipeline import convert, read, to_rdflib
    from kyodo_lod.validation import validate

__all__ = [
    "Finding",
    "Report",
    "Severity",
    "build",
    "convert",
    "errors",
    "read",
    "to_rdflib",
    "validate",
]
__version__ = "0.1.0"
#: where the names stand that are not of pipeline.py
_HOMES = {
    "Finding": "finding",
    "Report": "check.report",
    "Severity": "finding",
    "build": "building",
    "validate": "validation",
}


def __getattr__(name: str) -> object:
    # PEP 562: `import kyodo_lod` alone imports no RDF library
    if name == "errors":
        return import_module("kyodo_lod.errors")
    if name in __all__:
        home = _HOMES.get(name, "pipeline")
        value: object = getattr(import_module(f"kyodo_lod.{home}"), name)
        return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
