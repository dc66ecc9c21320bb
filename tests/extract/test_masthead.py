"""Publisher, wire, writers, tags, title."""

from __future__ import annotations

import pytest

from memcon.extract.blocks import lay_out
from memcon.extract.masthead import (
    copyright_holder,
    find_byline,
    find_publisher,
    find_tags,
    find_title,
    find_wire,
    split_tags,
    value_of,
)

BODY = "The envoys of both coastal states met in Bergen on Tuesday, officials said, to talk about herring."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("© The Fjord Courier(www.example.com). All rights reserved.", "The Fjord Courier"),
        ("Copyright © 2021 Fjord Courier, Inc. All rights reserved.", "Fjord Courier"),
        ("Copyright 2019-2021 by The Fjord Courier.", "The Fjord Courier"),
        ("<Copyright(c) Fjord Times, unauthorized reprinting prohibited>", "Fjord Times"),
        ("ⓒ Fjord Times", "Fjord Times"),
        ("© 2021. All rights reserved.", None),
        ("All rights reserved.", None),
        ("This material may not be published.", None),
    ],
)
def test_copyright_holder(line: str, expected: str | None) -> None:
    """The name and nothing around it."""
    assert expected == copyright_holder(line)


def test_an_agency_with_the_rights_is_the_wire_not_the_publisher() -> None:
    """Others publish its text."""
    text = f"{BODY}\n{BODY}\nCopyright 2021 The Associated Press. All rights reserved."
    layout = lay_out(text)

    assert find_publisher(text, layout, {}) is None
    assert find_wire(text, layout, {}) == "AP"


def test_metadata_comes_first_unless_it_says_nothing() -> None:
    """ "None" and "NA" are said by exports."""
    text = f"By Ingrid Solberg, Associated Press\n{BODY}\n© Fjord Courier"
    layout = lay_out(text)

    assert find_publisher(text, layout, {"publisher": "Fjord Media"}) == "Fjord Media"
    assert find_publisher(text, layout, {"publisher": "None"}) == "Fjord Courier"
    assert find_wire(text, layout, {"wire": "NA"}) == "AP"
    assert find_wire(text, layout, {"wire": "Agence France-Presse"}) == "AFP"
    assert find_byline(text, layout.blocks, {}) == ("Ingrid Solberg",)
    assert find_byline(text, layout.blocks, {"byline": "Pavel Novak; Jan Dahl"}) == ("Pavel Novak", "Jan Dahl")
    assert value_of({"title": "  "}, "title") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tags: herring, North Sea; talks", ("herring", "North Sea", "talks")),
        ("#herring #north_sea", ("herring", "north_sea")),
        ("tags herring north sea", ("herring north sea",)),
        ("tags herring  north sea", ("herring", "north sea")),
        ("Keywords:", ()),
    ],
)
def test_tags(line: str, expected: tuple[str, ...]) -> None:
    """Words without separators are not parted by guess."""
    assert expected == split_tags(line)


def test_tags_and_title_of_a_document() -> None:
    """From its own lines."""
    text = f"Envoys  meet in Bergen\n{BODY}\n{BODY}\nTags: herring, talks"
    layout = lay_out(text)

    assert find_tags(text, layout.blocks, {}) == ("herring", "talks")
    assert find_title(text, layout.blocks, {}) == "Envoys meet in Bergen"
    assert find_title(text, layout.blocks, {"title": "Talks"}) == "Talks"


def test_titles_come_without_outlets_and_markup() -> None:
    """The outlet behind a title is the publisher where nothing else names one."""
    text = f"# Envoys meet in Bergen - The Fjord Courier\n\n{BODY}\n\n{BODY}"
    layout = lay_out(text)

    assert find_title(text, layout.blocks, {}) == "Envoys meet in Bergen"
    assert find_publisher(text, layout, {}) == "The Fjord Courier"
    assert find_title(text, layout.blocks, {"title": "Herring up - Norway's envoy"}) == "Herring up - Norway's envoy"
