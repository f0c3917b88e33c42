"""Writes src/kyodo_lod/check/examples.json: of each rule an example that fails and one that passes.

They are cut out of the examples that the tests prove (tests/shapes, tests/document), so that they
are true and the installed program can show them. `make docs` runs this first.
"""

import json
from pathlib import Path

from excerpts.document import document_examples
from excerpts.shape import shape_examples

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "src" / "kyodo_lod" / "check" / "examples.json"


def content() -> str:
    """Give what the file must hold."""
    found = [*document_examples(ROOT), *shape_examples(ROOT)]
    lines = ",\n".join(json.dumps(example, ensure_ascii=False) for example in found)
    return f"[\n{lines}\n]\n"


if __name__ == "__main__":
    FILE.write_text(content(), encoding="utf-8")
