"""What a paper or a deal says shall be done, in the sentence that names it: "the accord reached in May to curb output", "a pact in which they agreed to …"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.items import clause_items, phrase
from memcon.coding.events.provisions import PAPERS_OF_PARTIES
from memcon.coding.events.results import as_told
from memcon.coding.events.scene import Scene
from memcon.domain.labels import ON_NOUNS, TENSED
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import words

_OF_PARTIES = frozenset({"of", "between", "among"})
_ON = words("leading_to_a_topic") | {"for"}
_UNDER = frozenset({"in", "under", "by", "with"})
_FIXING = words("laying_down") | words("fixing_terms")


@rule(
    yes=[
        "Hopes stem from the accord reached by Nordic ministers last December to curb oil output. → curb oil output",
        "She recalled a deal struck at the Lima summit last May to open the border. → open the border",
        "He saw no weakness in the May 2 agreement of Norway and Chad to keep exchange rates stable. → keep exchange rates stable",
        "The ban will be lifted once Chad honours the pact it signed in May to end dumping of steel. → end dumping of steel",
    ],
    no=[
        "Norway used the agreement with Chad to attack Togo.",
        "Togo met on the deal between Norway and Chad.",
    ],
)
def to_be_done_behind(scene: Scene) -> Iterator[Phrase]:
    """What an infinitive says is to be done that stands behind who made the paper, when or where."""
    tree, index, paper = scene.tree, scene.index, _paper(scene)
    if paper is None:
        return
    makers = [v for v in tree.deps(paper, *ON_NOUNS) if v > paper and not tree.is_infinitive(v)]
    told = [c for v in makers for c in tree.deps(v, "advcl", "xcomp") if tree.is_infinitive(c)]
    told += [c for c in tree.deps(paper, *ON_NOUNS) if c > paper and tree.is_infinitive(c)]
    told += _behind_its_parties(scene, paper)
    for c in dict.fromkeys(c for c in told if tree.deps(c, "dobj")):
        found = phrase(index, c, tree.last(c))
        if found is not None:
            yield found


def _behind_its_parties(scene: Scene, paper: int) -> Iterator[int]:
    """The infinitive right behind those "of" or "between" whom the paper is, whatever the parser hung it on."""
    tree, last = scene.tree, scene.tree.last(paper)
    is_of_parties = any(tree.lower(p) in _OF_PARTIES for p in tree.deps(paper, "prep"))
    is_behind = last + 2 < len(tree.tokens) and tree.lower(last + 1) == "to" and tree.is_infinitive(last + 2)
    if is_of_parties and is_behind and tree.tokens[paper].dep == "pobj":
        yield last + 2


@rule(
    yes=[
        "Togo praised the May 2017 agreement on preventing the dumping of chips. → preventing the dumping of chips",
        "Norway and Chad will sign an agreement in Lima next week settling an old debt. → settling an old debt",
        "Norway and Chad signed an agreement on Monday ending a dispute over patents. → ending a dispute over patents",
    ],
    no=[
        "Norway and Chad signed an agreement on Monday, smiling for the cameras.",
        "Norway and Chad signed an agreement on Monday.",
    ],
)
def by_gerund(scene: Scene) -> Iterator[Phrase]:
    """What a gerund or participle behind the paper says: "on preventing …", "[signed it on Monday] settling …"."""
    tree, index, paper = scene.tree, scene.index, _paper(scene)
    if paper is None:
        return
    for p in (p for p in tree.deps(paper, "prep") if tree.lower(p) in _ON):
        yield from (item for c in tree.deps(p, "pcomp") for item in clause_items(index, c))
    starts = (paper, scene.anchor) if scene.trigger.is_verb else (paper,)
    for c in dict.fromkeys(c for s in starts for c in tree.deps(s, "acl", "advcl") if c > paper):
        is_its_text = (
            tree.tokens[c].tag == "VBG" and tree.tokens[tree.first(c) - 1].text != "," and bool(tree.deps(c, "dobj"))
        )
        if is_its_text and not tree.deps(c, "mark", "nsubj", "aux"):
            found = phrase(index, c, tree.last(c))
            if found is not None:
                yield found


@rule(
    yes=[
        "Norway and Chad signed a pact last May in which Chad agreed to stop selling chips. → Chad agreed to stop selling chips",
        "The deal between Norway and Chad, under which Chad will open its ports, is at risk. → Chad will open its ports",
    ],
    no=["Norway and Chad signed a pact in an inn in which fish were served."],
)
def in_which(scene: Scene) -> Iterator[Phrase]:
    """What a clause behind the paper tells to hold "in which" or "under which"."""
    tree, index, paper = scene.tree, scene.index, _paper(scene)
    if paper is None:
        return
    for i in range(paper + 2, index.sentence(paper).last):
        token = tree.tokens[i]
        if i in scene.others or (
            tree.tokens[i].pos == "NOUN" and i not in index.timex_at and i not in index.mention_at
        ):
            return
        if token.dep == "pobj" and tree.lower(i) == "which" and tree.lower(i - 1) in _UNDER:
            verb = tree.tokens[tree.tokens[i].head].head
            found = phrase(index, i + 1, tree.last(verb)) if tree.tokens[verb].pos == "VERB" and verb > i else None
            if found is not None:
                yield found
            return


@rule(
    yes=[
        "The accord between Norway and Chad set a ceiling for oil output. → set a ceiling for oil output",
        "The deal, announced last Friday, stretched repayments over 17 years. → stretched repayments over 17 years",
    ],
    no=[
        "The accord between Norway and Chad will set a ceiling for oil output.",
        "The accord between Norway and Chad set off a row.",
        "The accord between Norway and Chad was hailed.",
    ],
)
def fixed(scene: Scene) -> Iterator[Phrase]:
    """What the verb says that the paper is the subject of, where it lays down terms."""
    tree, paper = scene.tree, _paper(scene)
    if paper is None or tree.tokens[paper].dep != "nsubj":
        return
    verb = tree.tokens[paper].head
    is_told = tree.tokens[verb].tag in TENSED and tree.lemma(verb) in _FIXING and not tree.is_passive(verb)
    if is_told and not tree.deps(verb, "prt") and not scene.index.is_denied(verb):
        yield from as_told(scene.index, verb)


OF_PAPERS = (to_be_done_behind, by_gerund, in_which, fixed)
"""Where else than right behind a paper its sentence tells what it says; the first that answers decides."""


def _paper(scene: Scene) -> int | None:
    """The noun of the paper or deal: the event's own, or the object of the verb that makes it."""
    tree = scene.tree
    if not scene.trigger.has("instrument"):
        return None
    if not scene.trigger.is_verb:
        return scene.anchor if tree.lemma(scene.anchor).lower() in PAPERS_OF_PARTIES else None
    above = tree.tokens[scene.anchor].head if tree.tokens[scene.anchor].dep in ON_NOUNS else None
    papers = (*tree.deps(scene.anchor, "dobj"), *((above,) if above is not None else ()))
    return next((o for o in papers if tree.lemma(o).lower() in PAPERS_OF_PARTIES), None)
