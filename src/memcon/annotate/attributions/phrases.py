"""Rules for what is told without a clause of its own, or by a noun, an adjective or an adverb: "condemned", "according to", "concern that"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from memcon.annotate.attributions.candidates import Candidate, candidate, candidate_of_verb
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.subjects import who_says
from memcon.domain.labels import OBJECTS
from memcon.domain.rules import rule
from memcon.domain.spans import Span
from memcon.domain.tokens import Token
from memcon.lexicon import words

_WITH_AN_OBJECT = words("reporting_an_object")
_NOUNS = words("reporting_noun")
_ADJECTIVES = words("reporting_adjective")
_ADVERBS = words("reporting_adverb")
_SEEMING = words("seeming_so")

_NEAREST = 3
"""Tokens from a verb to the preposition that is part of the cue, at most."""


def _prepositions() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for verb, preposition in (pair.split() for pair in words("reporting_with_a_preposition")):
        found[verb] = found.get(verb, frozenset()) | {preposition}
    return found


_PREPOSITIONS = _prepositions()
"""Verb → the prepositions with which it tells whose word something is."""


@rule(
    yes=["According to the ministry, talks will resume.", "The talks will resume, according to two officials."],
    no=["The envoy acted in line with the ministry.", "The talks will resume, the ministry said."],
)
def according_to(page: Page) -> Iterator[Candidate]:
    """ "According to the ministry, talks will resume." The rest of the sentence is the content."""
    tree = page.tree
    for token in page.tokens[:-2]:
        to, sentence = token.i + 1, page.sentence_of(token.i)
        if tree.lower(token.i) != "according" or tree.lower(to) != "to" or page.quoted.at(token.start):
            continue
        source = tree.child(to, "pobj", "pcomp") if to + 1 < sentence.last else None
        if source is None:
            continue
        last = min(tree.last(source), sentence.last - 1)
        pieces = (page.span(sentence.first, token.i - 1), page.span(last + 1, sentence.last - 1))
        cue = Span(token.start, page.tokens[to].end)
        yield from candidate(page.span(tree.first(source), last), cue, pieces, token.i)


@rule(
    yes=["The ministry condemned the missile launch."],
    no=["The ministry bought a new house.", "“We condemned the launch.”"],
)
def condemns(page: Page) -> Iterator[Candidate]:
    """ "The ministry condemned the launch": the object, and what follows it under the same verb."""
    tree = page.tree
    for verb in page.unquoted("VERB", _WITH_AN_OBJECT):
        thing = tree.child(verb.i, "dobj")
        if thing is None or thing < verb.i or tree.child(verb.i, "ccomp") is not None:
            continue
        behind = [c for c in tree.deps(verb.i, *OBJECTS, "prep", "xcomp") if c > thing]
        last = max(tree.last(c) for c in (thing, *behind))
        yield from candidate_of_verb(page, verb, who_says(tree, verb.i), (page.span(tree.first(thing), last),))


@rule(
    yes=["The president called for restraint.", "The envoy objected to the plan."],
    no=["The president called from Oslo.", "The envoy called his deputy."],
)
def calls_for(page: Page) -> Iterator[Candidate]:
    """ "The envoy called for restraint": the preposition belongs to the cue."""
    tree = page.tree
    for verb in page.unquoted("VERB", frozenset(_PREPOSITIONS)):
        for p in tree.children[verb.i]:
            is_part = tree.lower(p) in _PREPOSITIONS[tree.lemma(verb.i)] and verb.i < p <= verb.i + _NEAREST
            subject = who_says(tree, verb.i) if is_part else None
            if subject is not None and tree.child(p, "pobj", "pcomp") is not None:
                cue = Span(verb.start, page.tokens[p].end)
                yield from candidate(page.phrase(subject), cue, (page.span(p + 1, tree.last(p)),), verb.i)


@rule(
    yes=[
        "The ministry expressed concern that the talks could fail.",
        "His claim that the pact was ready surprised Oslo.",
    ],
    no=["The ministry expressed concern.", "The day that the talks began was cold."],
)
def concern_that(page: Page) -> Iterator[Candidate]:
    """ "… expressed concern that the channel could fail"; "his claim that …"."""
    tree = page.tree
    for noun in page.unquoted("NOUN", _NOUNS):
        clause = tree.child(noun.i, "acl", "ccomp")
        if clause is None or tree.child(clause, "mark") is None:
            continue
        cue, subject = _voiced(page, noun)
        source = page.phrase(subject) if subject is not None else None
        yield from candidate(source, cue, (page.phrase(clause),), noun.i)


def _voiced(page: Page, noun: Token) -> tuple[Span, int | None]:
    """The cue that a noun is part of, and whose word it tells: its owner's, or that of the subject whose object it is."""
    owner, verb = page.tree.child(noun.i, "poss"), page.tokens[noun.head]
    if owner is None and verb.pos == "VERB" and noun.dep == "dobj":
        return Span(verb.start, noun.end), who_says(page.tree, verb.i)
    return noun.span, owner


@rule(
    yes=["The envoy is confident that the talks will resume.", "The ministry is willing to return to the talks."],
    no=["The envoy is tall.", "The envoy is confident."],
)
def is_confident_that(page: Page) -> Iterator[Candidate]:
    """ "The envoy is confident that …", "… is willing to …"."""
    tree = page.tree
    for adjective in page.unquoted("ADJ", _ADJECTIVES):
        clause, verb = tree.child(adjective.i, "ccomp", "xcomp"), page.tokens[adjective.head]
        if clause is None or clause < adjective.i or tree.lemma(verb.i) not in _SEEMING:
            continue
        subject = who_says(tree, verb.i)
        source = page.phrase(subject) if subject is not None else None
        cue = Span(verb.start, adjective.end) if verb.i < adjective.i else adjective.span
        yield from candidate(source, cue, (page.phrase(clause),), adjective.i, must_have_source=True)


@rule(
    yes=["The sides reportedly agreed on a date."],
    no=["The sides finally agreed on a date.", "“They reportedly agreed.”"],
)
def reportedly(page: Page) -> Iterator[Candidate]:
    """ "The sides reportedly agreed …": no speaker; the content is the clause around the word."""
    tree = page.tree
    for token in page.tokens:
        if tree.lower(token.i) not in _ADVERBS or page.quoted.at(token.start) or token.head == token.i:
            continue
        first, last = tree.extent(token.head)
        yield from candidate(None, token.span, (page.span(first, token.i - 1), page.span(token.i + 1, last)), token.i)
