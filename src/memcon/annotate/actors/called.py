"""What the parser calls an organization: declared reasons not to believe it, and reasons to let it act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memcon.annotate.actors.body_runs import SMALL_WORDS
from memcon.annotate.actors.lexicon import NEVER_ACTOR_HEADS, NEVER_NAMES, ORGANIZATION_NOMINALS, POSSESSIVES
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.labels import DOING
from memcon.domain.rules import rule
from memcon.lexicon import words

_TOLD = words("told")


@dataclass(frozen=True, slots=True)
class Run:
    """The parser's organization at tokens `first` to `last`, its article and possessive cut off. `persons` are the words of persons' names;
    `is_read` tells whether a pattern reads a body from a token."""

    doc: MarkedText
    first: int
    last: int
    has_article: bool
    end: int
    persons: frozenset[str]
    is_read: Callable[[int], bool]


def is_called(
    doc: MarkedText, i: int, end: int, persons: frozenset[str], is_read: Callable[[int], bool]
) -> tuple[int, int] | None:
    """The tokens of a body that the parser finds from token `i`, where nothing speaks against it and it acts; None when there is none."""
    if doc.tokens[i].entity != "B-ORG" or doc.headline[doc.tokens[i].sentence] or doc.known[i] is not None:
        return None
    has_article = doc.low[i] == "the"
    first = i + 1 if has_article else i
    last = _end_of_body(doc, first, i + 1, end)
    run = Run(doc, first, last, has_article, end, persons, is_read)
    if first == last or any(reason(run) for reason in NOT_CALLED) or not any(reason(run) for reason in CALLED):
        return None
    return first, last


def _end_of_body(doc: MarkedText, first: int, last: int, end: int) -> int:
    """Where the parser's body ends that goes on from token `last`, without a possessive and signs behind it."""
    while last < end and doc.tokens[last].entity == "I-ORG":
        last += 1
    while last > first and (doc.low[last - 1] in POSSESSIVES or not doc.words[last - 1][0].isalnum()):
        last -= 1
    return last


@rule(
    yes=["The United Nations objected."],
    no=["Roe Consulting said so."],
)
def is_read_otherwise(run: Run) -> bool:
    """Behind the article stands what a pack or a pattern reads."""
    return run.has_article and (run.doc.known[run.first] is not None or run.is_read(run.first))


@rule(yes=["Congress objected."], no=["Roe Consulting said so."])
def is_common_noun(run: Run) -> bool:
    """One word that any body of its kind may be called by."""
    return run.last == run.first + 1 and run.doc.low[run.first] in ORGANIZATION_NOMINALS


@rule(yes=["Minister Ann Airbus came. The plan was written by Airbus."], no=["The plan was written by Airbus."])
def is_person(run: Run) -> bool:
    """Words that the text has shown to be a person's name."""
    first = run.last - 1 if run.doc.article_of_name(run.first) == run.last else run.first
    return all(run.doc.words[k] in run.persons for k in range(first, run.last))


@rule(yes=["He works at eBay in Lima."], no=["Roe Consulting said so."])
def is_in_lower_case(run: Run) -> bool:
    """A name begins with a capital."""
    return not run.doc.is_capital(run.first)


@rule(yes=["The Airbus Summit was long."], no=["Airbus said so."])
def is_occasion(run: Run) -> bool:
    """An event, a place or an instrument never acts."""
    return run.doc.low[run.last - 1] in NEVER_ACTOR_HEADS


@rule(yes=["Copyright Reuters Group objected."], no=["Roe Consulting said so."])
def is_no_name(run: Run) -> bool:
    """It begins with a word that begins no name."""
    return run.doc.low[run.first] in NEVER_NAMES


@rule(yes=["Lawyers for Justice said so."], no=["Roe Consulting said so."])
def has_title(run: Run) -> bool:
    """A title inside makes it an office or a person."""
    return any(run.doc.is_title_noun(k) for k in range(run.first, run.last))


@rule(yes=["Sony pictures Entertainment said so."], no=["Roe Consulting said so."])
def has_plain_words(run: Run) -> bool:
    """Only small words stand in lower case inside a name."""
    doc = run.doc
    return not all(
        doc.is_capital(k) or doc.low[k] in SMALL_WORDS or doc.words[k] in "-'’" for k in range(run.first, run.last)
    )


NOT_CALLED = (
    is_read_otherwise,
    is_common_noun,
    is_person,
    is_in_lower_case,
    is_occasion,
    is_no_name,
    has_title,
    has_plain_words,
)


def _root(run: Run) -> int | None:
    tokens = run.doc.tokens
    return next((k for k in range(run.last - 1, run.first - 1, -1) if not run.first <= tokens[k].head < run.last), None)


@rule(yes=["Roe Consulting said so.", "The plan was written by Airbus."], no=["They bought Airbus shirts."])
def is_doing(run: Run) -> bool:
    """The subject of a verb, or who does what is told in the passive."""
    root = _root(run)
    if root is None:
        return False
    token = run.doc.tokens[root]
    is_actor = token.dep in DOING and run.doc.tokens[token.head].pos == "VERB"
    return is_actor or (token.dep == "pobj" and run.doc.low[token.head] == "by")


@rule(yes=["They informed Boeing of the plan."], no=["They bought Boeing shirts."])
def is_being_told(run: Run) -> bool:
    """Who is told something."""
    root = _root(run)
    if root is None:
        return False
    token = run.doc.tokens[root]
    return token.dep == "dobj" and run.doc.tokens[token.head].lemma in _TOLD


CALLED = (is_doing, is_being_told)
