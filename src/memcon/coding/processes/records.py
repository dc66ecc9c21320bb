"""Process records: the mentions of one issue put together, with all that their sentences tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.coding.places import Places
from memcon.coding.processes.conditions import CONDITIONS
from memcon.coding.processes.course import GOINGS
from memcon.coding.processes.ends import TARGETS
from memcon.coding.processes.finding import find_mentions
from memcon.coding.processes.judges import assessment_of
from memcon.coding.processes.matters import is_among_states
from memcon.coding.processes.mention import MOVED, ProcessMention
from memcon.coding.processes.sides import bodies_of, marks_of, sides_of, states_of
from memcon.coding.processes.told import BASES, STEPS, Told
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Process
from memcon.domain.rules import Rule
from memcon.domain.spans import cite
from memcon.lexicon import values, words

_ONLY_IF_TOLD = words("issue_only_if_more_is_told")
_OF_A_KIND_WITH: Mapping[str, str] = values("issue_of_a_kind_with")
_GROWING = words("growing_of_a_body")
_GROWTH = "enlargement"
"""The sort of issue that a body has with all who may join it; an accession is one country's."""
_PAPERS = words("paper_of_a_process")

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
        """Whether anything is told of it: of what may be a single event ("the talks", "will leave the union"), more than that it is done; of "a political
        process" between nobody, more than a step that is to be taken towards it."""
        is_weak = all(m.is_weak for m in self.mentions)
        is_nameless = is_weak and all(m.issue == "settlement" and not m.is_full for m in self.mentions)
        told = (*self.bases, *self.conditions, *(() if is_nameless else self.steps), *self.goings, *self.targets)
        return any(not t.is_a_deed for t in told) if is_weak else bool(told)


def find_processes(index: TextIndex, places: Places, attributions: Attributions) -> Processes:
    """The long-running issues of a text, in the order of their first mention; not those of which it tells nothing but the name."""
    issues = [_told(index, mentions) for mentions in _together(index, find_mentions(index, places))]
    telling = (issue for issue in issues if issue.is_told or _is_named_in_full(issue))
    kept = [issue for issue in telling if is_among_states(index, places, issue.mentions)]
    records = [(issue, _record(index, places, attributions, issue)) for issue in kept]
    by_token = {i: r.id for issue, r in records for m in issue.mentions for i in range(m.first, m.last + 1)}
    return Processes(processes=tuple(r for _, r in records), by_token=by_token)


def _is_named_in_full(issue: _Issue) -> bool:
    """Whether the name tells of what, of an issue that is always between parties; "reconciliation" or a "transition" may be a mere wish, and
    of a withdrawal or a disarmament of which nothing else is told the text only says that it was done or is wanted."""
    return any(m.is_full and not m.is_weak and _kind(m) not in _ONLY_IF_TOLD for m in issue.mentions)


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
    """Whether a mention may be of the same issue: of one sort, and neither of other states nor of other bodies."""
    if _kind(known[0]) != _kind(mention):
        return False
    return all(
        not (named := frozenset().union(*(of(index, m) for m in known)))
        or not (here := of(index, mention))
        or not named.isdisjoint(here)
        for of in (states_of, bodies_of)
    )


def _kind(mention: ProcessMention) -> str:
    """The sort of issue, a truce as its implementation; one that a pack knows is a sort of its own."""
    return mention.key or _OF_A_KIND_WITH.get(mention.issue, mention.issue)


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


def _record(index: TextIndex, places: Places, attributions: Attributions, issue: _Issue) -> Process:
    document = index.annotation.document
    name = max(
        issue.mentions, key=lambda m: (m.is_full, not m.is_weak, not _is_paper(index, m), m.last - m.first, -m.first)
    )
    sentences = dict.fromkeys(index.sentence(m.head).span for m in issue.mentions)
    title = index.span(name.first, name.last).of(index.text)
    sides = sides_of(index, places, issue.mentions)

    def texts(found: Sequence[Told]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(index.span(t.first, t.last).of(index.text) for t in found))

    return Process(
        id=content_id("process", document.id, document.offset(index.tokens[issue.mentions[0].head].start)),
        name=title,
        evidence=tuple(cite(index.text, s) for s in sentences),
        aliases=tuple(_aliases(index, issue.mentions, title)),
        issue=_issue(index, name),
        parties=sides.parties,
        countries=sides.countries,
        marks=marks_of(index, places, issue.mentions),
        basis=next(iter(texts(issue.bases)), None),
        conditions=texts(issue.conditions),
        milestones=texts(issue.steps),
        target=next(iter(texts(issue.targets)), None),
        assessments=tuple(assessment_of(index, attributions, t) for t in issue.goings),
    )


def _issue(index: TextIndex, mention: ProcessMention) -> str:
    """The sort of issue as its name tells it: a truce's implementation is a truce, and a body grows where a country accedes."""
    if index.tree.lemma(mention.head) in _GROWING:
        return _GROWTH
    told = {MOVED.get(index.tree.lemma(i)) for i in range(mention.first, mention.last + 1)}
    return next((i for i, kind in _OF_A_KIND_WITH.items() if kind == mention.issue and i in told), mention.issue)


def _aliases(index: TextIndex, mentions: Sequence[ProcessMention], name: str) -> Iterator[str]:
    """The other names that tell of what it is."""
    told = {name.casefold()}
    for mention in (m for m in mentions if m.is_full):
        alias = index.span(mention.first, mention.last).of(index.text)
        if alias.casefold() not in told:
            told.add(alias.casefold())
            yield alias


def _is_paper(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether the name given is that of a plan for it."""
    return index.tree.lemma(mention.last) in _PAPERS
