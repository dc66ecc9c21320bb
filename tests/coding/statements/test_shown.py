"""What is shown as a statement: who speaks, in which words, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model

Read = Callable[..., Reading]


def shown(reading: Reading) -> list[tuple[str | None, str]]:
    """Speaker and words of each statement that is shown, in text order."""
    return [(s.speaker_text, s.content_text) for s in reading.statements if s.is_shown]


@pytest.mark.parametrize(
    "text",
    [
        "The accord seeks to end the war.",
        "The ministers discussed the war at sea.",
        "Delegates are expected to arrive in Oslo on Monday.",
        "The ministry fears that the talks will fail.",
        "The ministry will announce that the talks failed.",
        "The sides reportedly agreed on a date.",
    ],
)
def test_what_is_no_statement_stays_in_the_record_and_is_not_shown(text: str, read: Read) -> None:
    """Aims, agendas, expectations, fears, what is still to be said and hearsay have an act of their own."""
    statements = read(text).statements

    assert [] == [s.act for s in statements if s.is_shown]


def test_an_agency_only_passes_on_what_an_official_said(read: Read) -> None:
    """Words within words go to their own speaker, and the agency that tells nothing else is no speaker of them."""
    reading = read(
        "The Northern News Agency reported that Foreign Minister Liv Dahl said the talks would resume in May."
    )

    assert [("Foreign Minister Liv Dahl", "the talks would resume in May")] == shown(reading)


def test_indirect_words_end_before_the_next_thing_that_is_done(read: Read) -> None:
    """ "Warned that … and left": leaving is nothing that was said."""
    reading = read("Liv Dahl warned that the talks would fail and left the hall.")

    assert [("Liv Dahl", "that the talks would fail")] == shown(reading)


def test_a_negation_stays_with_its_noun(read: Read) -> None:
    """ "No evidence that" is not evidence."""
    reading = read("Liv Dahl said there was no evidence that the convoy had crossed the border.")

    assert [("Liv Dahl", "there was no evidence that the convoy had crossed the border")] == shown(reading)


def test_a_broken_quotation_is_whole_over_its_cue(read: Read) -> None:
    """Both halves of a quotation belong to the one who is named between them."""
    reading = read("“We will return to Oslo in May,” Liv Dahl said. “The border stays closed until then.”")

    assert [("Liv Dahl", "“We will return to Oslo in May,” “The border stays closed until then.”")] == shown(reading)


def test_a_spokesperson_speaks_for_somebody(read: Read) -> None:
    """An unnamed spokesman of a named body is an office, and the record says whose."""
    reading = read("A spokesman for the Foreign Ministry said that the talks would resume in May.")
    names = {a.id: a.name for a in reading.actors}
    [statement] = [s for s in reading.statements if s.is_shown]

    assert ("office", "Foreign Ministry") == (
        statement.speaker_kind,
        names.get(statement.on_behalf_of or statement.speaker or ""),
    )


def test_a_deadline_in_the_content_does_not_date_the_statement(read: Read) -> None:
    """By when something is to be done is not when it was said."""
    reading = read("Liv Dahl said that the troops must leave by 31 May.")

    assert [None] == [s.when for s in reading.statements if s.is_shown]


def test_a_statement_is_about_what_its_content_names(read: Read) -> None:
    """The talks that the content names, not those at which it was said."""
    reading = read(
        "Foreign Minister Liv Dahl of Norway said that Norway and Peru will hold talks in Lima on 3 June 2024."
    )
    [statement] = [s for s in reading.statements if s.is_shown]

    assert tuple(e.id for e in reading.events) == statement.about


@pytest.mark.parametrize(
    "text",
    [
        "We condemn the attack on the embassy in Oslo. We call on all parties to return to the talks.",
        "We reaffirm that the treaty stands.",
    ],
)
def test_what_a_speaker_does_by_saying_it_of_itself_is_the_text_and_no_report_in_it(text: str, read: Read) -> None:
    """ "We condemn": all of the text is their word, this sentence no more than the next."""
    assert [] == shown(read(text))
