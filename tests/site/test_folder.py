"""site/folder.py: the site of a folder, and of a server that answers more than files."""

import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from serve.servers import released

from kyodo_lod.errors import GraphError
from kyodo_lod.site.folder import write_site
from kyodo_lod.site.published import Published


def pages(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }


def test_only_what_is_served_leads_to_what_only_a_server_answers(site: Path, shared: Path) -> None:
    plain, served = pages(site), pages(released(shared).site)
    # a server knows what was asked for, and says more of it
    assert plain.keys() - served.keys() == {"404.html", "404.en.html"}
    assert not served.keys() - plain.keys()
    for name, text in served.items():
        link = f'{"../" * name.count("/")}check{".en" if ".en." in name else ""}.html"'
        assert text.count(f'<a href="{link}') == 1, name
        assert f'<a href="{link}' not in plain[name], name
    assert "check.html" not in served


def test_a_published_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    dist = Path(shutil.copytree(ROOT / "dist", tmp_path / "dist"))
    source = Published(dist)
    (dist / "void.ttl").unlink()
    (dist / "void.ttl").symlink_to("void.ttl")
    with pytest.raises(GraphError, match=r"dist/void\.ttl: cannot be read \(Too many levels"):
        write_site(source, tmp_path / "site")
    assert not (tmp_path / "site").exists()
