"""Noun phrases that may stand for an actor: where they start and end, what they say of a state, and whether they do anything."""

from __future__ import annotations

import re

from memcon.annotate.actors.lexicon import ARTICLES, NEVER_ACTOR_HEADS
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.actors import ActorKind, MentionForm
from memcon.domain.labels import ATTRIBUTES, BEFORE_NOUNS, NOMINAL_SUBJECTS, NOUNS, PAST_AND_PARTICIPLES, QUOTES
from memcon.lexicon import words

_LEFT_DEPS = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "case", "advmod", "predet", "quantmod", "punct", "neg")
)
_IN_ROW = frozenset({"conj", "cc"})
_ACTING_PREPOSITIONS = words("acting_prepositions")
_ON_REQUEST, _TELLING_MORE = words("unnamed_on_request"), words("telling_more")
_BRACKETS = re.compile(r" ?\([^()]*\)")
_REACH = 12
"""How many tokens behind a noun a clause may ask that somebody is not named."""


def noun_phrase(
    doc: MarkedText, kind: ActorKind, form: MentionForm, first: int, last: int, *, head: int, named_to: int
) -> Phrase:
    """The phrase at tokens `first` to `last` around the noun `head`; its name ends before `named_to` and has no article."""
    start = first + 1 if doc.low[first] in ARTICLES and first < head else first
    return Phrase(
        kind=kind,
        form=form,
        first=first,
        last=last,
        head_first=head,
        head_last=head + 1,
        name=_BRACKETS.sub("", doc.quote(start, named_to)),
        country=country_in(doc, first, last),
        title_head=doc.low[head],
    )


def country_in(doc: MarkedText, first: int, last: int) -> str | None:
    """The one state that tokens `first` to `last` name, None when they name none or more."""
    states = [known.state_record() for known in doc.known[first:last] if known is not None]
    codes = {state.code for state in states if state is not None}
    return codes.pop() if len(codes) == 1 else None


def left_edge(doc: MarkedText, claims: Claims, i: int) -> int:
    """Where the noun phrase with head i starts, by the parser's modifiers, over free tokens."""
    first = i
    while first > doc.sentence_of(i).first:
        before = doc.before_brackets(first) if claims.at(first - 2) is None else first
        if before == doc.sentence_of(i).first or not _belongs(doc, claims, before - 1, first, i):
            break
        first = before - 1
    return first + 1 if doc.tokens[first].tag in QUOTES and first < i else first


def _belongs(doc: MarkedText, claims: Claims, j: int, first: int, head: int) -> bool:
    """Whether token j belongs to the phrase that starts behind it. A note's verb does not: "Addressed the troops"."""
    token = doc.tokens[j]
    is_joined = (
        token.dep == "npadvmod" and doc.words[j + 1] == "-" and doc.is_glued(j + 1) and doc.known[j] is None
    )  # "[Sami]-led"
    is_modifier = token.dep in _LEFT_DEPS or is_joined
    if claims.at(j) is not None or not is_modifier or not first <= token.head <= head:
        return claims.at(j) is None and _is_in_a_row_before(doc, j, first, head)
    is_note = j == doc.sentence_of(j).first and token.tag in PAST_AND_PARTICIPLES
    return not is_note and (token.dep != "punct" or token.text in "-'" or token.tag in QUOTES)


def _is_in_a_row_before(doc: MarkedText, j: int, first: int, head: int) -> bool:
    """Whether a word stands in a row of those that tell which people a noun means ("foreign and [trade] ministers")."""
    root = doc.tokens[j]
    while root.dep in _IN_ROW and root.head < root.i:
        root = doc.tokens[root.head]
    is_row = doc.tokens[j].dep in _IN_ROW and root.i < j
    return is_row and root.dep in ATTRIBUTES and first <= root.head <= head


def right_edge(doc: MarkedText, i: int) -> int:
    """Where the phrase ends: behind a clause that asks for anonymity, else behind the noun."""
    end = doc.sentence_of(i).last
    if i + 1 < end and doc.low[i + 1] in _TELLING_MORE:
        for j in range(i + 2, min(i + _REACH, end)):
            if doc.low[j] in _ON_REQUEST:
                return j + 1
    return i + 1


def modifies_noun(doc: MarkedText, i: int) -> bool:
    """Whether the noun only qualifies the one behind it ("ministers meeting", "leader-level")."""
    token = doc.tokens[i]
    following = doc.tokens[i + 1] if i + 1 < len(doc.tokens) else None
    if following is None or following.sentence != token.sentence:
        return False
    is_modifier = token.dep in BEFORE_NOUNS and following.tag in NOUNS
    return is_modifier or (following.text == "-" and doc.is_glued(i + 1))


def acts(doc: MarkedText, i: int) -> bool:
    """Whether the noun is the subject of a verb, an agent, a party ("with", "between", "by", "from") or an owner."""
    token = doc.tokens[i]
    for above in doc.tree.above(i):
        if token.dep != "conj":
            break
        token = doc.tokens[above]
    if token.dep in NOMINAL_SUBJECTS or token.dep == "poss":
        return doc.low[token.i] not in NEVER_ACTOR_HEADS
    return token.dep == "pobj" and doc.low[token.head] in _ACTING_PREPOSITIONS
