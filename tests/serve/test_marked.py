"""Text with marks: every character once and in order, each piece under what rests on it, nothing that acts on a screen."""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.domain.documents import Document
from memcon.domain.spans import Span
from memcon.serve.marked import PART, Rests, mark, seen

TEXT = "The ministers met.\n\nThey signed a paper.\n"


def rests(start: int, end: int, id: str = "event_1") -> Rests:
    return Rests(id=id, kind="event", label=id, span=Span(start, end))


def make(text: str) -> Document:
    return Document(id="doc_1", ref="test", text=text)


def test_pieces_lie_under_what_rests_on_them() -> None:
    """Where spans overlap, a piece lies under both; a span over two lines marks both."""
    found = mark(make(TEXT), [rests(4, 13), rests(9, 25, "event_2")], asked=[Span(27, 33)])
    shown = [[(p.text, [r.id for r in p.rests], p.is_asked) for p in each.pieces] for each in found.paragraphs]

    assert shown == [
        [
            ("The ", [], False),
            ("minis", ["event_1"], False),
            ("ters", ["event_1", "event_2"], False),
            (" met.", ["event_2"], False),
        ],
        [("They ", ["event_2"], False), ("si", [], False), ("gned a", [], True), (" paper.", [], False)],
    ]
    assert [p.anchors for p in found.paragraphs[0].pieces] == [(), ("s4-13",), ("s9-25",), ()]


def test_a_long_text_is_shown_in_parts() -> None:
    """The part that is asked for, by a place in it or its beginning."""
    document = make("word " * (PART // 2))
    middle = mark(document, [], asked=[Span(PART + 10, PART + 14)])
    last = mark(document, [], start=10**9)

    assert (middle.start, middle.end, middle.before, middle.after) == (PART, 2 * PART, 0, 2 * PART)
    assert (last.end, last.after) == (len(document.text), None)
    assert mark(make(""), [], start=5).paragraphs == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4), st.integers(-5, 80)
)
def test_no_text_is_lost_and_none_acts(text: str, places: list[tuple[int, int]], start: int) -> None:
    """Whatever the spans: the pieces are the lines, without what would move a cursor or turn the direction of writing."""
    spans = [rests(min(each), max(each)) for each in places]
    found = mark(make(text), spans, start=start)
    shown = "".join(piece.text for paragraph in found.paragraphs for piece in paragraph.pieces)
    kept = [line for line in _lines(text) if line.strip()]

    assert shown == seen("".join(kept))
    assert not {unicodedata.bidirectional(c) for c in shown} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c != "\t"]


def _lines(text: str) -> list[str]:
    for end in ("\r", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text.split("\n")
