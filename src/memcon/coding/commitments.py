"""Commitments: who undertook what, and in which instrument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.events.items import without_signs
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Commitment, CommitmentStatus
from memcon.lexicon import values, words

_UNDERTAKING: Mapping[str, CommitmentStatus] = values("undertaking")
"""Verbs of undertaking → the status of what is undertaken. "agree" only with what is to be done ("agreed to share data")."""

_WITH_TO = words("undertaken_with_to")
_WITH_AN_OBJECT = words("undertaking_an_object")
_INSTRUMENTS = words("instrument")
_LEADING_TO_AN_INSTRUMENT = words("leading_to_an_instrument")


def find_commitments(index: TextIndex) -> tuple[Commitment, ...]:
    """The commitments that a text tells as made or reaffirmed, in its order; not those only planned, refused or supposed."""
    return tuple({c.id: c for c in _commitments(index)}.values())


def _commitments(index: TextIndex) -> Iterator[Commitment]:
    for token in index.tokens:
        status = _UNDERTAKING.get(index.tree.lemma(token.i)) if token.pos == "VERB" else None
        if status is None or not _is_told_as_done(index, token.i):
            continue
        bounds, parties = _undertaken(index, token.i), _parties(index, token.i)
        if bounds is None or not parties:
            continue
        document = index.annotation.document
        yield Commitment(
            id=content_id("commitment", document.id, document.offset(token.start)),
            parties=parties,
            text=index.span(*bounds).of(index.text),
            evidence=(index.cite_sentence(token.i),),
            status=status,
            instrument=_instrument(index, token.i),
            when=_when(index, token.i),
        )


def _is_told_as_done(index: TextIndex, verb: int) -> bool:
    """Whether a sentence tells that somebody has undertaken it; headlines are told again below."""
    is_past = index.tokens[verb].tag in {"VBD", "VBN"} and not index.is_heading(verb)
    return is_past and not (index.is_denied(verb) or index.is_supposed(verb) or index.tree.is_passive(verb))


def _parties(index: TextIndex, verb: int) -> tuple[str, ...]:
    """Who undertakes it; inside a relative clause its own subject ("a fact sheet, in which the two countries committed to …")."""
    for subjects in (doers(index, verb), index.tree.deps(verb, "nsubj")[:1]):
        found = tuple(dict.fromkeys(a for s in subjects for m in mentions_around(index, s) for a in m.actors))
        if found:
            return found
    return ()


def _undertaken(index: TextIndex, verb: int) -> tuple[int, int] | None:
    """The tokens of what is undertaken: the infinitive, what "to" or "on" leads, or the object."""
    for c in index.tree.deps(verb, "xcomp"):
        if any(index.tokens[a].tag == "TO" for a in index.tree.deps(c, "aux")):
            return without_signs(index, *index.tree.extent(c))
    if index.tree.lemma(verb) in _WITH_TO:
        for p in index.tree.deps(verb, "prep"):
            if index.tree.lower(p) == "to":
                first, last = index.tree.extent(p)
                return without_signs(index, first + 1, last)
    if index.tree.lemma(verb) in _WITH_AN_OBJECT:
        for o in index.tree.deps(verb, "dobj"):
            return without_signs(index, *index.tree.extent(o))
    return None


def _instrument(index: TextIndex, verb: int) -> str | None:
    """The paper that the commitment stands in: "in a joint statement", or what a relative clause hangs on ("a fact sheet, in which")."""
    head = index.tokens[verb].head
    if index.tokens[verb].dep == "relcl" and index.tree.lemma(head) in _INSTRUMENTS:
        return _noun_phrase(index, head)
    for p in index.tree.deps(verb, "prep"):
        for o in index.tree.deps(p, "pobj"):
            if index.tree.lower(p) in _LEADING_TO_AN_INSTRUMENT and index.tree.lemma(o) in _INSTRUMENTS:
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
