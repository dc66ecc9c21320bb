"""Commitments: who undertook what, and in which instrument."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.syntax import Syntax
from memcon.domain.ids import content_id
from memcon.domain.records import Commitment, CommitmentStatus

_UNDERTAKING: dict[str, CommitmentStatus] = {
    "commit": "made", "pledge": "made", "promise": "made", "vow": "made", "undertake": "made", "agree": "made", "reaffirm": "reaffirmed",
}  # fmt: skip
"""Verbs of undertaking → the status of what is undertaken. "agree" only with what is to be done ("agreed to share data")."""

_INSTRUMENTS = frozenset(
    [
        "sheet",
        "statement",
        "declaration",
        "agreement",
        "communique",
        "treaty",
        "memorandum",
        "accord",
        "pact",
        "charter",
        "protocol",
        "mou",
    ]
)


def find_commitments(syntax: Syntax) -> tuple[Commitment, ...]:
    """The commitments that a text tells as made or reaffirmed, in its order; not those only planned, refused or supposed."""
    return tuple({c.id: c for c in _commitments(syntax)}.values())


def _commitments(syntax: Syntax) -> Iterator[Commitment]:
    document = syntax.annotation.document
    for token in syntax.tokens:
        if (
            token.pos != "VERB"
            or token.tag not in {"VBD", "VBN"}
            or syntax.sentence(token.i).kind in {"title", "heading"}
        ):
            continue
        status = _UNDERTAKING.get(token.lemma.lower())
        if status is None or syntax.is_denied(token.i) or syntax.is_supposed(token.i) or syntax.is_passive(token.i):
            continue
        bounds = _undertaken(syntax, token.i)
        parties = tuple(
            dict.fromkeys(a for s in syntax.subjects(token.i) for m in syntax.mentions_around(s) for a in m.actors)
        )
        parties = parties or _relative_parties(syntax, token.i)
        if bounds is None or not parties:
            continue
        span = syntax.span(*bounds)
        yield Commitment(
            id=content_id("commitment", document.id, document.offset(token.start)),
            parties=parties,
            text=span.of(syntax.text),
            evidence=(syntax.cite_sentence(token.i),),
            status=status,
            instrument=_instrument(syntax, token.i),
            when=_when(syntax, token.i),
        )


def _undertaken(syntax: Syntax, verb: int) -> tuple[int, int] | None:
    """The tokens of what is undertaken: the infinitive, what "to" or "on" leads, or the object."""
    for c in syntax.deps(verb, "xcomp"):
        if any(syntax.tokens[a].tag == "TO" for a in syntax.deps(c, "aux")):
            return _trimmed(syntax, *syntax.extent(c))
    if syntax.lemma(verb) in {"commit", "pledge"}:
        for p in syntax.deps(verb, "prep"):
            if syntax.lower(p) == "to":
                first, last = syntax.extent(p)
                return _trimmed(syntax, first + 1, last)
    if syntax.lemma(verb) in {"pledge", "promise", "reaffirm"}:
        for o in syntax.deps(verb, "dobj"):
            return _trimmed(syntax, *syntax.extent(o))
    return None


def _trimmed(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    while last > first and syntax.tokens[last].pos == "PUNCT":
        last -= 1
    return first, last


def _relative_parties(syntax: Syntax, verb: int) -> tuple[str, ...]:
    """The subject inside a relative clause ("a fact sheet, in which the two countries committed to …")."""
    for s in syntax.deps(verb, "nsubj"):
        return tuple(dict.fromkeys(a for m in syntax.mentions_around(s) for a in m.actors))
    return ()


def _instrument(syntax: Syntax, verb: int) -> str | None:
    """The paper that the commitment stands in: "in a joint statement", or what a relative clause hangs on ("a fact sheet, in which")."""
    head = syntax.tokens[verb].head
    if syntax.tokens[verb].dep == "relcl" and syntax.lemma(head) in _INSTRUMENTS:
        return _noun_phrase(syntax, head)
    for p in syntax.deps(verb, "prep"):
        for o in syntax.deps(p, "pobj"):
            if syntax.lower(p) in {"in", "under", "by"} and syntax.lemma(o) in _INSTRUMENTS:
                return _noun_phrase(syntax, o)
    return None


def _noun_phrase(syntax: Syntax, head: int) -> str:
    """The noun with the words before it, without its article."""
    first = min(
        [head, *(syntax.extent(c)[0] for c in syntax.deps(head, "amod", "compound", "nmod", "poss") if c < head)]
    )
    return syntax.span(first, head).of(syntax.text)


def _when(syntax: Syntax, verb: int) -> str | None:
    """The time that hangs on the verb itself."""
    for c in syntax.children[verb]:
        for i in (c, *syntax.deps(c, "pobj")):
            timex = syntax.timex_at.get(i)
            if timex is not None and timex.type == "DATE" and timex.edtf and ".." not in timex.edtf:
                return timex.edtf
    return None
