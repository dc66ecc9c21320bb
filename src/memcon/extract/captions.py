"""Picture captions: text that says what a photograph shows. Evidence for that, never the article's running text."""

from __future__ import annotations

import re

from memcon.extract.agencies import agencies_in_credit

MAX_CAPTION = 700

_LABEL = re.compile(
    r"\(?(?:file\s+)?(?:photo|image|picture|caption|pictured|photograph)s?\s*[:|]|\(?file(?:\s+photo)?\s*[:—–-]|\W?file\s+photo\b"
    r"|\[?(?:in|on)\s+(?:this|these)\s+(?:(?:undated|combination|combo|composite|recent|screen|handout|provided|official|composite|"
    r"\w{3,9}\.?\s\d{1,2},\s\d{4},?|[A-Z][a-z]+day,?\s[^.]{0,30}?)\s*)?(?:file\s+|pool\s+|handout\s+)?(?:photo|image|picture|still|frame|video\s+grab)"
    r"|(?:this|these|an?|the)\s+(?:(?:undated|combination|combo|composite|recent|handout|provided|official)\s+)?(?:file\s+|pool\s+|handout\s+)?(?:photo|image|picture)s?"
    r"\s+(?:\w+\s+){0,6}(?:shows?|released|provided|taken|captured)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"[,(]\s*(?:\w+\s+from\s+)?(?:the\s+)?(?:left|right|centre|center|second\s+left|second\s+right|L|R|C|front|back|top|bottom)\s*[,)]"
)
_POSES = re.compile(
    r"\b(?:pos(?:e|es|ing)\s+for|pos(?:e|es)\s+(?:with|during|before|ahead)|shak(?:e|es|ing)\s+hands|holds?\s+hands|(?:is|are)\s+(?:seen|pictured|shown|photographed)|looks?\s+on|"
    r"waves?\s+(?:to|at|as|from)|(?:walks?|stands?)\s+(?:with|past|near|next|beside|during|in|at|on|outside|to|along)|greets?|gestures?|smiles?|"
    r"(?:speaks?|talks?|arrives?|attends?|delivers?|sits?|meets?|embraces?|hugs?|bows?|salutes?|inspects?|poses?|addresses|listens?|toasts?)\b)"
)
_PAST_TENSE = re.compile(
    r"\b(?:said|told|added|noted|announced|according to|explained|stressed|reported)\b", re.IGNORECASE
)
_BRACKETED_CREDIT = re.compile(
    r"(?P<before>[.!?\"”’)]|\w)\s*(?:\[(?P<square>[A-Z][\w .,/&'’-]{1,60})\]|\((?P<round>[A-Z][^()]{1,60})\)|(?:\s/\s?|\s[—–]\s)(?P<slash>[A-Z][\w .-]{1,40}))\.?$"
)
_PHOTO_WORDS = re.compile(
    r"\b(?:photo|image|picture|getty|courtesy|pool|handout|file|provided|screengrab|screenshot|newsis|epa)\b",
    re.IGNORECASE,
)
_PHOTO_BY = re.compile(
    r"\(?\b(?:photo(?:graph)?s?|image|picture|illustration)\s*(?:by|courtesy of|credit|provided by)\b[^.]{0,80}\)?\.?$|\b(?:getty images|ap photo|epa-efe|shutterstock)\b[^.]{0,40}\.?$"
    r"|(?-i:(?<=[.)\w]\s)(?:Image|Photo|Picture|Credit)\s?[:/]\s?[A-Z\u0400-\u042f][^.:]{1,60}\.?$)",
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
