"""Atom, TimelineJS, FollowTheMoney, STIX, Web Annotation, PROV and the brief, each read by what it is for."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import feedparser
import pytest
from prov.model import ProvAgent, ProvDerivation, ProvDocument
from pyld import jsonld

from memcon.errors import UsageError
from memcon.report.exports.registry import EXPORTERS
from tests.ledger.notation import actor_id, event_id
from tests.report.exports.ledgers import EMPTY, EVIL, LEDGER, MAIL, everything, written
from tests.report.readings import TEXT

ONE_FILE = [name for name, each in EXPORTERS.items() if each.write and not name.startswith("brief")]


@pytest.mark.parametrize("name", ONE_FILE)
def test_the_same_ledger_gives_the_same_bytes_with_its_state(name: str) -> None:
    """And the licence, and the day as of which it is told."""
    write = EXPORTERS[name].write
    assert write
    found, again = (b"".join(write(everything(times))) for times in range(2))

    assert found == again
    assert b"CC0-1.0" in found
    assert b"2031-03-20" in found
    assert b"@2031-03-01T00:00:00Z" in found


def test_atom_tells_what_became_otherwise() -> None:
    """Read by feedparser without complaint, newest first, each entry under an id of its own; marks are text."""
    found = feedparser.parse(written("atom", since="2031-03-05"))

    assert not found.bozo
    assert len({e.id for e in found.entries}) == len(found.entries) > 5
    assert {e.title for e in found.entries} >= {"new: Dike visit"}
    assert "12th River Commission" not in str([e.title for e in found.entries])
    assert [e.updated for e in found.entries] == sorted((e.updated for e in found.entries), reverse=True)
    assert "<script>" not in written("atom").decode()


def test_an_empty_feed_is_a_feed() -> None:
    assert not feedparser.parse(written("atom", EMPTY)).bozo


def test_timelinejs_has_dates_as_exact_as_told() -> None:
    """By its documentation: `events` with `start_date` and `text`, dates as numbers, unique ids that are unique; text of articles is escaped."""
    found = json.loads(written("timelinejs"))
    slides = {slide["text"]["headline"]: slide for slide in found["events"]}

    assert found["scale"] == "human"
    assert slides["Dike visit"]["start_date"] == {"year": 2031, "month": 3, "day": 9}
    assert slides["Port talks"]["start_date"] == {"year": 2031, "month": 2}
    assert slides["Yearly fair"]["start_date"] == {"year": 2032}
    assert len({slide["unique_id"] for slide in found["events"]}) == len(found["events"])
    assert all(isinstance(v, int) for slide in found["events"] for v in slide["start_date"].values())
    assert "<script>" not in json.dumps(found)
    assert "Undated talks" not in slides


def test_timelinejs_has_the_keys_that_are_documented() -> None:
    """Each of the type that its page of the format names; what a slide has beside them is ours, and is passed over."""
    found = json.loads(written("timelinejs"))
    dates = {"year", "month", "day"}

    assert set(found) <= {"events", "title", "eras", "scale"}
    for slide in (found["title"], *found["events"]):
        assert set(slide) <= {
            "start_date",
            "end_date",
            "text",
            "group",
            "display_date",
            "autolink",
            "unique_id",
            "memcon",
        }
        assert set(slide["text"]) == {"headline", "text"}
        assert all(isinstance(words, str) for words in slide["text"].values())
        assert slide["autolink"] is False
        for edge in ("start_date", "end_date"):
            if edge in slide:
                assert {"year"} <= set(slide[edge]) <= dates
    assert "start_date" not in found["title"]
    assert all("start_date" in slide for slide in found["events"])


@pytest.mark.slow
def test_stix_is_valid() -> None:
    """By the library, strictly, and by the validator; a note is about those who take part and has its source."""
    import stix2
    import stix2validator

    text = written("stix").decode()
    bundle = stix2.parse(text, allow_custom=False)
    checked = stix2validator.validate_string(text)
    visit = next(each for each in bundle.objects if each.get("abstract") == "Dike visit")
    named = {each.id: each.name for each in bundle.objects if each.type == "identity"}

    assert checked.is_valid, [str(error) for error in checked.errors]
    assert {named[ref] for ref in visit.object_refs} == {"Ada Lind", "Ben Aho"}
    assert visit.external_references[0].external_id == MAIL.document.id
    assert json.loads(text) != json.loads(written("stix", EMPTY))
    assert stix2.parse(written("stix", EMPTY).decode(), allow_custom=False).objects


def test_a_stix_object_keeps_the_instant_of_its_making() -> None:
    """Whatever is recorded later; the new state of the ledger makes it a later version."""
    before, after = (
        {o["id"]: o for o in json.loads(written("stix", LEDGER, recorded=at))["objects"]} for at in ("2031-02-15", None)
    )
    both = [(before[id], after[id]) for id in before.keys() & after.keys()]

    assert both
    assert [a["created"] for a, _ in both] == [b["created"] for _, b in both]
    assert any(a["modified"] < b["modified"] for a, b in both)


def expanded() -> list[dict[str, Any]]:
    """The annotations as JSON-LD sees them, with the terms of the W3C's context that are used here."""
    oa, rdf = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    terms: dict[str, Any] = {
        "id": "@id", "type": "@type", "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
        "first": {"@id": "https://www.w3.org/ns/activitystreams#first", "@type": "@id"},
        "body": {"@id": f"{oa}hasBody", "@type": "@id"}, "target": {"@id": f"{oa}hasTarget", "@type": "@id"},
        "source": {"@id": f"{oa}hasSource", "@type": "@id"}, "selector": {"@id": f"{oa}hasSelector", "@type": "@id"},
        "exact": f"{oa}exact", "start": f"{oa}start", "end": f"{oa}end", "value": f"{rdf}value",
        **{t: f"{oa}{t}" for t in ("Annotation", "TextQuoteSelector", "TextPositionSelector", "TextualBody")},
        "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
        "AnnotationCollection": "https://www.w3.org/ns/activitystreams#OrderedCollection",
    }  # fmt: skip

    def load(url: str, options: Any) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": terms}}

    [collection] = jsonld.expand(json.loads(written("annotations")), {"documentLoader": load})
    [page] = collection["https://www.w3.org/ns/activitystreams#first"]
    [items] = page["https://www.w3.org/ns/activitystreams#items"]
    return items["@list"]  # type: ignore[no-any-return]


def test_annotations_are_linked_data_that_quote_the_text() -> None:
    """Each has a body and a target; its words stand in the document's text at the place that it names."""
    oa = "http://www.w3.org/ns/oa#"
    texts = {f"urn:memcon:{MAIL.document.id}": MAIL.document.text, "urn:memcon:doc_1": TEXT}
    found = expanded()

    assert len({each["@id"] for each in found}) == len(found) > 10
    for each in found:
        [target] = each[f"{oa}hasTarget"]
        text = texts[target[f"{oa}hasSource"][0]["@id"]]
        place, words = target[f"{oa}hasSelector"]
        start, end = (place[f"{oa}{edge}"][0]["@value"] for edge in ("start", "end"))
        assert text[start:end] == words[f"{oa}exact"][0]["@value"]
        assert each[f"{oa}hasBody"]


def test_prov_is_read_back_whole() -> None:
    """Every record is derived from a document by words of it."""
    text = written("prov").decode()
    found = ProvDocument.deserialize(content=text, format="json")
    agents = [str(each.identifier) for each in found.get_records(ProvAgent)]
    derived = {str(value) for each in found.get_records(ProvDerivation) for _, value in each.formal_attributes}

    assert len(agents) == len({*agents})
    assert f"memcon:{event_id('Dike visit')}" in derived
    assert f"memcon:{MAIL.document.id}" in derived
    assert found == ProvDocument.deserialize(content=found.serialize(format="json"), format="json")


FTM_REFERENCE = r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?"
"""What FollowTheMoney takes for an id; it drops a reference that is none (`followthemoney.types.entity`)."""


def test_followthemoney_entities_name_each_other() -> None:
    """A visit involves its parties and is proved by its document; the statements say the same, value by value."""
    entities = {row["id"]: row for row in map(json.loads, written("ftm").splitlines())}
    visit = entities[event_id("Dike visit").replace("_", "-")]["properties"]
    told = list(csv.DictReader(io.StringIO(written("ftm-statements").decode())))

    assert visit["involved"] == [actor_id(name).replace("_", "-") for name in ("Ada Lind", "Ben Aho")]
    assert visit["recordId"] == [event_id("Dike visit")]
    assert visit["date"] == ["2031-03-09"]
    references = [
        ref for row in entities.values() for name in ("involved", "proof") for ref in row["properties"].get(name, [])
    ]
    assert {*references} <= {*entities}
    assert all(re.fullmatch(FTM_REFERENCE, id) for id in entities)
    assert {(r["entity_id"], r["prop"], r["value"]) for r in told} == {
        (id, prop, value) for id, row in entities.items() for prop, values in row["properties"].items() for value in values
    }  # fmt: skip
    assert len({r["id"] for r in told}) == len(told)


def test_followthemoney_accepts_every_value() -> None:
    """By its own model, where that is installed (it needs ICU, so it is in no extra of ours)."""
    model = pytest.importorskip("followthemoney").model
    for line in written("ftm").splitlines():
        row = json.loads(line)
        entity = model.get_proxy(row)
        for prop, values in row["properties"].items():
            assert prop in entity.schema.properties, (row["schema"], prop)
            assert sorted(entity.get(prop)) == sorted(values), (row["schema"], prop)
            assert all(entity.schema.properties[prop].type.clean(value) for value in values), (row["schema"], prop)


def test_a_brief_needs_to_know_about_what() -> None:
    """And bears the state of the ledger at its foot."""
    page = written("brief-html", about="Dike visit", since="2031").decode()

    assert "Dike visit" in page
    assert "2031-03-01T00:00:00Z" in page
    assert "<script>alert" not in page
    assert "2031-03-01T00:00:00Z" in written("brief", about="Dike visit", since="2031").decode()
    with pytest.raises(UsageError, match="about something"):
        written("brief")


def test_a_brief_ends_with_the_ledger_and_tells_what_is_ahead() -> None:
    """Its last day is that of the last entry, unless another is asked."""
    page = written("brief", about="Yearly fair", since="2031").decode()

    assert "2031 to 2031-03-01" in page
    assert "Yearly fair, scheduled, 2032" in page.partition("## Upcoming")[2].partition("##")[0]


def test_hostile_words_stay_words() -> None:
    """They are in every format that has all events, and act in none."""
    assert all(EVIL in json.dumps(json.loads(written(name)), ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\") for name in ("stix", "annotations", "prov"))  # fmt: skip
