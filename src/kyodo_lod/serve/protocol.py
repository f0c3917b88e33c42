"""The endpoint: SPARQL 1.1 Protocol, section 2.1, over a pool of processes.

An answer is whole or an error. What a query means is known in its process alone (`serve.worker`);
here its text is only passed on.
"""

import hashlib
import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kyodo_lod.rdf.formats import FORMATS
from kyodo_lod.serve.answers import Answers
from kyodo_lod.serve.asked import wishes_of
from kyodo_lod.serve.budget import Budgets
from kyodo_lod.serve.conditional import judged
from kyodo_lod.serve.description import description, written
from kyodo_lod.serve.fates import NO_FAULT, busy, overdrawn, refused_by
from kyodo_lod.serve.job import Fate, Job, Outcome
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.line import BusyError
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.negotiate import GRAPHS, RESULTS, takes_gzip
from kyodo_lod.serve.pool import Pool
from kyodo_lod.serve.query_page import query_page, to_page
from kyodo_lod.serve.reading import Read, Reader, is_long, read
from kyodo_lod.serve.refusals import RefusedError, refused
from kyodo_lod.serve.release import Release
from kyodo_lod.serve.taken import Taken, graph_taken, not_offered, taken

if TYPE_CHECKING:
    from kyodo_lod.rdf.terms import Triple

_VARY = ("Accept", "Accept-Encoding")
_READ = ("GET", "HEAD")


class Sparql:
    """The endpoint over one release.

    Args:
        release: what is asked.
        pool: the processes that answer.
        limits: of queries.
        budgets: what clients have used.
        answers: those given lately.
    """

    def __init__(
        self,
        release: Release,
        pool: Pool,
        limits: ServeLimits,
        budgets: Budgets,
        answers: Answers | None = None,
    ) -> None:
        self._release = release
        self._pool = pool
        self._limits = limits
        self._budgets = budgets
        self._answers = answers or Answers()
        self._reader = Reader(limits)
        self._about: tuple[Triple, ...] | None = None

    async def answer(self, request: Request) -> Reply:
        """Answer a request to the endpoint; it may be cancelled when the client goes away."""
        try:
            return await self._answer(request)
        except BusyError as error:
            return refused(request, busy(error.seconds, error.own))
        except RefusedError as error:
            if error.outcome not in NO_FAULT:
                self._budgets.fault(request.client)
            return refused(request, error)

    async def _answer(self, request: Request) -> Reply:
        read = await self._read(request)
        if read is None:
            return await self._described(request)
        query = read.asked
        takes = taken(request.header("accept"), query.wishes)
        if takes.is_page and (page := query_page(request, query, read.values, self._release)):
            return page
        if not takes.table and not takes.graph:
            raise not_offered((*RESULTS, *GRAPHS))
        packed = takes_gzip(request.header("accept-encoding"))
        job = Job(query.text, query.dataset, takes.table, takes.graph, packed, read.values)
        key = "" if read.is_volatile else self._key(job)
        return await self._whole(request, job, takes, key)

    async def _read(self, request: Request) -> Read | None:
        """Read a request: a long one when it is its turn, and on its client's account."""
        if not is_long(request):
            return read(request, self._limits)
        self._refuse_overdrawn(request.client)
        return await self._reader.read(request, partial(self._budgets.charge, request.client))

    async def _described(self, request: Request) -> Reply:
        """Tell of the endpoint itself (SPARQL 1.1 Service Description, section 2)."""
        takes = graph_taken(request.header("accept"), wishes_of(request))
        if takes.is_page:
            return to_page(request)
        if self._about is None:
            self._about = await description(self._release.home, self._pool, self._limits)
        body = written(self._about, FORMATS[takes.graph], self._release.home)
        etag = _digest(self._release.digest, takes.graph, body.decode())
        return Reply(200, body, takes.media_type(is_graph=True), etag=etag, vary=("Accept",))

    async def _whole(self, request: Request, job: Job, takes: Taken, key: str) -> Reply:
        """Answer from what is known, else by the pool."""
        etag = key if request.method in _READ else ""
        if etag and judged(request.headers, etag, self._release.modified) == 304:
            return Reply(304, etag=etag, vary=_VARY, outcome="unchanged")
        reply = self._answers.get(key)
        while reply is None:
            outcome = await self._run(job, request.client, key)
            if outcome.fate == Fate.KNOWN:
                reply = self._answers.get(key)
            else:
                reply = self._reply(outcome, takes, key)
                self._answers.put(key, replace(reply, work=0.0))
        return reply if etag else replace(reply, etag="")

    async def _run(self, job: Job, client: str, key: str) -> Outcome:
        self._refuse_overdrawn(client)
        charge = partial(self._budgets.charge, client)
        return await self._pool.run(job, client, charge, lambda: self._answers.get(key) is not None)

    def _refuse_overdrawn(self, client: str) -> None:
        wait = self._budgets.wait(client)
        if wait:
            raise overdrawn(wait)

    def _reply(self, outcome: Outcome, takes: Taken, etag: str) -> Reply:
        if outcome.fate != Fate.ANSWERED:
            raise refused_by(outcome, takes, self._limits)
        return Reply(
            200,
            outcome.body,
            takes.media_type(outcome.is_graph),
            {} if etag else {"Cache-Control": "no-store"},
            etag,
            _VARY,
            "gzip" if outcome.packed else "",
            work=outcome.seconds,
        )

    def _key(self, job: Job) -> str:
        dataset = job.dataset and (job.dataset.default, job.dataset.named)
        return _digest(
            self._release.digest, job.text, dataset, job.table, job.graph, job.packed, job.values
        )


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
