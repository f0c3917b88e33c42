r"""Regular expressions as pySHACL reads them: Python's `re`, found anywhere (SHACL 1.0, section 4.4.3).

SHACL asks for those of XPath, which differ (`\i`, `\p{L}`); what Python does not know is left to
pySHACL, which then refuses it.
"""

import re
import warnings
from collections.abc import Callable
from functools import lru_cache

from kyodo_lod.check.fast.backtracking import longest, may_backtrack
from kyodo_lod.check.fast.unsupported import UnsupportedError

__all__ = ["compiled", "longest", "may_backtrack"]

#: the only flags pySHACL heeds, in either case; `s`, `x` and `q` do nothing there
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE}


@lru_cache(maxsize=256)
def compiled(pattern: str, flags: str = "") -> Callable[[str], bool]:
    """Give the function that tells whether a text has a part like `pattern`.

    Args:
        pattern: the value of sh:pattern.
        flags: the value of sh:flags.

    Raises:
        UnsupportedError: where Python cannot read the pattern.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a later Python may read differently
            found = re.compile(pattern, _flags(flags))
    except (re.error, OverflowError, RecursionError, ValueError) as error:
        raise UnsupportedError(f"sh:pattern {pattern[:40]!r}: {error}") from error
    return lambda text: found.search(text) is not None


def _flags(flags: str) -> int:
    return sum(flag for letter, flag in _FLAGS.items() if letter in flags.lower())
