"""Commitments: who undertook what, and in which instrument."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.events.items import without_signs
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Commitment
from memcon.lexicon import words

_UNDERTAKING = words("undertaking")
_REAFFIRMING = words("reaffirming")
_GIVING_ONESELF_TO = words("undertaking_with_to")
_TAKING_AS_OBJECT = words("undertaking_an_object")
_INSTRUMENTS = words("instrument")
_STANDING_IN = words("leading_to_an_instrument")
_PAST = frozenset({"VBD", "VBN"})


def find_commitments(index: TextIndex) -> tuple[Commitment, ...]:
    """The commitments that a text tells as made or reaffirmed, in its order; not those only planned, refused or supposed."""
    return tuple({c.id: c for c in _commitments(index)}.values())


def _commitments(index: TextIndex) -> Iterator[Commitment]:
    for verb in (t.i for t in index.tokens if t.pos == "VERB" and t.tag in _PAST and not index.is_heading(t.i)):
        lemma = index.tree.lemma(verb)
        if lemma not in _UNDERTAKING or _is_not_made(index, verb):
            continue
        undertaken, parties = _undertaken(index, verb), _parties(index, verb)
        if undertaken is not None and parties:
            document = index.annotation.document
            yield Commitment(
                id=content_id("commitment", document.id, document.offset(index.tokens[verb].start)),
                parties=parties,
                text=index.span(*undertaken).of(index.text),
                evidence=(index.cite_sentence(verb),),
                status="reaffirmed" if lemma in _REAFFIRMING else "made",
                instrument=_instrument(index, verb),
                when=_when(index, verb),
            )


def _is_not_made(index: TextIndex, verb: int) -> bool:
    """Whether what is undertaken is only planned, refused or supposed, or the verb tells what was done to its subject."""
    return index.is_denied(verb) or index.is_supposed(verb) or index.tree.is_passive(verb)


def _undertaken(index: TextIndex, verb: int) -> tuple[int, int] | None:
    """The tokens of what is undertaken: the infinitive, what "to" leads to, or the object."""
    tree, lemma = index.tree, index.tree.lemma(verb)
    for c in tree.deps(verb, "xcomp"):
        if tree.is_infinitive(c):
            return without_signs(index, *tree.extent(c))
    for p in tree.deps(verb, "prep") if lemma in _GIVING_ONESELF_TO else ():
        if tree.lower(p) == "to":
            return without_signs(index, tree.first(p) + 1, tree.last(p))
    for o in tree.deps(verb, "dobj") if lemma in _TAKING_AS_OBJECT else ():
        return without_signs(index, *tree.extent(o))
    return None


def _parties(index: TextIndex, verb: int) -> tuple[str, ...]:
    """Who undertakes it: whoever does it, or the subject inside a relative clause ("a fact sheet, in which the two countries committed to …")."""
    for subjects in (doers(index, verb), index.tree.deps(verb, "nsubj")[:1]):
        found = dict.fromkeys(a for s in subjects for m in mentions_around(index, s) for a in m.actors)
        if found:
            return tuple(found)
    return ()


def _instrument(index: TextIndex, verb: int) -> str | None:
    """The paper that the commitment stands in: "in a joint statement", or what a relative clause hangs on ("a fact sheet, in which")."""
    head = index.tokens[verb].head
    if index.tokens[verb].dep == "relcl" and index.tree.lemma(head) in _INSTRUMENTS:
        return _noun_phrase(index, head)
    for p in index.tree.deps(verb, "prep"):
        for o in index.tree.deps(p, "pobj"):
            if index.tree.lower(p) in _STANDING_IN and index.tree.lemma(o) in _INSTRUMENTS:
                return _noun_phrase(index, o)
    return None


def _noun_phrase(index: TextIndex, head: int) -> str:
    """The noun with the words before it, without its article."""
    first = min(
        [
            head,
            *(index.tree.extent(c)[0] for c in index.tree.deps(head, "amod", "compound", "nmod", "poss") if c < head),
        ]
    )
    return index.span(first, head).of(index.text)


def _when(index: TextIndex, verb: int) -> str | None:
    """The time that hangs on the verb itself."""
    for c in index.tree.children[verb]:
        for i in (c, *index.tree.deps(c, "pobj")):
            timex = index.timex_at.get(i)
            if timex is not None and timex.type == "DATE" and timex.edtf and ".." not in timex.edtf:
                return timex.edtf
    return None
