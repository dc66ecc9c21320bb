"""Attribution by rules over syntax and quotation marks: what works without a learned model.

Each rule is a small function from a parsed document to candidates; RULES lists them, the surer first, each with the precision measured on
PolNeAR's dev side (source, cue and content all overlap), which becomes the relation's confidence. Attributions are flat, as in
PolNeAR: a cue inside another's content is dropped, the outermost word wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.annotate.attributions.candidates import Candidate, merged, outermost, with_quotes
from memcon.annotate.attributions.layouts import signed_quotation, transcript
from memcon.annotate.attributions.lexicon import Lexicon
from memcon.annotate.attributions.syntax import Syntax
from memcon.domain.annotation import AttributionRelation
from memcon.domain.spans import Span
from memcon.domain.tokens import Token

MAX_CLAUSE = 400
"""Tokens of a clause that are looked through for the next speech verb: keeps hostile input linear."""

MAX_APART = 90
"""Code points between a speech verb and the quotation beside it, at most."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` proposes, `precision` is how often it was right."""

    find: Callable[[Syntax, Lexicon], Iterator[Candidate]]
    precision: float


def find_by_rules(syntax: Syntax, lexicon: Lexicon) -> tuple[AttributionRelation, ...]:
    """All relations that the rules find, in text order, none inside another's content."""
    found: dict[Span, Candidate] = {}
    for rule in RULES:
        for candidate in rule.find(syntax, lexicon):
            held = found.get(candidate.cue)
            if held is None:
                found[candidate.cue] = replace(candidate, precision=rule.precision)
            elif rule.find is quoted_speech:
                found[candidate.cue] = replace(held, content=merged((*held.content, *candidate.content)))
    kept = outermost(sorted(with_quotes(syntax, list(found.values())), key=lambda c: c.cue))
    return tuple(
        AttributionRelation(
            source=(c.source,) if c.source else (),
            cue=(c.cue,),
            content=c.content,
            quote_type=syntax.quoted.type_of(c.content),
            confidence=c.precision,
            method="rules",
        )
        for c in kept
    )


def according_to(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "According to the ministry, talks will resume." The rest of the sentence is the content."""
    for token in syntax.tokens:
        if token.text.lower() != "according" or token.i + 2 >= len(syntax.tokens) or syntax.quoted.at(token.start):
            continue
        to = syntax.tokens[token.i + 1]
        sentence = syntax.sentence_of(token.i)
        if to.text.lower() != "to" or to.i + 1 >= sentence.last:
            continue
        source = syntax.child(to.i, "pobj", "pcomp")
        if source is None:
            continue
        last = min(syntax.last(source), sentence.last - 1)
        pieces = (syntax.span(sentence.first, token.i - 1), syntax.span(last + 1, sentence.last - 1))
        content = tuple(piece for piece in pieces if piece is not None)
        if content:
            yield Candidate(syntax.span(syntax.first(source), last), Span(token.start, to.end), content, token.i)


def says_that(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The envoy said (that) talks would resume", "… , the envoy said", "adding that …"."""
    speaker: tuple[int, int] | None = None
    for verb in _verbs(syntax, lexicon.clause):
        clause = syntax.child(verb.i, "ccomp")
        if clause is None:
            continue
        subject = syntax.subject(verb.i)
        if speaker and speaker[0] == verb.sentence and _goes_on(syntax, verb, lexicon):
            subject = speaker[1]
        if subject is None and verb.tag not in ("VBG", "VBN"):
            continue
        if subject is not None:
            speaker = (verb.sentence, subject)
        yield from _candidate(syntax, verb, subject, _clause_pieces(syntax, lexicon, verb.i, clause, subject))


def said_in_between(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Talks, the envoy said, would resume": the verb hangs on the clause that it reports."""
    for verb in _verbs(syntax, lexicon.clause):
        subject = syntax.child(verb.i, "nsubj")
        if (
            verb.dep not in ("parataxis", "ccomp", "advcl")
            or verb.head == verb.i
            or subject is None
            or syntax.child(verb.i, "ccomp", "mark", "dobj")
        ):
            continue
        if syntax.last(verb.i) - syntax.first(verb.i) > 25:
            continue
        head = verb.head
        pieces = (
            syntax.span(min(syntax.first(head), syntax.first(verb.i)), syntax.first(verb.i) - 1),
            syntax.span(syntax.last(verb.i) + 1, syntax.last(head)),
        )
        yield from _candidate(syntax, verb, subject, pieces)


def wants_to(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The ministry plans to …", "the envoy urged Seoul to …"."""
    for verb in _verbs(syntax, lexicon.infinitive):
        clause = syntax.child(verb.i, "xcomp", "ccomp")
        if (
            clause is None
            or clause < verb.i
            or syntax.child(clause, "aux") is None
            or syntax.child(verb.i, "nsubjpass") is not None
        ):
            continue
        yield from _candidate(
            syntax, verb, syntax.subject(verb.i), (syntax.span(syntax.first(clause), syntax.last(clause)),)
        )


def is_expected_to(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The envoy is expected to arrive": nobody is named; the content is who and what, without the cue."""
    for verb in _verbs(syntax, lexicon.passive):
        clause, subject = syntax.child(verb.i, "xcomp"), syntax.child(verb.i, "nsubjpass")
        passive = syntax.child(verb.i, "auxpass")
        if clause is None or subject is None or passive is None or clause < verb.i:
            continue
        cue = Span(syntax.tokens[passive].start, verb.end)
        pieces = (syntax.phrase(subject), syntax.span(syntax.first(clause), syntax.last(clause)))
        agent = syntax.child(verb.i, "agent")
        source = syntax.child(agent, "pobj") if agent is not None else None
        content = tuple(piece for piece in pieces if piece is not None)
        if content:
            yield Candidate(syntax.phrase(source) if source is not None else None, cue, content, verb.i)


def condemns(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The ministry condemned the launch": the object, and what follows it under the same verb."""
    for verb in _verbs(syntax, lexicon.object):
        thing = syntax.child(verb.i, "dobj")
        if thing is None or thing < verb.i or syntax.child(verb.i, "ccomp") is not None:
            continue
        last = max(
            [
                syntax.last(thing),
                *(
                    syntax.last(c)
                    for c in syntax.children[verb.i]
                    if c > thing and syntax.tokens[c].dep in ("prep", "xcomp", "dative", "oprd")
                ),
            ]
        )
        yield from _candidate(syntax, verb, syntax.subject(verb.i), (syntax.span(syntax.first(thing), last),))


def calls_for(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The envoy called for restraint": the preposition belongs to the cue."""
    for verb in _verbs(syntax, frozenset(lexicon.prepositional)):
        for child in syntax.children[verb.i]:
            word = syntax.tokens[child]
            if (
                word.text.lower() not in lexicon.prepositional[_lemma(verb, lexicon.prepositional)]
                or not verb.i < child <= verb.i + 3
            ):
                continue
            thing = syntax.child(child, "pobj", "pcomp")
            subject = syntax.subject(verb.i)
            if thing is None or subject is None:
                continue
            content = syntax.span(child + 1, syntax.last(child))
            if content is not None:
                yield Candidate(syntax.phrase(subject), Span(verb.start, word.end), (content,), verb.i)


def concern_that(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "… expressed concern that the channel could fail"; "his claim that …"."""
    for token in syntax.tokens:
        if token.pos != "NOUN" or token.lemma not in lexicon.noun or syntax.quoted.at(token.start):
            continue
        clause = syntax.child(token.i, "acl", "ccomp")
        if clause is None or syntax.child(clause, "mark") is None:
            continue
        owner, verb = syntax.child(token.i, "poss"), syntax.tokens[token.head]
        cue, subject = token.span, owner
        if owner is None and verb.pos == "VERB" and token.dep == "dobj":
            subject = syntax.subject(verb.i)
            cue = Span(verb.start, token.end)
        content = syntax.phrase(clause)
        if content is not None:
            yield Candidate(syntax.phrase(subject) if subject is not None else None, cue, (content,), token.i)


def is_confident_that(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The envoy is confident that …", "… is willing to …"."""
    for token in syntax.tokens:
        if token.pos != "ADJ" or token.lemma not in lexicon.adjective or syntax.quoted.at(token.start):
            continue
        clause, verb = syntax.child(token.i, "ccomp", "xcomp"), syntax.tokens[token.head]
        if clause is None or clause < token.i or verb.lemma not in ("be", "feel", "seem", "remain", "appear", "sound"):
            continue
        subject, content = syntax.subject(verb.i), syntax.phrase(clause)
        if subject is not None and content is not None:
            yield Candidate(
                syntax.phrase(subject),
                Span(verb.start, token.end) if verb.i < token.i else token.span,
                (content,),
                token.i,
            )


def reportedly(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The sides reportedly agreed …": no speaker; the content is the clause around the word."""
    for token in syntax.tokens:
        if (
            token.text.lower() not in lexicon.adverb
            or token.text.lower() == "apparently"
            or syntax.quoted.at(token.start)
        ):
            continue
        head = token.head
        pieces = (syntax.span(syntax.first(head), token.i - 1), syntax.span(token.i + 1, syntax.last(head)))
        content = tuple(piece for piece in pieces if piece is not None)
        if content and head != token.i:
            yield Candidate(None, token.span, content, token.i)


def quoted_speech(syntax: Syntax, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "“We will come,” the envoy told reporters": a speech verb with a subject beside a quotation, whatever the parser made of it."""
    for verb in _verbs(syntax, lexicon.clause | lexicon.object):
        sentence = syntax.sentence_of(verb.i)
        quotes = [
            piece
            for q in syntax.quoted.within(Span(max(0, verb.start - MAX_APART - 1), verb.end + MAX_APART + 1))
            if q.overlaps(sentence.span)
            and (piece := Span(max(q.start, sentence.span.start), min(q.end, sentence.span.end)))
            and not piece.overlaps(verb.span)
        ]
        subject = syntax.subject(verb.i)
        if not quotes or subject is None or syntax.quoted.at(syntax.tokens[subject].start):
            continue
        near = [q for q in quotes if _is_beside(syntax, verb, q)]
        yield from _candidate(syntax, verb, subject, near)


RULES: tuple[Rule, ...] = (
    Rule(according_to, 0.9),
    Rule(says_that, 0.89),
    Rule(said_in_between, 0.69),
    Rule(quoted_speech, 0.57),
    Rule(calls_for, 0.82),
    Rule(wants_to, 0.51),
    Rule(is_expected_to, 0.7),
    Rule(condemns, 0.66),
    Rule(concern_that, 0.43),
    Rule(is_confident_that, 0.4),
    Rule(reportedly, 0.6),
    Rule(transcript, 0.6),
    Rule(signed_quotation, 0.9),
)


def _verbs(syntax: Syntax, lemmas: frozenset[str]) -> Iterator[Token]:
    """Verbs of the lexicon that are not themselves quoted."""
    for token in syntax.tokens:
        if token.pos == "VERB" and _lemma(token, lemmas) in lemmas and not syntax.quoted.at(token.start):
            yield token


def _lemma(token: Token, known: object) -> str:
    return token.lemma.lower()


def _candidate(syntax: Syntax, verb: Token, subject: int | None, pieces: Sequence[Span | None]) -> Iterator[Candidate]:
    """The candidate for `verb`, unless nothing is left as content. The subject's words are never content."""
    source = syntax.phrase(subject) if subject is not None else None
    if source is not None and source.overlaps(verb.span):
        source = syntax.tokens[subject].span if subject is not None else None
    cue = verb.span
    if source is not None:
        pieces = [p for piece in pieces if piece for p in _without(syntax, piece, source)]
    content = tuple(sorted(p for piece in pieces if piece for p in _without(syntax, piece, cue)))
    if content:
        yield Candidate(source, cue, content, verb.i)


def _without(syntax: Syntax, piece: Span, hole: Span) -> list[Span]:
    if not piece.overlaps(hole):
        return [piece]
    parts = [Span(piece.start, max(piece.start, hole.start)), Span(min(piece.end, hole.end), piece.end)]
    return [kept for part in parts if (kept := syntax.trim(part)) is not None]


def _goes_on(syntax: Syntax, verb: Token, lexicon: Lexicon) -> bool:
    """Whether `verb` is the "adding" of "said …, adding that …"."""
    return verb.tag == "VBG" and verb.lemma in lexicon.clause and verb.i > 0 and syntax.tokens[verb.i - 1].text == ","


def _clause_pieces(
    syntax: Syntax, lexicon: Lexicon, verb: int, clause: int, subject: int | None
) -> tuple[Span | None, ...]:
    first, last = syntax.first(clause), syntax.last(clause)
    if clause > verb:
        own = range(clause + 1, min(last + 1, clause + MAX_CLAUSE))
        stop = next(
            (
                i - 2
                for i in own
                if _goes_on(syntax, syntax.tokens[i], lexicon) and not syntax.quoted.at(syntax.tokens[i].start)
            ),
            last,
        )
        return (syntax.span(max(first, verb + 1), stop),)
    stop = min(
        i for i in (verb, syntax.first(subject) if subject is not None and subject > clause else verb) if i > clause
    )
    return (syntax.span(first, min(last, stop - 1)),)


def _is_beside(syntax: Syntax, verb: Token, quote: Span) -> bool:
    """Whether no other speech is between the verb and the quotation: at most twelve words, all of them the verb's own."""
    low, high = (quote.end, verb.start) if quote.end <= verb.start else (verb.end, quote.start)
    return high - low <= MAX_APART and ";" not in syntax.text[low:high]
