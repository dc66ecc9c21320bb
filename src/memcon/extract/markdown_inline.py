"""The marks inside of Markdown's lines: links become their words, notes and pictures between words go, emphasis and inline HTML leave what they are on.

Encyclopedias and notebooks put a link on every name and a number behind every sentence; whoever reads the page sees neither. Every pattern is bounded and
looks at a line or two, so the time grows with the length alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE)

_DESTINATION = r"""(?:<[^<>\n]{0,2000}>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.){0,300}\)){0,2000})"""
_TITLE = r"""(?:[ \t\n]{1,5}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?"""
_TO = rf"\([ \t]{{0,5}}{_DESTINATION}{_TITLE}[ \t]{{0,5}}\)"
_WORDS = r"(?:[^\[\]\\\n]|\\.|\n(?!\s*\n)){0,500}"

_DEFINITION = re.compile(
    rf"^ {{0,3}}\[(?!\^)([^\[\]\n]{{1,200}})\]:[ \t]{{0,5}}(?:<[^<>\n]{{0,2000}}>|\S{{1,2000}}){_TITLE}[ \t]*$\n?",
    re.MULTILINE,
)
"""Where the links that are only named lead: "[salo]: https://…"."""

_NOTES = re.compile(
    rf"""\[!\[{_WORDS}\]{_TO}\]{_TO}                         # a picture that is a link
    | (?<=\S)!\[{_WORDS}\]{_TO} | !\[{_WORDS}\]{_TO}(?=[ \t]*\S)   # a picture between words
    | \[\\?\[(?:\d{{1,3}}|[a-z]{{1,2}}|note\ \d{{1,3}}|nb\ \d{{1,3}}|edit)\\?\]\]{_TO}   # "[[1]](#cite_note-1)"
    | \\?\[\[edit\]{_TO}\\?\]
    | (?<=[^\s\[])\[(?:\d{{1,3}}|note\ \d{{1,3}})\](?![(:])(?!\[\D)    # "in Oslo.[3]"
    | \[\^[^\[\]\s]{{1,50}}\]:? | (?<=[^\s\[])\\?\[(?:edit|citation\ needed|clarification\ needed|who\?|when\?)\\?\]
    | <sup\b[^<>]{{0,200}}>[^<>]{{0,50}}</sup>""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands between words and is none of them."""

_LINK = re.compile(rf"(?<![\\!])\[({_WORDS})\]{_TO}")
_NAMED = re.compile(r"(?<![\\!\]])\[((?:[^\[\]\\\n]|\\.){1,500})\](?:[ ]?\[([^\[\]\n]{0,200})\])?(?![(\[])")
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(
    r"</?(?:a|abbr|b|center|cite|code|del|div|em|font|i|ins|kbd|mark|p|q|ref|s|small|span|strong|sub|sup|u)\b[^<>]{0,300}>",
    re.I,
)
_LINE_TAG = re.compile(r"<br\s{0,5}/?>", re.I)
_EMPHASIS = (
    re.compile(r"(?<![\w\\*])(\*\*\*|\*\*)(?=[^\s*])([^*\n]{1,500}?(?<=[^\s\\]))\1(?!\*)"),
    re.compile(r"(?<![\w\\_])(__)(?=[^\s_])([^\n]{1,500}?(?<=[^\s\\]))\1(?!\w)"),
    re.compile(r"(?<![\w\\*])(\*)(?=[^\s*])([^*\n]{1,500}?(?<=[^\s\\]))\1(?![\w*])"),
    re.compile(r"(?<![\w\\_])(_)(?=[^\s_])([^_\n]{1,500}?(?<=[^\s\\]))\1(?!\w)"),
)


LONGEST = 2_000_000


def without_inline_marks(text: str) -> str:
    """The text without the marks inside of its lines; code between fences stays as it is, and so does a text too long to be a document.

    >>> without_inline_marks("The **envoy** of [Norway](/wiki/Norway) met his host.[[1]](#note-1)")
    'The envoy of Norway met his host.'
    """
    if len(text) > LONGEST:
        return text
    named = {found[1].casefold() for found in _DEFINITION.finditer(text)}
    return "".join(piece if is_code else _cleaned(piece, named) for piece, is_code in _pieces(text))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text between fences, and whether it is code."""
    at, is_code = 0, False
    for fence in _FENCE.finditer(text):
        yield text[at : fence.start()], is_code
        yield fence[0], True
        at, is_code = fence.end(), not is_code
    yield text[at:], is_code


def _without_comments(text: str) -> str:
    """Without what stands between "<!--" and "-->"."""
    kept, at = list[str](), 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])


def _cleaned(text: str, named: set[str]) -> str:
    if "[" in text or "<" in text:
        text = _NOTES.sub("", _DEFINITION.sub("", _without_comments(text)))
        for _ in range(2):  # a link may hold another bracket
            text = _LINK.sub(r"\1", text)
        text = _NAMED.sub(lambda link: link[1] if (link[2] or link[1]).casefold() in named else link[0], text)
        text = _WIKI.sub(r"\1", text)
        text = _LINE_TAG.sub(" ", _TAG.sub("", _AUTOLINK.sub(r"\1", text)))
    for emphasis in _EMPHASIS:
        text = emphasis.sub(r"\2", text)
    return text
