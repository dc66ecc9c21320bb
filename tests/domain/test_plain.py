"""A title that came beside the text is set above it for reading, and every place goes back to where it is."""

from __future__ import annotations

import pytest

from memcon.domain.actors import Actor
from memcon.domain.codec import decode, encode
from memcon.domain.documents import Block, Document
from memcon.domain.plain import make_plain, plain_words, restore
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, Event, Participant, StatusStep
from memcon.domain.spans import Evidence, Span
from memcon.domain.times import Timex

TEXT = "Lind met Berg."
TITLE = "Lind’s Call with Berg"
DOCUMENT = Document(
    id="doc_1",
    ref="a",
    text=TEXT,
    title=TITLE,
    published_span=Span(0, 4),
    blocks=(Block(kind="title", span=Span(0, 21, "title")), Block(kind="body", span=Span(0, 14))),
)


def test_title_stands_above_the_text() -> None:
    """The text that is read begins with the title, as a block of its own, and all places are moved down."""
    headed = make_plain(DOCUMENT)

    assert headed.text == "Lind’s Call with Berg\n\nLind met Berg."
    assert headed.blocks == (Block(kind="title", span=Span(0, 21)), Block(kind="body", span=Span(23, 37)))
    assert headed.published_span == Span(23, 27)
    assert [headed.offset(start) for start in (0, 23)] == [-23, 0]


def test_title_in_the_text_is_not_make_plain_it() -> None:
    """A document without a block of its title is read as it is."""
    document = Document(id="doc_1", ref="a", text=TEXT, title=TITLE, blocks=(Block(kind="body", span=Span(0, 14)),))

    assert make_plain(document) is document
    assert restore(Reading(document=document)) == Reading(document=document)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Lind\u202fmet\u00a0Berg\u2003on\u3000Monday.", "Lind met Berg on Monday."),
        (
            "The min\u00adis\u00adter met the pre\u200bmier, the pal\u200dace\u2060 said.",
            "The minister met the premier, the palace said.",
        ),
        ("They met\\. The U\\.S\\. envoy \\(Lind\\) left\\\nlate.", "They met. The U.S. envoy (Lind) left\nlate."),
        ("> Lind met\n>> Berg on\n> Monday; 3 > 2.", "Lind met\nBerg on\nMonday; 3 > 2."),
        ("A path of C:\\files stays, and a line\nbreak.", "A path of C:\\files stays, and a line\nbreak."),
    ],
)
def test_plain_text_has_words_and_blanks(text: str, plain: str) -> None:
    """Every space is a blank; what has no width, Markdown's backslashes and the marks of quoted mail are nothing."""
    assert plain_words(text) == plain


def test_places_of_a_broken_word_are_its_places() -> None:
    """A word that soft hyphens cut is read whole and quoted as it stands, a mark behind it left out."""
    text = "Min\u00adis\u00adter\u200b\u202fLind met."
    document = Document(id="doc_1", ref="a", text=text, blocks=(Block(kind="body", span=Span(0, len(text))),))
    plain = make_plain(document)
    read = Reading(document=plain, times=(_timex(Span(0, 8)), _timex(Span(9, 13)), _timex(Span(14, 18))))

    assert (plain.text, plain.blocks) == ("Minister Lind met.", (Block(kind="body", span=Span(0, 18)),))
    assert restore(read).document == document
    assert [(t.text, t.span.of(text)) for t in restore(read).times] == [
        ("Min\u00adis\u00adter", "Min\u00adis\u00adter"),
        ("Lind", "Lind"),
        ("met.", "met."),
    ]


def test_places_go_back_to_text_and_title() -> None:
    """What was found in the title says so; times are those of the text."""
    read = Reading(
        document=make_plain(DOCUMENT),
        times=(_timex(Span(7, 11)), _timex(Span(28, 31))),
        actors=(Actor(id="act_1", name="Lind", kind="person", mentions=(Span(0, 4), Span(23, 27))),),
        events=(_event(Span(0, 21), Span(0, 4)), _event(Span(23, 37), Span(23, 27))),
    )

    assert restore(read) == Reading(
        document=DOCUMENT,
        times=(_timex(Span(5, 8), "met"),),
        actors=(Actor(id="act_1", name="Lind", kind="person", mentions=(Span(0, 4, "title"), Span(0, 4))),),
        events=(
            _event(Span(0, 21, "title"), Span(0, 4, "title"), TITLE),
            _event(Span(0, 14), Span(0, 4), TEXT),
        ),
    )


def test_words_are_those_of_the_field() -> None:
    """A document knows which words a place is of."""
    cited = [DOCUMENT.cite(Span(0, 4, "title")), DOCUMENT.cite(Span(5, 8))]

    assert cited == [Evidence(span=Span(0, 4, "title"), quote="Lind"), Evidence(span=Span(5, 8), quote="met")]


def test_place_in_the_title_is_written_with_its_field() -> None:
    """A span of the text stays the pair it was, so that stored text and hashes hold."""
    assert [encode(Span(1, 2)), encode(Span(1, 2, "title"))] == [[1, 2], [1, 2, "title"]]
    assert [decode(Span, [1, 2]), decode(Span, [1, 2, "title"])] == [Span(1, 2), Span(1, 2, "title")]


def test_places_of_two_fields_have_nothing_in_common() -> None:
    """The same numbers in text and title are two places."""
    assert not Span(0, 4).overlaps(Span(0, 4, "title"))
    assert Span(1, 2, "title") not in Span(0, 4)


def _timex(span: Span, text: str = "then") -> Timex:
    return Timex(span=span, text=text, type="DATE", value="2024-05-15", edtf="2024-05-15", anchor="none")


def _event(span: Span, part: Span, quote: str = "…") -> Event:
    step = StatusStep(status="held", evidence=Evidence(span=span, quote=quote), attribution=Attribution(kind="outlet"))
    return Event(
        id="evt_1",
        kind="call",
        label="Call",
        statuses=(step,),
        evidence=(Evidence(span=span, quote=quote),),
        participants=(Participant(actor="act_1", role="participant", span=part),),
    )
