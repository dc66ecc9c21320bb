"""Parties that stand in a word for their dealing: "Norway-Peru talks", "the NATO-Russia summit", "UN-sponsored talks"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.annotate.actors.organizations import Place, known_body
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.states import state_phrase
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.labels import BEFORE_A_NOUN
from memcon.domain.rules import rule
from memcon.lexicon import words

_DASHES = words("dash_or_stroke")
_DEALINGS = words("dealing_of_those_before_it")
_DEEDS = words("holding_by_a_hyphen")
_ACTS = words("act_of_whom_stands_before_it")
_BODIES = words("channel_head_of_a_body")
_SHARED = words("shared_between_states")
_FORMS_OF_DOERS = frozenset(("demonym", "acronym"))
_BEFORE_A_DEALING = BEFORE_A_NOUN | {"POS"}
"""Tags of the words between a pair and its noun ("Norway-Peru Foreign Ministers' Dialogue")."""
_FARTHEST = 5
"""How many words may stand between a pair and its noun ("U.S.-Mexico High-Level Security Dialogue")."""
_LONGEST = 9
"""How many words the name of a body that a pair shares may have."""


@rule(
    yes=[
        "Norway-Peru talks were held. → Norway",
        "The Norwegian-Peruvian summit was held. → Peru",
        "UN-sponsored talks were held. → UN",
        "Norwegian sanctions were lifted. → Norway",
        "The UN arms embargo was lifted. → UN",
        "The Norway-Peru Joint Commission on Trade met. → Peru",
        "They attended the Norway-Peru Foreign Ministers' Strategic Dialogue. → Peru",
        "The Norway-Peru High-Level Cooperation Council met. → Norway",
    ],
    no=[
        "The Norway-Peru Business Council met.",
        "The Norway-Peru Cheese Group met.",
        "The Norway-Peru border is long.",
        "The Norway-led coalition left.",
        "The Norway talks were held.",
        "A Norway-sized hole was found.",
        "The Norway sanctions were lifted.",
        "Norwegian cheese was sold.",
    ],
)
def find_in_compounds(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims the names in a pair before a noun of dealing, the name before a participle that tells who holds it, and the state or body before a noun
    for what such do ("Norwegian sanctions", "UN aid"; "the Norway sanctions" may hit Norway), and two states before the name of a body that they share."""
    i = 0
    while i < len(doc.tokens):
        row = _row(doc, i)
        is_pair = len(row) > 1 and (_leads_to_dealing(doc, row[-1].last) or _leads_to_shared_body(doc, row))
        if is_pair or (row and (_leads_to_deed(doc, row[-1].last) or _leads_to_act(doc, row[-1]))):
            yield from (phrase for phrase in row if claims.add(phrase))
        i = row[-1].last if row else i + 1


def _row(doc: MarkedText, i: int) -> list[Phrase]:
    """The names from token `i` that only dashes part."""
    phrase = _named(doc, i)
    found: list[Phrase] = []
    while phrase is not None:
        found.append(phrase)
        behind = phrase.last
        is_joined = behind + 1 < len(doc.words) and doc.words[behind] in _DASHES
        phrase = _named(doc, behind + 1) if is_joined else None
    return found


def _named(doc: MarkedText, i: int) -> Phrase | None:
    """The state or body that a pack knows by the name at token `i`."""
    known = doc.known[i]
    if known is None or known.first != i:
        return None
    if (state := known.state_record()) is not None:
        return state_phrase(doc, state, known.first, known.last, "name")
    body = known_body(doc, Place(i, doc.sentence_of(i).last, {}, frozenset()))
    return body if body is not None and body.last == known.last else None


def _leads_to_act(doc: MarkedText, phrase: Phrase) -> bool:
    """Whether an adjective of a state, its initials or a body's name stand before a noun for what states and bodies do to others."""
    known = doc.known[phrase.head_first]
    form = known.form_of_state() if known is not None and phrase.kind == "state" else "acronym"
    return form in _FORMS_OF_DOERS and _leads_to_dealing(doc, phrase.last, _ACTS)


def _leads_to_dealing(doc: MarkedText, i: int, nouns: frozenset[str] = _DEALINGS) -> bool:
    """Whether one of `nouns`, else a noun for a dealing, ends the phrase that goes on at token `i`."""
    for j in range(i, min(i + _FARTHEST, doc.sentence_of(i - 1).last)):
        if doc.low[j] in nouns:
            return j + 1 >= len(doc.tokens) or doc.tokens[j].head != j + 1 or nouns is _DEALINGS
        if doc.tokens[j].tag not in _BEFORE_A_DEALING and doc.words[j] not in _DASHES:
            return False
    return False


def _leads_to_shared_body(doc: MarkedText, row: list[Phrase]) -> bool:
    """Whether states or bodies stand before a name with capitals that ends in a body's word and tells that they share it ("the Norway-Peru Joint Commission")."""
    first = row[-1].last
    limit = doc.sentence_of(first - 1).last
    last = next((j for j in range(first, limit) if not (doc.words[j][0].isupper() or doc.words[j] in _DASHES)), limit)
    name = doc.low[first : min(last, first + _LONGEST)]
    head = next((j for j, word in enumerate(name) if word in _BODIES), 0)
    return not _SHARED.isdisjoint(name[:head])


def _leads_to_deed(doc: MarkedText, i: int) -> bool:
    """Whether a hyphen and a participle such as "sponsored" follow, and behind them a dealing."""
    is_deed = i + 1 < len(doc.words) and doc.words[i] in _DASHES and doc.low[i + 1] in _DEEDS
    return is_deed and _leads_to_dealing(doc, i + 2)
