"""What is on a page besides its running text, line by line: rules in order, each with sentences that are its tests.

A rule sees one line (or a joined paragraph) and nothing around it; what depends on position is decided in `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from memcon.domain.documents import BlockKind
from memcon.extract.agencies import agencies_in_credit
from memcon.extract.bylines import is_byline
from memcon.extract.captions import MAX_CAPTION, is_caption
from memcon.extract.date_lines import is_date_line
from memcon.extract.phrases import SPACES, any_of
from memcon.lexicon import values, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of block and how a line of it is known; `positive` and `negative` lines are the rule's tests."""

    kind: BlockKind
    matches: Callable[[str], bool]
    positive: tuple[str, ...]
    negative: tuple[str, ...]


_COPYRIGHT = re.compile(
    rf"\W{{0,3}}(?:©|\(c\)\s*(?:copyright|\d{{4}}|[A-Z])|ⓒ|<?copyright\b(?!\s+{any_of('about_copyright')})\W{{0,3}}(?:©|ⓒ|\(c\)|by\b|\d{{4}}|[A-Z]))"
    rf"|.{{0,160}}\b{any_of('claiming_all_rights')}\b.{{0,200}}$"
    rf"|.{{0,80}}(?:무단\s?전재|{any_of('not_to_be')} {any_of('reused')}).{{0,160}}$",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    rf"{any_of('tag_label')}\s*[:：]\s*\S|(?:#[^\W_][\w-]{{1,40}}[\s,]*){{2,}}$|#[^\W\d_][\w-]{{1,40}}$",
    re.IGNORECASE,
)

_WHOLE_LINES = re.compile(
    rf"\W*(?:{any_of('link_line', 'related_matter', 'control_of_a_page', 'notice_of_a_page', 'end_of_a_text', 'kind_of_release')}"
    rf"|{any_of('leading_to_more')} [\w .]{{2,30}}|{any_of('sharing')} \w+|\d{{1,5}} {any_of('counted_on_a_page')}"
    rf"|{any_of('getting_a_file')}(?: {any_of('leading_to_a_file')})? {any_of('file_of_a_page')}"
    rf"|{any_of('opening_or_ending')} {any_of('part_of_a_transcript')})\W*",
    re.IGNORECASE,
)
_LINK_LABELS = "|".join(
    rf"{re.escape(label)}\s*[：{re.escape(marks)}]" for label, marks in values("link_label").items()
)
_OPENINGS = re.compile(
    rf"\W{{0,3}}(?:{any_of('inviting', 'noticing')}\b|{_LINK_LABELS}|{any_of('subscribing', gap=SPACES)}\b"
    rf"|{any_of('following_a_writer')} (?:@|.{{1,50}}? on {any_of('network')}\b)|{any_of('site_speaking')}\s+{any_of('using_cookies', gap=SPACES)}"
    rf"|{any_of('going_on_with_a_page')}\b.{{0,80}}\b{any_of('agreeing_to_terms')}|{any_of('asking_for_more')},? {any_of('getting_in_touch')}"
    r"|alt\s?=\s?[\"'])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S+\W*", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?:{any_of('release_name')}\s*(?:{any_of('numbering')}\b|#)?|{any_of('number_label')})?"
    r"[\s.#:№]{0,3}(?=[A-Z./-]{0,12}\d)(?=\w{0,12}[-/])[A-Z]{0,8}[\d/.-][A-Z\d/.-]{3,24}",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"(?:<[a-zA-Z/!][^<>]{0,200}>\W{0,3}){1,4}")
_RULE_LINE = re.compile(r"[\W_]+")

MAX_LINE = 300

_SECTIONS = words("section_name")


def is_section(line: str) -> bool:
    """Whether a line above an article is the name of a section of the site, or the path to one ("Home > World > Asia")."""
    cells = [c.strip(" *_") for c in re.split(r"\s*[>»›|/]\s*", line.strip(" \t|>»›")[:120])]
    return 0 < len(cells) <= 6 and all(c.casefold() in _SECTIONS for c in cells)


def _is_copyright(line: str) -> bool:
    return len(line) <= 400 and _COPYRIGHT.match(line) is not None


def _is_tags(line: str) -> bool:
    return len(line) <= 500 and _TAGS.match(line) is not None


def _is_credit(line: str) -> bool:
    return bool(agencies_in_credit(line))


def _is_boilerplate(line: str) -> bool:
    if len(line) > MAX_LINE:
        return False
    if (
        _WHOLE_LINES.fullmatch(line)
        or _ADDRESS.fullmatch(line)
        or _MARKUP.fullmatch(line)
        or _RULE_LINE.fullmatch(line)
        or _NUMBER.fullmatch(line)
    ):
        return True
    return _OPENINGS.match(line) is not None


RULES: tuple[Rule, ...] = (
    Rule(
        kind="date_line",
        matches=is_date_line,
        positive=(
            "Published: 4 May 2021, 09:15",
            "date 2021-05-04",
            "Tuesday, May 4, 2021",
            "Updated : 2021-05-04 18:20 KST",
            "Posted on May 4, 2021 at 6:20 p.m. EDT",
            "First published May 4, 2021 | Last updated May 5, 2021 07:00",
            "2021-05-04T09:15:00+02:00",
            "FOR IMMEDIATE RELEASE",
        ),
        negative=(
            "The envoys met on May 4, 2021.",
            "Published in 1948, the book is still read",
            "Talks of 4 May 2021 with Norway",
            "May will visit Oslo",
        ),
    ),
    Rule(
        kind="byline",
        matches=is_byline,
        positive=(
            "By Ingrid Solberg",
            "By INGRID SOLBERG, Staff reporter",
            "By Ingrid Solberg and Pavel Novak | Example News",
            "Ingrid Solberg (solberg@example.org)",
            "solberg@example.org",
            "Reporting by Ingrid Solberg; Editing by Pavel Novak",
            "Written by Ingrid Solberg",
        ),
        negative=(
            "By Tuesday the envoys had left",
            "By the end of May, Oslo and Bern had agreed on nothing",
            "By signing the pact, Oslo gives up its veto.",
            "Write to the minister at press@example.org to learn when the hall opens again",
        ),
    ),
    Rule(
        kind="copyright",
        matches=_is_copyright,
        positive=(
            "© The Fjord Courier(www.example.com). All rights reserved.",
            "Copyright 2021 The Fjord Courier",
            "<Copyright (c) Fjord Courier, unauthorized reprinting prohibited>",
            "ⓒ Fjord Courier",
            "This material may not be published, broadcast or redistributed.",
        ),
        negative=(
            "Copyright law was on the agenda of the talks.",
            "Copyright protection came up in Bern",
            "The ministers said all rights would be respected.",
        ),
    ),
    Rule(
        kind="credit",
        matches=_is_credit,
        positive=("Yonhap", "AFP, Reuters", "(Xinhua)", "Source: Kyodo News", "- AP -"),
        negative=("Yonhap said so", "Oslo", "Reuters reported the visit"),
    ),
    Rule(
        kind="tags",
        matches=_is_tags,
        positive=(
            "Tags: oslo, bern, fishing talks",
            "Keywords: treaty; fish",
            "#oslo #fishing",
            "Filed under: Diplomacy",
        ),
        negative=("Topics of the talks were fish and ships", "tags on the delegates' coats", "#1 on the agenda"),
    ),
    Rule(
        kind="boilerplate",
        matches=_is_boilerplate,
        positive=(
            "Read more",
            "Related articles",
            "ADVERTISEMENT",
            "Click here for the full list",
            "Subscribe to our newsletter",
            "We use cookies to make the page work",
            "https://example.org/a/1",
            "* * *",
            "(END)",
            "2021-05-S-017",
            "(Undated)",
            "(BEGIN VIDEO CLIP)",
            "Follow Ingrid Solberg on Twitter @solberg",
            '<div class="x"></div>',
        ),
        negative=(
            "More ministers will come to Oslo",
            "Share prices fell after the summit",
            "Registered voters backed the pact",
            "Home Minister Solberg left",
            "Undated papers were found",
            "Envoys follow talks on herring",
            "2021",
        ),
    ),
    Rule(
        kind="caption",
        matches=lambda line: len(line) <= MAX_CAPTION and is_caption(line),
        positive=(
            "Foreign Minister Ingrid Solberg, left, shakes hands with her Swiss counterpart in Bern on May 4. [FJORD TIMES]",
            "Ingrid Solberg poses for a photo in Bern. (Yonhap)",
            "FILE PHOTO: A flag over the harbour of Bergen",
            "In this photo provided by the navy, a frigate leaves port.",
            "The two envoys arrive at the hall in Oslo, May 4, 2021. /AFP",
            "Photo: Harbour of Bergen",
            "Fishermen wait for the count. Image: Pavel Novak.",
            "Pavel Novak via Getty Images.",
        ),
        negative=(
            "Solberg said the talks had gone well. (Yonhap)",
            "The envoy turned left, and the guards followed him.",
            "The minister, right, as usual, about the date, had left, officials said.",
            "Photographs of the site were shown to the envoys.",
            "The ministry worries about its image: Norway.",
        ),
    ),
)
"""In order: the first rule that matches a line decides."""


@lru_cache(maxsize=4096)
def furniture_kind(line: str) -> BlockKind | None:
    """What a line is when it is no running text, None when only its surroundings can tell. Time linear in the line, and bounded."""
    if len(line) > MAX_CAPTION:
        return None
    return next((rule.kind for rule in RULES if rule.matches(line)), None)
