"""Surnames: which words of a full name stand for it, and which of them are not the state of that name."""

from __future__ import annotations

from memcon.annotate.actors.identity import without_article
from memcon.annotate.actors.lexicon import LOCATIVE_PREPOSITIONS
from memcon.annotate.actors.phrases import Claims
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.labels import NOMINAL_SUBJECTS, OBJECTS
from memcon.lexicon.marks import marked

_GENERATIONS = marked("name_suffixes", "generation")


def surnames(name: str) -> set[str]:
    """The words of a full name that may stand for it: the last, and the first for names that put the family first."""
    parts = [without_article(w) for w in name.split() if len(w) > 1 and w.lower() not in _GENERATIONS]
    return {parts[0], parts[-1]} | {" ".join(parts[-2:])} if parts else set()


def surnames_like_states(doc: MarkedText, claims: Claims) -> set[str]:
    """The surnames of persons of this text that are also a state's name, where the text never speaks of that state as a place or people."""
    ends = {p.head_last - 1 for p in claims.phrases if p.kind == "person" and " " in p.name}
    found, states = dict[str, str](), set[str]()
    for known in doc.names_known():
        state = known.state_record()
        if state is None:
            continue
        if known.first in ends and known.last == known.first + 1:
            found[doc.words[known.first]] = state.code
        elif not _may_be_person(doc, known):
            states.add(state.code)
    return {word for word, code in found.items() if code not in states}


def _may_be_person(doc: MarkedText, known: Known) -> bool:
    """Whether one word that names a state stands as a party of a verb or owns something, but no office ("Chad's envoy" is the state's), and not as a
    place."""
    if known.form_of_state() != "name" or known.last > known.first + 1:
        return False
    token, before = doc.tokens[known.first], doc.low[known.first - 1] if known.first else ""
    is_owner = token.dep == "poss" and not doc.is_title_noun(token.head)
    is_party = is_owner or token.dep in NOMINAL_SUBJECTS or token.dep in OBJECTS or before == "with"
    return is_party and before not in LOCATIVE_PREPOSITIONS
