"""Who meets in a channel, by the words around its name; each way of telling it a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.channels.naming import ChannelMention, is_pair_before
from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import doers
from memcon.coding.officials import is_international
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES, Mention
from memcon.domain.labels import ATTRIBUTES
from memcon.domain.rules import Rule, rule
from memcon.domain.spans import Span
from memcon.lexicon import words

_FOUNDING = words("founding")
_HOLDING = words("bringing_about")
_MEMBERS = words("leading_members")
_FOUNDERS = words("leading_founders")
_CARRYING_ON = words("carrying_on_a_channel")
_BELONGING = words("having_a_share")
_MADE_UP = words("made_up_of")
_LEADING_TO_MEMBERS = words("leading_to_members")
_DASHES = words("dash")
_THEIR = words("owned_by_those_who_meet")
_RUNNING = words("running_it_together")
_A_PAIR = 2


def parties_of(index: TextIndex, mentions: Sequence[ChannelMention]) -> tuple[str, ...]:
    """The states and bodies that the text says it is between, of, or run by, and those that a pack knows as its parties: of a group the states only where a
    sentence names them all."""
    known = {c for m in mentions if m.entry is not None for c in m.entry.parties}
    is_told = len(known) <= _A_PAIR or any(known <= lands for lands in index.lands_told)
    by_pack = (a.id for a in index.annotation.actors if a.kind == "state" and a.country in known and is_told)
    told = ((m, n) for m in mentions for way in WAYS_OF_TELLING for n in way(index, m))
    named = (n for m, n in told if not n.span.overlaps(_own_span(index, m)))
    itself = {a.id for m in mentions for a in index.actors_at(m.head)}
    return tuple(dict.fromkeys((*by_pack, *(i for n in named for i in _bodies(index, n) if i not in itself))))


def _own_span(index: TextIndex, mention: ChannelMention) -> Span:
    """The words of its name with what stands behind, without the number and the parties before it or at its beginning ("the 30th EU-Japan summit")."""
    name = mention.name_first
    first = name + 3 if name + 3 <= mention.last and is_pair_before(index, name + 3) else name
    return Span(index.tokens[first].start, mention.span.end)


def _bodies(index: TextIndex, mention: Mention) -> Iterator[str]:
    """The states and organizations that a mention means, of a group its members."""
    actors = index.annotation.actor_by_id
    for actor in index.actors_of(mention):
        for i in actor.members or (actor.id,):
            if i in actors and actors[i].kind in BODIES:
                yield i


# --- ways of telling it --------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "The security dialogue between Norway and Chad met in Oslo.",
        "A working group set up by Norway met in Oslo.",
        "The ninth round of political consultations between the foreign ministries of Norway and Chad was held.",
    ],
    no=["The security dialogue met in Oslo for Norway.", "The working group led by Norway met in Oslo."],
)
def led_to(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Behind a preposition that leads to members ("between", on the name or right behind it) and to founders ("set up by")."""
    tree = index.tree
    beside = (p for p in (*tree.deps(mention.head, "prep"), mention.last + 1) if p < len(index.tokens))
    describing = tree.deps(mention.head, "acl", "relcl")
    founding = (v for v in describing if tree.lemma(v) in _FOUNDING | _HOLDING | _RUNNING)
    founders = (p for v in founding for p in tree.deps(v, "agent", "prep") if tree.lower(p) in _FOUNDERS)
    for p in (*(p for p in beside if tree.lower(p) in _MEMBERS), *founders):
        yield from mentions_from(index, p + 1)
        owners = (o for thing in tree.deps(p, "pobj") for o in tree.prepositions(thing, {"of"}))
        yield from (m for o in owners for m in mentions_from(index, o + 1))  # "between the ministries of A and B"


@rule(
    yes=[
        "The quartet, made up of Norway and Chad, met in Oslo.",
        "The Lima format brings together Norway and Chad.",
        "Envoys from Norway, Chad and Peru, the parties to the Fisheries Dialogue, met on Monday.",
    ],
    no=[
        "The quartet, praised by Norway, met in Oslo.",
        "Envoys from Norway, Chad and Peru, the guests of the Fisheries Dialogue, met on Monday.",
    ],
)
def members(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Who is told to belong to it: "the quartet, made up of A, B and C", "the format brings together A and B", "A and B, the parties to the mechanism"."""
    tree, head = index.tree, index.tokens[mention.head]
    yield from _called_its_parties(index, mention)
    verbs = [*tree.deps(mention.head, "acl", "relcl", "prep"), *([head.head] if head.dep == "nsubj" else [])]
    for verb in (v for v in verbs if tree.lemma(v) in _MADE_UP):
        beside = tree.deps(verb, "prt", "advmod")
        led = [p for c in (verb, *beside) for p in tree.deps(c, "prep") if tree.lower(p) in _LEADING_TO_MEMBERS]
        yield from (m for i in (*led, verb, *beside) for m in mentions_from(index, i + 1, within=1))


def _called_its_parties(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Those of whom a noun behind them tells that they belong to it: "[Norway and Chad], the parties to the mechanism"."""
    to = index.tokens[mention.head].head
    noun = index.tokens[to]
    is_led = index.tokens[mention.head].dep == "pobj" and index.tree.lower(to) == "to"
    if is_led and index.tree.lemma(noun.head) in _BELONGING and index.tokens[noun.head].dep == "appos":
        yield from mentions_around(index, index.tokens[noun.head].head)


@rule(
    yes=["The Norway-Chad defence policy dialogue met in Oslo.", "The 30th EU-Japan summit was held in Oslo."],
    no=["The defence policy dialogue met in Oslo."],
)
def named_before(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """In front of the name, also where dashes join them: "the Norway-Chad dialogue"."""
    start, end = index.sentence(mention.head).first, max(mention.head, mention.name_first)
    first = max(start, _before_lower_case(index, mention) - 1)
    while first - 2 >= start and index.tokens[first - 1].text in _DASHES:
        first -= 2
    is_pair = end + 3 <= mention.last and is_pair_before(index, end + 3)
    pair = range(end, end + 3) if is_pair else range(0)
    beside = (i for i in (*range(first, end), *pair) if index.tokens[i].tag != "POS")
    yield from (index.mention_at[i] for i in beside if i in index.mention_at)


@rule(
    yes=["Norway and Chad held the ninth meeting of their joint border commission.", "The two countries' joint trade commission met, Norway and Chad said."],
    no=["Norway praised the ninth meeting of the joint border commission."],
)  # fmt: skip
def owners(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Whose it is said to be ("the two countries' joint commission"), and who does what the clause tells, where "their" stands before the name ("held the
    ninth meeting of their joint committee")."""
    start, end = index.sentence(mention.head).first, max(mention.head, mention.name_first)
    name = range(mention.name_first, mention.last + 1)
    yield from (m for i in name for m in index.owners(i) if _may_meet_in_it(index, m))
    before = range(max(start, _before_lower_case(index, mention) - 1), end)
    for i in (i for i in before if index.tree.lower(i) in _THEIR):
        verb = index.tree.verb_above(i)
        yield from (m for s in (() if verb is None else doers(index, verb)) for m in mentions_around(index, s))


def _may_meet_in_it(index: TextIndex, owner: Mention) -> bool:
    """Whether those whose a channel is meet in it: two or more, or a state; a body has its committees."""
    actors = index.actors_of(owner)
    return [(a.kind, a.members) for a in actors] != [("organization", ())]


@rule(
    yes=["Norway and Chad launched a security dialogue.", "Norway and Chad agreed to revive the Fisheries Dialogue."],
    no=["Norway and Chad praised the Fisheries Dialogue."],
)
def founders(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Who founds it, or carries it on."""
    token = index.tokens[mention.head]
    if token.dep == "dobj" and index.tree.lemma(token.head) in _FOUNDING | _CARRYING_ON:
        yield from (m for s in doers(index, token.head) for m in mentions_around(index, s))


@rule(
    yes=[
        "Norway and Chad convened the seventh Fisheries Dialogue in Oslo.",
        "Norway held the seventh Fisheries Dialogue in Oslo with Chad.",
    ],
    no=[
        "Norway held the seventh Fisheries Dialogue in Oslo.",
        "Norway and Chad watched the seventh Fisheries Dialogue.",
    ],
)
def holding_it(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """The two or more states, or unions of states, that hold a session of it; one alone may be but the host."""
    token = index.tokens[mention.head]
    if token.dep != "dobj" or index.tree.lemma(token.head) not in _HOLDING:
        return
    with_whom = (p for i in (token.head, mention.head) for p in index.tree.prepositions(i, {"with"}))
    named = [m for s in doers(index, token.head) for m in mentions_around(index, s)]
    found = [*named, *(m for p in with_whom for m in mentions_from(index, p + 1))]
    actors = {i for m in found for i in _bodies(index, m)}
    are_powers = all(a.kind == "state" or is_international(a) for a in index.known(actors))
    if len(actors) > 1 and are_powers:
        yield from found


@rule(
    yes=["The Joint Council on Norway-Chad Border Trade met in Oslo on Monday."],
    no=["The Joint Council on Border Trade met in Oslo on Monday."],
)
def inside_its_name(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Two states that a dash joins inside its name ("the Commission on Norway-Chad Border Trade")."""
    for i in range(mention.name_first + 3, mention.last + 1):
        if is_pair_before(index, i):
            yield from (index.mention_at[j] for j in (i - 3, i - 1) if j in index.mention_at)


@rule(
    yes=["The Joint Border Committee of Norway and Peru held its third meeting in Oslo."],
    no=["The Joint Border Committee of ministers and envoys held its third meeting in Oslo."],
)
def behind_of(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Two or more states that "of" leads to from the last word of its name."""
    for p in index.tree.prepositions(_last_of_name(index, mention), {"of"}):
        found = mentions_from(index, p + 1)
        actors = index.known(i for m in found for i in _bodies(index, m))
        if len(actors) > 1 and all(a.kind == "state" for a in actors):
            yield from found


WAYS_OF_TELLING: tuple[Rule[[TextIndex, ChannelMention], Iterator[Mention]], ...] = (
    led_to, members, named_before, owners, founders, holding_it, inside_its_name, behind_of,
)  # fmt: skip
"""All are asked."""


def _last_of_name(index: TextIndex, mention: ChannelMention) -> int:
    """The last word of the name itself, without what stands behind it."""
    inside = index.inside(
        Span(index.tokens[mention.name_first].start, index.tokens[mention.name_first].start + len(mention.name))
    )
    return inside[-1] if len(inside) else mention.head


def _before_lower_case(index: TextIndex, mention: ChannelMention) -> int:
    """The first word of a name in lower case, with those before it that belong to it: of "the A-B defence policy dialogue" that of "defence"."""
    first = mention.first
    while (
        mention.is_common and first - 1 > index.sentence(mention.head).first and _is_beside(index, first - 1, mention)
    ):
        first -= 1
    return first


def _is_beside(index: TextIndex, i: int, mention: ChannelMention) -> bool:
    token = index.tokens[i]
    return token.text.islower() and token.dep in ATTRIBUTES and mention.first <= token.head <= mention.last
