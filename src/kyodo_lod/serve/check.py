"""/check: the form on GET, the findings on POST; of what is uploaded nothing stays and nothing is logged."""

from functools import lru_cache, partial
from pathlib import Path

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import REPORTERS
from kyodo_lod.publish.pages.page import LANGUAGES, localized
from kyodo_lod.serve import check_page
from kyodo_lod.serve.budget import Budgets
from kyodo_lod.serve.checkers import Checkers
from kyodo_lod.serve.limits import LIMITED, ServeLimits
from kyodo_lod.serve.message import TEXT, Reply, Request
from kyodo_lod.serve.negotiate import Offer, choose
from kyodo_lod.serve.negotiate import language as liked
from kyodo_lod.serve.refusals import RefusedError, preferred, refusal
from kyodo_lod.serve.sample import sample
from kyodo_lod.serve.too_large import BACK, too_large
from kyodo_lod.serve.verdict import HTML, Answer, Task, media_type, refused

#: as a path in the site, without an ending that chooses the language
PATH = "check"
#: path → language that it chooses; None where Accept-Language does
PATHS: dict[str, Language | None] = {
    PATH: None,
    **{localized(check_page.NAME, language): language for language in LANGUAGES},
}
_METHODS = "GET, HEAD, POST, OPTIONS"
_PLAIN = ("", "identity", "gzip")  # a reader of RDF takes gzip as it is
#: forms that are kept: each language, each reason why nothing was checked
_PAGES = 128
#: of a page with findings: its reader may go back to it from what it leads to
_OWN = "private, no-cache"
#: the first status that tells of a fault
_FAULT = 400
_LARGE = 413
_VARY = ("Accept", "Accept-Language")
#: names for what programs read off an answer without looking into it
CONFORMS, CUT = "Kyodo-Lod-Conforms", "Kyodo-Lod-Cut"
#: bytes of a form beside the file in it
_AROUND = 64 * 1024


def _offers() -> tuple[Offer, ...]:
    """Give what Accept chooses from: the page and the first reporter of each media type."""
    names: dict[str, str] = {}
    for name, reporter in REPORTERS.items():
        names.setdefault(reporter.media_type, name)
    reports = [Offer(kind, name) for kind, name in names.items()]
    # who does not say what they read is a program
    return tuple(sorted((*reports, Offer("text/html", HTML)), key=lambda each: each.name != "json"))


OFFERS = _offers()


def body_limit(limits: ServeLimits) -> int:
    """Give the bytes that the body of a POST may have: an upload, and the form around it."""
    return limits.upload + _AROUND


class Check:
    """The page and the API.

    Args:
        site: the folder of the files that are served.
        home: IRI that they are published under.
        checkers: the processes that check; they outlive a release.
        budgets: what clients have used, here and elsewhere.
        limits: of the server.
    """

    def __init__(
        self,
        site: Path,
        home: str,
        checkers: Checkers,
        budgets: Budgets,
        limits: ServeLimits = LIMITED,
    ) -> None:
        self._site = site
        self._home = home
        self._checkers = checkers
        self._budgets = budgets
        self._limits = limits
        self._page = lru_cache(maxsize=_PAGES)(self._page_of)

    async def sample(self, request: Request) -> Reply:
        """Give a document as it must look; 404 where no plan is published that shows one.

        Args:
            request: to GET it.
        """
        found = sample(self._site)
        if found is None:
            return refusal(request, 404, _NO_SAMPLE, "not-found")
        headers = {"Cache-Control": "public, max-age=300"}
        return Reply(200, found.data, TEXT, headers)

    async def answer(self, request: Request) -> Reply:
        """Answer a request to one of PATHS.

        Args:
            request: with its body, whole.
        """
        if request.method in ("GET", "HEAD"):
            return self._shown(request)
        if request.method != "POST":
            return refusal(request, 405, _METHOD, "faulty", {"Allow": _METHODS})
        chosen = _chosen(request)
        if not chosen:
            return refusal(request, 406, _unacceptable(), "faulty")
        task = self._task(request, chosen)
        try:
            answer = await self._checked(request, task)
        except RefusedError as error:
            answer = self._refused(task, error)
        if answer.status >= _FAULT and not answer.again:
            self._budgets.fault(request.client)
        return _reply(answer)

    def unread(self, request: Request, why: RefusedError) -> Reply:
        """Say why the body was not read: to a browser on the page, which leads on.

        Args:
            request: without its body.
            why: it was not.
        """
        task = self._task(request, _chosen(request) or "json")
        if why.status == _LARGE:
            why = too_large(self._limits.upload)
            if task.format == HTML:
                why.words = Bilingual(f"{why.words.ja}{BACK.ja}", f"{why.words.en}. {BACK.en}")
        return _reply(self._refused(task, why))

    def _shown(self, request: Request) -> Reply:
        """Give the form, in the language of the path or of the reader."""
        language = _language(request)
        return Reply(
            200,
            self._page(language, None),
            media_type(HTML),
            {"Content-Language": language, "Cache-Control": "public, max-age=300"},
            vary=("Accept-Language",),
        )

    def _page_of(self, language: Language, alert: Bilingual | None) -> bytes:
        form = check_page.Form(alert=alert)
        page = check_page.page(language, self._site, self._home, self._limits.upload, form)
        return page.encode()

    def _refused(self, task: Task, error: RefusedError) -> Answer:
        """Say why nothing was checked; a page that many are sent is made once."""
        if task.format != HTML:
            return refused(task, error)
        body = self._page(task.language, error.words)
        return Answer(error.status, media_type(HTML), error.outcome, body=body, again=error.again)

    def _task(self, request: Request, chosen: str) -> Task:
        return Task(
            content_type=request.header("content-type") or "",
            query=request.query.decode("utf-8", "replace"),
            format=chosen,
            language=_language(request) if chosen == HTML else preferred(request),
            site=str(self._site),
            home=self._home,
            limit=self._limits.upload,
        )

    async def _checked(self, request: Request, task: Task) -> Answer:
        if (request.header("content-encoding") or "").strip().lower() not in _PLAIN:
            raise RefusedError(415, _ENCODING, "unknown-type")
        wait = self._budgets.wait(request.client)
        if wait:
            raise RefusedError(429, _OVERDRAWN.fill(seconds=wait), "overdrawn", again=wait)
        charge = partial(self._budgets.charge, request.client)
        return await self._checkers.check(task, request.body, request.client, charge)


def _chosen(request: Request) -> str:
    """Give the format that the path or Accept chooses; empty where there is none."""
    offer = choose(request.header("accept"), OFFERS)
    return HTML if PATHS.get(request.path) else offer.name if offer else ""


def _language(request: Request) -> Language:
    """Give the language of a page: that of its path, else what the reader likes, else Japanese."""
    return PATHS.get(request.path) or liked(request.header("accept-language"))


def _reply(answer: Answer) -> Reply:
    headers = {"Cache-Control": _OWN if answer.media_type == media_type(HTML) else "no-store"}
    if answer.conforms is not None:
        headers[CONFORMS] = str(answer.conforms).lower()
    if answer.cut is not None:
        headers[CUT] = answer.cut
    if answer.again:
        headers["Retry-After"] = str(answer.again)
    return Reply(
        answer.status,
        answer.body,
        answer.media_type,
        headers,
        vary=_VARY,
        outcome=answer.outcome,
        work=answer.work,
    )


_NO_SAMPLE = Bilingual("まだ何も公開されていません。", "nothing is published yet")
_METHOD = Bilingual(
    "GET で画面を開き、POST で調べるものを送ってください。",
    "open the page by GET, and send what is to be checked by POST",
)
_OVERDRAWN = Bilingual(
    "続けて使える量を超えました。{seconds} 秒待って、もう一度送ってください。",
    "that is more than one client is given within a minute; send it again in {seconds} s",
)
_ENCODING = Bilingual(
    "この圧縮は読めません。圧縮せずに送ってください (RDF は gzip でも)。",
    "this Content-Encoding cannot be read; send it as it is (RDF also in gzip)",
)


def _unacceptable() -> Bilingual:
    kinds = ", ".join(offer.media_type for offer in OFFERS)
    return Bilingual(f"Accept は次のどれかです: {kinds}。", f"Accept must be one of {kinds}")
