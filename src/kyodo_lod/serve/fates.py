"""What is said of a query that has no answer: the status, which limit it was, and what to do."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.job import Fate, Outcome
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.negotiate import GRAPHS, RESULTS
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.taken import Taken, not_offered

_BUSY, _OVERDRAWN = "busy", "overdrawn"
#: outcomes that no client is to blame for, or has been blamed for already
NO_FAULT = (_BUSY, _OVERDRAWN, Fate.LOST)
_LESS = Bilingual(
    "条件を足すか LIMIT で減らしてください。全部のデータは、このサイトの最初のページにあるダンプをダウンロードしてください。",
    "ask for less (more conditions, LIMIT), or download the dumps, which the first page of this site lists",
)
_SAID = {
    Fate.SLOW: Bilingual(
        "{seconds} 秒以内に終わりませんでした。", "did not end within {seconds} s; "
    ),
    Fate.LARGE: Bilingual(
        "答えが大きすぎます (上限 {result} バイト)。",
        "the answer is too large (limit {result} bytes); ",
    ),
    Fate.MEMORY: Bilingual(
        "使うメモリが多すぎます (上限 {memory} バイト)。",
        "takes too much memory (limit {memory} bytes); ",
    ),
}
_DEEP = Bilingual(
    "問い合わせの入れ子が深すぎるか長すぎて読めません。短くしてください。",
    "the query is too deep or too large to be read; shorten it",
)
_LOST = Bilingual(
    "答えの途中で処理が止まりました。もう一度送ってください。",
    "the work on the answer was broken off; send the query again",
)
_FULL = Bilingual(
    "混み合っています。{seconds} 秒後にもう一度送ってください。",
    "too many queries are waiting; try again in {seconds} s",
)
_OWN = Bilingual(
    "この利用者の問い合わせが、同時に実行できる上限の {own} 件、実行中です。この問い合わせは {seconds} 秒待ちました。{seconds} 秒後にもう一度送ってください。",
    "your queries that run now: {own}, as many as one client may have at once; this one waited {seconds} s; try again in {seconds} s",
)
_ENOUGH = Bilingual(
    "この利用者の問い合わせは、計算した時間か失敗の数が上限を超えました。{seconds} 秒後にもう一度送ってください。",
    "your queries have taken too much time or failed too often; try again in {seconds} s",
)


def refused_by(outcome: Outcome, takes: Taken, limits: ServeLimits) -> RefusedError:
    """Give the refusal that an outcome other than an answer is.

    Args:
        outcome: of the query.
        takes: what the client takes.
        limits: that it met.
    """
    fate, spent = outcome.fate, outcome.seconds
    if fate == Fate.MISFIT:
        # the form that is not taken is the one it has
        return not_offered(GRAPHS if takes.table else RESULTS)
    if fate == Fate.LOST:
        return RefusedError(503, _LOST, fate, again=1, work=spent)
    if fate in _SAID:
        return RefusedError(503, _limit(fate, limits), fate, work=spent)
    words = _DEEP if fate == Fate.DEEP else outcome.words
    return RefusedError(406 if fate == Fate.UNFIT else 400, words, fate, work=spent)


def _limit(fate: Fate, limits: ServeLimits) -> Bilingual:
    said = _SAID[fate].fill(
        seconds=limits.seconds, result=f"{limits.result:,}", memory=f"{limits.memory:,}"
    )
    return Bilingual(said.ja + _LESS.ja, said.en + _LESS.en)


def busy(seconds: int, own: int = 0) -> RefusedError:
    """Give the refusal of a query for which there is no place now.

    Args:
        seconds: after which to try again.
        own: queries of this client that run, where these alone kept it waiting for as long.
    """
    return _later(503, _OWN.fill(own=own, seconds=seconds) if own else _FULL, _BUSY, seconds)


def overdrawn(seconds: int) -> RefusedError:
    """Give the refusal of a query of a client that has used what it is given (RFC 6585, section 4)."""
    return _later(429, _ENOUGH, _OVERDRAWN, seconds)


def _later(status: int, words: Bilingual, outcome: str, seconds: int) -> RefusedError:
    return RefusedError(status, words.fill(seconds=seconds), outcome, again=seconds)
