"""Reading a file whole, and what the operating system says when it will not, in both languages."""

import errno
import os
import select
from pathlib import Path
from typing import IO

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
    errno.EPIPE: "このパイプに書き込むものがありません",
}
#: seconds that a named pipe is given until somebody writes into it
_PATIENCE = 5


def refusal(error: OSError | ValueError) -> Bilingual:
    """Say why the operating system refused.

    >>> refusal(FileNotFoundError(2, "No such file or directory")).ja
    'ファイルがありません'
    """
    english = getattr(error, "strerror", None) or str(error)
    return Bilingual(_JAPANESE.get(getattr(error, "errno", None) or 0, english), english)


def read_bytes(path: Path, limit: int = -1) -> bytes:
    """Read a file, or what is written into a named pipe; raises OSError or ValueError.

    Args:
        path: the file.
        limit: bytes to read at most; -1 is all.
    """
    with _pipe(path) if path.is_fifo() else path.open("rb") as file:
        return file.read(limit)


def _pipe(path: Path) -> IO[bytes]:
    """Open a named pipe; raises OSError where nobody writes into it, as to open it would never end."""
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if not select.select([pipe], [], [], _PATIENCE)[0]:
        os.close(pipe)
        raise OSError(errno.EPIPE, "nobody writes into this pipe", str(path))
    os.set_blocking(pipe, True)
    return os.fdopen(pipe, "rb")  # not opened anew: what was written by then would be lost


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
        return read_bytes(path, limit)
    except (OSError, ValueError) as error:  # a path that holds NUL is a ValueError
        why = refusal(error)
        raise kind(str(path), f"読めません ({why.ja})。", f"cannot be read ({why.en})") from error
