"""Rows and pages of the consultative record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from memcon.domain.records import Attribution, StatusValue
from memcon.domain.spans import Span
from memcon.domain.views import (
    Checked,
    Citation,
    Claim,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    ProcessView,
    Source,
    Telling,
)
from memcon.report.brief import Brief, Material, brief_of
from memcon.report.brief_pages import brief_html, brief_markdown
from memcon.report.layout import plain_text
from memcon.report.lists import interval_words, positions_lines, precedents_lines, process_fields
from memcon.report.rows import commitments_rows, positions_rows

EVIL = "<script>alert(1)</script> [x](javascript:x) *a* & =1"
MAIL = Source(document="doc_1", publisher="The Delta Mail", published="2031-03-03", url="javascript:alert(1)")
POST = Source(document="doc_2", publisher="The Oslo Post", published="2031-04-03", url="https://post.example/1")


def cite(source: Source, quote: str, start: int = 0) -> Citation:
    return Citation(source=source, span=Span(start, start + len(quote)), quote=quote)


def claim(value: Any, source: Source, quote: str) -> Claim[Any]:
    return Claim(value=value, source=source, evidence=(cite(source, quote),), assertion="ast", recorded_at="2031")


POSITION = PositionView(
    id="position_1", ids=("position_1",), actor="actor_1", stance="oppose", target_text="=2+3 the dam",
    attribution=Attribution(kind="outlet"), evidence=(cite(MAIL, EVIL),), sources=(MAIL, POST),
    stances=(claim("support", MAIL, "for"), claim("oppose", POST, "against")),
)  # fmt: skip
EVENT = EventView(
    id="event_1", ids=("event_1",), kind="talks", label="Delta talks", status="cancelled",
    statuses=(
        claim(StatusValue(status="scheduled"), MAIL, "will meet"),
        claim(StatusValue(status="cancelled"), POST, "called off"),
    ),
    evidence=(cite(MAIL, "will meet"), cite(POST, "called off")), sources=(MAIL, POST), when="2031-04-09",
)  # fmt: skip


def brief(**told: object) -> Brief:
    return brief_of(Material(about=EVIL, since="2031-04", until="2031-05", names={"actor_1": "Norway"}, **told))  # type: ignore[arg-type]


def test_a_changed_stance_is_told_with_its_sources() -> None:
    page = plain_text(positions_lines([POSITION], {"actor_1": "Norway"}))

    assert "Norway  against  =2+3 the dam" in page
    assert "support (The Delta Mail, 2031-03-03) → oppose (The Oslo Post, 2031-04-03)" in page


def test_no_cell_is_a_formula() -> None:
    """A spreadsheet runs what begins with "="."""
    [row] = positions_rows([POSITION], {"actor_1": "Norway"})

    assert row[2] == "'=2+3 the dam"
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_a_verdict_names_the_events_that_decide_or_what_is_lacking() -> None:
    made = PrecedentView(
        id="precedent_1", ids=("precedent_1",), text="the first talks in five years", verdict="contradicted",
        interval="P5Y", evidence=(cite(MAIL, "first"),), sources=(MAIL,),
    )  # fmt: skip
    against = plain_text(precedents_lines([made], {}, {"precedent_1": (Checked(verdict="contradicted"), (EVENT,))}))
    lacking = plain_text(precedents_lines([made], {}, {"precedent_1": (Checked(verdict="unknown", missing="x y"), ())}))

    assert "Delta talks" in against
    assert "5 years" in against
    assert "lacking    x y" in lacking


@pytest.mark.parametrize(
    ("duration", "words"), [("P5Y", "5 years"), ("P1Y6M", "1 year 6 months"), ("PXE", None), (None, None)]
)
def test_durations_in_words(duration: str | None, words: str | None) -> None:
    assert interval_words(duration) == words


def test_a_brief_tells_what_changed_and_who_is_against_each_with_a_note() -> None:
    written = {s.title: [x.text for x in s.sentences] for s in brief(events=(EVENT,), positions=(POSITION,)).sections}

    assert written["What changed"][0] == "Delta talks: scheduled, then cancelled"
    assert "Norway on =2+3 the dam" in written["What changed"][1]
    assert written["Against, or concerned"] == ["Norway: against =2+3 the dam"]
    assert written["For"] == []
    assert written["Upcoming"] == []


def test_nothing_of_an_article_acts_as_markup() -> None:
    """Neither in the title nor in a quotation, and no address that is no web page's becomes a link."""
    made = brief(events=(EVENT,), positions=(POSITION,))
    html, markdown = brief_html(made), brief_markdown(made)

    assert "<script>" not in html
    assert "javascript:alert" not in html
    assert 'href="https://post.example/1"' in html
    assert "\\<script\\>" in markdown
    assert "[x](" not in markdown


def test_notes_are_numbered_as_they_are_first_cited() -> None:
    """Also where a later sentence cites one again."""
    made = brief(events=(EVENT,), positions=(POSITION,))
    cited = [c.quote for section in made.sections for sentence in section.sentences for c in sentence.citations]

    assert [note.quote for note in made.notes] == list(dict.fromkeys(cited))


def test_the_same_words_are_one_sentence_with_the_sources_of_all() -> None:
    again = replace(POSITION, id="position_2", evidence=(cite(POST, "against"),))
    [against] = [s for s in brief(positions=(POSITION, again)).sections if s.title.startswith("Against")]

    assert len(against.sentences) == 1
    assert {c.source.document for c in against.sentences[0].citations} == {"doc_1", "doc_2"}


def test_an_empty_brief_says_so_and_cites_nothing() -> None:
    made = brief()

    assert made.notes == ()
    assert "Nothing ahead is told." in brief_markdown(made)
    assert "Sources" not in brief_html(made)


def test_a_commitment_without_parties_has_an_empty_cell() -> None:
    bare = CommitmentView(
        id="commitment_1", ids=("commitment_1",), parties=(), text="to dredge", evidence=(), sources=()
    )

    assert commitments_rows([bare], {})[0][:3] == ["", "to dredge", "made"]


def test_a_process_tells_who_told_each_target_when() -> None:
    """Two targets beside each other; of a value that many tell the first and the last who do."""
    later = (replace(POST, document=f"doc_{n}", published=f"2031-0{n}-03") for n in (5, 6))
    told = [("target", "by 2035", MAIL), ("target", "by 2040", POST)]
    told += [("basis", "phased", source) for source in (MAIL, POST, *later)]
    process = ProcessView(
        id="process_1",
        ids=("process_1",),
        name="accession",
        aliases=("accession talks",),
        parties=("actor_1",),
        evidence=(),
        sources=(MAIL, POST),
        course=tuple(Telling(property=p, claim=claim(value, source, value)) for p, value, source in told),
    )
    assert list(process_fields(process, {"actor_1": "Peru"})) == [
        ("also", "accession talks"),
        ("between", "Peru"),
        ("basis", "phased (The Delta Mail, 2031-03-03, and 3 more until The Oslo Post, 2031-06-03)"),
        ("target", "by 2035 (The Delta Mail, 2031-03-03)"),
        ("target", "by 2040 (The Oslo Post, 2031-04-03)"),
    ]
