"""A reader that is a language model: it is believed as far as it quotes.

The article goes to the model as data beside the same instruction for all, the answer comes back in a form of ours, and what is kept of it is what `memcon.proving` proves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock, Thread

from memcon.domain.documents import Document
from memcon.domain.ids import content_id
from memcon.domain.parts import cut_into_parts
from memcon.domain.problems import Problem
from memcon.domain.readers import ReaderName
from memcon.domain.reading import Reading
from memcon.domain.spans import Span
from memcon.endpoint import Answer, AskError, Endpoint, Kept
from memcon.proving import EDITION, messages, prove, schema
from memcon.readers.together import failed

NAME = "llm"

SMALLEST_PART = 1_500
"""Code points of a part that is not halved any more when its answer is cut off."""

GIVES_UP_AFTER = 3
"""Documents in a row without an answer, after which no more are asked about."""


@dataclass(slots=True)
class Counts:
    """What reading has cost so far, and what came of it. `kept` are answers that did not have to be asked for again; `dropped` is what was not proved, by reason."""

    documents: int = 0
    requests: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    given: int = 0
    records: int = 0
    failed: int = 0
    dropped: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The answers about one part of a document, what asking for them cost, and the problems on the way; `failure` where there is none."""

    answers: tuple[Answer, ...] = ()
    is_cut: bool = False
    failure: str | None = None
    requests: int = 0


class LlmReader:
    """Asks `endpoint` about each document, up to `parallel` parts at a time, and keeps answers in `kept`, so that nothing is asked twice. `price_in` and `price_out` are
    what a million tokens cost, where the user tells it."""

    name = NAME

    def __init__(
        self,
        endpoint: Endpoint,
        kept: Kept | None = None,
        *,
        parallel: int = 4,
        price_in: float | None = None,
        price_out: float | None = None,
    ) -> None:
        self._prices = (price_in, price_out)
        self._endpoint = endpoint
        self._kept = kept or Kept(None)
        self._parallel = parallel
        self._failed_in_a_row = 0
        self.counts = Counts()

    @property
    def fingerprint(self) -> str:
        return content_id("reader", NAME, EDITION, self._endpoint.address, self._endpoint.model, self._endpoint.form)

    def read(self, own: Iterable[Reading], /) -> Iterator[Reading]:
        """A reading by the model for each of the program's own, in their order. Raises `UsageError` where the endpoint does not know the address, the key or the model."""
        readings = list(own)
        asked = [(n, part) for n, each in enumerate(readings) for part in _parts(each.document)]
        answered = _at_once([partial(self._ask, readings[n].document, part) for n, part in asked], self._parallel)
        found: dict[int, list[Future[_Part]]] = {n: [] for n in range(len(readings))}
        for (n, _), future in zip(asked, answered, strict=True):
            found[n].append(future)
        try:
            for n, mine in enumerate(readings):
                yield self._reading(mine, [future.result() for future in found[n]])
        finally:
            for future in answered:
                future.cancel()

    def summary(self) -> str:
        """What reading has cost so far and what came of it, in a line for a person; nothing where nothing was read."""
        if not self.counts.documents:
            return ""
        counts, spent = self.counts, self.cost
        kept = f", {counts.kept} answers kept from before" if counts.kept else ""
        dropped = counts.dropped.total()
        parts = [
            f"{counts.documents} documents",
            f"{counts.requests} requests{kept}",
            f"{counts.tokens_in:,} tokens in, {counts.tokens_out:,} out"
            + (f", cost {spent:.4f}" if spent is not None else ""),
            f"{counts.records} records" + (f", {dropped} pieces of the answers dropped" if dropped else ""),
        ]
        return f"{NAME} ({self._endpoint.model}): {'; '.join(parts)}"

    @property
    def cost(self) -> float | None:
        """What the tokens have cost; None where no price is known."""
        price_in, price_out = self._prices
        if price_in is None and price_out is None:
            return None
        return (self.counts.tokens_in * (price_in or 0) + self.counts.tokens_out * (price_out or 0)) / 1_000_000

    def _reading(self, own: Reading, parts: Sequence[_Part]) -> Reading:
        self.counts.documents += 1
        self._count(parts)
        failure = next((part.failure for part in parts if part.failure), None)
        if failure is not None:
            self._failed_in_a_row += 1
            self.counts.failed += 1
            return failed(NAME, own, failure)
        self._failed_in_a_row = 0
        answers = [answer for part in parts for answer in part.answers]
        proved = prove(own, (answer.value for answer in answers), self._reader_of(own))
        self.counts.given += proved.given
        self.counts.records += sum(len(getattr(proved.reading, kind)) for kind in _RECORDS)
        self.counts.dropped.update(proved.dropped)
        cut = (_cut_off(own.document),) if any(part.is_cut for part in parts) else ()
        return replace(proved.reading, problems=(*proved.reading.problems, *cut))

    def _count(self, parts: Sequence[_Part]) -> None:
        for part in parts:
            self.counts.requests += part.requests
            for answer in part.answers:
                self.counts.kept += answer.requests == 0
                self.counts.tokens_in += answer.tokens_in if answer.requests else 0
                self.counts.tokens_out += answer.tokens_out if answer.requests else 0

    def _reader_of(self, own: Reading) -> ReaderName:
        """The model, and what the program found the actors and times with; the model stands last."""
        version = f"{own.reader.version} (question {EDITION})"
        return replace(own.reader, name=NAME, version=version, models=(*own.reader.models, self._endpoint.model))

    def _ask(self, document: Document, part: Span) -> _Part:
        """The answers about a part: one, or of a part whose answer is cut off those about its halves."""
        if self._failed_in_a_row >= GIVES_UP_AFTER:
            return _Part(failure=f"it was not asked, for it failed on {GIVES_UP_AFTER} documents in a row")
        body = self._endpoint.asked(messages(document, part), schema())
        answer = self._kept.find([self._endpoint.address, body])
        if answer is None:
            try:
                answer = self._endpoint.ask(body)
            except AskError as error:
                return _Part(failure=str(error), requests=error.requests)
        if not isinstance(answer.value, dict):
            cut = replace(answer, is_whole=False)  # some endpoints don't say that they cut it off
            if not isinstance(cut.value, dict):
                return _Part(answers=(answer,), failure="the answer is no JSON object", requests=answer.requests)
            answer = cut
        self._kept.keep([self._endpoint.address, body], answer)
        if answer.is_whole:
            return _Part(answers=(answer,), requests=answer.requests)
        halves = _halves(document, part)
        if not halves:
            return _Part(answers=(answer,), is_cut=True, requests=answer.requests)
        return _together(answer, [self._ask(document, half) for half in halves])


_RECORDS = ("events", "statements", "positions", "commitments", "processes", "precedents")


def _together(whole: Answer, halves: Sequence[_Part]) -> _Part:
    """The answers about two halves; what the answer about both cost is counted, and what it says left out."""
    spent = replace(whole, content="{}", is_whole=True)
    return _Part(
        answers=(spent, *(answer for half in halves for answer in half.answers)),
        is_cut=any(half.is_cut for half in halves),
        failure=next((half.failure for half in halves if half.failure), None),
        requests=whole.requests + sum(half.requests for half in halves),
    )


def _parts(document: Document) -> tuple[Span, ...]:
    """The document in parts of some four pages, at the ends of its blocks."""
    blocks = tuple(block for block in document.blocks if block.span.field == "text")
    return cut_into_parts(replace(document, blocks=blocks)) or (Span(0, len(document.text)),)


def _halves(document: Document, part: Span) -> tuple[Span, ...]:
    """A part in two, at the end of the block nearest its middle; none where it is small or one block."""
    if part.end - part.start < 2 * SMALLEST_PART:
        return ()
    middle = (part.start + part.end) // 2
    ends = [
        block.span.end
        for block in document.blocks
        if block.span.field == "text" and part.start < block.span.end < part.end
    ]
    if not ends:
        return ()
    cut = min(ends, key=lambda end: abs(end - middle))
    return Span(part.start, cut), Span(cut, part.end)


def _at_once(tasks: Sequence[Callable[[], _Part]], most: int) -> list[Future[_Part]]:
    """What the tasks give, `most` of them done at a time, in their order. A task that is cancelled before its turn is left out; one that hangs keeps nobody from leaving the program, as a
    pool of threads would, which is waited for."""
    futures: list[Future[_Part]] = [Future() for _ in tasks]
    waiting = iter(list(zip(tasks, futures, strict=True)))
    turn = Lock()

    def work() -> None:
        while True:
            with turn:
                task, future = next(waiting, (None, None))
            if task is None or future is None:
                return
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(task())
                except Exception as error:
                    future.set_exception(error)

    for _ in range(min(most, len(tasks))):
        Thread(target=work, daemon=True).start()
    return futures


def _cut_off(document: Document) -> Problem:
    return Problem(
        code="answer_cut",
        message="the model's answer is cut off; what it says up to there is kept",
        hint="raise the number of tokens that the endpoint lets the model write",
        ref=document.ref,
        is_fatal=False,
    )
