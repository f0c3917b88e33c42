"""Where `ontology/`, `shapes/` and `queries/` live: in the checkout if there is one, else in the wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """Give the folder that holds `ontology/`, `shapes/` and `queries/`."""
    checkout = _PACKAGE.parent.parent
    is_checkout = (checkout / "pyproject.toml").is_file() and (checkout / "ontology").is_dir()
    return checkout if is_checkout else _PACKAGE / "_assets"


def asset(name: str) -> Path:
    """Give the path of one asset, such as `ontology/kyodo.ttl`."""
    return root() / name


def assets(pattern: str) -> list[Path]:
    """Give the assets that match `pattern` (such as `queries/*.rq`), in the order of their names."""
    return sorted(root().glob(pattern))
