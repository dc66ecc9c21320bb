"""Kinds, statuses and roles in print."""

from __future__ import annotations

from memcon.report.layout import Piece
from memcon.report.phrases import Named, by_role, kind_words, status_piece, status_words


def test_a_status_is_printed_in_its_words_and_style() -> None:
    """From its table; an open one says that it is open."""
    assert Piece("under way", "done") == status_piece("under_way")
    assert Piece("fell through", "off") == status_piece("fell_through")
    assert Piece("status open", "faint") == status_piece(None)


def test_a_kind_or_status_of_a_newer_version_is_printed_as_it_is() -> None:
    """A ledger may hold words that this version has no table for."""
    assert Piece("half done", "open") == status_piece("half_done")
    assert ("half done", "tea party", "press conference") == (
        status_words("half_done"),
        kind_words("tea_party"),
        kind_words("press_conference"),
    )


def test_roles_stand_in_the_order_of_their_tables() -> None:
    """Leaders first, each name once, a role that has no table last."""
    people = [
        Named(name="Go", role="go_between"),
        Named(name="Ann", role="absent"),
        Named(name="Bo", role="participant"),
        Named(name="Cy", role="lead"),
        Named(name="Bo", role="participant"),
    ]

    assert [("led by", "Cy"), ("with", "Bo"), ("absent", "Ann"), ("go between", "Go")] == by_role(people)
