"""Commitments: who undertook what, in which instrument, by when, and how far it has come.

Takes a text's index, its attributions and the tokens that name events; gives `Commitment`s. Rules find the duties (`acts`, `promises`, `lists`); what is
kept was learned (`training.stances`).
"""

from memcon.coding.commitments.records import candidates, find_commitments

__all__ = ["candidates", "find_commitments"]
