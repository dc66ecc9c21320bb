"""Rules for how a page is laid out rather than how a sentence is built: transcripts and signed quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.annotate.attributions.candidates import Candidate
from memcon.annotate.attributions.lexicon import Lexicon
from memcon.annotate.attributions.syntax import Syntax
from memcon.domain.spans import Span

_LABELLED = re.compile(
    r"[ \t]*((?:[A-Z][\w.'’\-]*|[QA]|of|the|for|and)(?:[ \t]+(?:[A-Z][\w.'’\-]*|of|the|for|and)){0,6})(?:[ \t]*\([^)\n]{1,60}\))?[ \t]?(:)[ \t]+(?=\S)"
)
_SIGNED = re.compile(r"[”\"»」][ \t]*([—–―]|--)[ \t]*([A-Z][^\n—–\"“”]{1,80})$")


def transcript(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "MINISTER: Talks will resume." at the beginning of a block: what follows the colon. Twice at least in a document, or a name."""
    found: list[tuple[Candidate, bool]] = []
    for first, last in _blocks(syntax):
        start, end = syntax.tokens[first].start, syntax.tokens[last - 1].end
        match = _LABELLED.match(syntax.text, start, end)
        if (
            match is None
            or match.group(1).lower() in lexicon.label
            or match.group(1).split()[-1].lower() in lexicon.label
        ):
            continue
        content = syntax.trim(Span(match.end(), end))
        label = Span(*match.span(1))
        is_person = any("PERSON" in t.entity for t in syntax.tokens[first : min(first + 8, last)] if t.end <= label.end)
        if content is not None:
            found.append((Candidate(label, Span(*match.span(2)), (content,)), is_person))
    for candidate, is_person in found:
        if is_person or len(found) > 1:
            yield candidate


def signed_quotation(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "“We will come.” — Name" at the end of a block."""
    for first, last in _blocks(syntax):
        start, end = syntax.tokens[first].start, syntax.tokens[last - 1].end
        cut = max(start, end - 100)
        match = _SIGNED.search(syntax.text, cut, end)
        quote = syntax.quoted.at(match.start()) if match else None
        source = syntax.trim(Span(*match.span(2))) if match else None
        if match and quote and source:
            yield Candidate(source, Span(*match.span(1)), (quote,))


def _blocks(syntax: Syntax) -> Iterator[tuple[int, int]]:
    """The first and last token of every block."""
    start = 0
    for n, sentence in enumerate(syntax.sentences):
        if n + 1 == len(syntax.sentences) or syntax.sentences[n + 1].block != sentence.block:
            yield syntax.sentences[start].first, sentence.last
            start = n + 1
