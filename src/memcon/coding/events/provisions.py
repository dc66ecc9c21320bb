"""What a paper says shall be, told behind the event that made it: "They signed an accord. The accord calls for joint patrols"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.events.mentions import EventMention
from memcon.coding.events.results import as_told
from memcon.coding.events.telling import main_verbs
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NOMINAL
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import words

PAPERS_OF_PARTIES = words("paper_between_parties") | words("halt_of_fighting") | words("paper_that_speaks")
PAPERS = PAPERS_OF_PARTIES | words("measure_on_paper")
_LAYING_DOWN, _ASKED = words("laying_down"), words("asking_for_or_of")
_DEFINITES = words("definites")
_OF_ANOTHER_TIME = words("of_a_time_before_or_behind")
_ANY_PAPER = words("paper_named_again")
_FURTHEST = 3
"""How many sentences behind a paper may go on to tell what it says."""


@rule(
    yes=[
        "Norway and Chad signed an accord in Oslo. The accord calls for joint patrols. → calls for joint patrols",
        "Norway and Chad signed a treaty in Oslo. The document calls for joint patrols. → calls for joint patrols",
        "Norway and Chad reached a deal in Oslo. It rained. The deal bans the sale of arms. → bans the sale of arms",
    ],
    no=[
        "Norway and Chad signed an accord in Oslo. The accord was praised.",
        "Norway and Chad signed an accord in Oslo. An accord with Peru calls for joint patrols.",
        "Norway and Chad signed a treaty in Oslo. The 1987 fishing deal limits the sale of nets.",
        "Norway and Chad signed a treaty in Oslo. The old treaty limits the sale of nets.",
        "Norway and Chad signed a treaty in Oslo. The Peruvian treaty limits the sale of nets.",
        "Norway and Chad signed a treaty in Oslo. The resolution demands free passage for ships.",
    ],
)
def laid_down_behind(index: TextIndex, mentions: Sequence[EventMention]) -> Iterator[Phrase]:
    """What the sentences behind an event's paper tell that it says, up to the next paper."""
    for m in mentions:
        if (m.trigger.has("instrument") or m.trigger.has("vehicle")) and not m.in_title:
            own = _own_papers(index, m)
            here = index.tokens[m.trigger.anchor].sentence
            for n in range(here + 1, min(here + 1 + _FURTHEST, len(index.annotation.sentences))):
                if _tells_of_another(index, n, own):
                    break
                yield from (p for v in main_verbs(index, n) if _lays_down(index, v, own) for p in as_told(index, v))


PROVISIONS = (laid_down_behind,)
"""Where what a paper lays down is told behind it."""


def _own_papers(index: TextIndex, mention: EventMention) -> frozenset[str]:
    """How the event's paper may be called behind it: by its own noun, or by one that any paper may go by."""
    trigger, tree = mention.trigger, index.tree
    nouns = (*range(trigger.first, trigger.last + 1), *tree.objects(trigger.anchor), *tree.led_by(trigger.anchor, "of"))
    return _ANY_PAPER | PAPERS.intersection(tree.lemma(i).lower() for i in nouns)


def _lays_down(index: TextIndex, verb: int, own: frozenset[str]) -> bool:
    """Whether the subject of a verb of laying down is the paper told last ("the accord", "this deal")."""
    tree = index.tree
    is_asking = tree.lemma(verb) != "call" or any(tree.lower(p) in _ASKED for p in tree.deps(verb, "prep", "prt"))
    is_laying = tree.lemma(verb) in _LAYING_DOWN and is_asking and not tree.is_passive(verb)
    return is_laying and not index.is_denied(verb) and any(_is_it(index, i, own) for i in tree.subjects(verb))


def _is_it(index: TextIndex, i: int, own: frozenset[str]) -> bool:
    """Whether a noun means the paper told last: it is called by one of its `own` nouns, and nothing else tells which one it is."""
    tree = index.tree
    is_definite = any(tree.lower(d) in _DEFINITES for d in tree.deps(i, "det"))
    is_another = tree.deps(i, "prep", "relcl", "poss", "nummod", "compound", "nmod")
    told_by = tree.deps(i, "amod")  # "the Iranian deal" and "the old deal" are others, "the rare deal" is the one told
    is_told_apart = any(tree.tokens[a].text[:1].isupper() or tree.lower(a) in _OF_ANOTHER_TIME for a in told_by)
    return tree.lemma(i).lower() in own and is_definite and not (is_another or is_told_apart)


def _tells_of_another(index: TextIndex, n: int, own: frozenset[str]) -> bool:
    """Whether a sentence begins a section or names a paper that is not the one told last."""
    s = index.annotation.sentences[n]
    papers = (
        i for i in range(s.first, s.last) if index.tokens[i].pos in NOMINAL and index.tree.lemma(i).lower() in PAPERS
    )
    return s.kind == "heading" or any(not _is_it(index, i, own) for i in papers)
