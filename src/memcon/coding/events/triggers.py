"""Where a text speaks of an event: the noun, verb or channel session that names it.

Whether it is an event worth a record is decided later (memcon.coding.events.records); here a trigger is only recognised for what it
means, by the codebook, with the readings excluded in which the same word means something else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.codebook import Codebook, VerbFrame
from memcon.coding.channels.apposed import behind_its_name
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.channels.sessions import is_founding, session_held_by
from memcon.coding.events.arguments import days_on
from memcon.coding.events.meanings import (
    NOT_AN_EVENT_NOUN,
    NOT_THIS_MEANING,
    is_noun_of_headline,
    refined_by_means,
    refined_by_words,
)
from memcon.coding.events.scene import Trigger
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import (
    ARGUMENTS_AND_GOVERNED,
    ATTRIBUTES,
    AUXILIARIES,
    DEEDS_AND_STATES,
    NOMINAL,
    SUBJECTS,
    UNDERGOING,
    VERBAL,
)
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree
from memcon.lexicon import words

_HOLDING = words("bringing_about")
_CONVENING = words("in_session") | words("coming_about") | words("event_beginning")
_PUT_OFF = words("postponement_verbs")
_BEGINNING = words("event_beginning")
_THERE = words("leading_into_an_event")


def find_triggers(index: TextIndex, codebook: Codebook, channels: Sequence[ChannelMention]) -> tuple[Trigger, ...]:
    """All triggers in text order; a token is part of at most one."""
    in_channel = {i: c for c in channels for i in range(c.first, c.last + 1)}
    found = [_of_channel(c) for c in channels if _is_an_occasion(index, c)]
    held = {noun: c for c in channels if (noun := session_held_by(index, c.head)) is not None}
    described = {behind_its_name(index, c) for c in channels}
    i = 0
    while i < len(index.tokens):
        if i in in_channel:
            i = in_channel[i].last + 1
            continue
        trigger = _noun(index, codebook, i) or _verb(index, codebook, i)
        if trigger is not None and trigger.anchor not in described:
            found.append(_with_channel(trigger, held))
            i = trigger.last
        i += 1
    return tuple(sorted(found, key=lambda t: t.anchor))


def _is_an_occasion(index: TextIndex, channel: ChannelMention) -> bool:
    """Whether a session of a channel may be told of where it is named; what is set up holds none yet ("set up a joint committee")."""
    token = index.tokens[channel.head]
    if not channel.is_session and token.dep in UNDERGOING and _sets_up(index, token.head):
        return False
    return channel.is_session or not channel.is_common or _is_held(index, channel.head)


def _sets_up(index: TextIndex, verb: int) -> bool:
    return is_founding(index, verb) and index.tree.lemma(verb) not in _BEGINNING


def _is_held(index: TextIndex, head: int) -> bool:
    """Whether what is named by a common noun is told as one occasion of it: somebody holds it ("held a security dialogue"), it is held, convenes or takes place, also in a
    relative clause ("the dialogue, which will be held in May"), or something was done there on a day ("agreed on fish in their dialogue on Monday")."""
    token, tree = index.tokens[head], index.tree
    if token.dep == "dobj" and tree.lemma(token.head) in _HOLDING:
        return True
    if token.dep == "pobj" and tree.lower(token.head) in _THERE:
        verb = tree.tokens[token.head].head
        return tree.tense(verb) == "past" and bool(days_on(index, verb) or days_on(index, head))
    verbs = [*([token.head] if token.dep in SUBJECTS else []), *tree.deps(head, "relcl")]
    return any(_tells_of_an_occasion(tree, v) for v in verbs)


def _tells_of_an_occasion(tree: Tree, verb: int) -> bool:
    if tree.lemma(verb) in _PUT_OFF or any(
        f"{tree.lemma(verb)} {tree.lower(p)}" in _PUT_OFF for p in tree.deps(verb, "prt")
    ):
        return True
    return tree.lemma(verb) in _HOLDING if tree.is_passive(verb) else tree.lemma(verb) in _CONVENING


def _of_channel(channel: ChannelMention) -> Trigger:
    return Trigger(
        anchor=channel.head,
        first=channel.first,
        last=channel.last,
        kind=channel.kind,
        form="channel",
        channel=channel,
    )


def _with_channel(trigger: Trigger, held: Mapping[int, ChannelMention]) -> Trigger:
    """The trigger with the channel whose session it is told to be ("the commission held its fifth meeting")."""
    channel = held.get(trigger.anchor)
    return trigger if channel is None else replace(trigger, channel=replace(channel, has_session_noun=True))


def _noun(index: TextIndex, codebook: Codebook, i: int) -> Trigger | None:
    """The longest event noun that starts at `i`, unless a question of `NOT_AN_EVENT_NOUN` says that it is none."""
    for length in range(codebook.reach_of_noun(index.tree.lower(i), index.tree.lemma(i)), 0, -1):
        last = i + length - 1
        if last >= len(index.tokens) or index.tokens[last].sentence != index.tokens[i].sentence:
            continue
        kind = codebook.by_noun.get((*(index.tree.lower(j) for j in range(i, last)), _noun_lemma(index, last)))
        if kind is None:
            continue
        in_headline = is_noun_of_headline(index, last)
        is_noun = in_headline or _is_noun(index, last)
        if is_noun and (in_headline or not any(question(index, last, kind) for question in NOT_AN_EVENT_NOUN)):
            refined = refined_by_words(index, last, kind, codebook)
            return Trigger(anchor=last, first=i, last=last, kind=refined, form="noun")
    return None


def _is_noun(index: TextIndex, i: int) -> bool:
    """Whether a word is a noun, or an adjective or verb in its place ("had a bilateral", "the NATO summits", "the G7 and NATO summits")."""
    token = index.tokens[i]
    if token.pos in NOMINAL or token.pos not in DEEDS_AND_STATES:
        return token.pos in NOMINAL
    first = index.tokens[token.head]
    is_beside_a_noun = token.dep == "conj" and first.pos in NOMINAL and first.dep in ARGUMENTS_AND_GOVERNED
    return token.dep in ARGUMENTS_AND_GOVERNED or (
        is_beside_a_noun and bool(index.tree.deps(i, "compound", "amod", "det"))
    )


def _noun_lemma(index: TextIndex, i: int) -> str:
    """ "talks" is an event only in the plural, and a headline's noun goes by its form; all else by its lemma."""
    word, lemma = index.tree.lower(i), index.tree.lemma(i)
    return word if word == "talks" or (word != lemma and is_noun_of_headline(index, i)) else lemma


def _verb(index: TextIndex, codebook: Codebook, i: int) -> Trigger | None:
    """The first meaning of a verb that no question of `NOT_THIS_MEANING` takes from it."""
    token = index.tokens[i]
    if token.pos not in VERBAL or token.dep in ATTRIBUTES:
        return None
    for frame in codebook.by_verb.get(token.lemma.lower(), ()):
        if token.pos == "AUX" and not frame.is_unfinished and not _is_whole(token, frame):
            continue
        if not any(question(index, i, frame) for question in NOT_THIS_MEANING):
            kind = refined_by_means(index.tree, i, codebook.kind(frame.kind), codebook)
            return Trigger(anchor=i, first=i, last=i, kind=kind, form="verb", frame=frame)
    return None


def _is_whole(token: Token, frame: VerbFrame) -> bool:
    """Whether "be" is the verb itself, and means being somewhere ("will be in Geneva on Friday")."""
    return "place" in frame.asks and token.dep not in AUXILIARIES
