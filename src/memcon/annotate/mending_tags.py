"""Verbs that the tagger took for something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.parsed import Parsed
from memcon.domain.labels import ADJUNCT_CLAUSES
from memcon.domain.rules import rule
from memcon.domain.tokens import Token


@rule(
    yes=["They will talk when the two meet in Oslo on Friday."],
    no=["They will talk when both ministers meet in Oslo.", "They will talk when the race is over."],
)
def noun_with_a_subject(parsed: Parsed) -> Iterator[Token]:
    """What has a subject and hangs on a verb as a clause, though it was tagged a noun in the singular, is a verb: "when the two [meet]"."""
    for t in parsed.tokens:
        is_clause = t.tag == "NN" and t.dep in ADJUNCT_CLAUSES
        if is_clause and parsed.children(t.i, "nsubj") and not parsed.children(t.i, "aux", "det"):
            yield replace(t, tag="VBP", pos="VERB", lemma=t.text.lower())


@rule(
    yes=["The joint committee was set up in 2001 and last met in March."],
    no=["The commission last met in September.", "The first left and the last met in September."],
)
def last_before_a_verb(parsed: Parsed) -> Iterator[Token]:
    """A bare "last" right before a verb that has no other subject is when it was done, not who did it: "was closed and [last] met in May"."""
    for t in parsed.tokens:
        is_bare = t.text == "last" and t.dep == "nsubj" and not parsed.children(t.i)
        if is_bare and t.head == t.i + 1 and parsed.at(t.head).dep == "conj":
            yield replace(t, tag="RB", pos="ADV", dep="advmod")


MENDS_OF_TAGS = (noun_with_a_subject, last_before_a_verb)
"""What is tagged right, in this order."""
