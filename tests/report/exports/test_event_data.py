"""PLOVER, POLECAT and CAMEO: rows of event data."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from memcon.codebook import load_codebook
from memcon.codebook.scales import cameo_of, load_cameo, load_scales
from memcon.domain.records import Plover
from memcon.report.exports.cameo import dyads
from memcon.report.exports.material import Material, sector_of
from memcon.report.exports.polecat import COLUMNS, OWN_COLUMNS
from tests.ledger.notation import actor_id, event_id
from tests.report.exports.ledgers import material, written


def plover_rows() -> dict[str, dict[str, Any]]:
    return {row["event_text"]: row for row in map(json.loads, written("plover").splitlines())}


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(name).decode()), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_plover_has_the_required_fields_and_the_coding_of_the_event() -> None:
    """A visitor does it to the host; days are as exact as told, and how exactly stands beside them."""
    rows = plover_rows()
    visit = rows["Dike visit"]

    assert (visit["event"], visit["mode"], visit["quad_code"], visit["event_scale"]) == (["CONSULT"], ["visit"], 1, 4.0)
    assert [a["entity_text"] for a in visit["actor"]] == ["Ada Lind"]
    assert [a["entity_text"] for a in visit["recipient"]] == ["Ben Aho"]
    assert (visit["date"], visit["enddate"], visit["comment"]) == ("2031-03-09", None, "when: 2031-03-09; status: held")
    assert (rows["Port talks"]["date"], rows["Port talks"]["enddate"]) == ("2031-02-01", "2031-02-28")
    assert rows["Delta talks"]["event"] == ["REJECT"]
    assert (rows["Undated talks"]["date"], rows["Undated talks"]["comment"][:15]) == ("2031-03-10", "by: publication")
    assert all(row["id"] and row["date"] and row["event"] and row["text"] for row in rows.values())


def test_plover_has_no_row_for_what_is_only_talked_of() -> None:
    """A rumour is none, and whoever exports is told."""
    from memcon.report.exports.plover import uncoded

    assert "Rumour" not in plover_rows()
    assert "no row" in uncoded(material("plover"))[0]


def test_quotations_stand_in_the_text_at_their_offsets() -> None:
    """Where the row says."""
    from tests.report.exports.ledgers import MAIL

    for row in plover_rows().values():
        place = row["text_info"]
        if place["text_story"] == MAIL.document.id:
            assert MAIL.document.text[place["start"] : place["end"]] == row["text"]


def test_polecat_has_the_columns_of_the_public_files() -> None:
    """In order, then ours; whoever visits is the actor."""
    found = {row["Event ID"]: row for row in table("polecat")}
    visit = found[event_id("Dike visit")]

    assert list(visit) == [*COLUMNS, *OWN_COLUMNS]
    assert (visit["Actor Name"], visit["Recipient Name"], visit["Event Mode"]) == ("Ada Lind", "Ben Aho", "visit")
    assert found[event_id("Yearly fair")]["Event End Date"] == "2032-12-31"


@pytest.mark.slow
def test_polecat_is_read_by_pandas_with_its_types() -> None:
    """Dates, numbers and text as documented."""
    import pandas as pd

    found = pd.read_csv(io.BytesIO(written("polecat")), sep="\t", na_values="None", keep_default_na=False, quoting=3)
    found["Event Date"] = pd.to_datetime(found["Event Date"], format="%Y-%m-%d")
    visit = found[found["Event ID"] == event_id("Dike visit")].iloc[0]

    assert list(found.columns) == [*COLUMNS, *OWN_COLUMNS]
    assert len(COLUMNS) == 40
    assert found["Intensity"].dtype == float
    assert (visit["Actor Name"], visit["Recipient Name"], visit["Event Mode"]) == ("Ada Lind", "Ben Aho", "visit")
    assert visit["Quad Code"] == "VERBAL COOPERATION"
    assert set(found["Quad Code"]) <= {s.quad_name for s in load_scales().values()}
    assert found[found["Event ID"] == event_id("Yearly fair")].iloc[0]["Event End Date"] == "2032-12-31"


def test_cameo_has_two_rows_for_a_visit_and_all_pairs_for_a_meeting() -> None:
    """042 from the visitor, 043 from the host; three parties make six rows."""
    found = table("cameo")
    visit = [row for row in found if row["event_id"] == event_id("Dike visit")]
    talks = [row for row in found if row["event_id"] == event_id("Port talks")]

    assert sorted((row["source_actor"], row["target_actor"], row["cameo"]) for row in visit) == [
        ("Ada Lind", "Ben Aho", "042"),
        ("Ben Aho", "Ada Lind", "043"),
    ]
    assert len(talks) == 6


def test_those_of_one_side_do_not_deal_with_each_other() -> None:
    """A minister does not meet his ministry, where another country is there; at home they do."""
    from tests.report.exports.ledgers import LEDGER

    actors = {a.id: a for a in LEDGER_ACTORS(LEDGER)}
    code = cameo_of("CONSULT", None, "meeting", ())
    assert code
    ids = tuple(map(actor_id, ("Ada Lind", "Ben Aho", "Cy Dee")))
    from dataclasses import replace

    def pairs(*countries: str) -> int:
        placed = {id: replace(actors[id], country=c) for id, c in zip(ids, countries, strict=True)}
        return len(list(dyads(Plover(type="CONSULT", actors=ids), code, Material(actors=placed))))

    assert pairs("NOR", "NOR", "FIN") == 4
    assert pairs("NOR", "NOR", "NOR") == 6


def LEDGER_ACTORS(ledger: Any) -> Any:  # noqa: N802
    return material("plover", ledger).actors.values()


def test_every_coding_of_the_codebook_has_a_scale_and_a_cameo_code() -> None:
    """Whatever a kind or status may be coded as can be exported."""
    book = load_codebook()
    codings = [kind.plover for kind in map(book.kind, book.kind_names) if kind.plover]
    types = {c.type for c in codings} | {s.plover.type for s in book.statuses.entries.values() if s.plover}

    assert types <= set(load_scales())
    assert all(cameo_of(t, None, "other", ()) for t in load_scales())
    assert {row.type for row in load_cameo()} == set(load_scales())
    assert {row.mode for row in load_cameo() if row.mode} <= {m for s in load_scales().values() for m in s.modes}


@pytest.mark.parametrize(
    ("coded", "code"),
    [
        (("CONSULT", "phone", "call", ()), "041"),
        (("CONSULT", None, "talks", ()), "046"),
        (("CONSULT", "multilateral", "forum", ("diplomatic",)), "040"),
        (("AGREE", None, "meeting", ("diplomatic",)), "036"),
        (("AGREE", None, "aid", ("military",)), "0332"),
        (("REJECT", "meet", "talks", ()), "125"),
        (("SUPPORT", None, "signing", ()), "057"),
        (("COOPERATE", None, "exercise", ("military",)), "062"),
        (("SANCTION", "expel", "expulsion", ()), "166"),
        (("SANCTION", None, "sanction", ()), "163"),
        (("ACCUSE", "disapprove", "message", ()), "114"),
    ],
)
def test_codes_of_cameo(coded: tuple[str, str | None, str, tuple[str, ...]], code: str) -> None:
    """The first row whose conditions all hold."""
    found = cameo_of(*coded)

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("sector", "office", "expected"),
    [
        ("ELI", "Prime Minister", None),
        ("ELI", "former Prime Minister", "ELI"),
        ("ELI", None, "ELI"),
        ("GOV", "Prime Minister", "GOV"),
        (None, "Prime Minister", None),
    ],
)
def test_who_left_office_later_was_not_out_of_it_then(
    sector: str | None, office: str | None, expected: str | None
) -> None:
    """A sector that later texts tell says nothing of a day on which he was in office: it is open there."""
    whole = material("plover")
    event = next(each for each in whole.events if each.participants)
    part = replace(event.participants[0], office=office)
    event = replace(event, participants=(part,))
    actor = replace(whole.actors[part.actor], sector=sector)

    assert sector_of(replace(whole, actors={part.actor: actor}), part.actor, event) == expected
