"""How many places that name an actor are found and given to the right one: the coreference of actors, a step of its own.

Asked for are the mentions of the gold's actors that an event, a statement or a position needs. Each such actor is answered by **one** actor of
the reading, the likest, so that a person who is read as two counts as found only where the fuller one stands. Two mentions are the same
where they end together, as English names and offices do, or start together, where one goes on to tell the office.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eval import Counts, tally
from eval.agreement import likeness
from eval.matching import matched
from eval.record import Actor, Range, Record
from memcon.lexicon import words
from memcon.lexicon.marks import marks_of

_PRONOUNS = words("third_person") | words("first_person") | {"my", "our", "himself", "herself", "itself", "themselves"}
_ARTICLES = words("article")
_OFFICES = marks_of("office_nouns").keys()


def count_mentions(gold: Record, found: Record, text: str) -> Counts:
    """The counts `actors.mentions` of one document, and those of its pronouns, nominals and names apart.

    A mention of the reading is asked about where its actor answers a needed one; its form is told by its own words, as the gold's is.
    """
    counts: Counts = {}
    for _, _, wanted, given in compared(gold, found, text):
        form = form_of(text, wanted or given or (0, 0))
        both = wanted is not None and given is not None
        for name in ("mentions", form):
            tally(counts, f"actors.{name}", hits=both, found=given is not None, gold=wanted is not None)
    return counts


def compared(
    gold: Record, found: Record, text: str
) -> Iterator[tuple[Actor, Actor | None, Range | None, Range | None]]:
    """Each needed actor, who answers it, and a mention of each side that are the same, or of one side alone."""
    needed, answers = needed_actors(gold), answering(gold, found)
    for actor in gold.actors:
        if actor.id not in needed:
            continue
        answer = answers.get(actor.id)
        given = answer.mentions if answer is not None else ()
        pairs = matched(actor.mentions, given, lambda one, other: is_same_place(one, other, text))
        for m, n in pairs:
            yield actor, answer, actor.mentions[m], given[n]
        for m in sorted(set(range(len(actor.mentions))) - {m for m, _ in pairs}):
            yield actor, answer, actor.mentions[m], None
        for n in sorted(set(range(len(given))) - {n for _, n in pairs}):
            yield actor, answer, None, given[n]


def is_same_place(one: Range, other: Range, text: str) -> bool:
    """Whether two mentions end together, or start together but for an article: what is told behind a name may be a part of it."""
    return one[1] == other[1] or _bare_start(one, text) == _bare_start(other, text)


def _bare_start(place: Range, text: str) -> int:
    first, _, rest = text[place[0] : place[1]].partition(" ")
    return place[0] + len(first) + 1 if rest and first.casefold() in _ARTICLES else place[0]


def needed_actors(record: Record) -> frozenset[str]:
    """The ids of the actors that an event, a statement or a position of the record names."""
    return frozenset(
        (
            *(actor for event in record.events for actor, _ in event.participants),
            *(s.speaker for s in record.statements if s.speaker is not None),
            *(holder for position in record.positions for holder in position.holders),
        )
    )


def answering(gold: Record, found: Record) -> Mapping[str, Actor]:
    """The one actor of `found` that answers each actor of `gold` (by id), the likest pairs first."""
    scored = sorted(
        ((likeness(one, other), -m, -n) for m, one in enumerate(gold.actors) for n, other in enumerate(found.actors)),
        reverse=True,
    )
    answers: dict[str, Actor] = {}
    taken: set[int] = set()
    for score, m, n in scored:
        one = gold.actors[-m]
        if score > 0 and one.id not in answers and n not in taken:
            answers[one.id] = found.actors[-n]
            taken.add(n)
    return answers


def form_of(text: str, place: Range) -> str:
    """What a mention is by its own words: a pronoun, a nominal (its last word is a noun in lower case, or of offices), else a name."""
    tokens = text[place[0] : place[1]].split()
    last = tokens[-1].strip(".,;:’'\"”") if tokens else ""
    if len(tokens) == 1 and last.casefold() in _PRONOUNS:
        return "pronouns"
    return "nominals" if last[:1].islower() or last.casefold() in _OFFICES else "names"
