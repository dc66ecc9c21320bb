"""Headlines, headings and prose, by their shape."""

from __future__ import annotations

import re
from collections.abc import Callable

from memcon.extract.dates import WEEKDAYS
from memcon.extract.phrases import any_of
from memcon.lexicon import words as words_of

_STOP = re.compile(r"[.!?…][)\"'”’\]]{0,3}$")
_ABBREVIATED = re.compile(rf"(?:(?:\b[A-Z]\.){{2,}}|\b{any_of('abbreviated_word', form=str.capitalize)}\.)$")
_INNER_STOP = re.compile(r"[a-z\d)”\"’]{2}[.!?][)\"”’]{0,2}\s+[A-Z“\"]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = words_of("small_in_a_headline")
_NOT_TITLE = re.compile(r"[\s\W]*(?:[-*+•●▲△▶■□○◦‣▪➤]|\(?\d{1,2}[.)]\s)")

_DASHED = re.compile(r"[-–—]\s[^\W_a-z][^.!?]{2,60}\s[-–—]\.?")
"""A heading between dashes ("– Herring first –"), the manner of some agencies."""

_OPENS_TITLE = re.compile(r"[\"“‘'(\[¿¡]?[^\W_a-z]")
_ISSUER = re.compile(
    r"(?:the )?(?:office|ministry|department|embassy|bureau|secretariat|permanent mission|government|white house|press (?:office|service))\b.{0,80}",
    re.IGNORECASE,
)

MAX_HEADLINE, MAX_HEADING, MAX_STOPPED = 220, 110, 130


def is_headline(words: str, *, with_stop: bool = False) -> bool:
    """Whether a line before the running text can be its title: one line, short, no sentence that ends.

    With `with_stop` a line is taken that ends in a full stop but has every long word in capitals, as some archives write titles.
    """
    text = words.strip()
    if text.count("\n") == 1:
        text = " ".join(text.split())
    count = len(_WORD.findall(text[:MAX_HEADLINE]))
    if not 0 < len(text) <= MAX_HEADLINE or count < 2 or any(is_so(text) for is_so in _NO_TITLE):
        return False
    share = title_share(text)
    if share < _least_share(text, count):
        return False
    return _is_ended_title(text, share, count, with_stop) if _ends_sentence(text, share, count) else count <= 30


def _is_ended_title(text: str, share: float, count: int, with_stop: bool) -> bool:
    """Whether a line that ends as a sentence is a title all the same."""
    if with_stop or text[-1] == ".":
        return count <= 20 and len(text) <= MAX_STOPPED and share >= 0.75 and _small_letters(text) <= 1
    return count <= 16


def _goes_on(text: str) -> bool:
    """A line that ends in the middle of a sentence."""
    return text.endswith((",", ";", ":", "—", "-"))


def _is_item(text: str) -> bool:
    """An entry of a list."""
    return _NOT_TITLE.match(text) is not None


def _holds_sentences(text: str) -> bool:
    return _INNER_STOP.search(text) is not None


def _has_lines(text: str) -> bool:
    return "\n" in text


_NO_TITLE: tuple[Callable[[str], bool], ...] = (_goes_on, _is_item, _holds_sentences, _has_lines)
"""What no title is, whatever its words."""


def _least_share(text: str, count: int) -> float:
    """The share of capitals that a title of `count` words has at least."""
    if text[0].islower():
        return 0.6
    return 0.5 if count > 16 else 0.0


def _ends_sentence(text: str, share: float, count: int) -> bool:
    """Whether the line ends in a full stop or exclamation mark that is no abbreviation's."""
    if not _STOP.search(text) or text[-1] in "?…":
        return False
    return not (_ABBREVIATED.search(text) and (share >= 0.6 or count <= 12))


def _small_letters(text: str) -> int:
    """How many words begin with a small letter that headlines in capitals would not."""
    return sum(w not in _SMALL for w in re.findall(r"(?<![\w'’.-])[a-z][\w'’-]*", text))


_NO_HEADLINE = re.compile(rf"\b(?:{any_of('never_in_a_headline')}|{WEEKDAYS})\b", re.IGNORECASE)


def is_headlinese(words: str) -> bool:
    """Whether a first line that ends in a full stop can only be a headline: one short clause without articles, pronouns, past forms and days,
    which sentences of running text hardly do without (archives put a stop behind "Envoys open talks on herring")."""
    text = words.strip()
    count = len(_WORD.findall(text[:MAX_STOPPED]))
    is_one = 4 <= count <= 16 and len(text) <= MAX_STOPPED and "\n" not in text and not _INNER_STOP.search(text)
    return (
        is_one
        and text[-1:] == "."
        and text[0] not in "\"“'‘"
        and not _NO_HEADLINE.search(text)
        and not _NOT_TITLE.match(text)
    )


_OFFICE_NOUN = (
    r"(?:Secretary|Minister|President|Premier|Chancellor|Spokes(?:person|man|woman)|Ambassador|Representative|Commissioner|Director|Chair(?:man|woman|person)?|"
    r"Envoy|Governor|Commander|Administrator|Coordinator|Director-General|Secretary-General|Chargé d['’]Affaires)"
)
_SIGNATORY = re.compile(
    rf"(?:[A-Z][\w'’.-]+ ){{1,4}}[A-Z][\w'’.-]+, (?:[A-Z][\w'’-]+ ){{0,4}}{_OFFICE_NOUN}(?:,? (?:of|for|to|on|the|and|[A-Z][\w'’.-]*)){{0,10}}"
)


def is_signatory(words: str) -> bool:
    """Whether a line is only a person and an office ("Ingrid Solberg, Minister of Foreign Affairs"): who speaks in a release, never its title."""
    text = words.strip()
    return len(text) <= MAX_HEADING and _SIGNATORY.fullmatch(text) is not None


def is_issuer(words: str) -> bool:
    """Whether a short line names the office that issues a release ("Office of the Spokesperson"), which headlines don't begin with as often."""
    return _ISSUER.fullmatch(words.strip()) is not None and len(_WORD.findall(words)) <= 8


def is_heading(words: str) -> bool:
    """Whether a line between paragraphs is a heading: short, no end of a sentence, few words or words in capitals."""
    text = words.strip()
    if _DASHED.fullmatch(text):
        return True
    if not 0 < len(text) <= MAX_HEADING or any(is_so(text) for is_so in _NO_HEADING):
        return False
    count = len(_WORD.findall(text))
    return 0 < count <= 5 or (count <= 14 and title_share(text) >= 0.65 and text[0] not in "\"“‘'")


def _holds_address(text: str) -> bool:
    return "://" in text


def _breaks_off(text: str) -> bool:
    return text.endswith((",", ";", "—", "-"))


def _opens_small(text: str) -> bool:
    return _OPENS_TITLE.match(text) is None


def _leads_in(text: str) -> bool:
    """ "He added:" leads in a quotation."""
    return text.endswith(":") and not text.isupper()


def _is_sentence(text: str) -> bool:
    return _STOP.search(text) is not None and not text.endswith("?")


_NO_HEADING: tuple[Callable[[str], bool], ...] = (
    _holds_address,
    _breaks_off,
    _opens_small,
    _leads_in,
    _is_sentence,
    _holds_sentences,
)
"""What no heading between paragraphs is."""


def is_prose(words: str) -> bool:
    """Whether a paragraph is running text: long enough and ending like a sentence, or long in any case."""
    length = len(words)
    if length > MAX_HEADLINE:
        return True
    if length < 35 or is_headline(words, with_stop=True):
        return False
    return bool(_STOP.search(words[-6:].rstrip())) or words.rstrip()[-1:] in ":;,"


def title_share(text: str) -> float:
    """The share of words, other than small ones, that begin with a capital."""
    words = [w for w in _WORD.findall(text) if w.lower() not in _SMALL]
    return sum(w[0].isupper() for w in words) / len(words) if words else 0.0


def is_same_title(line: str, title: str) -> bool:
    """Whether a line repeats a title, but for case, quotation marks, punctuation and a site's name after it."""
    if len(line) > 2 * MAX_HEADLINE or len(title) > 2 * MAX_HEADLINE:
        return False
    a, b = _normal(line), _normal(title)
    if not a:
        return False
    if a == b or (len(a) > 30 and b.startswith(a + " ")) or (len(b) > 30 and a.startswith(b) and len(a) < len(b) + 4):
        return True
    ours, theirs = set(a.split()), set(b.split())
    return min(len(ours), len(theirs)) >= 5 and len(ours & theirs) >= 0.8 * max(len(ours), len(theirs))


def begins_with_title(text: str, title: str) -> bool:
    """Whether a text begins with its title, whatever follows on the same line."""
    head, words = _normal(text[: 2 * len(title) + 40]).split(), _normal(title).split()
    return head[: len(words)] == words


def can_stand_above(title: str) -> bool:
    """Whether a title of metadata can be read as a headline: one line of a headline's length with two words, no address and no file's name."""
    is_name = "://" in title or " " not in title.strip()
    return not is_name and len(title) <= 2 * MAX_HEADLINE and len(_WORD.findall(title)) >= 2


def _normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))
