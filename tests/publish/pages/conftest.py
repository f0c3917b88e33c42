"""Fixtures of the pages' tests: every page of a complete dist/, parsed once by a strict parser."""

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest


@pytest.fixture(scope="session")
def pages(complete: Path) -> dict[str, Element]:
    """Give each page of dist/ by its path, as a tree; a mistake in the HTML is an error."""
    found = sorted(complete.rglob("*.html"))
    assert found
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return {
        path.relative_to(complete).as_posix(): parser.parse(path.read_text(encoding="utf-8"))
        for path in found
    }
