"""Why a file is too large to be checked, and what to do about it: that differs by its kind.

Nobody should split a document: a year's plan is small as text.
"""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.formats import format_of
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.upload import Upload
from kyodo_lod.source.foreign import foreign


def too_large(limit: int, upload: Upload | None = None) -> RefusedError:
    """Say that a file is larger than `limit` bytes, in the unit of file managers.

    Args:
        limit: bytes that an upload may have.
        upload: the file; None where it was not read, so that nobody knows what it is.
    """
    remedy = _remedy(upload) if upload else _UNREAD
    words = _LARGE.fill(mib=limit / 1024**2, ja=remedy.ja, en=remedy.en)
    return RefusedError(413, words, "too-large")


def _remedy(upload: Upload) -> Bilingual:
    kind = foreign(upload.name, upload.media_type)
    if kind:
        return kind.remedy
    is_rdf = format_of(upload.name) or upload.media_type not in ("", "text/plain")
    return _SPLIT if is_rdf else _TEXT


#: what the page says besides, where the fields came behind a body that was not read
BACK = Bilingual(
    "「戻る」で、入力した欄に戻れます。",
    "Back in the browser leads to the fields as you filled them in",
)
_LARGE = Bilingual(
    "ファイルが大きすぎます ({mib:.3g} MB まで)。{ja}",
    "the file is too large ({mib:.3g} MB at most); {en}",
)
_UNREAD = Bilingual(
    "文書は分けないで、表だけをタブ区切りのテキスト (.txt) で保存し直してください。"
    "Excel なら「名前を付けて保存」の「Unicode テキスト (*.txt)」、Word なら表を Excel に貼り付けてからです。RDF なら分割してください。",
    "save the tables of a document as tab-separated text, without splitting it "
    "(Excel: Save As, Unicode Text; Word: paste its tables into Excel first); split RDF",
)
_TEXT = Bilingual(
    "一年度の計画は、テキストならずっと小さくなります。文書は分けないで、別のファイルを選んでいないか確かめ、"
    "表だけをタブ区切りのテキスト (.txt) で保存し直してください。",
    "a year's plan is far smaller as text; see whether it is the right file, "
    "and save its tables alone as tab-separated text, without splitting it",
)
_SPLIT = Bilingual("分割してください。", "split it")
