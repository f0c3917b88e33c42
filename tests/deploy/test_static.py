"""Any web server will do for harvesters: what the catalogue names answers as it states."""

from collections.abc import Callable

import pytest
from deploy.published import Dataset, File, datasets, files, sha256, sums
from deploy.servers import DIST, ask

Local = Callable[[str, str], str]


@pytest.mark.parametrize("file", files(DIST), ids=lambda file: file.download)
def test_access_and_download_urls_answer_as_stated(
    file: File, static_server: str, local: Local
) -> None:
    assert ask(local(static_server, file.access)).status == 200
    answer = ask(local(static_server, file.download))
    assert answer.status == 200
    assert file.size in {None, len(answer.body)}
    assert file.sha256 in {None, sha256(answer.body)}


def test_every_file_answers_with_its_sum(static_server: str) -> None:
    for name, digest in sums(DIST):
        answer = ask(f"{static_server}/{name}")
        assert (answer.status, sha256(answer.body)) == (200, digest), name


@pytest.mark.parametrize("dataset", datasets(DIST), ids=lambda dataset: dataset.slug)
def test_landing_pages_are_pages(dataset: Dataset, static_server: str) -> None:
    for path in ("", f"dataset/{dataset.slug}/"):
        for page in (path, f"{path}index.en.html"):
            answer = ask(f"{static_server}/{page}")
            assert (answer.status, answer.media_type) == (200, "text/html"), page
            assert b"<html" in answer.body, page
