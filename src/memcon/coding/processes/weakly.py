"""Where a text names what is a long-running issue only where more is told of it: talks, a truce, a paper that does not bind as yet, a programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from memcon.coding.places import Places
from memcon.coding.processes.mention import ProcessMention, before_the_noun, mention_of_noun, said_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import COMPOUNDS, NOMINAL
from memcon.domain.rules import Rule, rule
from memcon.knowledge.entries import Organization, PlaceEntry, State
from memcon.lexicon import values, words

_NEGOTIATIONS = words("negotiation_as_a_process")
_OF_NEGOTIATIONS: Mapping[str, str] = values("of_negotiations")
_TRUCES = words("truce_noun") - words("quiet_without_terms")
_PAPERS = words("paper_of_a_process")
_PROGRAMMES = words("programme_noun")
_OF_PROGRAMMES = words("of_a_programme_between_parties")
_LENDING = words("of_a_loan_to_a_state")
_DIALOGUES = words("dialogue_as_a_process")
_COMING_ABOUT = words("coming_into_force")
_FORCE = words("beginning_to_bind")
_TWO = 2


@rule(
    at=_NEGOTIATIONS,
    pos=NOMINAL,
    yes=[
        "Peru hopes to conclude its accession negotiations by 2030.",
        "The nuclear talks with Chad have stalled.",
        "Peru closed four negotiation chapters.",
        "Talks on the status of the province have stalled.",
    ],
    no=["The budget negotiations have stalled.", "The talks in Oslo were long."],
)
def negotiations(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "accession negotiations", "nuclear talks", "negotiation chapters": talks that go on for long about one thing."""
    if index.tree.lemma(i) not in _NEGOTIATIONS or index.tokens[i].pos not in NOMINAL:
        return None
    about = index.tree.led(i)
    told = (_OF_NEGOTIATIONS.get(index.tree.lower(j)) for j in (*before_the_noun(index, i), *about))
    issue = next((t for t in told if t), None)
    return mention_of_noun(index, i, issue, is_weak=True) if issue is not None else None


@rule(
    at=_DIALOGUES,
    pos=("NOUN",),
    yes=["The Oslo-Lima dialogue has made little headway.", "The dialogue between Norway and Peru has stalled."],
    no=["The dialogue of the opera was long.", "The dialogue with the youth of Peru has stalled."],
)
def dialogue(index: TextIndex, places: Places, i: int) -> ProcessMention | None:
    """ "the Belgrade-Pristina dialogue", "the dialogue between A and B": talks of two that are named."""
    tree = index.tree
    if tree.lemma(i) not in _DIALOGUES or index.tokens[i].pos != "NOUN" or index.tokens[i].text[0].isupper():
        return None
    before = [j for j in before_the_noun(index, i) if _is_of_a_land(index, places, j)]
    behind = [o for p in tree.prepositions(i, {"between"}) for o in tree.deps(p, "pobj")]
    named = [j for o in behind for j in tree.coordinated(o) if _is_of_a_land(index, places, j)]
    return mention_of_noun(index, i, "settlement", is_weak=True) if _TWO in (len(before), len(named)) else None


def _is_of_a_land(index: TextIndex, places: Places, i: int) -> bool:
    """Whether a state, or a town, is named there."""
    is_place = any(isinstance(e.record, PlaceEntry | State) for e in places.readings(i))
    return is_place or any(a.kind == "state" for a in index.actors_at(i))


@rule(
    at=_COMING_ABOUT,
    pos=("VERB",),
    yes=[
        "The treaty will enter into force once both parliaments have ratified it.",
        "The accord between Norway and Peru will take effect only after a vote in Lima.",
    ],
    no=["The minister will take effect.", "The treaty entered into force in 1970."],
)
def coming_into_force(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "the treaty will enter into force once …": a paper that does not bind as yet."""
    tree = index.tree
    into = (*tree.deps(i, "dobj"), *tree.led_by(i, "into"))
    paper = next((s for s in tree.deps(i, "nsubj") if tree.lemma(s) in _PAPERS), None)
    is_told = tree.lemma(i) in _COMING_ABOUT and any(tree.lower(o) in _FORCE for o in into)
    if paper is None or not is_told or tree.tense(i) == "past" or tree.is_perfect(i):
        return None
    return replace(mention_of_noun(index, paper, "ratification", is_weak=True), is_full=True)


@rule(
    at=(*_TRUCES, "fire"),
    pos=NOMINAL,
    yes=[
        "The truce between Chad and Peru has held.",
        "The first phase of the ceasefire ended in May.",
        "The cease-fire in Chad is fragile.",
        "The ceasefire deal hinges on Chad.",
    ],
    no=["The fire in Oslo was big.", "The calm in Chad has held."],
)
def truce(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "the ceasefire", "the cessation of hostilities", "the ceasefire deal"."""
    tree = index.tree
    if not (tree.lemma(i) in _TRUCES or _is_cut_apart(index, i)) or index.tokens[i].pos not in NOMINAL:
        return None
    if tree.lemma(i) == "cessation" and not any(tree.lemma(j) == "hostility" for j in said_of(index, i)):
        return None
    above = index.tokens[i].head
    is_of_a_paper = index.tokens[i].dep in COMPOUNDS and tree.lemma(above) in _PAPERS
    return mention_of_noun(index, above if is_of_a_paper else i, "truce", is_weak=True)


def _is_cut_apart(index: TextIndex, i: int) -> bool:
    """Whether it is the "fire" of "cease-fire", which the parser takes apart."""
    behind = index.tokens[i - 2 : i] if i >= 2 and index.tree.lower(i) == "fire" else ()
    return [t.text.lower() for t in behind] == ["cease", "-"]


@rule(
    at=_PROGRAMMES,
    pos=("NOUN",),
    yes=[
        "The IMF programme in Chad is on track.",
        "Peru's reform programme with the IMF has stalled.",
        "The bailout programme of Peru has stalled.",
    ],
    no=["The television programme has stalled.", "The minister's reform programme has stalled."],
)
def programme(index: TextIndex, places: Places, i: int) -> ProcessMention | None:
    """ "the IMF programme", "its reform agenda", "the bailout programme"."""
    is_noun = index.tree.lemma(i) in _PROGRAMMES and index.tokens[i].pos == "NOUN"
    if not is_noun or not any(index.tree.lower(j) in _OF_PROGRAMMES for j in before_the_noun(index, i)):
        return None
    return mention_of_noun(index, i, "reform", is_weak=True) if _is_lent_for(index, places, i) else None


def _is_lent_for(index: TextIndex, places: Places, i: int) -> bool:
    """Whether a body of states that lends or lets in stands in the sentence of a programme, without which it is one country's own policy."""
    sentence = index.sentence(i)
    entries = (e.record for j in range(sentence.first, sentence.last) for e in places.readings(j))
    is_of_a_body = any(isinstance(r, Organization) and r.sector == "IGO" for r in entries)
    return is_of_a_body or any(index.tree.lower(j) in _LENDING for j in before_the_noun(index, i))


WAYS_OF_NAMING_WEAKLY: tuple[Rule[[TextIndex, Places, int], ProcessMention | None], ...] = (
    negotiations, dialogue, coming_into_force, truce, programme,
)  # fmt: skip
"""Asked in turn; the first that answers names what may be a process."""
