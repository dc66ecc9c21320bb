"""Who else takes part, where the sentences behind an event tell it: "participants included A and B", "C also attended", "he was joined by D"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from memcon.coding.coordination import mentions_around
from memcon.coding.doers import agents
from memcon.coding.events.encounters import Encounters
from memcon.coding.events.mentions import EventMention
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.labels import VERBAL
from memcon.domain.records import Participant
from memcon.domain.rules import rule
from memcon.lexicon import words

_TAKING_PART = words("taking_part_too")
_PARTIES = words("those_who_take_part")
_LISTING = words("listing_its_subject")
_MEETINGS = words("meeting_with_a_list_of_its_parties")
_INTO, _POINTING = words("leading_into_an_event"), words("definites")
_MORE = words("saying_that_there_are_more")
_ALSO, _PRESENT = words("adding_another"), words("being_there")
_DELEGATIONS, _PEOPLE = words("delegation"), words("member_of_a_delegation")
_BEHIND = 3
"""How many sentences behind an event those who take part as well are looked for."""
_LISTED_BEHIND = 12
"""How many sentences behind an event a list may stand that calls them participants."""


@rule(
    yes=[
        "President Maria Soto held a call with allies on Monday. Participants in the call included President Ola Moe and Prime Minister Uwe Brandt.",
        "President Maria Soto met Norwegian ministers on Monday. Additional representatives of Norway included Foreign Minister Ola Moe and Finance Minister Uwe Brandt.",
        "President Maria Soto will visit Norway on Monday. Members of the delegation will also include Foreign Minister Ola Moe.",
        "President Maria Soto convened allies on Monday. In addition to Soto, the meeting included: President Ola Moe of Norway and Prime Minister Uwe Brandt.",
    ],
    no=[
        "President Maria Soto held talks with allies on Monday. The talks included fish.",
        "President Maria Soto held a call with allies on Monday. Fans of the call included President Ola Moe and Prime Minister Uwe Brandt.",
        "President Maria Soto held a call with allies on Monday. Topics of the call included President Ola Moe and Prime Minister Uwe Brandt.",
    ],
)
def listed(index: TextIndex, verb: int) -> list[Mention]:
    """ "Participants included A, B and C", "among those who attended were A and B"."""
    tree = index.tree
    if tree.lemma(verb) not in _LISTING or index.is_denied(verb):
        return []
    subjects = tree.deps(verb, "nsubj")
    are_parties = any(_are_parties(index, s) for s in subjects)
    if not are_parties and not any(_is_of_persons(index, s, verb) for s in subjects):
        return []
    listed = (*tree.deps(verb, "dobj", "attr"), *tree.led(verb))
    found = [m for o in listed if o > verb for m in mentions_around(index, o)]
    return [*found, *(m for m in _persons_behind(index, verb) if m not in found)]


def _is_of_persons(index: TextIndex, subject: int, verb: int) -> bool:
    """Whether what "includes" persons is a meeting ("the call included: A, B and C")."""
    is_meeting = index.tree.lemma(verb) == "include" and index.tree.lemma(subject) in _MEETINGS
    return is_meeting and len(_persons_behind(index, verb)) > 1


def _persons_behind(index: TextIndex, verb: int) -> list[Mention]:
    """The persons named behind a verb to the end of its sentence, where no other verb tells of them: a list with long titles, which parsers
    get wrong."""
    last = index.sentence(verb).last
    if any(index.tree.is_finite(i) for i in range(verb + 1, last)):
        return []
    named = dict.fromkeys(m for i in range(verb + 1, last) if (m := index.mention_at.get(i)) is not None)
    return [
        m for m in named if not m.is_possessive and all(a.kind == "person" for a in index.actors_of(m)) and m.actors
    ]


def _are_parties(index: TextIndex, subject: int) -> bool:
    """Whether a subject is "participants", "members of the delegation" or "other representatives" of a side."""
    tree = index.tree
    if tree.lemma(subject) in _PARTIES:
        return True
    of = tree.led_by(subject, "of")
    is_more = any(tree.lower(a) in _MORE for a in tree.deps(subject, "amod"))
    return tree.lemma(subject) in _PEOPLE and (is_more or any(tree.lemma(o) in _DELEGATIONS for o in of))


@rule(
    yes=[
        "President Maria Soto visited Norway on Monday. Foreign Minister Ola Moe also travelled with the delegation.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Foreign Minister Ola Moe also attended.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Also present was Foreign Minister Ola Moe.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Present at the meeting were Foreign Minister Ola Moe and Finance Minister Rita Lang.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Also in attendance were Foreign Minister Ola Moe and Finance Minister Rita Lang.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Foreign Minister Ola Moe was present at a school.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Foreign Minister Ola Moe also travelled to Peru.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Foreign Minister Ola Moe attended a school.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Foreign Minister Ola Moe also attended the peace forum in Paris.",
    ],
)
def joining(index: TextIndex, verb: int) -> list[Mention]:
    """Who "also attended", "also travelled with the delegation", was "also present" or was "present at the meeting"."""
    tree = index.tree
    adverbs = [c for c in tree.deps(verb, "advmod", "acomp", "cc") if tree.lower(c) in _ALSO | _PRESENT]
    adverbs += [o for o in tree.led_by(verb, "in") if tree.lower(o) in _PRESENT]
    is_also = any(tree.lower(c) in _ALSO for a in (verb, *adverbs) for c in (a, *tree.deps(a, "advmod")))
    is_also = is_also or any(not _is_of_its_own(index, o) for a in adverbs for o in tree.led_by(a, "at"))
    is_there = tree.lemma(verb) in _TAKING_PART or any(tree.lower(c) in _PRESENT for c in adverbs)
    if not is_also or not is_there or index.is_denied(verb) or _goes_elsewhere(index, verb):
        return []
    return [m for s in tree.deps(verb, "nsubj", "attr") for m in mentions_around(index, s)]


def _goes_elsewhere(index: TextIndex, verb: int) -> bool:
    """Whether the verb names a place, a party or an event of its own: more than "the meeting" behind it."""
    tree = index.tree
    prepositions = [p for p in tree.deps(verb, "prep") if tree.lower(p) in _INTO]
    objects = [*tree.deps(verb, "dobj"), *(o for p in prepositions for o in tree.deps(p, "pobj"))]
    objects = [o for o in objects if tree.lower(o) not in _PRESENT]  # "in attendance"
    return any(tree.lower(p) == "to" for p in tree.deps(verb, "prep")) or any(_is_of_its_own(index, o) for o in objects)


def _is_of_its_own(index: TextIndex, noun: int) -> bool:
    """Whether a noun is more than a bare "the meeting"."""
    tree = index.tree
    is_bare = tree.tokens[noun].pos == "NOUN" and not tree.deps(noun, "compound", "amod", "prep", "poss", "nmod")
    return not is_bare or not any(tree.lower(d) in _POINTING for d in tree.deps(noun, "det"))


@rule(
    yes=["President Maria Soto met Chancellor Uwe Brandt on Monday. She was accompanied by Foreign Minister Ola Moe."],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt on Monday. Prime Minister Li Roe was accompanied by Foreign Minister Ola Moe."
    ],
)
def accompanying(index: TextIndex, verb: int) -> list[Mention]:
    """By whom a party that a pronoun means was accompanied or joined."""
    tree = index.tree
    is_of_party = any(tree.tokens[s].pos == "PRON" for s in tree.deps(verb, "nsubjpass"))
    is_told = tree.lemma(verb) in _TAKING_PART and tree.is_passive(verb) and not index.is_denied(verb)
    return agents(index, verb) if is_of_party and is_told else []


COMPANIONS = (listed, joining, accompanying)
"""What tells in a sentence of its own who takes part as well."""


def companions(index: TextIndex, mentions: Sequence[EventMention], encounters: Encounters) -> Iterator[Participant]:
    """The persons and bodies whom the sentences behind an event add to its parties, in the role of whoever it is said to be whose."""
    told = [m for m in mentions if not m.in_title and (m.trigger.has("topics") or m.trigger.has("destination"))]
    anchors = {m.trigger.anchor for m in told}
    for verb in _verbs_near(index, anchors, _LISTED_BEHIND):
        if not encounters.is_last_event_before(anchors, verb) or _are_of_the_host(index, told, verb):
            continue
        is_near = _is_near(index, anchors, verb)
        role = told[0].trigger.meaning.role
        for named in (n for reason in COMPANIONS if is_near or reason is listed for n in reason(index, verb)):
            for actor in (a for a in index.actors_of(named) if a.kind != "group"):
                yield Participant(actor=actor.id, role=role, span=named.span, office=named.office or actor.office)


def _are_of_the_host(index: TextIndex, told: Sequence[EventMention], verb: int) -> bool:
    """Whether those whom a verb lists stand for the state that is visited ("representatives of the Government of Norway included"): they travelled nowhere."""
    visited = {m.place.name.lower() for m in told if m.trigger.has("destination") and m.place is not None}
    of = (i for s in index.tree.deps(verb, "nsubj") for i in range(s + 1, index.tree.extent(s)[1] + 1))
    return any(index.tree.lower(i) in visited for i in of)


def _is_near(index: TextIndex, anchors: Collection[int], verb: int) -> bool:
    """Whether a verb stands in a sentence of the event or in one of the next."""
    sentence = index.tokens[verb].sentence
    return any(0 <= sentence - index.tokens[a].sentence <= _BEHIND for a in anchors)


def _verbs_near(index: TextIndex, anchors: Collection[int], behind: int) -> Iterator[int]:
    """The verbs of the sentences of an event and of those behind it, in order."""
    sentences = index.annotation.sentences
    own = {index.tokens[i].sentence for i in anchors}
    near = sorted({n for o in own for n in range(o, min(o + behind + 1, len(sentences)))})
    for i in (i for n in near for i in range(sentences[n].first, sentences[n].last)):
        if index.tokens[i].pos in VERBAL and i not in anchors:
            yield i
