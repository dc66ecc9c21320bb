"""All places in a text that name a long-running issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.coding.places import Places
from memcon.coding.processes.doing import WAYS_OF_DOING
from memcon.coding.processes.mention import ProcessMention
from memcon.coding.processes.naming import WAYS_OF_NAMING
from memcon.coding.processes.weakly import WAYS_OF_NAMING_WEAKLY
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NOMINAL
from memcon.domain.rules import ByWord
from memcon.lexicon import words

_WAYS = ByWord((*WAYS_OF_NAMING, *WAYS_OF_NAMING_WEAKLY, *WAYS_OF_DOING))
_DEFINITES = words("definites")


def find_mentions(index: TextIndex, places: Places) -> tuple[ProcessMention, ...]:
    """All places in the running text that name a process, in text order, without those inside another."""
    found: list[ProcessMention] = []
    for token in index.tokens:
        if index.is_heading(token.i) or any(m.first <= token.i <= m.last and not _yields(m) for m in found[-2:]):
            continue
        ways = _WAYS.at(token, index.tree.lemma(token.i), index.tree.lower(token.i))
        mention = next((m for way in ways if (m := way(index, places, token.i)) is not None), None)
        if mention is not None:
            inside = [m for m in found if not _is_apart(m, mention)]
            found = [*(m for m in found if m not in inside), _with(mention, inside)]
    return tuple(sorted([*found, *_meant_again(index, found)], key=lambda m: m.first))


def _meant_again(index: TextIndex, found: Sequence[ProcessMention]) -> Iterator[ProcessMention]:
    """ "the process", "the withdrawal": the noun of the mention before, with an article and nothing else, and no name."""
    taken = {i for m in found for i in range(m.first, m.last + 1)}
    nouns = {index.tree.lemma(m.head) for m in found if index.tokens[m.head].pos in NOMINAL}
    for i in (t.i for t in index.tokens if t.pos == "NOUN" and index.tree.lemma(t.i) in nouns):
        last = _named_last(index, found, i) if i not in taken and _is_bare(index, i) else None
        if last is not None:
            yield replace(last, first=i, last=i, head=i, is_full=False)


def _named_last(index: TextIndex, found: Sequence[ProcessMention], noun: int) -> ProcessMention | None:
    """The mention before a noun, where it has the same one."""
    last = next((m for m in reversed(found) if m.first < noun), None)
    return last if last is not None and index.tree.lemma(last.head) == index.tree.lemma(noun) else None


def _is_bare(index: TextIndex, noun: int) -> bool:
    """Whether "the" or "this" and nothing else stands with a noun, outside of headings."""
    before = index.tree.deps(noun, "det", "amod", "compound", "poss")
    is_definite = len(before) == 1 and index.tree.lower(before[0]) in _DEFINITES
    return is_definite and not index.tree.deps(noun, "prep") and not index.is_heading(noun)


def _with(mention: ProcessMention, inside: Sequence[ProcessMention]) -> ProcessMention:
    """A mention that takes up others: "peace process talks" is as strong as "peace process"."""
    is_weak = mention.is_weak and not any(m.is_full and not m.is_weak and not _yields(m) for m in inside)
    return replace(mention, is_weak=is_weak)


def _is_apart(known: ProcessMention, mention: ProcessMention) -> bool:
    """Whether a mention goes on beside a later one: it shares no word with it."""
    return known.last < mention.first or mention.last < known.first


def _yields(mention: ProcessMention) -> bool:
    """Whether a mention gives way to one inside it: what a verb tells with a process as its object ("end the peace process")."""
    return mention.is_weak and mention.head == mention.first
