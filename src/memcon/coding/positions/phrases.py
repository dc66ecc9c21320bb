"""Stances told by set phrases beside a verb: "is up in arms over", "reacted angrily to", "cancelled the trip in protest at"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from memcon.coding.positions.named_states import is_state
from memcon.coding.positions.stand import Stand, of_word, towards
from memcon.coding.positions.targets import leading_behind
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import GOVERNED, VERBAL
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_STANDS: Mapping[str, Stance] = values("stand")
_PHRASES: Mapping[str, Stance] = values("standing_by_a_phrase")
_ANSWERING = words("answering_with_a_stand")
_MANNERS: Mapping[str, Stance] = values("manner_of_a_stand")
_ANSWERS, _DRAWING = words("answer_to_something"), words("drawing_a_response")
_ANSWERED: Mapping[str, Stance] = {**values("stance_adjective"), **values("manner_of_an_answer")}
_TAKING_IN = words("taking_in")
_DEEDS = words("shown_by_a_deed")
_ABOUT = words("leading_to_a_topic")
_LEADING = words("leading_to_a_target") | {"at", "with", "of"}


@rule(
    dep=("pobj",),
    yes=[
        "Peru is up in arms over the plan. → oppose",
        "Norway is in two minds about the pact. → undecided",
        "Norway remains on the fence over the pact. → undecided",
    ],
    no=[
        "Norway and Peru are at odds over the border.",
        "Norway is at war over the border.",
        "The minister was on board the ship.",
        "Norway is in two minds.",
    ],
)
def by_a_phrase(index: TextIndex, i: int) -> Stand | None:
    """A set phrase behind "is" or the like that tells how its subject stands."""
    tree, led = index.tree, index.tokens[i].head
    stance = _PHRASES.get(f"{tree.lower(led)} {tree.lemma(i)}") if index.tokens[i].dep == "pobj" else None
    if stance is None:
        return None
    verb = tree.verb_above(led)
    if verb is None or index.tokens[verb].pos not in VERBAL:
        return None
    between = index.tokens[led].head
    heads = (i, led, between, verb)
    about = leading_behind(index, i, _ABOUT, *heads) or leading_behind(index, i, {"with"}, *heads)
    if about is None or tree.child(about, "pobj") in index.mention_at:
        return None
    return towards(index, about, of_word(index, i, verb, stance))


@rule(
    at=_ANSWERING | _TAKING_IN,
    yes=[
        "Norway reacted angrily to the decision. → oppose",
        "Peru responded coolly to the plan. → concern",
        "Norway reacted with dismay to the ruling. → concern",
        "Norway noted positively the release of the crew. → support",
    ],
    no=["Norway reacted to the decision.", "Peru responded quickly to the letter."],
)
def answering_in_a_way(index: TextIndex, i: int) -> Stand | None:
    """Answering something in a manner, or with a stand, that tells how somebody stands to it."""
    tree = index.tree
    is_active = tree.lemma(i) in _ANSWERING | _TAKING_IN and not tree.is_passive(i)
    stance = next(_manners(index, i), None) if is_active else None
    if stance is None:
        return None
    if tree.lemma(i) in _TAKING_IN:
        taken = tree.child(i, "dobj") if any(tree.lower(c) in _MANNERS for c in tree.deps(i, "advmod")) else None
        return towards(index, taken, of_word(index, i, i, stance)) if taken is not None else None
    heads = (i, *tree.deps(i, "advmod"), *(o for p in tree.prepositions(i, {"with"}) for o in tree.deps(p, "pobj")))
    to = leading_behind(index, i, {"to"}, *heads)
    return towards(index, to, of_word(index, i, i, stance)) if to is not None else None


def _manners(index: TextIndex, verb: int) -> Iterator[Stance]:
    """How somebody answers: "angrily", "with dismay"."""
    tree = index.tree
    yield from (_MANNERS[word] for word in map(tree.lower, tree.deps(verb, "advmod")) if word in _MANNERS)
    yield from (_STANDS[word] for word in map(tree.lemma, tree.led_by(verb, "with")) if word in _STANDS)


@rule(
    at=_DEEDS,
    dep=("pobj",),
    yes=[
        "The president of Peru cancelled his trip in protest at the raid. → oppose",
        "Norway closed its embassy in solidarity with Peru. → support",
        "Peru recalled its envoy in protest over the ban. → oppose",
    ],
    no=[
        "Liv Dahl served until May, resigning in protest at the plan.",
        "Norway is in opposition.",
        "The crowd gathered in protest.",
    ],
)
def shown_by_a_deed(index: TextIndex, i: int) -> Stand | None:
    """A deed that is done "in protest at" or "in solidarity with" something."""
    tree, led = index.tree, index.tokens[i].head
    is_phrase = tree.lemma(i) in _DEEDS and tree.lower(led) == "in" and led == i - 1
    verb = tree.verb_above(led) if is_phrase else None
    stance = _STANDS.get(tree.lemma(i))
    if verb is None or stance is None or index.tokens[verb].pos != "VERB" or not tree.is_finite(verb):
        return None
    about = leading_behind(index, i, _LEADING, i, index.tokens[led].head, verb)
    if about is None or about > i + 1:
        return None
    stand = of_word(index, i, verb, stance)
    return towards(index, about, replace(stand, first=i)) if stand.holders else None


@rule(
    at=_ANSWERS,
    dep=GOVERNED,
    yes=[
        "Norwegian diplomats gave a cool response to the plan. → concern",
        "Norway took a positive view of the pact. → support",
        "Peru met Norway. The plan met with a hostile reception in Peru. → oppose",
        "The offer drew an angry response from Peru. → oppose",
    ],
    no=[
        "Norway gave a quick response to the letter.",
        "The singer met with a warm reception in Peru.",
        "Norway took a cool view of Peru.",
    ],
)
def by_an_answer(index: TextIndex, i: int) -> Stand | None:
    """An answer or a view whose adjective tells how somebody stands: "gave a cool response to", "met with a hostile reception in"."""
    tree, over = index.tree, index.tokens[i].head
    verb = over if index.tokens[i].dep == "dobj" else index.tokens[over].head
    manners = (_ANSWERED[word] for word in map(tree.lower, tree.deps(i, "amod")) if word in _ANSWERED)
    stance = next(manners, None)
    if stance is None or index.tokens[verb].pos != "VERB" or tree.is_passive(verb):
        return None
    whose = tuple(o for n in (i, verb) for o in tree.led_by(n, "from", "in", "by") if o > i and is_state(index, o))
    if tree.lemma(verb) in _DRAWING:
        subject = tree.child(verb, "nsubj")
        is_thing = subject is not None and index.tokens[subject].pos == "NOUN" and subject not in index.mention_at
        stand = Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=whose)
        return towards(index, subject, stand) if subject is not None and is_thing and whose else None
    about = leading_behind(index, i, _LEADING, i, verb)
    if index.tokens[i].dep != "dobj" or about is None or tree.child(about, "pobj") in index.mention_at:
        return None
    return towards(index, about, of_word(index, i, verb, stance))


PHRASES = (by_a_phrase, by_an_answer, answering_in_a_way, shown_by_a_deed)
"""The rules, first answer wins."""
