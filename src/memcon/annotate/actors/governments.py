"""Governments by their leader: "the Example government", "the Ann Example administration"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.annotate.actors.lexicon import ARTICLES, POSSESSIVE_S, QUALIFIERS
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import title_head
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.rules import rule
from memcon.lexicon import words
from memcon.lexicon.marks import marked

_PRESIDENCY = "presidency"
_GOVERNMENTS = marked("body_nouns", "leader") | {_PRESIDENCY}
_BEFORE_LEADER = words("governing_colours") | QUALIFIERS.keys()
_LONGEST_NAME = 6


@rule(
    yes=[
        "The Holm government resigned. → Holm government",
        "The former Ann Holm administration resigned. → Ann Holm administration",
        "Holm's cabinet resigned. → Holm cabinet",
    ],
    no=[
        "The government resigned.",
        "The Peruvian government resigned.",
        "President Holm's government resigned.",
        "Peru's Muslim-led government resigned.",
    ],
)
def find_governments(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims a government that its leader's name tells: the body, not the leader."""
    for i in range(len(doc.tokens)):
        if doc.low[i] not in _GOVERNMENTS or (doc.is_capital(i) and not doc.headline[doc.tokens[i].sentence]):
            continue
        first = _name_before(doc, i)
        if first < i and claims.is_free(first, i + 1):
            phrase = _government(doc, first, i)
            if claims.add(phrase):
                yield phrase


def _government(doc: MarkedText, first: int, i: int) -> Phrase:
    floor = doc.sentence_of(i).first
    start = first
    while start > floor and doc.low[start - 1] in _BEFORE_LEADER:
        start -= 1
    if start > floor and doc.low[start - 1] in ARTICLES:
        start -= 1
    end = i - 1 if doc.low[i - 1] in POSSESSIVE_S else i
    while end > first and not doc.words[end - 1][0].isalnum():
        end -= 1
    leader = doc.quote(first, end)
    noun = "government" if doc.low[i] == _PRESIDENCY else doc.low[i]
    return Phrase(
        kind="organization",
        form="name",
        first=start,
        last=i + 1,
        head_first=first,
        head_last=i + 1,
        name=f"{leader} {noun}",
        sector="GOV",
        key=f"government of {leader}",
    )


def _name_before(doc: MarkedText, i: int) -> int:
    """Where the name of a person before token i starts (i when there is none): packs' states and bodies are no such name."""
    floor = doc.sentence_of(i).first
    end = i - 1 if i > floor and doc.low[i - 1] in POSSESSIVE_S else i
    start = end
    while start > floor and end - start < _LONGEST_NAME and _is_part(doc, start - 1, start):
        known = doc.known[start - 1]
        if known is not None and not known.tenures():
            return i
        if _is_head(doc, start - 1):
            break
        start -= 1
    return start if start < end else i


def _is_head(doc: MarkedText, k: int) -> bool:
    """Whether a word is the noun of a title or of a body, and no part of a name."""
    return title_head(doc, k) is not None or doc.is_body_noun(k)


def _is_part(doc: MarkedText, k: int, start: int) -> bool:
    """Whether token k is a word of the name that goes on at `start`: by its shape, or as a hyphen or the part behind one ("Min-a")."""
    is_joint = doc.words[k] == "-" and doc.is_glued(k) and doc.is_glued(start)
    return is_joint or doc.is_name_word(k) or _is_second_syllable(doc, k)


def _is_second_syllable(doc: MarkedText, k: int) -> bool:
    is_inside = k >= doc.sentence_of(k).first + 2 and doc.words[k - 1] == "-" and doc.words[k].islower()
    is_inside = is_inside and doc.tokens[k].pos != "VERB"  # "Sami-led" is no name
    return is_inside and doc.is_glued(k) and doc.is_glued(k - 1) and doc.is_capital(k - 2)
