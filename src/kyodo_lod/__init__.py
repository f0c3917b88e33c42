"""kyodo-lod: municipal implementation plans (実施計画) as linked open data."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyodo_lod import errors
    from kyodo_lod.building import build
    from kyodo_lod.pipeline import convert, read, to_rdflib, validate

__all__ = ["build", "convert", "errors", "read", "to_rdflib", "validate"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # PEP 562: `import kyodo_lod` alone imports no RDF library
    if name == "errors":
        return import_module("kyodo_lod.errors")
    if name in __all__:
        home = "building" if name == "build" else "pipeline"
        value: object = getattr(import_module(f"kyodo_lod.{home}"), name)
        return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
