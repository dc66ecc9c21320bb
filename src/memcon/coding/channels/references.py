"""What means a channel without its full name: a number, "the next round", "its sixth session", the last word of its name, an acronym."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.coding.channels.lower_case import by_its_sides, in_lower_case, numbered_conference
from memcon.coding.channels.naming import HEADS, ChannelMention, mention_like
from memcon.coding.channels.sessions import SESSION_NOUNS, is_founding, ordinal_of, session_of, sits
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import GOVERNED, NOMINAL_SUBJECTS, ON_NOUNS, UNDERGOING
from memcon.domain.rules import rule
from memcon.lexicon import words

_HOLDING = words("bringing_about")
_NEXT_ONE = words("counted_behind_it")
_ENDING = words("ending_a_channel")
_ITS = words("giving_a_session_to_its_channel")
_STANDING_ALONE = NOMINAL_SUBJECTS | GOVERNED
"""Where a number stands for what it counts."""
_NEAR = 5
"""How far the number of a session without its channel's name may be from the last one that was named with it."""


@rule(
    yes=[
        "The 12th Nordic Security Dialogue was held in Oslo. The 13th meeting will be held in Lima.",
        "The 12th Nordic Security Dialogue was held in Oslo. The 13th dialogue will be held in Lima.",
        "The fourth round of political consultations between Norway and Chad was held in Oslo. The fifth round will be held in Lima.",
    ],
    no=[
        "The 12th Nordic Security Dialogue was held in Oslo. The 40th meeting will be held in Lima.",
        "The 12th Nordic Security Dialogue was held in Oslo. The 13th meeting of the ministers will be held in Lima.",
    ],
)
def by_number(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The 56th meeting will be held next year": a numbered session of the channel that the text has last named with a number."""
    numbered = _numbered(named)
    inside = _covered(named)
    for i in (i for i in range(1, len(index.tokens)) if inside.isdisjoint({i - 1, i})):
        model = next((m for m in reversed(numbered) if m.first < i), None)
        if index.tree.lemma(i) not in SESSION_NOUNS and (model is None or not _ends_with(model, index.tree.lower(i))):
            continue
        is_next = model is not None and _is_near(ordinal_of(index.tokens[i - 1].text), model.ordinal)
        if model is not None and is_next and _is_its_own(index, i, model):
            yield mention_like(index, i, model)


@rule(
    yes=[
        "The sixth meeting of the Nordic Fisheries Dialogue was held in Oslo. The fifth, planned for January, was called off.",
        "The sixth Nordic Fisheries Dialogue was held in Oslo. The seventh will be hosted by Chad in June.",
    ],
    no=["The sixth meeting of the Nordic Fisheries Dialogue was held in Oslo. The fifth minister was called off."],
)
def by_number_alone(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The fifth, planned for January, was called off": a number without its noun, near that of the session that the text has named last."""
    numbered = _numbered(named)
    for i in (t.i for t in index.tokens if t.dep in _STANDING_ALONE and t.i and t.i not in index.timex_at):
        number = ordinal_of(index.tokens[i].text)
        model = next((m for m in reversed(numbered) if m.last < i), None)
        is_alone = index.tree.lower(i - 1) == "the" and not index.tree.deps(i, "prep")
        if is_alone and model is not None and number != model.ordinal and _is_near(number, model.ordinal):
            yield replace(mention_like(index, i, model), ordinal=number, has_session_noun=True)


@rule(
    yes=[
        "The Norway-Chad Fisheries Dialogue last met in Oslo in 2019. Its sixth round is to be held in Lima in May.",
        "They set up a Nordic Fisheries Dialogue, whose inaugural session will be held in Oslo in May.",
    ],
    no=["The Norway-Chad Fisheries Dialogue was praised in Oslo. Its fish is good."],
)
def by_whose_it_is(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "Its sixth round", "whose inaugural session": of the channel that the clause hangs on, or of the only one that the sentence before names."""
    inside = _covered(named)
    for i in (t.i for t in index.tokens if t.pos == "NOUN" and index.tree.lemma(t.i) in SESSION_NOUNS):
        owner = next((index.tree.lower(c) for c in index.tree.deps(i, "poss")), None)
        if i in inside or owner not in _ITS:
            continue
        models = _hung_on(index, named, i) if owner == "whose" else _in_sentence_before(index, named, i)
        if len({m.key for m in models}) == 1:
            yield replace(mention_like(index, i, models[0]), has_session_noun=True)


def _hung_on(index: TextIndex, named: Sequence[ChannelMention], i: int) -> list[ChannelMention]:
    """The channel on whose noun the relative clause with token `i` hangs."""
    clauses = [a for a in index.tree.above(i) if index.tokens[a].dep in ON_NOUNS]
    return [m for m in named if any(m.first <= index.tokens[a].head <= m.last for a in clauses)]


def _in_sentence_before(index: TextIndex, named: Sequence[ChannelMention], i: int) -> list[ChannelMention]:
    sentence = index.tokens[i].sentence
    return [m for m in named if index.tokens[m.head].sentence == sentence - 1]


def _covered(named: Sequence[ChannelMention]) -> set[int]:
    """The tokens of the mentions."""
    return {i for m in named for i in range(m.first, m.last + 1)}


def _numbered(named: Sequence[ChannelMention]) -> list[ChannelMention]:
    """The mentions of numbered sessions, in text order."""
    return sorted((m for m in named if m.ordinal is not None), key=lambda m: m.first)


def _is_near(ordinal: int | None, known: int | None) -> bool:
    return ordinal is not None and known is not None and abs(ordinal - known) <= _NEAR


@rule(
    yes=[
        "Norway and Chad held Foreign Office Consultations in Oslo. The next round will be held in Lima.",
        "The 12th Nordic Security Dialogue was held in Oslo. They agreed to hold the next session of the dialogue in Lima.",
        "Norway and Chad held Foreign Office Consultations in Oslo. It was agreed to hold the next consultations in Lima.",
    ],
    no=[
        "The 12th Nordic Security Dialogue was held in Oslo. The next round of the cup will be held in Lima.",
        "The Nordic Fisheries Dialogue was held in Oslo. The next meeting of the ministers will be held in Lima.",
    ],
)
def by_what_comes_next(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The next round will be held in Lima": a session of the only channel whose session the text has told of before."""
    told = [m for m in named if m.is_session or sits(index, m.head) or _is_held(index, m.head)]
    inside = _covered(named)
    for i in (t.i for t in index.tokens if t.pos == "NOUN" and t.i not in inside):
        before = [m for m in told if m.last < i]
        is_called_so = any(_ends_with(m, index.tree.lower(i)) for m in before[-1:])
        if index.tree.lemma(i) not in _NEXT_ONE and not is_called_so:
            continue
        is_next = any(index.tree.lower(c) == "next" for c in index.tree.deps(i, "amod"))
        if is_next and len({m.key for m in before}) == 1 and _is_its_own(index, i, before[-1]):
            yield mention_like(index, i, before[-1])


def _is_held(index: TextIndex, head: int) -> bool:
    """Whether somebody holds what is named at `head`, or it is held."""
    return index.tokens[head].dep in UNDERGOING and index.tree.lemma(index.tokens[head].head) in _HOLDING


def _is_its_own(index: TextIndex, session: int, channel: ChannelMention) -> bool:
    """Whether "of" leads from the noun of a session to nothing but the last word of a channel's name ("the next round of consultations")."""
    own = channel.name.lower().split()[-1]
    return all(index.tree.lower(o) == own for o in index.tree.led_by(session, "of"))


@rule(
    yes=[
        "The Nordic Fisheries Dialogue was held in Oslo. The dialogue last met in May.",
        "The Nordic Fisheries Dialogue was held in Oslo. The dialogue was set up in 2019 to give Chad a say.",
        "The Nordic Fisheries Dialogue was held in Oslo on Monday. It was the sixth meeting of the dialogue.",
        "The Norway-Chad Joint Fisheries Council will meet in Oslo. The Council last met in 2018.",
    ],
    no=["The Nordic Fisheries Dialogue was held in Oslo. The dialogue ended in May."],
)
def by_last_word(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The commission last met in May", "the group was set up in 2019": the last word of the only channel named so before, told of in session or as founded
    or closed."""
    for i in range(1, len(index.tokens)):
        word, token = index.tree.lower(i), index.tokens[i]
        is_over = index.tree.lemma(token.head) in _ENDING
        is_founded = token.dep == "nsubjpass" and (is_over or is_founding(index, token.head))
        is_named_so = word in HEADS and index.tree.lower(i - 1) == "the"
        if is_named_so and (is_founded or sits(index, i) or session_of(index, i) is not None):
            models = [m for m in named if m.last < i and _ends_with(m, word)]
            if len({m.key for m in models}) == 1:
                yield mention_like(index, i, models[0])


def _ends_with(mention: ChannelMention, word: str) -> bool:
    """Whether a word is the last one of a channel's own name."""
    return not mention.is_common and mention.name.lower().split()[-1] == word


@rule(
    yes=["The Arctic Fisheries Dialogue (AFD) met in Oslo. The AFD was founded by Norway."],
    no=["The Nordic Security Dialogue was held in Oslo. The AFC was founded by Norway."],
)
def by_acronym(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """An acronym that the text introduces."""
    introduced = {m.acronym: m for m in named if m.acronym}
    for token in index.tokens:
        model = introduced.get(token.text)
        if model is not None and not model.first <= token.i <= model.last:
            yield mention_like(index, token.i, model)


BY_REFERENCE = (
    numbered_conference, by_its_sides, by_number, by_what_comes_next, in_lower_case, by_whose_it_is, by_last_word, by_acronym, by_number_alone,
)  # fmt: skip
"""What means a channel without its full name; each knows what those before have found."""
