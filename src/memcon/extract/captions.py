"""Picture captions: text that says what a photograph shows. Evidence for that, never the article's running text."""

from __future__ import annotations

import re

from memcon.extract.agencies import agencies_in_credit
from memcon.extract.phrases import SPACES, any_of

MAX_CAPTION = 700

_PICTURE = any_of("picture")
_STOCK = rf"(?:{any_of('stock_of_pictures')}\s+)?"
_KIND = any_of("kind_of_picture")
_LABEL = re.compile(
    rf"\(?{_STOCK}{any_of('picture_noun')}s?\s*[:|]|\(?{any_of('file_picture', gap=SPACES)}\s*[:—–-]|\W?file\s+photo\b"
    rf"|\[?{any_of('leading_to_the_picture', gap=SPACES)}\s+(?:(?:{_KIND}|"
    rf"\w{{3,9}}\.?\s\d{{1,2}},\s\d{{4}},?|[A-Z][a-z]+day,?\s[^.]{{0,30}}?)\s*)?{_STOCK}{any_of('pictured_thing', gap=SPACES)}"
    rf"|{any_of('pointing_at_a_picture')}\s+(?:{_KIND}\s+)?{_STOCK}{_PICTURE}s?\s+(?:\w+\s+){{0,6}}{any_of('said_of_a_picture')}\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"[,(]\s*(?:\w+\s+from\s+)?(?:the\s+)?"
    rf"(?:{any_of('side_of_a_picture', gap=SPACES)}|{any_of('side_by_its_letter', form=str.upper)})\s*[,)]"
)
_POSES = re.compile(
    rf"\b(?:{any_of('posing', gap=SPACES)}|{any_of('moving_in_a_scene')}\s+{any_of('placing_in_a_scene')}|{any_of('greeting_in_a_scene')}"
    rf"|{any_of('acting_in_a_scene')}s?\b)"
)
_PAST_TENSE = re.compile(rf"\b{any_of('telling_in_the_past')}\b", re.IGNORECASE)
_BRACKETED_CREDIT = re.compile(
    r"(?P<before>[.!?\"”’)]|\w)\s*(?:\[(?P<square>[A-Z][\w .,/&'’-]{1,60})\]|\((?P<round>[A-Z][^()]{1,60})\)|(?:\s/\s?|\s[—–]\s)(?P<slash>[A-Z][\w .-]{1,40}))\.?$"
)
_PHOTO_WORDS = re.compile(rf"\b{any_of('in_a_picture_credit')}\b", re.IGNORECASE)
_PHOTO_BY = re.compile(
    rf"\(?\b{any_of('credited_picture')}\s*{any_of('crediting_a_picture')}\b[^.]{{0,80}}\)?\.?$|\b{any_of('agency_of_pictures')}\b[^.]{{0,40}}\.?$"
    rf"|(?-i:(?<=[.)\w]\s){any_of('picture_credit_label', form=str.capitalize)}\s?[:/]\s?[A-Z\u0400-\u042f][^.:]{{1,60}}\.?$)",
    re.IGNORECASE,
)


def is_caption(paragraph: str, *, is_last: bool = False) -> bool:
    """Whether a paragraph is a picture's caption.

    It begins with a label ("File photo:", "In this photo"), or ends in a photographer's or agency's credit while it describes a scene in the
    present tense. An agency in brackets at the end of the last paragraph (`is_last`) is the article's own credit unless a scene is described.
    """
    text = paragraph.strip()
    if not text or len(text) > MAX_CAPTION:
        return False
    if _LABEL.match(text):
        return True
    if _PHOTO_BY.search(text):
        return _is_scene(text) or len(text) < 160
    credit = _BRACKETED_CREDIT.search(text)
    return _is_scene_alone(text) if credit is None else _is_credited(text, credit, is_last)


def _is_scene(text: str) -> bool:
    """Whether a scene is described in the present tense: who stands on which side, or what they do."""
    return bool(_SIDES.search(text) or _POSES.search(text)) and not _PAST_TENSE.search(text)


def _is_scene_alone(text: str) -> bool:
    """Whether one sentence describes a scene so fully, sides and poses, that it needs no credit."""
    return bool(_SIDES.search(text) and _POSES.search(text)) and not _PAST_TENSE.search(text) and text.count(". ") < 2


def _is_credited(text: str, credit: re.Match[str], is_last: bool) -> bool:
    """Whether the credit in which a paragraph ends makes it a caption."""
    name = credit["square"] or credit["round"] or credit["slash"]
    is_of_photo = bool(_PHOTO_WORDS.search(name))
    is_credit = bool(agencies_in_credit(name)) or is_of_photo
    if credit["square"] and name.isupper():
        is_short = not is_last and not _PAST_TENSE.search(text) and len(text) < 250
        return _is_scene(text) or (is_credit and is_short)
    return is_credit and (is_of_photo or _is_scene(text))


def trailing_credit(paragraph: str) -> tuple[int, str] | None:
    """Where an agency's bracketed name begins at the end of running text, and that name: ("… it said. (Yonhap)"), else None."""
    match = _BRACKETED_CREDIT.search(paragraph.rstrip()[-80:])
    if match is None or match["slash"] or match["before"] not in '.!?"”’)':
        return None
    name = match["square"] or match["round"]
    agencies = agencies_in_credit(name)
    if not agencies:
        return None
    tail = paragraph.rstrip()
    return tail.rindex("[" if match["square"] else "("), agencies[0]
