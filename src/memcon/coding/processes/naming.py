"""Where a text names a long-running issue between parties by a noun, each way of naming one a rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.coding.places import Places
from memcon.coding.processes.mention import (
    BY_ITSELF,
    MOVED,
    OF_BODIES,
    WITH_AN_OBJECT,
    ProcessMention,
    before_the_noun,
    is_certain,
    is_moved,
    is_of_many_or_money,
    is_union,
    issue_at,
    led_to,
    mention_of_noun,
    said_of,
)
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ADPOSITIONS, NOMINAL, PLACES
from memcon.domain.rules import Rule, rule
from memcon.knowledge.entries import ProcessEntry, State
from memcon.lexicon import values, words

_PROCESS = words("process_word")
_OF_A_PROCESS: Mapping[str, str] = values("of_a_process")
_AT_HOME_TOO = words("of_a_process_at_home_too")
_TO_THE_PEOPLE = words("to_the_rule_of_the_people")
_GOING_BACK = words("going_back_to_a_paper")
_KEEPING = words("keeping_to_a_paper")
_PAPERS_OF_RATIFICATION = words("paper_of_ratification")
_RATIFIED_AT_HOME_TOO = words("ratified_at_home_too")
_WAYS_OUT = words("way_out_that_is_looked_for")
_ANY_ONE = words("one_of_its_kind")
_LOOKING_FOR = words("looking_for_a_way_out")
_LONG_AGO = words("leading_to_what_was_before")
_DEMANDED = words("demanded_of_a_party")
_MONEY_BROUGHT_HOME = words("money_brought_home")
_ORDERS = words("order_of_a_state")


@rule(
    yes=["The OPCON transfer between South Korea and the United States is on track."],
    no=["The transfer of money was slow."],
)
def known(index: TextIndex, places: Places, i: int) -> ProcessMention | None:
    """An issue that a pack knows by its names; not one that is but its paper."""
    if i not in places.known or places.known[i][0] != i:
        return None
    first, end, entries = places.known[i]
    entry = next((e.record for e in entries if isinstance(e.record, ProcessEntry)), None)
    issue = next((told for j in range(first, end) if (told := issue_at(index, j))), None)
    if entry is None or issue is None:
        return None
    moved = (MOVED[word] for word in entry.name.casefold().split() if word in MOVED)
    return ProcessMention(
        first=first, last=end - 1, head=end - 1, issue=next(moved, issue), key=entry.id, parties=entry.parties
    )


@rule(
    at=_PROCESS,
    pos=NOMINAL,
    yes=[
        "The peace process in Chad has stalled.",
        "The Geneva process has been bogged down for a year.",
        "Norway is in the process of leaving the European Union.",
        "The political process in Chad has stalled.",
    ],
    no=["The voting process was slow.", "In the process, Norway lost a match.", "The Norway budget process was slow."],
)
def called_a_process(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "the peace process", "the Geneva process", "the process of normalizing ties"."""
    tree = index.tree
    if tree.lemma(i) not in _PROCESS or index.tokens[i].pos not in NOMINAL:
        return None
    before = [c for c in tree.deps(i, "compound", "amod", "nmod") if c < i]
    named_after = (
        bool(before)
        and all(_is_name(index, c) or index.tokens[c].dep == "amod" for c in before)
        and any(_is_name(index, c) for c in before)
    )
    issue = _issue_of_a_process(index, i, before) or ("settlement" if named_after else None)
    if issue is None:
        return None
    mention = mention_of_noun(index, i, issue)
    is_anywhere = not named_after and _is_at_home_too(index, mention, before)
    return replace(mention, is_full=not is_anywhere and mention.is_full, is_weak=is_anywhere or mention.is_weak)


def _is_at_home_too(index: TextIndex, mention: ProcessMention, before: Sequence[int]) -> bool:
    """Whether nobody is named behind "process" and a word before it is of a kind that every country has at home ("the political process")."""
    is_told = any(_is_of_somebody(index, j) for j in index.tree.led(mention.head))
    return not is_told and any(index.tree.lower(c) in _AT_HOME_TOO for c in before)


def _issue_of_a_process(index: TextIndex, i: int, before: Sequence[int]) -> str | None:
    """What a process is about: what "of" leads to, else a word before it ("the peace process")."""
    tree = index.tree
    led = (o for p in tree.prepositions(i, {"of"}) for o in tree.deps(p, "pobj", "pcomp"))
    issue = next((found for o in led if (found := issue_at(index, o)) is not None), None)
    told = (j for c in before for j in range(tree.first(c), c + 1) if tree.lower(j) in _OF_A_PROCESS)
    return issue or next((_OF_A_PROCESS[tree.lower(j)] for j in told), None)


def _is_of_somebody(index: TextIndex, i: int) -> bool:
    """Whether a word behind "process" names a place, a party or an issue ("with Peru", "of reunification"), not what it is like ("with little trust")."""
    mention = index.mention_at.get(i)
    is_party = mention is not None and any(a.country for a in index.actors_of(mention))
    return index.tokens[i].pos == "PROPN" or is_party or issue_at(index, i) is not None


def _is_name(index: TextIndex, i: int) -> bool:
    """Whether a place or party stands before "process"."""
    return index.tokens[i].pos == "PROPN" and (index.tokens[i].entity[2:] in PLACES or i in index.mention_at)


@rule(
    at=BY_ITSELF,
    pos=NOMINAL,
    yes=[
        "The denuclearization of the peninsula hinges on trust.",
        "The accession of Chad to the union depends on reforms.",
        "Ratification of the treaty has stalled in Lima.",
        "Brexit was delayed until October.",
    ],
    no=[
        "The Council for Reconciliation met.",
        "The meeting has stalled.",
        "The repatriation of profits has stalled.",
        "The accession of Chad in 1986 was long.",
    ],
)
def by_itself(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "denuclearization", "accession": nouns that name an issue between parties by themselves."""
    issue = BY_ITSELF.get(index.tree.lemma(i)) or BY_ITSELF.get(index.tree.lower(i))
    if issue is None or index.tokens[i].pos not in NOMINAL or _is_in_a_name(index, i):
        return None
    over = index.tokens[index.tokens[i].head].head
    is_of_a_paper = issue == "ratification" and index.tree.lemma(over) in _PAPERS_OF_RATIFICATION
    mention = mention_of_noun(index, over if is_of_a_paper else i, issue)
    if _is_of_money(index, i, issue) or _is_long_done(index, mention):
        return None
    is_weak = issue == "ratification" and not _is_of_a_treaty(index, mention)
    return replace(mention, is_weak=is_weak or mention.is_weak or _is_background(index, mention))


def _is_of_a_treaty(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether it is told that a paper between states is ratified, not what one state has for itself ("parliamentary ratification", "of the amendment")."""
    told = list(said_of(index, mention.head))
    is_at_home = any(index.tree.lower(j) in _RATIFIED_AT_HOME_TOO for j in told)
    of = (*told, *range(mention.first, mention.last + 1))
    is_of_a_paper = any(MOVED.get(index.tree.lemma(j)) in {"implementation", "accession"} for j in of)
    return not is_at_home and (is_of_a_paper or any(index.tokens[j].pos == "PROPN" for j in of))


def _is_of_money(index: TextIndex, i: int, issue: str) -> bool:
    """Whether it is money that is brought home ("repatriation of profits")."""
    return issue == "repatriation" and any(index.tree.lemma(j) in _MONEY_BROUGHT_HOME for j in said_of(index, i))


def _is_long_done(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether an accession is told with the past day on which it was done ("Peru's January 1986 accession", "the accession of Peru last year")."""
    tree, head = index.tree, mention.head
    beside = (*before_the_noun(index, head), *tree.deps(head, "npadvmod"), *tree.led(head))
    inside = (c for o in tree.led(head) for c in tree.deps(o, "npadvmod"))
    times = (index.timex_at.get(j) for j in (*beside, *inside))
    is_past = any(t is not None and t.type == "DATE" and t.edtf and _is_past(index, t.edtf) for t in times)
    return mention.issue == "accession" and is_past


def _is_in_a_name(index: TextIndex, i: int) -> bool:
    """Whether the word belongs to a body's name ("Council for Reconciliation", "the Brexit Party")."""
    token = index.tokens[i]
    if token.dep == "compound" and index.tokens[token.head].pos == "PROPN":
        return True
    return any(a.kind in {"organization", "person"} for a in index.actors_at(i))


@rule(
    at=WITH_AN_OBJECT,
    pos=NOMINAL,
    yes=[
        "The withdrawal of Norwegian troops from Chad depends on peace.",
        "The transfer of wartime command is on track.",
        "The transfer of the prisoners will take place in three stages.",
        "NATO expansion has stalled.",
        "Implementation of the deal is on track.",
        "A negotiated settlement of the conflict depends on Chad.",
        "The transition to civilian rule in Chad has stalled.",
        "The release of the hostages depends on Chad.",
        "Norway and Peru agreed on a solution to the conflict in Chad.",
        "A negotiated solution to the conflict in Chad is the only way.",
    ],
    no=["The transfer of the striker to Lima is on track.", "Peru backed a Security Council resolution on the crisis.", "The resolution of the picture is low.", "They will look for a solution to the conflict in Chad by May.", "The envoys worked towards a solution to the conflict in Chad.", "His departure from office was quick.", "The resolution of the debt crisis depends on Chad.", "The settlement of disputes between Norway and Peru is hard."],
)  # fmt: skip
def with_an_object(index: TextIndex, places: Places, i: int) -> ProcessMention | None:
    """ "the withdrawal of troops", "the NATO expansion", "a political settlement": nouns that name one where their object is of its kind."""
    issue = WITH_AN_OBJECT.get(index.tree.lemma(i))
    if issue is None or index.tokens[i].pos not in NOMINAL or not _moves(index, i, issue):
        return None
    if issue == "settlement" and (_is_of_a_body(index, i) or _is_looked_for(index, i) or is_of_many_or_money(index, i)):
        return None
    mention = mention_of_noun(index, i, issue)
    if _is_long_done(index, mention):
        return None
    is_weak = mention.is_weak and not _is_the_change_of_power(index, mention)
    is_of_nobody = _is_any_settlement(index, mention) or _is_a_demand(index, places, mention)
    return replace(mention, is_weak=is_weak or is_of_nobody or _is_background(index, mention))


def _is_a_demand(index: TextIndex, places: Places, mention: ProcessMention) -> bool:
    """Whether nothing is told but that a paper is to be kept to, and nobody whose duty that is ("full enforcement of our accords", "compliance with the pact")."""
    tree, head = index.tree, mention.head
    owners = (*before_the_noun(index, head), *tree.led_by(head, "by", "of", "between"))
    is_owned = any(isinstance(e.record, State) for j in owners for e in places.readings(j))
    return tree.lemma(head) in _DEMANDED and not is_owned


def _is_the_change_of_power(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether a certain transition is told with whom it leads to: "the transition to civilian rule"."""
    is_to_the_people = any(index.tree.lower(j) in _TO_THE_PEOPLE for j in said_of(index, mention.head))
    return mention.issue == "transition" and is_to_the_people and _is_the_one(index, mention.head)


def _is_of_a_body(index: TextIndex, i: int) -> bool:
    """Whether it is a paper that a body adopts ("a Security Council resolution on the crisis")."""
    before = index.tree.deps(i, "compound", "nmod", "poss")
    return any(index.tokens[c].pos == "PROPN" and index.tokens[c].entity[2:] == "ORG" for c in before)


def _is_looked_for(index: TextIndex, i: int) -> bool:
    """Whether it is a way out that nobody has yet ("find a solution to the conflict")."""
    tree, tokens = index.tree, index.tokens
    if tree.lemma(i) not in _WAYS_OUT or not any(tree.lower(c) in _ANY_ONE for c in tree.deps(i, "det")):
        return False
    over = next((a for a in tree.above(i) if tokens[a].pos not in ADPOSITIONS), None)
    return over is not None and tree.lemma(over) in _LOOKING_FOR


def _moves(index: TextIndex, i: int, issue: str) -> bool:
    """Whether a word before the noun or in what it is of is of the kind that such a process moves; a state or body does for leaving and joining."""
    if any(is_moved(index, j, issue) for j in said_of(index, i)):
        return True
    return issue in OF_BODIES and any(is_union(index, j) for j in led_to(index, i))


def _is_the_one(index: TextIndex, i: int) -> bool:
    """Whether a certain one is meant: "the transition", "Chad's transition"."""
    return any(index.tree.lower(c) != "a" and index.tree.lower(c) != "an" for c in index.tree.deps(i, "det", "poss"))


def _is_any_settlement(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether it is a settlement of nothing that is named, or only a way out that is looked for ("a political solution")."""
    objects = index.tree.led(mention.head)
    is_of_one = mention.last > mention.head and any(is_certain(index, o) for o in objects)
    return mention.issue == "settlement" and (index.tree.lemma(mention.head) in _WAYS_OUT or not is_of_one)


def _is_background(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether it is told only as what something else came after, or as of a past year: "after its withdrawal from the pact in 2018"."""
    tree, token = index.tree, index.tokens[mention.head]
    is_behind = token.dep == "pobj" and tree.lower(token.head) in _LONG_AGO
    dates = (index.timex_at.get(o) for o in tree.led(mention.head))
    return is_behind or any(t is not None and t.type == "DATE" and t.edtf and _is_past(index, t.edtf) for t in dates)


def _is_past(index: TextIndex, edtf: str) -> bool:
    published = index.annotation.document.published
    return published is not None and edtf[:4].isdigit() and edtf[:4] < str(published)[:4]


@rule(
    at=_GOING_BACK,
    pos=("NOUN",),
    yes=[
        "The return to compliance with the accord depends on Chad.",
        "The revival of the nuclear deal is in doubt.",
        "Chad's return to constitutional order has been delayed.",
    ],
    no=["The return of the king is in doubt.", "The revival of the opera is in doubt."],
)
def going_back(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "the return to compliance", "the revival of the deal"."""
    is_noun = index.tree.lemma(i) in _GOING_BACK and index.tokens[i].pos == "NOUN"
    if is_noun and any(index.tree.lemma(o) in _ORDERS for o in index.tree.led_by(i, "to")):
        return mention_of_noun(index, i, "transition", is_weak=True)
    if not is_noun or not any(_is_kept_to(index, j) for j in said_of(index, i)):
        return None
    return mention_of_noun(index, i, "implementation")


def _is_kept_to(index: TextIndex, i: int) -> bool:
    return MOVED.get(index.tree.lemma(i)) == "implementation" or index.tree.lemma(i) in _KEEPING


WAYS_OF_NAMING: tuple[Rule[[TextIndex, Places, int], ProcessMention | None], ...] = (
    known, called_a_process, by_itself, with_an_object, going_back,
)  # fmt: skip
"""Asked in turn; the first that answers names the process."""
