"""What a verb tells as a result: what was agreed, decided, signed or left open, with the verb that tells it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.items import phrase
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import IN_A_ROW, PAST_FORMS, VERBAL
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import words

RESULTING = words("bringing_about_a_result")
_AFFIRMING = words("affirming_together")
_VIEWING = words("affirming_a_view")
_ASKING, _ASKED = words("asking_others_together"), words("asking_for_or_of")
_ASKING_THEM, _OF_SOMEBODY = words("asking_others_by_itself"), words("asking_of_somebody")
_WILL = words("will_of_the_parties")
_ACHIEVED = words("result_noun")
_ACHIEVING = words("getting_somewhere")
_CLOSING = words("closing_a_gap")
_GAPS = words("parting_the_parties")
FAILING = words("failing_to_do")
_PURSUING = words("pursuing_a_topic")
_ENDING = words("coming_to_its_end_in_talks")
_BREAKING = words("breaking_down")
_WITH = words("leading_to_a_result")
_ALONE = words("doing_alone")
_ADDING = words("adding_to_a_row")


def results_of(index: TextIndex, verb: int, *, by_all: bool, is_there: bool = False) -> list[Phrase]:
    """What the first of `RESULTS` that answers finds at a verb; `by_all` where the parties do it together, `is_there` where it is told to be done at the event."""
    if not (by_all or is_there) and index.tree.lemma(verb) in _ALONE:
        return []
    finders = (*BY_ALL, *RESULTS) if by_all else RESULTS
    return next((found for finder in finders if (found := list(finder(index, verb)))), [])


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. They agreed to open the border and signed a treaty. → agreed to open the border",
        "Norway and Chad held talks in Oslo. They agreed to open the border and signed a treaty. → signed a treaty",
        "Norway and Chad held talks in Oslo. The two sides did not reach an agreement. → did not reach an agreement",
        "Norway and Chad met in Oslo on Monday, but no statement was issued afterwards. → no statement was issued",
    ],
    no=[
        "Norway and Chad held talks in Oslo. They will sign a treaty in May.",
        "Norway and Chad held talks in Oslo. They may agree to open the border.",
        "Norway and Chad held talks in Oslo. The ministers reached Norway on Sunday.",
    ],
)
def agreed(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What is agreed, decided, signed, issued or pledged, in a clause of the past; who reaches a country has brought about nothing."""
    is_of_a_way = any(o in index.mention_at for o in index.tree.deps(verb, "dobj"))
    if index.tree.lemma(verb) in RESULTING and is_told_as_done(index, verb) and not is_of_a_way:
        made = index.tree.deps(verb, "nsubjpass")
        yield from _made(index, made[0], verb) if made else as_told(index, verb)


def _made(index: TextIndex, made: int, verb: int) -> Iterator[Phrase]:
    """What was made or not, with its verb ("no statement was issued"); nothing where only a pronoun tells what."""
    found = phrase(index, index.tree.first(made), verb) if index.tokens[made].pos != "PRON" else None
    if found is not None and made < verb:
        yield found


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. The two sides made little progress on visas. → made little progress on visas",
        "Norway and Chad held talks in Oslo. The two sides narrowed their differences on visas. → narrowed their differences on visas",
    ],
    no=[
        "Norway and Chad held talks in Oslo. The two sides made a remark.",
        "Norway and Chad held talks in Oslo. The two sides narrowed the road.",
    ],
)
def got_somewhere(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """Progress, headway or a breakthrough that is made or not."""
    if achieves(index, verb) and is_told_as_done(index, verb):
        yield from as_told(index, verb)


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. The two sides failed to agree on visas. → failed to agree on visas",
        "Talks between Norway and Chad in Oslo failed to bridge the gap on visas. → failed to bridge the gap on visas",
        "Talks between Norway and Chad have failed to avert a trade war. → failed to avert a trade war",
    ],
    no=["Norway and Chad held talks in Oslo. The two sides failed to see the point."],
)
def failed(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """A result that the parties failed, or refused, to bring about."""
    tree = index.tree
    aims_at_result = any(tree.lemma(c) in RESULTING | _PURSUING or achieves(index, c) for c in tree.deps(verb, "xcomp"))
    if tree.lemma(verb) in FAILING and aims_at_result and is_told_as_done(index, verb):
        yield from as_told(index, verb)


@rule(
    yes=[
        "Talks between Norway and Chad ended without a breakthrough. → ended without a breakthrough",
        "Talks between Norway and Chad in Oslo broke down over visas. → broke down over visas",
        "Talks between Norway and Chad broke down on Monday. → broke down on Monday",
        "Talks between Norway and Chad in Oslo ended with an agreement on visas. → ended with an agreement on visas",
        "Talks between Norway and Chad resulted in a decision to open the border. → resulted in a decision to open the border",
        "The talks between Norway and Chad were said to have led to little progress on quotas. → led to little progress on quotas",
    ],
    no=[
        "Talks between Norway and Chad ended on Monday.",
        "Talks between Norway and Chad ended in May.",
        "Talks between Norway and Chad ended in Oslo on Monday.",
    ],
)
def came_to_an_end(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """How an encounter ended: with or without something, or by breaking down."""
    tree, lemma = index.tree, index.tree.lemma(verb)
    is_broken = lemma in _BREAKING or any(
        f"{lemma} {tree.lower(p)}" in _BREAKING for p in tree.deps(verb, "prt", "advmod")
    )
    is_ended = lemma in _ENDING and any(
        tree.lower(p) in _WITH and _leads_to_no_setting(index, p) for p in tree.deps(verb, "prep")
    )
    led = (o for o in tree.led_by(verb, "to") if lemma == "lead")
    is_ended = is_ended or any(tree.lemma(o) in _ACHIEVED for o in led)
    if (is_broken or is_ended) and not tree.deps(verb, "xcomp") and is_told_as_done(index, verb):
        yield from as_told(index, verb)


def _leads_to_no_setting(index: TextIndex, preposition: int) -> bool:
    """Whether a preposition leads to what came of talks, neither to a time nor to a place or party ("ended in failure"; "ended in May", "in Oslo")."""
    return all(
        index.tokens[o].pos != "PROPN" and o not in index.timex_at and o not in index.mention_at
        for o in index.tree.deps(preposition, "pobj")
    )


RESULTS = (agreed, got_somewhere, failed, came_to_an_end)
"""How a verb tells a result, whoever is its subject; the first that answers decides."""


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. The two sides reaffirmed their support for peace. → reaffirmed their support for peace",
        "Norway and Chad held talks in Oslo. They reaffirmed that the treaty would stand. → reaffirmed that the treaty would stand",
    ],
    no=[
        "Norway and Chad held talks in Oslo. Norway expressed its regret.",
        "Norway and Chad held talks in Oslo. They underscored their support for peace.",
        "Norway and Chad held talks in Oslo. They noted that the treaty would stand.",
    ],
)
def affirmed(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """The will, the commitment or the support that the parties affirm together, and the view; what they only stress was talk."""
    is_of_will = any(index.tree.lemma(o) in _WILL for o in index.tree.deps(verb, "dobj"))
    is_view = index.tree.lemma(verb) in _VIEWING and bool(index.tree.deps(verb, "ccomp"))
    if (index.tree.lemma(verb) in _AFFIRMING and is_of_will) or is_view:
        yield from as_told(index, verb) if is_told_as_done(index, verb) else ()


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. They called on all sides to stop the fighting. → called on all sides to stop the fighting",
        "Norway and Chad held talks in Oslo. The two sides urged Peru to open the border. → urged Peru to open the border",
    ],
    no=[
        "Norway and Chad held talks in Oslo. Norway called on Peru to open the border.",
        "Norway and Chad held talks in Oslo. They called it a day.",
        "Norway and Chad held talks in Oslo. They called on the president.",
        "Norway and Chad held talks in Oslo. They called on the president and promised to come back.",
    ],
)
def asked(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What the parties together ask of others."""
    lemma = index.tree.lemma(verb)
    asks = lemma in _ASKING_THEM or (lemma in _ASKING and _asks_for_something(index, verb))
    if asks and is_told_as_done(index, verb):
        yield from as_told(index, verb)


def _asks_for_something(index: TextIndex, verb: int) -> bool:
    """Whether behind a verb of asking it is told what is asked for; who "calls on" somebody to do nothing comes to see him."""
    tree = index.tree
    leading = [p for p in tree.deps(verb, "prep", "prt") if tree.lower(p) in _ASKED]
    last = min([tree.last(verb), *(tree.first(c) - 1 for c in tree.deps(verb, "conj"))])
    to_do = any(tree.is_infinitive(i) for i in range(verb + 1, last + 1))
    return any(to_do or tree.lower(p) not in _OF_SOMEBODY for p in leading)


BY_ALL = (affirmed, asked)
"""What is a result only where the parties do it together."""


def is_told_as_done(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of what was done: past, or perfect ("agreed", "have agreed")."""
    tag, tree = index.tokens[verb].tag, index.tree
    return (
        tag == "VBD"
        or (tag == "VBN" and (tree.is_perfect(verb) or index.tokens[verb].dep == "conj"))
        or _did_not(index, verb)
    )


def as_told(index: TextIndex, verb: int, *, up_to: int | None = None) -> Iterator[Phrase]:
    """The words by which a verb tells a result, with its hedge ("reportedly reached a deal"), up to the next verb in its row, or before token `up_to`."""
    tree = index.tree
    first = verb
    while first - 1 in tree.children[verb] and _belongs(index, first - 1):
        first -= 1
    below = (verb, *tree.deps(verb, "xcomp", "ccomp"))
    behind = [c for v in below for c in tree.children[v] if c > verb and _goes_on(index, v, c)]
    ends = (tree.last(verb), up_to - 1 if up_to is not None else tree.last(verb))
    last = min([*ends, *(tree.first(c) - 1 for c in behind)])
    found = phrase(index, first, max(verb, last))
    if found is not None and found.span.end > index.tokens[verb].end:  # "agreed" alone tells nothing
        yield found


def _did_not(index: TextIndex, verb: int) -> bool:
    return index.tokens[verb].tag == "VB" and any(index.tree.lower(c) == "did" for c in index.tree.auxiliaries(verb))


def _belongs(index: TextIndex, c: int) -> bool:
    """Whether a word before the verb is told as part of the result: its hedge or "did not"."""
    is_hedge = index.tokens[c].dep in {"advmod", "neg"} and index.tree.lower(c) not in _ADDING
    return is_hedge or (index.tokens[c].dep == "aux" and index.tree.lower(c) == "did")


def _goes_on(index: TextIndex, verb: int, c: int) -> bool:
    """Whether a new statement begins at `c`: the next verb in the row, or an aside behind a comma."""
    token = index.tokens[c]
    is_next = token.dep in IN_A_ROW and token.pos in VERBAL
    return is_next and (not index.tree.is_infinitive(verb) or token.tag in PAST_FORMS)


def achieves(index: TextIndex, verb: int) -> bool:
    """Whether the object of a verb is progress, headway or a breakthrough, or what parts the parties where it brings them together."""
    lemma, objects = index.tree.lemma(verb), [index.tree.lemma(o) for o in index.tree.deps(verb, "dobj")]
    is_closed = lemma in _CLOSING and not _GAPS.isdisjoint(objects)
    return is_closed or (lemma in _ACHIEVING and not _ACHIEVED.isdisjoint(objects))
