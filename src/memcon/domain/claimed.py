"""What a field of a record must say of itself to be a property: a claim that the ledger keeps with its evidence.

    agenda: Annotated[tuple[Phrase, ...], Claimed("what it is about", name="agenda", evidence="own")] = ()

The rest is in the field: what it holds and whether it holds several. `memcon.domain.properties` is the table of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

ITSELF = ""
"""In `ids` and `edtf`: the value itself, not a field of it."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A field that is a property.

    `means` says in a line what it tells. `name` is what the ledger calls it, where that is not the field's name (one of several: "alias").
    `ids` and `edtf` name the fields of the value that are ids of records and EDTF times, `ITSELF` the value; `names` says of what kind
    the records are. `evidence` is where the evidence comes from: the `record`'s own, the item's `own` place, the first `mention` that has the
    words, or another field of the record that holds the spans; where that gives none, the record's own.
    """

    means: str
    name: str | None = None
    ids: tuple[str, ...] = ()
    names: str = "record"
    edtf: tuple[str, ...] = ()
    evidence: str = "record"
