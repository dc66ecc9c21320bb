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
        if is_clause and parsed.children(t.i, "nsubj") and not parsed.children(t.i, "cop", "aux", "det"):
            yield replace(t, tag="VBP", pos="VERB", lemma=t.text.lower())


MENDS_OF_TAGS = (noun_with_a_subject,)
"""What is tagged right, in this order."""
