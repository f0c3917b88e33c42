"""Reading a file whole, and what the operating system says when it will not, in both languages."""

import errno
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import KyodoError

_JAPANESE = {
    errno.ENOENT: "ファイルがありません",
    errno.EACCES: "権限がありません",
    errno.EPERM: "許されていません",
    errno.EISDIR: "フォルダです",
    errno.ENOTDIR: "途中がフォルダではありません",
    errno.ENOSPC: "ディスクがいっぱいです",
    errno.EDQUOT: "割り当てられた容量を超えています",
    errno.EFBIG: "大きさの上限を超えています",
    errno.EROFS: "読み取り専用です",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクが循環しています",
    errno.EIO: "入出力エラーです",
}


def refusal(error: OSError | ValueError) -> Bilingual:
    """Say why the operating system refused.

    >>> refusal(FileNotFoundError(2, "No such file or directory")).ja
    'ファイルがありません'
    """
    english = getattr(error, "strerror", None) or str(error)
    return Bilingual(_JAPANESE.get(getattr(error, "errno", None) or 0, english), english)


def read_file(path: Path, kind: type[KyodoError], limit: int = -1) -> bytes:
    """Read a file.

    Args:
        path: the file.
        kind: of the error where it cannot be read.
        limit: bytes to read at most; -1 is all.

    Raises:
        KyodoError: of `kind`.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except (OSError, ValueError) as error:  # a path that holds NUL is a ValueError
        why = refusal(error)
        raise kind(str(path), f"読めません ({why.ja})。", f"cannot be read ({why.en})") from error
