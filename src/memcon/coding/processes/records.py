"""Process records: the mentions of one issue put together, with all that their sentences tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.places import Places
from memcon.coding.processes.naming import ProcessMention, find_mentions
from memcon.coding.processes.told import BASES, CONDITIONS, GOINGS, STEPS, TARGETS, Told
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Assessment, Process
from memcon.domain.rules import Rule
from memcon.domain.spans import cite
from memcon.lexicon import words

_JUDGING = words("judging_what_is_done")

_PAPERS = words("paper_of_a_process")
_MERE_WISHES = words("issue_that_may_be_a_wish")

Rules = tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Processes:
    """The processes of one document, and which one each token that names one belongs to."""

    processes: tuple[Process, ...]
    by_token: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issue:
    """The mentions of one process with what is told of it."""

    mentions: tuple[ProcessMention, ...]
    bases: tuple[Told, ...]
    conditions: tuple[Told, ...]
    steps: tuple[Told, ...]
    goings: tuple[Told, ...]
    targets: tuple[Told, ...]

    @property
    def is_told(self) -> bool:
        """Whether anything is told of it."""
        return any((self.bases, self.conditions, self.steps, self.goings, self.targets))


def find_processes(index: TextIndex, places: Places, attributions: Attributions) -> Processes:
    """The long-running issues of a text, in the order of their first mention; not those of which it tells nothing but the name."""
    issues = [_told(index, mentions) for mentions in _together(index, find_mentions(index, places))]
    kept = [issue for issue in issues if issue.is_told or _is_named_in_full(issue)]
    records = [(issue, _record(index, attributions, issue)) for issue in kept]
    by_token = {i: r.id for issue, r in records for m in issue.mentions for i in range(m.first, m.last + 1)}
    return Processes(processes=tuple(r for _, r in records), by_token=by_token)


def _is_named_in_full(issue: _Issue) -> bool:
    """Whether the name tells of what, of an issue that is always between parties; "reconciliation" or a "transition" may be a mere wish."""
    return issue.mentions[0].issue not in _MERE_WISHES and any(m.is_full for m in issue.mentions)


def _together(index: TextIndex, mentions: Sequence[ProcessMention]) -> list[tuple[ProcessMention, ...]]:
    """The mentions of each process: of one sort, and not of other countries."""
    found: list[list[ProcessMention]] = []
    for mention in mentions:
        same = next((ms for ms in found if _may_be_one(index, ms, mention)), None)
        if same is None:
            found.append([mention])
        else:
            same.append(mention)
    return [tuple(ms) for ms in found]


def _may_be_one(index: TextIndex, known: Sequence[ProcessMention], mention: ProcessMention) -> bool:
    if known[0].issue != mention.issue:
        return False
    named = frozenset().union(*(_countries(index, m) for m in known))
    here = _countries(index, mention)
    return not named or not here or not named.isdisjoint(here)


def _countries(index: TextIndex, mention: ProcessMention) -> frozenset[str]:
    inside = (index.mention_at[i] for i in range(mention.first, mention.last + 1) if i in index.mention_at)
    return frozenset(
        a.country or a.id for m in inside for a in index.actors_of(m) if a.kind in {"state", "organization"}
    )


def _told(index: TextIndex, mentions: tuple[ProcessMention, ...]) -> _Issue:
    return _Issue(
        mentions=mentions,
        bases=_asked(index, mentions, BASES),
        conditions=_asked(index, mentions, CONDITIONS),
        steps=_asked(index, mentions, STEPS),
        goings=_asked(index, mentions, GOINGS),
        targets=_asked(index, mentions, TARGETS),
    )


def _asked(index: TextIndex, mentions: Sequence[ProcessMention], rules: Rules) -> tuple[Told, ...]:
    """The answers of all rules for all mentions, none inside another."""
    found: dict[tuple[int, int], Told] = {}
    for told in (t for m in mentions for ask in rules for t in ask(index, m)):
        if not any(f <= told.first and told.last <= e for f, e in found):
            found[told.first, told.last] = told
    return tuple(found.values())


def _record(index: TextIndex, attributions: Attributions, issue: _Issue) -> Process:
    document = index.annotation.document
    name = max(issue.mentions, key=lambda m: (m.is_full, not _is_paper(index, m), m.last - m.first, -m.first))
    sentences = dict.fromkeys(index.sentence(m.head).span for m in issue.mentions)

    def texts(found: Sequence[Told]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(index.span(t.first, t.last).of(index.text) for t in found))

    return Process(
        id=content_id("process", document.id, document.offset(index.tokens[issue.mentions[0].head].start)),
        name=index.span(name.first, name.last).of(index.text),
        evidence=tuple(cite(index.text, s) for s in sentences),
        basis=next(iter(texts(issue.bases)), None),
        conditions=texts(issue.conditions),
        milestones=texts(issue.steps),
        target=next(iter(texts(issue.targets)), None),
        assessments=tuple(_assessment(index, attributions, t) for t in issue.goings),
    )


def _is_paper(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether the name given is that of a plan for it."""
    return index.tree.lemma(mention.last) in _PAPERS


def _assessment(index: TextIndex, attributions: Attributions, told: Told) -> Assessment:
    attribution = attributions.of_token(told.anchor)
    span = index.span(told.first, told.last)
    return Assessment(
        text=span.of(index.text),
        span=span,
        by=_judges(index, told) or ((attribution.speaker,) if attribution.speaker else ()),
        when=_when(index, told),
        hedge=attribution.hedge,
    )


def _judges(index: TextIndex, told: Told) -> tuple[str, ...]:
    """Who praises or blames it."""
    if index.tree.lemma(told.anchor) not in _JUDGING:
        return ()
    return tuple(
        dict.fromkeys(a for s in doers(index, told.anchor) for m in mentions_around(index, s) for a in m.actors)
    )


def _when(index: TextIndex, told: Told) -> str | None:
    """The one date of its sentence."""
    sentence = index.sentence(told.anchor)
    dates = {
        t.edtf
        for i in range(sentence.first, sentence.last)
        if (t := index.timex_at.get(i)) is not None and t.type == "DATE" and t.edtf
    }
    return dates.pop() if len(dates) == 1 and not any(".." in d for d in dates) else None
