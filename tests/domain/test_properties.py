"""The table of properties: complete, without twins, and true of the records."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from memcon.domain import views
from memcon.domain.properties import (
    RECORDS,
    DocumentFacts,
    Property,
    all_properties,
    parts,
    properties_of,
    property_of,
    with_parts,
)

NO_CLAIM = {
    "id",
    "evidence",
    "certainty",
    "confidence",
    "attribution",
    "mentions",
    "content_spans",
    "speaker_span",
    "key",
    "year",
}
"""Fields of records that are no properties: what every claim has beside its value, places in the text, and what ids are made of."""

VIEWS = {kind: getattr(views, f"{record.__name__}View") for kind, record in RECORDS.items()}


def case(each: Property) -> str:
    return f"{each.record} {each.name}"


def test_names_are_unique() -> None:
    """No kind of record has two properties of one name."""
    names = [(each.record, each.name) for each in all_properties()]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("record", [*RECORDS.values(), DocumentFacts])
def test_every_field_of_a_record_is_a_property_or_none_for_a_reason(record: type) -> None:
    """What a document yields is kept: a field that was forgotten fails here."""
    claimed = {each.attribute for each in all_properties() if RECORDS.get(each.record, DocumentFacts) is record}

    assert {field.name for field in fields(record)} - claimed <= NO_CLAIM


@pytest.mark.parametrize("each", [p for p in all_properties() if p.record in VIEWS], ids=case)
def test_every_property_is_shown_under_its_own_name(each: Property) -> None:
    """A view has the record's own name for every property."""
    assert each.attribute in {field.name for field in fields(VIEWS[each.record])}


@pytest.mark.parametrize("each", all_properties(), ids=case)
def test_fields_that_hold_ids_or_times_exist(each: Property) -> None:
    """`ids` and `edtf` name fields of the value, `evidence` a field of the record, and every property says what it means."""
    record = RECORDS.get(each.record, DocumentFacts)
    known = {field.name for field in fields(each.value)} if is_dataclass(each.value) else {""}
    places = {"record", "own", "mention", *(field.name for field in fields(record))}

    assert {*each.ids, *each.edtf} <= known
    assert each.evidence in places
    assert each.means


def test_a_wrong_name_is_an_error() -> None:
    """Neither end can ask for a property that the table does not have."""
    assert property_of("event", "label") in properties_of("event")
    with pytest.raises(KeyError):
        property_of("event", "lable")


def test_places_in_a_value() -> None:
    """Ids and times are found and changed in the value itself, in its fields, and in lists; what is absent stays so."""
    value = {"actors": ["a", "b"], "type": "CONSULT"}

    assert parts("2031", ("",)) == ["2031"]
    assert parts({"when": "2031"}, ("when",)) == ["2031"]
    assert parts({}, ("when",)) == []
    assert with_parts("a", ("",), str.upper) == "A"
    assert with_parts(value, ("actors", "recipients"), str.upper) == {"actors": ["A", "B"], "type": "CONSULT"}
