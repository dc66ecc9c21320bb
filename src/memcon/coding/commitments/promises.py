"""Undertakings that a noun names ("its pledge to", "the commitment of both sides to"), and what is told to have become of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from memcon.coding.commitments.acts import subjects
from memcon.coding.commitments.duty import Duty, bounds
from memcon.coding.doers import doers
from memcon.coding.positions.named_states import is_state
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import (
    ARGUMENTS_AND_GOVERNED,
    ATTRIBUTES_AND_POSSESSORS,
    GOVERNED,
    OBJECTS_AND_FELLOWS,
    SAID_OR_TOLD,
)
from memcon.domain.records import CommitmentStatus
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_PROMISES = words("promise_noun")
_FATES: Mapping[str, CommitmentStatus] = values("what_becomes_of_a_promise")
_FATES_IN_WORDS: Mapping[str, CommitmentStatus] = values("what_becomes_of_a_promise_in_words")
_ON_ITS_WAY = words("state_of_a_promise")
_IN_SO_MANY_WORDS = words("undertaken_in_so_many_words")
_WORD = words("word_of_honour")
_GIVING = words("handing_over")
_OBTAINING = words("obtaining_a_promise")
_ASKING = words("asking_for_a_promise")
_FAILING = words("failing_to_do")
_AHEAD = words("telling_what_is_ahead")
_LEADING = words("leading_to_a_promise")
"""How whoever is bound stands before the noun."""
_AGAIN = words("saying_it_again")
_VOICING = words("holding_a_stand")
_TESTING = words("putting_to_the_test")
_CONTINUED = words("going_on_as_before")
_SUPPORT = words("help_that_goes_on")


@rule(
    at=_PROMISES | _WORD,
    pos=("NOUN",),
    yes=[
        "Norway gave its word that the port would stay open. → made",
        "Norway made good on its pledge to open the port. → met",
        "Peru went back on a promise to pay. → broken",
        "Peru failed to keep its promise to pay. → broken",
        "Peru's pledge to open the port remains on track. → in_progress",
        "Peru has yet to keep its promise to pay. → made",
        "Peru has yet to deliver on its promise of a new port. → made",
        "Peru is unlikely to keep its promise. → made",
        "Norway won a guarantee from Peru that the port would stay open. → made",
        "Norway received a guarantee from Peru that its ships would be safe. → made",
        "Norway made a commitment to Peru to pay for the port. → made",
        "Norway reaffirmed its commitment to defend Peru. → reaffirmed",
        "The ministers expressed their determination to end the war. → made",
        "Norway fulfilled its promise to open the port. → met",
        "Peru broke its pledge to withdraw. → broken",
        "Norway said it stood by its pledge to open the port. → reaffirmed",
        "Norway said it would carry out its pledge to open the port. → reaffirmed",
        "Peru said Norway would keep its promise to pay. → made",
        "The ban broke a promise to open the port, given by Peru in May. → broken",
        "Similar pledges remain unfulfilled, though Peru's promise to pay stands. → made",
    ],
    no=[
        "The promise of spring is near.",
        "Promises were made.",
        "Norway sought a guarantee from Peru that the port would stay open.",
        "Norway sent word that the port would stay open.",
        "The talks are to test the willingness of Peru to withdraw.",
        "The ministers expressed their desire to trade more.",
    ],
)
def by_a_noun(index: TextIndex, i: int) -> Duty | None:
    """A noun of undertaking with what it binds to; its owner is bound, else whoever voices it."""
    if index.tree.lemma(i) not in _PROMISES | _WORD or index.tokens[i].pos != "NOUN":
        return None
    verb = index.tree.verb_of_clause(i)
    if index.tree.lemma(i) in _WORD and not _is_ones_word(index, i, verb):
        return None
    told, fate = _what_for(index, i, verb), _fate(index, i, verb)
    if _is_tested(index, i) or (fate == "made" and _is_unmade(index, i, verb, told)):
        return None
    first, last = bounds(index, i) if told is None else bounds(index, told, behind=_past_to(index, told))
    parties = _whose(index, i, verb, fate)
    return Duty(anchor=i, verb=verb, first=first, last=last, status=fate, parties=parties) if first <= last else None


def _is_tested(index: TextIndex, noun: int) -> bool:
    """Whether a promise is only put to the test ("tested Norway's commitment to the pact")."""
    return index.tokens[noun].dep == "dobj" and index.tree.lemma(index.tokens[noun].head) in _TESTING


def _is_unmade(index: TextIndex, noun: int, verb: int, told: int | None) -> bool:
    """Whether nothing is told that it binds to, nor what became of it; or it is only asked for."""
    is_of_nothing = told is None and _told_fate(index, noun, verb) is None
    return is_of_nothing or _is_asked_for(index, noun, verb)


def _is_ones_word(index: TextIndex, noun: int, verb: int) -> bool:
    """Whether somebody gives, keeps or breaks their word."""
    has_owner = bool(index.tree.deps(noun, "poss")) and index.tokens[noun].dep in ARGUMENTS_AND_GOVERNED
    return has_owner and (index.tree.lemma(verb) in _GIVING or _told_fate(index, noun, verb) is not None)


def _is_asked_for(index: TextIndex, noun: int, verb: int) -> bool:
    """Whether it is only asked for or waited for ("sought a guarantee", "asked for assurances"), or is not voiced ("gave no assurance that")."""
    tree = index.tree
    is_object = index.tokens[noun].dep in GOVERNED
    is_none = tree.has_word(noun, {"no"}, "det")
    is_denied = tree.lemma(verb) in _VOICING - _FATES.keys() and index.is_denied(verb)
    return is_object and (tree.lemma(verb) in _ASKING or is_none or is_denied)


def _what_for(index: TextIndex, noun: int, verb: int) -> int | None:
    """What a noun of undertaking binds to: what hangs on it, else on the verb that it is the object of."""
    tree = index.tree
    own = (c for c in tree.deps(noun, "acl", "prep", "relcl", "ccomp") if _binds(index, c))
    beside = tree.deps(verb, "prep", "xcomp", "advcl") if index.tokens[noun].dep == "dobj" else []
    aims = (c for c in beside if tree.lower(c) == "to" or tree.is_infinitive(c))
    clauses = tree.deps(verb, "ccomp") if index.tokens[noun].dep == "dobj" else []
    ahead = (c for c in clauses if tree.has_word(c, _AHEAD, "aux"))
    told = [c for c in (*own, *aims, *ahead, *_things(index, noun)) if c > noun]
    deeds = (c for c in told if not _leads_to_somebody(index, c))  # "a commitment to Peru to [pay for the port]"
    return next(deeds, told[0] if told else None)


def _things(index: TextIndex, noun: int) -> Iterator[int]:
    """What "of" leads to behind a promise that has an owner: "its promise of a new port"; not whose it is."""
    tree = index.tree
    if tree.lemma(noun) in _IN_SO_MANY_WORDS and any(
        _may_own(index, c) for c in tree.deps(noun, *ATTRIBUTES_AND_POSSESSORS)
    ):
        yield from (p for p in tree.prepositions(noun, {"of"}) if not _leads_to_somebody(index, p))


def _leads_to_somebody(index: TextIndex, preposition: int) -> bool:
    return any(o in index.mention_at for o in index.tree.deps(preposition, "pobj"))


def _past_to(index: TextIndex, told: int) -> int | None:
    """The preposition by which what is undertaken is led, which is no part of it."""
    return told if index.tokens[told].dep == "prep" else None


def _whose(index: TextIndex, noun: int, verb: int, fate: CommitmentStatus) -> tuple[int, ...]:
    """Who is bound: whoever is named before the noun or behind it, else whoever does what the verb tells, where that voices or settles it."""
    tree = index.tree
    owners = tuple(c for c in tree.deps(noun, *ATTRIBUTES_AND_POSSESSORS) if c < noun and _may_own(index, c))
    named = tuple(o for o in owners if index.tokens[o].tag != "PRP$")
    is_voiced = index.tokens[noun].dep in OBJECTS_AND_FELLOWS and tree.lemma(verb) in _VOICING
    is_told_of = is_voiced or fate != "made" or _told_fate(index, noun, verb) is not None
    return named or _named_behind(index, noun, verb) or (subjects(index, verb) if is_told_of else owners)


def _named_behind(index: TextIndex, noun: int, verb: int) -> tuple[int, ...]:
    """Whom "of", "by" or "from" names behind a promise, or "from" behind the verb that obtains it ("won a pledge [from Peru]")."""
    tree = index.tree
    given = (v for v in tree.deps(noun, "acl") if (v > noun and tree.is_passive(v)) or index.tokens[v].tag == "VBN")
    agents = [
        o for v in given for p in tree.deps(v, "agent", "prep") if tree.lower(p) == "by" for o in tree.deps(p, "pobj")
    ]
    behind = [*tree.led_by(noun, "of", "by", "from"), *agents]  # "a promise to pay, given by Peru"
    is_obtained = index.tokens[noun].dep == "dobj" and tree.lemma(verb) in _OBTAINING
    beside = tree.led_by(verb, "from") if is_obtained else []
    return tuple(o for o in behind if _is_named(index, o)) or tuple(o for o in beside if _is_named(index, o))


def _is_named(index: TextIndex, i: int) -> bool:
    """Whether an actor is named there, also a state by its capital ("from Lima")."""
    return i in index.mention_at or is_state(index, i)


def _may_own(index: TextIndex, i: int) -> bool:
    """Whether token `i` before a noun may be whoever is bound: a mention, a state's name, "our", "their"."""
    return _is_named(index, i) or index.tokens[i].tag == "PRP$"


def _binds(index: TextIndex, c: int) -> bool:
    """Whether what hangs on a promise tells what it binds to: an infinitive, what "to" leads, a clause behind "that"."""
    is_that = any(index.tree.lower(m) == "that" for m in index.tree.deps(c, "mark"))
    is_marked = index.tokens[c].dep in SAID_OR_TOLD and bool(index.tree.deps(c, "mark"))
    return index.tree.is_infinitive(c) or index.tree.lower(c) == "to" or is_marked or is_that


def _fate(index: TextIndex, noun: int, verb: int) -> CommitmentStatus:
    """What the verb over it tells as fact: kept, broken, said again."""
    told = _told_fate(index, noun, verb)
    if told is not None:
        return _as_it_stands(index, verb, told)
    is_on_its_way = any(index.tree.lower(o) in _ON_ITS_WAY for o in index.tree.led_by(verb, "on"))
    if index.tokens[noun].dep == "nsubj" and is_on_its_way:
        return "in_progress"
    return "reaffirmed" if index.tree.lemma(verb) in _AGAIN else "made"


def _told_fate(index: TextIndex, noun: int, verb: int) -> CommitmentStatus | None:
    """What a verb tells of a promise, by itself or with the word behind it: "went back on", "made good on"; whether it is so is another question."""
    tree, dep, over = index.tree, index.tokens[noun].dep, index.tokens[noun].head
    places = (verb, *tree.deps(verb, "prt", "advmod", "oprd", "acomp"))
    if dep not in ARGUMENTS_AND_GOVERNED or (
        dep == "pobj" and (tree.lower(over) not in _LEADING or index.tokens[over].head not in places)
    ):
        return None
    beside = (tree.lower(c) for c in tree.deps(verb, "prt", "advmod", "oprd", "acomp", "prep", "dobj") if c > verb)
    in_words = (_FATES_IN_WORDS.get(f"{tree.lemma(verb)} {word}") for word in beside)
    return next((told for told in in_words if told), None) or _FATES.get(tree.lemma(verb))


def _as_it_stands(index: TextIndex, verb: int, told: CommitmentStatus) -> CommitmentStatus:
    """What became of a promise where that is told as fact. Who fails to keep it breaks it; who has yet to keep it, will keep it or is asked to keep it has
    only made it."""
    tree = index.tree
    is_not_done: CommitmentStatus = "made" if told == "broken" else "broken"
    if index.tokens[verb].dep == "xcomp" and tree.lemma(index.tokens[verb].head) in _FAILING:
        return is_not_done
    if tree.deps(verb, "neg"):
        is_open = tree.has_word(verb, {"yet"}, "advmod") or not _is_over(index, verb)
        return "made" if is_open else is_not_done
    if _is_still_to_do(index, verb):
        return "reaffirmed" if told != "broken" and _is_said_by_its_doer(index, verb) else "made"
    return told


def _is_said_by_its_doer(index: TextIndex, verb: int) -> bool:
    """Whether it is the same one who says that it will be done: "Norway said it would keep its promise", not "Peru said Norway would keep it"."""
    over = index.tokens[verb].head
    if index.tokens[verb].dep not in SAID_OR_TOLD or not index.tree.has_word(verb, _AHEAD, "aux"):
        return False
    speaking, doing = ({a.id for s in doers(index, v) for a in index.actors_at(s)} for v in (over, verb))
    return not speaking.isdisjoint(doing)


def _is_still_to_do(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells what is to be done, may be done or will be, not what was."""
    is_modal = any(index.tokens[c].tag == "MD" for c in index.tree.deps(verb, "aux"))
    return is_modal or index.tree.is_infinitive(verb) or index.factuality(verb).certainty != "certain"


def _is_over(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of what is past: "did not keep", "has not kept"."""
    return index.tree.is_perfect(verb) or index.tree.tense(verb) == "past"


@rule(
    at=_SUPPORT,
    dep=("dobj",),
    yes=[
        "The president emphasized continued support for Peru. → reaffirmed",
        "Norway underscored its enduring support to the people of Peru. → reaffirmed",
    ],
    no=["The president emphasized the need for support."],
)
def help_that_goes_on(index: TextIndex, i: int) -> Duty | None:
    """Continued support, engagement or assistance that somebody stresses."""
    tree, verb = index.tree, index.tokens[i].head
    goes_on = tree.has_word(i, _CONTINUED, "amod")
    if (
        tree.lemma(i) not in _SUPPORT
        or not goes_on
        or index.tokens[i].dep != "dobj"
        or tree.lemma(verb) not in _VOICING
    ):
        return None
    owners = tuple(
        c
        for c in tree.deps(i, *ATTRIBUTES_AND_POSSESSORS)
        if (c in index.mention_at or is_state(index, c)) and index.tokens[c].tag != "PRP$"
    )
    first, last = bounds(index, i)
    return Duty(
        anchor=i, verb=verb, first=first, last=last, status="reaffirmed", parties=owners or subjects(index, verb)
    )


PROMISES = (by_a_noun, help_that_goes_on)
"""The rules, first answer wins."""
