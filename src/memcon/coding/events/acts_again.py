"""Reasons by which a measure or a paper tells of the one told before: it is named as known ("imposed the tariffs because …"), or by the same time."""

from __future__ import annotations

from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Pair
from memcon.domain.labels import ON_NOUNS
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

_IMPOSING = words("imposing_a_measure")
_MEASURES, _ANY = words("measure_by_its_head"), words("measure_of_any_sort")
_MONTH = 31
"""A time that is longer, in days, tells no paper from another."""
_DEFINITES = words("definites")
_REACH_BACK = 14
"""How many sentences behind it a measure may be named again."""


@rule(
    yes=[
        "Norway will impose tariffs on fish from Chad on June 20. Minister Jens Holm said Norway would impose the tariffs because Chad broke a pact.",
        "Norway imposed tariffs on Chad on Monday. Minister Jens Holm said Norway imposed the tariffs because Chad broke a pact.",
        "Norway will impose tariffs on Chad. Chad said that if Norway imposed the sanctions, it would file a complaint.",
    ],
    no=[
        "Norway will impose tariffs on Chad. Togo will impose the tariffs as well.",
        "Norway will impose tariffs on Chad. Norway will impose new tariffs on Chad.",
        "Norway lifted its tariffs on Chad. Norway had imposed the tariffs in 2017.",
        "Norway will impose tariffs on Chad. Norway may lift the tariffs in July.",
        "Norway will impose tariffs on Chad. Norway imposed the embargo as well.",
    ],
)
def known_measure(pair: Pair) -> bool:
    """A verb of imposing with a measure as its object that is named as known, of whoever imposed one of its name or kind before, and no other one."""
    tree, mine = pair.annotation.tree, pair.mention
    noun = _measure(tree, mine)
    if noun is None or pair.distance() > _REACH_BACK or not pair.share_kind() or not _is_known(tree, noun):
        return False
    told = [m for m in pair.cluster.mentions if not m.in_title]
    is_same = tree.lemma(noun) in _ANY or any(tree.lemma(noun) == tree.lemma(t) for m in told for t in _named(tree, m))
    are_imposed = all(m.trigger.frame is None or m.trigger.frame.plover is None for m in told)
    return is_same and are_imposed and (not pair.mine or pair.share_party())


@rule(
    yes=[
        "Nordic ministers reached an accord last December. Peru joined the cuts following a Nordic agreement last December.",
    ],
    no=[
        "Nordic ministers reached an accord last December. Peru signed an agreement with Kenya last December.",
        "Nordic ministers reached an accord on fish last December. Under an agreement on visas last December the border is open.",
        "Nordic ministers reached an accord last December. Under an agreement last June the border is open.",
    ],
)
def paper_of_that_time(pair: Pair) -> bool:
    """A paper told by a noun, in the very month or day of one told before, of no other parties and on nothing else."""
    mine, told, tree = pair.mention, pair.cluster.mentions, pair.annotation.tree
    if not mine.trigger.is_noun or not mine.trigger.has("instrument") or pair.distance() > _REACH_BACK:
        return False
    is_its_time = mine.interval is not None and mine.interval.days <= _MONTH and mine.interval in pair.intervals()
    is_on_another = bool(tree.led_by(mine.trigger.anchor, "on", "for", "with"))
    are_papers = all(m.trigger.has("instrument") for m in told)
    return is_its_time and are_papers and not is_on_another and (not pair.mine or not pair.theirs or pair.share_party())


def _measure(tree: Tree, mention: EventMention) -> int | None:
    """The measure that a verb of imposing has as its object, or hangs on."""
    verb = mention.trigger.anchor
    if not mention.trigger.is_verb or tree.lemma(verb) not in _IMPOSING:
        return None
    return next((o for o in _named(tree, mention) if tree.lemma(o) in _MEASURES | _ANY), None)


def _named(tree: Tree, mention: EventMention) -> tuple[int, ...]:
    """The noun of the event itself, or what its verb is done to."""
    anchor = mention.trigger.anchor
    if not mention.trigger.is_verb:
        return (anchor,)
    above = (tree.tokens[anchor].head,) if tree.tokens[anchor].dep in ON_NOUNS else ()
    return (*tree.objects(anchor), *above)


def _is_known(tree: Tree, noun: int) -> bool:
    """Whether "the" or "these" stands before it, and no name that tells it from others ("the Peruvian tariffs")."""
    before = [c for c in tree.children[noun] if c < noun]
    is_definite = any(tree.lower(c) in _DEFINITES for c in before)
    return is_definite and not any(tree.tokens[c].text[:1].isupper() for c in before if tree.tokens[c].dep != "det")
