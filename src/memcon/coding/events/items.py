"""Noun phrases as items, each with its own place in the text: "X, Y and Z" are three, without what else a sentence goes on to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.labels import BESIDE_A_SAYING, LINKS, NOMINAL, PLURAL, TELLING, TENSED
from memcon.domain.records import Phrase
from memcon.domain.spans import Span
from memcon.lexicon import values, words

_LOOSE = LINKS | {"ADP"}
_TOPIC = words("leading_to_a_topic")
_LEADING = words("leading_an_item")
_JOINING = words("joining_items")
_VIEWS = words("views_on_a_topic")
_QUESTIONS = values("opening_a_question")
_OF = words("taken_of_a_topic")
_ON = words("on_it_but_no_topic")
_WEIGHT = words("weight_of_a_topic")
_POINTING = words("naming_no_topic")
_SAYING = words("saying")
_ARTICLES = words("article")
_LEADING_A_PARTY = frozenset({"with"})
_OF_THE_ITEM = words("leading_on_an_item")
_LEADING_THERE = words("leading_to_a_place") | words("on")


def items(index: TextIndex, head: int) -> list[Phrase]:
    """The noun phrase of `head`, and what is coordinated with it, as separate items; of "views on X" X; of a pronoun none."""
    if index.tokens[head].pos == "PRON":
        return []
    if index.tree.lemma(head) in _VIEWS:
        behind = [item for p in index.tree.deps(head, "prep") for item in items_behind(index, p)]
        if index.tree.lemma(head) in _OF:
            behind += [i for o in index.tree.led(head) for i in items(index, o)]
        if behind or index.tree.extent(head) == (head, head):  # "exchanged views", and on what is not told
            return behind
    heads = [h for h in _row(index, head) if index.tokens[h].pos in TELLING]
    if not heads:
        return []
    phrases = [_item(index, h, following) for h, following in pairwise(heads)]
    phrases.append(_last_item(index, heads))
    return [p for p in phrases if p is not None]


def _last_item(index: TextIndex, heads: Sequence[int]) -> Phrase | None:
    """The last item of a row, with what "for", "of" or "between" leads to right behind it where the parser hung that on the verb or on an item before
    ("discussed trade and support [for Peru]")."""
    own = _item(index, heads[-1], None)
    to = index.inside(own.span)[-1] + 1 if own is not None else 0
    if own is None or to >= index.sentence(heads[-1]).last or not _leads_on(index, heads, to):
        return own
    last = _cut_clause(index, to, index.tree.last(to))
    return phrase(index, index.inside(own.span)[0], last) or own


def _leads_on(index: TextIndex, heads: Sequence[int], to: int) -> bool:
    """Whether a preposition hangs on the verb over a row, or on one of its items but the last, and leads to more of what the last one is."""
    token, verb = index.tokens[to], index.tokens[heads[0]].head
    is_of_an_item = token.head in heads[:-1] or (token.head == verb and index.tree.lower(to) in _OF_THE_ITEM)
    things = index.tree.deps(to, "pobj")
    return token.dep == "prep" and is_of_an_item and bool(things) and index.timex_at.keys().isdisjoint(things)


def items_behind(index: TextIndex, preposition: int) -> list[Phrase]:
    """The items that a preposition such as "on" or "about" leads to, said once or again ("on fish and on trade")."""
    said = [p for p in index.tree.coordinated(preposition) if index.tree.lower(p) in _TOPIC]
    return [item for p in said for item in _led(index, p)] if preposition in said else []


def _led(index: TextIndex, preposition: int) -> list[Phrase]:
    objects = (o for o in index.tree.deps(preposition, "pobj") if o not in index.timex_at)
    heads = (o for o in objects if index.tree.lower(preposition) != "on" or not _is_where(index, o))
    found = [item for o in heads for item in items(index, o)]
    return found + [item for c in index.tree.deps(preposition, "pcomp") for item in clause_items(index, c)]


def _is_where(index: TextIndex, o: int) -> bool:
    """Whether "on" leads with it to where, when or how something is done ("on the way", "on Capitol Hill"); "on ways to share it" is a topic."""
    is_to_do = any(
        index.tree.is_infinitive(c) or index.tokens[c].tag == "VBG" for c in index.tree.deps(o, "relcl", "acl")
    )
    is_to_do = is_to_do or any(index.tree.deps(p, "pcomp") for p in index.tree.deps(o, "prep"))
    return index.tree.lemma(o).lower() in _ON and not (index.tokens[o].tag in PLURAL and is_to_do)


def clause_items(index: TextIndex, verb: int) -> list[Phrase]:
    """The clause of `verb` as an item, and those in a row with it, where it names a topic: "how to share the river", "opening the border"."""
    is_question = index.tree.lower(index.tree.first(verb)) in _QUESTIONS
    if not is_question and index.tokens[verb].tag != "VBG":
        return []
    heads = list(_row(index, verb))
    phrases = (_item(index, h, following) for h, following in zip(heads, [*heads[1:], None], strict=True))
    return [p for p in phrases if p is not None]


def phrase(index: TextIndex, first: int, last: int) -> Phrase | None:
    """The words from `first` to `last` without articles and signs before, who said so, and conjunctions and prepositions behind; None where none is left."""
    last = _before_who_said_so(index, first, last)
    while first < last and (index.tree.lower(first) in _LEADING or index.tokens[first].pos == "PUNCT"):
        first += 1
    while last > first and _is_loose_end(index, last):
        last -= 2 if _is_as_well(index, last) else 1
    last = index.balanced(first, last)
    if last < first or _says_nothing(index, first, last):
        return None
    span = index.span(first, last)
    return Phrase(text=span.of(index.text), span=span)


def without_setting(
    index: TextIndex, found: Sequence[Phrase], setting: Sequence[Span], parties: Sequence[Span] = ()
) -> tuple[Phrase, ...]:
    """Phrases without the event's own place and time, and the person with whom it was, at their end: "signed a pact [in Oslo on Monday]", "visas [with
    King Roe]"."""
    leading = dict.fromkeys(setting, _LEADING_THERE) | dict.fromkeys(parties, _LEADING_A_PARTY)
    cut = (_before_setting(index, p, leading) for p in found)
    return tuple(p for p in cut if p is not None)


def _before_setting(index: TextIndex, found: Phrase, setting: Mapping[Span, frozenset[str]]) -> Phrase | None:
    inside = index.inside(found.span)
    ends = {places[-1]: (places[0], led) for span, led in setting.items() if (places := index.inside(span))}
    last = inside[-1] if inside else 0
    while last in ends:
        first, leading = ends[last]
        before = first - 1
        before -= before > 0 and index.tree.lower(before) in _ARTICLES
        if before <= inside[0] or index.tree.lower(before) not in leading:
            break
        last = before - 1
    if not inside or last == inside[-1]:
        return found
    is_bare = last == inside[0] and index.tokens[last].pos == "VERB"  # "concluded [in Oslo]"
    return None if is_bare else phrase(index, inside[0], last)


def _before_who_said_so(index: TextIndex, first: int, last: int) -> int:
    """The last word before a comma and who told it ("to open the border, the ministry said on Monday"), which the parser may take for a part of what was told."""
    tree, tokens = index.tree, index.tokens
    for v in range(first + 1, last + 1):
        if tree.lemma(v) in _SAYING and tokens[v].tag in TENSED:
            start = max((tree.first(s) for s in tree.deps(v, "nsubj") if s < v), default=first)
            if start > first + 1 and tokens[start - 1].text == ",":
                return start - 2
    return last


def without_signs(index: TextIndex, first: int, last: int) -> tuple[int, int]:
    """The words from `first` to `last` without the signs behind them."""
    while last > first and index.tokens[last].pos == "PUNCT":
        last -= 1
    return first, last


def _is_loose_end(index: TextIndex, i: int) -> bool:
    is_loose = index.tokens[i].pos in _LOOSE and index.tokens[i].dep != "prt"  # "broke down" is whole
    return is_loose or index.tree.lower(i) in _JOINING or _is_as_well(index, i)


def _says_nothing(index: TextIndex, first: int, last: int) -> bool:
    """Whether words name no topic: "the need" without what is needed, "these issues"."""
    is_weight = first == last and index.tree.lemma(first) in _WEIGHT
    return is_weight or all(
        index.tree.lemma(i) in _POINTING or index.tree.lower(i) in _POINTING for i in range(first, last + 1)
    )


def _is_as_well(index: TextIndex, i: int) -> bool:
    """Whether "as well" ends at token `i`, which leads on to the next item."""
    return index.tree.lower(i) == "well" and index.tree.lower(i - 1) == "as"


def _row(index: TextIndex, head: int) -> Iterator[int]:
    """`head` and what is coordinated with it, each with the one before."""
    conjuncts = [head]
    while conjuncts:
        yield conjuncts[0]
        conjuncts = index.tree.deps(conjuncts[0], "conj")


def _item(index: TextIndex, head: int, following: int | None) -> Phrase | None:
    first, last = index.tree.extent(head)
    first = _behind_its_day(index, first, head)
    if following is not None:
        last = min(last, following - 1, index.tree.first(following) - 1)
    return phrase(index, first, _cut_clause(index, head, last))


def _behind_its_day(index: TextIndex, first: int, head: int) -> int:
    """Where an item begins, past a day that "on" leads to and the parser took for a part of it ("discussed on Monday trade and visas"); "on Monday's strike" is one."""
    timex = index.timex_at.get(first)
    if timex is None or first < 1 or index.tree.lower(first - 1) != "on" or index.tokens[first].dep != "compound":
        return first
    days, behind = interval_of(timex.edtf or ""), index.inside(timex.span)[-1] + 1
    return behind if days is not None and days.is_day and behind <= head else first


def _cut_clause(index: TextIndex, head: int, last: int) -> int:
    """Ends an item before a trailing relative clause, time or adverbial clause that tells something else."""
    for c in index.tree.children[head]:
        if c > head and (_tells_something_else(index, head, c) or c in index.timex_at):
            last = min(last, index.tree.first(c) - 1)
    for i in range(head + 1, last + 1):
        if index.tokens[i].dep == "conj" and _tells_on(index, head, i):
            return _before_conjunction(index, head, i)
        if _is_loose_date(index, i):
            first = index.inside(index.timex_at[i].span)[0]  # "[last] year"
            cut = min(i, first) - (2 if index.tokens[i].dep == "pobj" else 1)
            is_bare = (
                index.tokens[cut].dep == "acl" and index.tokens[cut].head == cut - 1
            )  # "a pact [reached last year]"
            return max(head, cut - 1 if is_bare else cut)
    return last


def _tells_something_else(index: TextIndex, head: int, c: int) -> bool:
    """Whether a clause on an item is none of it: an aside behind a comma, an adverbial clause; "areas where interests align" is one item."""
    dep = index.tokens[c].dep
    if index.tokens[head].pos == "VERB":  # of a clause as an item, what hangs on its verb is its own
        return dep == "parataxis"
    is_aside = dep == "relcl" and index.tokens[index.tree.first(c) - 1].text == ","
    return is_aside or dep in BESIDE_A_SAYING


def _tells_on(index: TextIndex, head: int, verb: int) -> bool:
    """Whether a verb in a row with words of an item leads on to another statement; of a noun an infinitive does so as well."""
    tag = index.tokens[verb].tag
    is_on_noun = index.tokens[index.tokens[verb].head].pos in NOMINAL and index.tokens[head].pos != "VERB"
    return tag in TENSED or (tag == "VB" and is_on_noun)


def _is_loose_date(index: TextIndex, i: int) -> bool:
    return i in index.timex_at and index.tokens[i].dep in {"npadvmod", "pobj"} and index.timex_at[i].type == "DATE"


def _before_conjunction(index: TextIndex, head: int, verb: int) -> int:
    """The last token before the "and" that leads on to another statement."""
    i = verb - 1
    while i > head and (index.tokens[i].pos in {"ADV", "AUX", "PUNCT", "CCONJ"}):
        i -= 1
    return max(head, i)
