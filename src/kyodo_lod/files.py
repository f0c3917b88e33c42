"""Reading a file whole, refusing what is no folder, and what the operating system says when it will not, in both languages."""

import errno
import os
import select
import stat
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
        raise _unreadable(path, kind, error) from error


def require_folder(folder: Path, kind: type[KyodoError]) -> None:
    """Refuse a published folder that is not there, or is something else.

    Args:
        folder: that `kyodo-lod build` should have made.
        kind: of the error.

    Raises:
        KyodoError: of `kind`.
    """
    try:
        is_folder = stat.S_ISDIR(folder.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise kind(
            str(folder),
            "このフォルダはありません。先に kyodo-lod build を実行してください。",
            "there is no such folder; run kyodo-lod build first",
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(folder, kind, error) from error
    if not is_folder:
        raise kind(
            str(folder),
            "フォルダではありません。kyodo-lod build が作ったフォルダを指定してください。",
            "is no folder; name the one that kyodo-lod build made",
        )


def _unreadable(path: Path, kind: type[KyodoError], error: OSError | ValueError) -> KyodoError:
    why = refusal(error)
    return kind(str(path), f"読めません ({why.ja})。", f"cannot be read ({why.en})")
