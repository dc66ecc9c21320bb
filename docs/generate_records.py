"""Writes what docs/reference says of records from the table of properties; with --check, only says whether it is up to date (exit 1).

In data-model.md that is the table of properties, in contract.md the table of each record that a document yields.
"""

from __future__ import annotations

import re
import sys
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any

from memcon.codebook import load_codebook
from memcon.domain.actors import Office
from memcon.domain.claimed import ITSELF
from memcon.domain.entries import SubjectKind
from memcon.domain.properties import RECORDS, Property, all_properties, properties_of
from memcon.domain.records import Assessment, ChannelRef, Participant, Phrase, Place, Plover, StatusStep, ToldAs

REFERENCE = Path(__file__).parent / "reference"

NAMES: dict[Any, str] = {
    str: "text",
    int: "number",
    float: "number",
    Office: "office",
    ChannelRef: "channel reference",
    StatusStep: "status step",
    Place: "place",
    Participant: "participant",
    Phrase: "phrase",
    Plover: "plover",
    ToldAs: "told",
    Assessment: "assessment",
}
"""What the contract calls a type; of a closed list of words it gives the words."""


@dataclass(frozen=True)
class Row:
    """A row of the contract: key, type, meaning."""

    key: str
    type: str
    means: str = ""

    def __str__(self) -> str:
        return f"| `{self.key}` | {self.type} | {self.means} |".replace("|  |", "| |")


NO_PROPERTY: dict[str, Row] = {
    row.key: row
    for row in (
        Row("id", "text"),
        Row("certainty", "number", "0 to 1"),
        Row("confidence", "number", "0 to 1"),
        Row("attribution", "attribution", "whose word it is"),
        Row("mentions", "list of span", "where it is named; the ledger keeps only the place of each name"),
        Row("speaker_span", "span or null", "where the text names the speaker"),
        Row("evidence", "list of evidence"),
    )
}
"""Keys of records that are no properties."""

WORDED: dict[tuple[SubjectKind, str], tuple[Row, ...]] = {
    ("event", "when"): (
        Row("when", "EDTF or null", "when it takes place"),
        Row(
            "when_basis",
            "text or null",
            "how it is known: `stated`, `framed` (by a visit or a host event), `published` (told as news: not later)",
        ),
        Row("when_text", "text or null", "the words that say when"),
        Row("when_span", "span or null", "where they stand"),
    ),
    ("event", "attribution"): (Row("attribution", "attribution", "whose word the latest status is"),),
    ("statement", "content_text"): (Row("content", "content", "the words, or what they say"),),
    ("statement", "content_spans"): (),
    ("actor", "key"): (),
    ("event", "year"): (),
    ("position", "target_text"): (Row("target", "target", "on what"),),
    ("position", "target"): (),
}
"""Fields that the contract words otherwise (`memcon.report.contract.SHAPES`)."""

STATUSES = " ".join(f"`{status}`" for status in load_codebook().statuses.entries)

ADDED: dict[tuple[SubjectKind, str], tuple[Row, ...]] = {
    ("actor", "offices"): (Row("office", "text or null", "the current office, as worded"),),
    ("event", "statuses"): (Row("status", "text or null", f"the latest word; null where it is left open: {STATUSES}"),),
    ("event", "evidence"): (Row("attribution", "attribution", "whose word the latest status is"),),
    ("statement", "confidence"): (
        Row("is_shown", "true or false", "whether `read` and `statements` show it unless asked for all"),
    ),
}
"""Keys that stand beside a field's own: what can be told from it."""


def contract_rows(kind: SubjectKind) -> Iterator[Row]:
    """The rows of a record's table, in the order of its fields."""
    yield from sorted(_rows(kind), key=lambda row: row.key == "evidence")


def _rows(kind: SubjectKind) -> Iterator[Row]:
    record = RECORDS[kind]
    hints = typing.get_type_hints(record, include_extras=True)
    known = {each.attribute: each for each in properties_of(kind)}
    for field in fields(record):
        yield from ADDED.get((kind, field.name), ())
        if (kind, field.name) in WORDED:
            yield from WORDED[kind, field.name]
        elif field.name in known:
            each = known[field.name]
            means = ": ".join(part for part in (each.means, words_of(each)) if part)
            yield Row(field.name, type_of(each, may_lack=_may_lack(hints[field.name])), means)
        else:
            yield NO_PROPERTY[field.name]


def _may_lack(hint: Any) -> bool:
    held = typing.get_args(hint)[0] if typing.get_origin(hint) is Annotated else hint
    return typing.get_origin(held) in (types.UnionType, typing.Union) and type(None) in typing.get_args(held)


def type_of(each: Property, *, may_lack: bool) -> str:
    """The contract's type of a property: "list of actor id", "EDTF or null"."""
    if ITSELF in each.ids:
        one = "id" if each.names == "record" else f"{each.names} id"
    else:
        one = "EDTF" if ITSELF in each.edtf else NAMES.get(each.item, "text")
    return (f"list of {one}" if each.is_many else one) + (" or null" if may_lack else "")


def words_of(each: Property) -> str:
    """The words of a closed list, in code marks; nothing for other properties."""
    known = load_codebook().kind_names if (each.record, each.name) == ("event", "kind") else typing.get_args(each.item)
    return " ".join(f"`{word}`" for word in known)


def value_of(each: Property) -> str:
    """What the ledger holds: "text", "actor id", or the fields of an object."""
    if each.value in (str, int, float) or typing.get_origin(each.value) is typing.Literal:
        return (
            "text"
            if each.value is str and each.item is Phrase
            else type_of(each, may_lack=False).removeprefix("list of ")
        )
    return "`{" + ", ".join(field.name for field in fields(each.value)) + "}`"


def property_table() -> str:
    """All properties: subject, name, value, meaning."""
    rows = ["| subject | property | value | meaning |", "|---|---|---|---|"]
    for each in all_properties():
        star = "\\*" if each.is_many else ""
        rows.append(f"| {each.record} | `{each.name}`{star} | {value_of(each)} | {each.means} |")
    return "\n".join(rows)


def with_contract_tables(page: str) -> str:
    """contract.md with the table of each record written anew."""
    for kind in RECORDS:
        table = "\n".join(["| key | type | meaning |", "|---|---|---|", *map(str, contract_rows(kind))])
        page, count = re.subn(rf"(?<=\n## {kind}\n\n)(?:\|[^\n]*\n)+", lambda _, new=table: f"{new}\n", page)  # type: ignore[misc]
        if count != 1:
            raise SystemExit(f"contract.md has no table under the heading {kind!r}")
    return page


def with_property_table(page: str) -> str:
    """data-model.md with the table of properties written anew."""
    table = property_table()
    found, count = re.subn(r"\| subject \| property[^\n]*\n(?:\|[^\n]*\n)+", lambda _: f"{table}\n", page)
    if count != 1:
        raise SystemExit("data-model.md has no table that begins with: | subject | property")
    return with_closed_lists(found)


def with_closed_lists(page: str) -> str:
    """data-model.md with the words of the codebook's tables in its closed lists; what is said behind a list stays."""
    book = load_codebook()
    lists = {"event kind": book.kind_names, "status": book.statuses.entries, "role": book.roles.entries}
    for name, known in lists.items():
        page, count = re.subn(rf"^(\| {name} \| `)[^`]*`", rf"\g<1>{' '.join(known)}`", page, flags=re.M)
        if count != 1:
            raise SystemExit(f"data-model.md has no row of closed lists that begins with: | {name} |")
    return page


def main() -> int:
    """Writes the pages, or compares them."""
    stale = []
    for name, renew in (("contract.md", with_contract_tables), ("data-model.md", with_property_table)):
        path = REFERENCE / name
        before = path.read_text(encoding="utf-8")
        after = renew(before)
        if after != before:
            stale.append(name)
            if "--check" not in sys.argv[1:]:
                path.write_text(after, encoding="utf-8")
    if stale and "--check" in sys.argv[1:]:
        print(f"{', '.join(stale)}: not what the table of properties says; run: make accept", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
