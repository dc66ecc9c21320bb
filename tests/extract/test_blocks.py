"""Text to blocks, drawn as a letter for each block and its beginning."""

from __future__ import annotations

import textwrap

import pytest

from memcon.domain.documents import Block
from memcon.domain.spans import Span
from memcon.extract.blocks import lay_out

BODY = "The envoys of both coastal states met in Bergen on Tuesday, officials said, to talk about herring."
MORE = "They will meet again in June, when the herring has been counted, the ministry said in a note."


def drawn(text: str, title: str | None = None) -> list[str]:
    """`kind: first words` of each block."""
    return [f"{b.kind}: {' '.join(b.span.of(text).split()[:4])}" for b in lay_out(text, title=title).blocks]


def test_a_newspaper_page() -> None:
    """Date before the headline, headline again, date line, caption, running text, credit, tags."""
    text = (
        " date 2021-05-04  Norway, Denmark to hold talks on herring\nNorway, Denmark to hold talks on herring\n\nPublished: 4 May 2021, 09:15\n"
        "Envoy Ingrid Solberg, right, and a Danish fisherman hold up a herring in Bergen on May 3. [FJORD TIMES]\n\n"
        f"{BODY}\n\u00a0\n{MORE}\n\nYonhap\ntags herring norway denmark\n\n"
    )

    assert drawn(text) == [
        "date_line: date 2021-05-04",
        "title: Norway, Denmark to hold",
        "title: Norway, Denmark to hold",
        "date_line: Published: 4 May 2021,",
        "caption: Envoy Ingrid Solberg, right,",
        "body: The envoys of both",
        "body: They will meet again",
        "credit: Yonhap",
        "tags: tags herring norway denmark",
    ]
    assert lay_out(text).wire == "Yonhap"


def test_headline_and_second_headline() -> None:
    """The second is a heading; lines are paragraphs."""
    text = f"Envoys of Both Coasts Meet in Bergen\nFocus on Counting the Herring\n{BODY}\n{MORE}\n© The Fjord Courier(www.example.com). All rights reserved.\n"

    assert [d.split(":")[0] for d in drawn(text)] == ["title", "heading", "body", "body", "copyright"]


def test_a_release() -> None:
    """Issuer, number, release mark and headline; the dateline is cut from the first paragraph."""
    text = f"Northern Joint Command - Norway\n2021-05-S-017\nFor Immediate Release\nEnvoys count herring in Bergen\n\nBERGEN, Norway (May 4, 2021) – {BODY}\n{MORE}"
    layout = lay_out(text)

    assert drawn(text) == [
        "heading: Northern Joint Command -",
        "boilerplate: 2021-05-S-017",
        "date_line: For Immediate Release",
        "title: Envoys count herring in",
        "date_line: BERGEN, Norway (May 4,",
        "body: The envoys of both",
        "body: They will meet again",
    ]
    assert layout.dateline is not None
    assert (layout.dateline.place, layout.dateline.date) == ("BERGEN, Norway", "2021-05-04")


def test_everything_of_a_release_on_one_line() -> None:
    """The mark parts number and text."""
    text = f"Northern Command 2021-05-S-017 For Immediate Release  BERGEN, Norway (May 4)  {BODY}"

    assert [d.split(":")[0] for d in drawn(text)][1:] == ["date_line", "date_line", "body"]


def test_a_dateline_alone_is_no_title() -> None:
    """Some archives put it on a line of its own."""
    text = f"\n\nBERGEN, Norway (AP) _\n\n{BODY}\n\n{MORE}"

    assert [d.split(":")[0] for d in drawn(text)] == ["date_line", "body", "body"]
    assert lay_out(text).wire == "AP"


def test_writer_and_date_on_one_line() -> None:
    """They are parted."""
    text = f"Envoys meet in Bergen\nBy Ingrid Solberg | May 4, 2021\n{BODY}\n{MORE}"

    assert [d.split(":")[0] for d in drawn(text)] == ["title", "byline", "date_line", "body", "body"]


def test_credit_and_copyright_behind_the_last_paragraph() -> None:
    """They are cut from it."""
    text = f"{BODY}\n{MORE} (Yonhap)\n{MORE} © 2021 Fjord Courier"

    assert [d.split(":")[0] for d in drawn(text)] == ["body", "body", "body", "copyright"]
    assert drawn(f"{BODY}\n{MORE} (Yonhap)")[-1] == "credit: (Yonhap)"


@pytest.mark.parametrize(
    ("text", "title", "kinds"),
    [
        ("Envoys meet in Bergen.", None, ["body"]),
        ("Envoys meet in Bergen", None, ["body"]),
        ("", None, []),
        (f"{BODY}\n{MORE}", None, ["body", "body"]),
        (f"Envoys meet in Bergen.\n\n{BODY}", "Envoys Meet in Bergen", ["title", "body"]),
        (f"Office of the Spokesperson\n\n{BODY}", "Envoys Meet in Bergen", ["heading", "body"]),
        (f"{BODY}\n\nWhat Comes Next\n\n{MORE}\n\n{BODY}", None, ["body", "heading", "body", "body"]),
        (f"{BODY}\n\nHe added:\n\n{MORE}", None, ["body", "body", "body"]),
        (
            f"{BODY}\n{MORE}\n{MORE}\n{BODY}\n{MORE}\nMay 4, 2021\n{BODY}\nMay 6, 2021\n{MORE}",
            None,
            ["body"] * 5 + ["heading", "body", "heading", "body"],
        ),
        (
            f'{BODY}\n{MORE}\n\nSources\nJan Dahl. "Herring counted" — Fjord Courier, May 3, 2021\nMay Dahl. “Again” — Fjord Times, May 2, 2021',
            None,
            ["body", "body"] + ["boilerplate"] * 3,
        ),
        (f"▲ first point\n▲ second point\n{BODY}", None, ["body", "body", "body"]),
        (f"{BODY}\n***\n{MORE}", None, ["body", "boilerplate", "body"]),
        (f"{BODY}\n{MORE}\n\nBergen, 4 May 2021", None, ["body", "body", "date_line"]),
        (f"{BODY}\n\n3:40 p.m.\n\n{MORE}\n\n15:20 GMT\n\n{BODY}", None, ["body", "heading", "body", "heading", "body"]),
        (f"{BODY}\n\n– Herring first –\n\n{MORE}\n\n{BODY}", None, ["body", "heading", "body", "body"]),
        (
            f"{BODY}\n\nRelated:\nBergen Counts Its Cod and Other Fish Again\nOslo Envoy Leaves for Talks on Whales\n{MORE}",
            None,
            ["body", "boilerplate", "boilerplate", "boilerplate", "body"],
        ),
        (f"{BODY}\n\nRead more\n\nThey agreed.\n\n{MORE}", None, ["body", "boilerplate", "body", "body"]),
    ],
)
def test_layouts(text: str, title: str | None, kinds: list[str]) -> None:
    """What a block is depends on where it stands."""
    assert [b.kind for b in lay_out(text, title=title).blocks] == kinds


def test_wrapped_text_has_whole_paragraphs() -> None:
    """Teletype manners."""
    wrapped = "\n\n".join("\n".join(textwrap.wrap(f"{BODY} {MORE}", 66)) for _ in range(3))

    assert [b.kind for b in lay_out(wrapped).blocks] == ["body"] * 3


def test_marked_blocks_are_kept() -> None:
    """What markup says is not reconsidered."""
    text = f"He added:\n\n{BODY}"

    layout = lay_out(text, marked=[Block(kind="heading", span=Span(0, 9))])

    assert [b.kind for b in layout.blocks] == ["heading", "body"]
