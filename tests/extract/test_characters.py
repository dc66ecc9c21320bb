"""Characters that readers don't see."""

from __future__ import annotations

from memcon.extract.characters import replace_surrogates, unseen_problems


def test_ordinary_text_has_no_problems() -> None:
    """Tabs, line ends, accents and emoji are ordinary."""
    assert unseen_problems("Oslo\t–\r\nBern 🐟 é\u00a0", ref="x") == ()


def test_places_are_said() -> None:
    """The first is the span, the first five are listed."""
    text = "a\x08b\x1bc" + "\u202e" * 7

    control, bidi = unseen_problems(text, ref="x")

    assert (control.code, bidi.code) == ("control_characters", "bidi_characters")
    assert control.span is not None
    assert control.span.of(text) == "\x08"
    assert "U+0008 at 1, U+001B at 3" in control.message
    assert bidi.message.startswith("7 ")
    assert bidi.message.endswith("…")
    assert not control.is_fatal


def test_half_surrogates_are_replaced_one_for_one() -> None:
    """Offsets hold."""
    text, problems = replace_surrogates("He met \ud83d them", ref="x")

    assert text == "He met \ufffd them"
    assert [p.code for p in problems] == ["characters_invalid"]
    assert replace_surrogates("fine", ref="x") == ("fine", ())
