"""Positions: who supports, opposes, rejects, is concerned about or undecided on what, on what grounds and conditions.

Takes a text's index, its attributions and the records that a position may be about; gives `Position`s. Rules find the stands (`verbs`, `nouns`,
`adjectives`), `reality` asks whether they are taken, `holders` whose they are; what is kept was learned (`training.stances`).
"""

from memcon.coding.positions.records import candidates, find_positions

__all__ = ["candidates", "find_positions"]
