"""An undertaking as the words show it, before anybody is found who is bound by it."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.coding.events.items import without_signs
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES
from memcon.domain.labels import FINITE, NAMES_AND_MARKS, NOMINAL, PAST_FORMS, VERBAL
from memcon.domain.records import CommitmentStatus
from memcon.lexicon import values, words

_STOPS = frozenset(".;")
_WORDS_FOR_IT = words("undertaken_in_so_many_words")
_UNDERTAKING = frozenset(values("undertaking"))
_THAT = frozenset({"that"})
_AROUND_A_DEED = words("leading_to_what_is_around_a_deed")
_HOPES = words("hope_for_a_deed")
_QUOTES = frozenset('"“”')


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something undertaken at token `anchor`, in the clause of `verb`: the tokens `first` to `last`. `parties` are the tokens of whoever is bound;
    `is_spoken` where it is the one who speaks."""

    anchor: int
    verb: int
    first: int
    last: int
    status: CommitmentStatus = "made"
    parties: tuple[int, ...] = ()
    is_spoken: bool = False

    def __str__(self) -> str:
        return self.status


def bounds(index: TextIndex, phrase: int, *, behind: int | None = None) -> tuple[int, int]:
    """The first and last token of what hangs on `phrase`, without signs at its ends, without what stands behind a full stop (items of a list that
    were read as one sentence) and without who said so ("…, the ministry said"); from the token behind `behind` on where that is given."""
    first, last = index.tree.extent(phrase)
    first, last = first if behind is None else behind + 1, index.end_of_word(last)
    last = _before_another_doer(index, phrase, _before_another_statement(index, phrase, last))
    last = _before_a_word_for_it(index, phrase, last)
    stop = next(
        (i for i in range(max(first, phrase), last) if index.tokens[i].text in _STOPS or i + 1 in index.saying_behind),
        last,
    )
    stop = _before_a_circumstance(index, phrase, stop)
    first, stop = without_signs(index, first, stop)
    stop = index.without_links(first, stop) if first <= stop else stop
    end = index.balanced(first, stop)
    return first, end if end >= stop else max(phrase, index.without_links(first, end))


def _before_a_circumstance(index: TextIndex, phrase: int, last: int) -> int:
    """The last token before a comma with what goes on around a deed, which is no part of it ("to close the port, despite protests", "…, with the hope that")."""
    tree, tokens = index.tree, index.tokens
    for i in range(phrase + 1, last):
        is_led = tree.lower(i + 1) in _AROUND_A_DEED or (
            tree.lower(i + 1) == "with" and any(tree.lower(j) in _HOPES for j in range(i + 2, min(i + 4, last + 1)))
        )
        if tokens[i].text == "," and is_led and not any(t.text in _QUOTES for t in tokens[i + 1 : last + 1]):
            return index.without_links(phrase, i)
    return last


def _before_a_word_for_it(index: TextIndex, phrase: int, last: int) -> int:
    """The last token before ", a promise that …", which speaks of what is undertaken and is no part of it."""
    signs = (i for i in range(phrase + 1, last - 1) if index.tokens[i].text == "," and index.tokens[i + 1].pos == "DET")
    behind = ((i, next((j for j in range(i + 2, last + 1) if index.tokens[j].pos in NOMINAL), last)) for i in signs)
    return next((i - 1 for i, noun in behind if index.tree.lemma(noun) in _WORDS_FOR_IT), last)


def _before_another_doer(index: TextIndex, phrase: int, last: int) -> int:
    """The last token before "and" with somebody else and what that one is to do ("to free the crew and Peru to pay for the ship"), which a parser may
    take for one row with a date ("by 3 May and Peru is to pay")."""
    tree, tokens = index.tree, index.tokens
    if not tree.is_infinitive(phrase):
        return last
    for i in range(phrase + 1, last):
        name = i + 2 if tokens[i + 1].pos == "DET" else i + 1
        if tree.lower(i) != "and" or not _is_somebody_named(index, name, last):
            continue
        behind = index.inside(index.mention_at[name].span)[-1] + 1
        is_row = tokens[i - 1].pos in NAMES_AND_MARKS or _is_body(index, i - 1)  # "to the union and Peru to help them"
        is_to_do = behind <= last and tokens[behind].tag == "TO" and not is_row
        if is_to_do or (behind == last + 1 and _is_finite_at(index, behind)):
            return i - 1
    return last


def _is_finite_at(index: TextIndex, i: int) -> bool:
    return i < len(index.tokens) and index.tokens[i].tag in FINITE


def _is_somebody_named(index: TextIndex, i: int, last: int) -> bool:
    """Whether a state or an organization is named at token `i`; or anybody with a finite verb behind, right past `last`."""
    mention = index.mention_at.get(i)
    if mention is None:
        return False
    behind = index.inside(mention.span)[-1] + 1
    is_doing = behind == last + 1 and _is_finite_at(index, behind)
    return is_doing or _is_body(index, i)


def _is_body(index: TextIndex, i: int) -> bool:
    return any(a.kind in BODIES for a in index.actors_at(i))


def _is_told_as_done(index: TextIndex, verb: int, phrase: int) -> bool:
    """Whether a verb in a row with what is to be done tells what was done: behind an infinitive in the past, else with its own "had" ("would pay and
    [had] thus [kept] its word", not "will remain committed and engaged")."""
    helping = index.tree.auxiliaries(verb)
    if index.tree.is_infinitive(phrase) and not helping:
        return True
    is_perfect = bool(helping) and all(index.tree.lemma(a) == "have" and index.tokens[a].tag in FINITE for a in helping)
    return is_perfect and any(index.tokens[a].tag == "MD" for a in index.tree.deps(phrase, "aux"))


def _sets_against(index: TextIndex, i: int, last: int) -> bool:
    """Whether "but" stands at token `i` before a verb with a tense, with at most an adverb between."""
    is_but = index.tree.lower(i) == "but" and index.tokens[i].pos == "CCONJ"
    behind = i + 2 if index.tokens[i + 1].pos == "ADV" else i + 1
    return is_but and behind <= last and index.tokens[behind].tag in FINITE


def _before_another_statement(index: TextIndex, phrase: int, last: int) -> int:
    """The last token before what a verb in a row with `phrase` says of another or behind another "that", tells as done or undertakes as well ("…, and I can
    promise that", "to build a road and told officials to begin", "to work together and commit to pay"), or what "but" sets against it ("to open the port but
    still disagree on fees")."""
    tree, tokens = index.tree, index.tokens
    against = next((i for i in range(phrase + 1, last) if _sets_against(index, i, last)), None)
    last = last if against is None else max(index.without_links(phrase, against - 1), phrase)
    for c in tree.deps(phrase, "conj"):
        is_done = tokens[c].tag in PAST_FORMS and _is_told_as_done(index, c, phrase)
        own = {tree.lower(s) for s in tree.deps(phrase, "nsubj")}
        is_of_another = any(tree.lower(s) not in own for s in tree.deps(c, "nsubj"))
        is_said_anew = tree.opens_with(c, _THAT) and bool(tree.deps(c, "nsubj"))
        is_undertaken = tree.lemma(c) in _UNDERTAKING and tree.is_infinitive(phrase) and tree.first(c) == c
        if tokens[c].pos in VERBAL and (is_of_another or is_done or is_said_anew or is_undertaken):
            return max(index.without_links(phrase, min(last, tree.first(c) - 1)), phrase)
    return last
