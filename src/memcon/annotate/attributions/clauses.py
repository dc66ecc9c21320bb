"""Rules for verbs with a clause, an infinitive or a quotation: "said that", "wants to", "is expected to"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.annotate.attributions.candidates import Candidate, candidate, candidate_of_verb
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.subjects import who_says
from memcon.domain.labels import BESIDE_A_SAYING, PARTICIPLES
from memcon.domain.rules import rule
from memcon.domain.spans import Span
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree
from memcon.lexicon import words

MAX_CLAUSE = 400
"""Tokens of a clause that are looked through for the next speech verb: keeps hostile input linear."""

MAX_APART = 90
"""Code points between a speech verb and the quotation beside it, at most."""

_LONGEST_ASIDE = 25
"""Tokens between the two ends of "…, the envoy said in Oslo, …", at most."""

_WITH_A_CLAUSE = words("reporting_a_clause")
_WITH_AN_INFINITIVE = words("reporting_an_infinitive")
_IN_THE_PASSIVE = words("reporting_in_the_passive")
_SPEAKING = _WITH_A_CLAUSE | words("reporting_an_object")


@rule(
    yes=[
        "The envoy said that the talks would resume in May.",
        "The talks would resume in May, the envoy told reporters.",
        "Sources reported the pact was ready, adding that Oslo would sign it soon.",
    ],
    no=["The envoy met the king in May.", "“My deputy said that the road is open.”"],
)
def says_that(page: Page) -> Iterator[Candidate]:
    """ "The envoy said (that) talks would resume", "… , the envoy said", "adding that …"."""
    tree = page.tree
    speaker: tuple[int, int] | None = None
    for verb in page.unquoted("VERB", _WITH_A_CLAUSE):
        clause = tree.child(verb.i, "ccomp")
        if clause is None:
            continue
        subject = who_says(tree, verb.i)
        if speaker and speaker[0] == verb.sentence and _goes_on(tree, verb):
            subject = speaker[1]
        if subject is None and verb.tag not in PARTICIPLES:
            continue
        if subject is not None:
            speaker = (verb.sentence, subject)
        yield from candidate_of_verb(page, verb, subject, (_told_clause(page, verb.i, clause, subject),))


def _goes_on(tree: Tree, verb: Token) -> bool:
    """Whether `verb` is the "adding" of "said …, adding that …"."""
    is_behind_comma = verb.i > 0 and tree.tokens[verb.i - 1].text == ","
    return verb.tag == "VBG" and is_behind_comma and tree.lemma(verb.i) in _WITH_A_CLAUSE


def _told_clause(page: Page, verb: int, clause: int, subject: int | None) -> Span | None:
    """The clause that a verb tells: behind it up to where the speech goes on, or before it up to its subject."""
    first, last = page.tree.extent(clause)
    if clause > verb:
        return page.span(max(first, verb + 1), _end_of_speech(page, clause, last))
    speaker = page.tree.first(subject) if subject is not None and subject > clause else verb
    stop = speaker if clause < speaker < verb else verb
    return page.span(first, min(last, stop - 1))


def _end_of_speech(page: Page, clause: int, last: int) -> int:
    """The last token of a clause before ", adding that"."""
    for i in range(clause + 1, min(last + 1, clause + MAX_CLAUSE)):
        if _goes_on(page.tree, page.tokens[i]) and not page.quoted.at(page.tokens[i].start):
            return i - 2
    return last


@rule(
    yes=["The talks, the envoy said, would resume in May."],
    no=["The envoy said that the talks would resume.", "The talks, which began in May, would resume."],
)
def said_in_between(page: Page) -> Iterator[Candidate]:
    """ "Talks, the envoy said, would resume": the verb hangs on the clause that it reports."""
    tree = page.tree
    for verb in page.unquoted("VERB", _WITH_A_CLAUSE):
        subject = tree.child(verb.i, "nsubj")
        if subject is None or not _is_aside(tree, verb):
            continue
        first, last = tree.extent(verb.i)
        begin, end = tree.extent(verb.head)
        yield from candidate_of_verb(
            page, verb, subject, (page.span(min(begin, first), first - 1), page.span(last + 1, end))
        )


def _is_aside(tree: Tree, verb: Token) -> bool:
    """Whether a verb stands with its subject alone inside the clause that it hangs on."""
    hangs = verb.dep in BESIDE_A_SAYING and verb.head != verb.i
    first, last = tree.extent(verb.i)
    return hangs and last - first <= _LONGEST_ASIDE and tree.child(verb.i, "ccomp", "mark", "dobj") is None


@rule(
    yes=["Norway hopes to host the second round.", "The envoy urged Seoul to return to the talks."],
    no=["Norway managed to host the second round.", "The envoy was urged to return."],
)
def wants_to(page: Page) -> Iterator[Candidate]:
    """ "The ministry plans to …", "the envoy urged Seoul to …"."""
    tree = page.tree
    for verb in page.unquoted("VERB", _WITH_AN_INFINITIVE):
        clause = tree.child(verb.i, "xcomp", "ccomp")
        if clause is None or clause < verb.i or tree.child(clause, "aux") is None:
            continue
        if tree.child(verb.i, "nsubjpass") is None:
            yield from candidate_of_verb(page, verb, who_says(tree, verb.i), (page.phrase(clause),))


@rule(
    yes=["The envoy is expected to arrive in Oslo.", "The king is believed by diplomats to be ill."],
    no=["The envoy is ready to go.", "The envoy expects to arrive in Oslo."],
)
def is_expected_to(page: Page) -> Iterator[Candidate]:
    """ "The envoy is expected to arrive": nobody is named; the content is who and what, without the cue."""
    tree = page.tree
    for verb in page.unquoted("VERB", _IN_THE_PASSIVE):
        clause, subject = tree.child(verb.i, "xcomp"), tree.child(verb.i, "nsubjpass")
        passive = tree.child(verb.i, "auxpass")
        if clause is None or subject is None or passive is None or clause < verb.i:
            continue
        cue = Span(page.tokens[passive].start, verb.end)
        agent = tree.agent(verb.i)
        source = page.phrase(agent) if agent is not None else None
        yield from candidate(source, cue, (page.phrase(subject), page.phrase(clause)), verb.i)


@rule(
    yes=["“We will return to Oslo,” the envoy told reporters.", "The envoy said: “We will return to Oslo.”"],
    no=[
        "The envoy said that the talks would resume.",
        "“We will return to Oslo,” read a sign on the gate of the hall.",
    ],
)
def quoted_speech(page: Page) -> Iterator[Candidate]:
    """ "“We will come,” the envoy told reporters": a speech verb with a subject beside a quotation, whatever the parser made of it."""
    for verb in page.unquoted("VERB", _SPEAKING):
        quotes = [q for q in _quotations_near(page, verb) if _is_beside(page, verb, q)]
        subject = who_says(page.tree, verb.i) if quotes else None
        if subject is not None and not page.quoted.at(page.tokens[subject].start):
            yield from candidate_of_verb(page, verb, subject, quotes)


def _quotations_near(page: Page, verb: Token) -> Iterator[Span]:
    """What is quoted in the sentence of a verb, within reach."""
    sentence = page.sentence_of(verb.i).span
    for q in page.quoted.within(Span(max(0, verb.start - MAX_APART - 1), verb.end + MAX_APART + 1)):
        piece = Span(max(q.start, sentence.start), min(q.end, sentence.end)) if q.overlaps(sentence) else None
        if piece is not None and not piece.overlaps(verb.span):
            yield piece


def _is_beside(page: Page, verb: Token, quote: Span) -> bool:
    """Whether no other speech is between the verb and the quotation: few words, all of them the verb's own."""
    low, high = (quote.end, verb.start) if quote.end <= verb.start else (verb.end, quote.start)
    return high - low <= MAX_APART and ";" not in page.text[low:high]


def behind_as(page: Page, cue: Span) -> Span | None:
    """The main clause behind "As I said last week, …", which is what was said; None where the cue stands in no such clause, or says something in it."""
    tree, tokens = page.tree, page.tokens
    inside = tokens[page.first_at(cue.start) : page.first_at(cue.end)]
    verb = next((t.i for t in inside if t.pos == "VERB" and t.end <= cue.end), None)
    if verb is None or tree.child(verb, "dobj", "ccomp", "xcomp") is not None:
        return None
    sentence = page.sentence_of(verb)
    root = next((i for i in range(verb + 1, sentence.last) if tokens[i].dep == "ROOT"), None)
    subject = tree.child(root, "nsubj", "nsubjpass") if root is not None else None
    if tree.lower(sentence.first) != "as" or subject is None or subject < verb:
        return None
    first = tree.first(subject)
    is_behind_comma = any(tokens[i].text == "," for i in range(verb + 1, first))
    return page.span(first, sentence.last - 1) if is_behind_comma else None
