"""Pictures of the main pages, for people to look at: `make screenshots`."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from browser.chromium import running
from browser.kinds import DOCUMENT, PROJECT
from browser.visitor import DESK, PHONE
from deploy import servers
from playwright.sync_api import Page, expect

from kyodo_lod.site.folder import make_site
from kyodo_lod.site.single_file import make_single_file

ROOT = Path(__file__).resolve().parents[2]


def _answered(page: Page) -> None:
    page.get_by_role("button", name="実行").click()
    expect(page.get_by_role("table")).to_be_visible(timeout=60_000)


def _as_it_is(page: Page) -> None:
    page.wait_for_timeout(300)


#: name → address, options of the window, what is done before the picture
SHOTS: dict[str, tuple[str, dict[str, object], Callable[[Page], None]]] = {
    "home": ("index.html", {}, _as_it_is),
    "home-english": ("index.en.html", {}, _as_it_is),
    "home-phone": ("index.html", {"viewport": PHONE}, _as_it_is),
    "home-dark": ("index.html", {"color_scheme": "dark"}, _as_it_is),
    "project": (PROJECT, {}, _as_it_is),
    "project-phone": (PROJECT, {"viewport": PHONE}, _as_it_is),
    "unit": ("id/072036/unit/hoken-fukushi-bu.html", {}, _as_it_is),
    "matrix": ("figures.html", {}, _as_it_is),
    "matrix-dark": ("figures.html", {"color_scheme": "dark"}, _as_it_is),
    "search": ("search.html?q=防災", {}, _as_it_is),
    "search-phone": ("search.html?q=防災", {"viewport": PHONE}, _as_it_is),
    "sparql": ("sparql.html?example=bureau-policy-matrix", {}, _answered),
    "sparql-dark": ("sparql.html", {"color_scheme": "dark"}, _answered),
    "document": (f"{DOCUMENT}#line=68,69", {}, _as_it_is),
    "quality": ("quality.html", {}, _as_it_is),
}


def main(folder: Path) -> None:
    """Write all pictures, each as high as its window."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        site, single = Path(temporary) / "_site", Path(temporary) / "kyodo.html"
        make_site(ROOT / "dist", site)
        make_single_file(ROOT / "dist", single)
        with running() as browser, servers.static(site) as home:
            shots = {name: (f"{home}/{path}", *rest) for name, (path, *rest) in SHOTS.items()}
            shots["single-file"] = (f"{single.as_uri()}#figures.html", {}, _as_it_is)
            for name, (address, options, act) in shots.items():
                context = browser.new_context(**{"viewport": DESK, **options})
                page = context.new_page()
                page.goto(address)
                act(page)
                page.screenshot(path=folder / f"{name}.png")
                context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
