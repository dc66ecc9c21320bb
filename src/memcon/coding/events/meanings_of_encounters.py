"""Which nouns and verbs of meeting tell of no encounter: the summit of a mountain, what tourists met; and which "call" was spoken."""

from __future__ import annotations

from memcon.codebook import Kind, VerbFrame, load_codebook
from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import doing
from memcon.coding.events.arguments import prepositions_of
from memcon.coding.events.organs import is_organ_of_states
from memcon.coding.officials import is_official
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import COMMON_NOUNS, UNDERGOING
from memcon.domain.rules import rule
from memcon.lexicon import words

_WITH = words("leading_a_partner")
_MET_WITH, _PRIVATE = words("thing_one_is_met_with"), words("meeting_in_private")
_PEAKS, _CLIMBING = words("peak_of_a_mountain"), words("climbing")
_ANY, _IN, _CALLED_FOR = words("a"), words("leading_into_an_event") - {"at"}, words("leading_to_what_is_called_for")
_DURING, _DEFINITE = words("in_the_course_of_a_call"), words("definites") | words("possessing")
_IN_PERSON = words("meeting_in_person")
_CALLING = words("calling_by_a_name") - {"make"}
_DELEGATIONS = words("delegation")
_CROWD = words("people_in_the_street")
_OPENINGS = words("naming_a_mere_ceremony")
_HOUSES = words("deciding_for_a_state")


def is_spoken(index: TextIndex, i: int) -> bool:
    """Whether "the call" is one on the phone: something is said "during the call", or it took place or lasted; nothing is called for."""
    tree, token = index.tree, index.tokens[i]
    if tree.lemma(i) != "call" or token.tag != "NN" or tree.deps(i, "acl"):
        return False
    determiners = {tree.lower(c) for c in tree.deps(i, "det", "poss")}
    is_for_something = any(tree.lower(p) in _CALLED_FOR for p in tree.deps(i, "prep"))
    if token.dep == "pobj" and determiners & _ANY and not is_for_something:
        return tree.lower(token.head) in _IN and tree.tokens[token.head].dep == "prep" and _are_told(index, token.head)
    if determiners.isdisjoint(_DEFINITE) or tree.deps(i, "prep"):
        return False
    if token.dep == "pobj":
        return tree.lower(token.head) in _DURING
    takes_place = any(tree.lower(o) == "place" for o in tree.deps(token.head, "dobj"))
    return token.dep == "nsubj" and (takes_place or tree.lemma(token.head) == "last")


def _are_told(index: TextIndex, preposition: int) -> bool:
    """Whether a preposition hangs on a verb that somebody official or several do."""
    verb = index.tree.tokens[preposition].head
    actors = (
        [a for m in doing(index, verb) for a in index.actors_of(m)] if index.tree.tokens[verb].pos == "VERB" else []
    )
    return any(is_official(a) for a in actors)


@rule(
    yes=["The summit of the mountain was reached by the climbers.", "The climbers reached the summit on Monday."],
    no=["The summit of the Nordic leaders was held in Oslo.", "The summit reached its aims."],
)
def peak(index: TextIndex, i: int, kind: Kind) -> bool:
    """A summit that one climbs."""
    tree, token = index.tree, index.tokens[i]
    if tree.lemma(i) != "summit":
        return False
    is_climbed = token.dep in UNDERGOING and tree.lemma(token.head) in _CLIMBING
    return is_climbed or any(tree.lemma(o) in _PEAKS for o in tree.led_by(i, "of"))


@rule(
    yes=[
        "Norway deems the talks useless.",
        "Norway called the talks useless.",
        "Anna Lind described the visit as a meeting of minds.",
    ],
    no=["Commissioner Anna Lind called a meeting with Peru for Friday.", "Norway used the visit as a meeting."],
)
def only_judged(index: TextIndex, i: int, kind: Kind) -> bool:
    """What is called or deemed something need not be ("called a meeting pointless"), nor what it is called ("described it as a meeting of minds")."""
    tree, token = index.tree, index.tokens[i]
    if token.dep == "pobj" and tree.lower(token.head) == "as":
        return tree.lemma(index.tokens[token.head].head) in _CALLING
    if token.dep == "nsubj":  # parsers may take it for a clause of its own
        judged = index.tokens[token.head]
        return judged.pos == "ADJ" and judged.dep == "ccomp" and tree.lemma(judged.head) in _CALLING
    is_judging = token.dep == "dobj" and tree.lemma(token.head) in _CALLING
    return is_judging and bool(tree.deps(token.head, "oprd"))


@rule(
    yes=["Premier Anna Lind addressed a joint meeting of the Peruvian Congress on Monday."],
    no=["Premier Anna Lind addressed a joint meeting of the ministers of Norway and Chad on Monday."],
)
def sitting_of_a_house(index: TextIndex, i: int, kind: Kind) -> bool:
    """A "joint meeting" of the houses of a parliament: its own sitting, whoever speaks there."""
    tree = index.tree
    is_joint = any(tree.lower(c) == "joint" for c in tree.deps(i, "amod", "compound"))
    return is_joint and any(tree.lemma(o).lower() in _HOUSES for o in tree.led_by(i, "of"))


NO_ENCOUNTER = (peak, only_judged, sitting_of_a_house)
"""What takes from a noun of meeting that it names an encounter."""


@rule(
    yes=["Prime Minister Paul Okoro joined Nordic leaders in Oslo on Monday for a summit."],
    no=["Envoy Jens Holm joined Minister Anna Lind in Lima on Monday."],
)
def joined_for_an_encounter(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Who joins others "for a summit" is at that summit, and makes no visit beside it."""
    if index.tree.lemma(verb) != "join" or frame.roles.get("subject") != "visitor":
        return False
    return any(index.tree.lemma(o) in load_codebook().event_nouns for o in index.tree.led_by(verb, "for"))


@rule(
    yes=["President Maria Soto attended the opening ceremony of a fair in Lima on Monday."],
    no=["President Maria Soto attended the ceremony in Lima on Monday."],
)
def only_opened_there(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """The opening or closing ceremony of something is no journey."""
    if frame.roles.get("subject") != "visitor" or not frame.object_nouns:
        return False
    beside = (index.tree.lower(c) for o in index.tree.objects(verb) for c in index.tree.deps(o, "compound", "amod"))
    return any(word in _OPENINGS for word in beside)


@rule(
    yes=["President Maria Soto will lead the Norwegian delegation to the talks in Lima on Monday."],
    no=["President Maria Soto will lead a delegation to three island nations on Monday."],
)
def led_to_an_encounter(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Who leads a delegation "to the talks" leads it there, and makes no visit beside it."""
    tree, nouns = index.tree, load_codebook().event_nouns
    delegations = [o for o in index.tree.objects(verb) if tree.lemma(o) in _DELEGATIONS]
    if not delegations or frame.roles.get("subject") != "visitor":
        return False
    led = [o for i in (verb, *delegations) for o in tree.led_by(i, "to")]
    return any(tree.lemma(o) in nouns or tree.lower(o) in nouns for o in led)


@rule(
    yes=["Tourists met long lines in Oslo on Saturday."],
    no=["President Maria Soto met students in Oslo.", "The tourists met Chancellor Uwe Brandt."],
)
def nobody_meets_nobody(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Neither who meets nor who or what is met is anybody that the text tells of."""
    if not frame.needs_named_agent or index.tree.is_passive(verb) or not (objects := index.tree.deps(verb, "dobj")):
        return False
    ends = (index.tree.deps(verb, "nsubj"), objects)
    if not all(any(index.tokens[i].tag in COMMON_NOUNS for i in end) for end in ends):
        return False  # a name or a pronoun may well be somebody
    known = [*doing(index, verb), *(m for o in objects for m in mentions_around(index, o))]
    return not known and not any(index.tree.lower(p) in _WITH for p in prepositions_of(index.tree, verb))


@rule(
    yes=["Protesters gathered outside the hall in Oslo on Monday.", "Thousands of fans gathered in Oslo on Monday."],
    no=["Leaders of Norway and Chad gathered in Oslo on Monday."],
)
def gathered_as_a_crowd(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """People who come together in the street, not to deal with each other."""
    tree = index.tree
    who = [o for s in tree.subjects(verb) for o in (s, *tree.led_by(s, "of"))]
    is_of_meeting = load_codebook().kind(frame.kind).family == "encounter"
    return is_of_meeting and any(tree.lemma(s) in _CROWD for s in who)


@rule(
    yes=[
        "President Maria Soto met with reporters in the garden.",
        "President Maria Soto was talking to reporters in Lima on Monday.",
        "President Maria Soto spoke to Norwegian journalists on Monday.",
    ],
    no=[
        "President Maria Soto met with officials in the garden.",
        "President Maria Soto talked to Chancellor Uwe Brandt on Monday.",
    ],
)
def only_the_press(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Whoever is met or talked to are only those who report of it."""
    kind = load_codebook().kind(frame.kind)
    if kind.family != "encounter" or kind.kind == "press_conference" or frame.object_nouns:
        return False
    leading = _WITH | {slot for slot, role in frame.roles.items() if role == "participant"}
    objects = index.tree.deps(verb, "dobj", "dative")
    met = [m for o in objects for m in mentions_around(index, o)]
    met += [
        m
        for p in index.tree.deps(verb, "prep", "dative")
        if index.tree.lower(p) in leading
        for m in mentions_from(index, p + 1)
    ]
    return bool(met) and all(a.sector == "JRN" for m in met for a in index.actors_of(m))


@rule(
    yes=[
        "Police met protesters with tear gas in Oslo on Monday.",
        "The proposal has met with a cool response in Norway.",
        "The plan met with opposition in Norway.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt with his aides in Oslo.",
        "President Maria Soto met with the Norwegian opposition in Oslo.",
    ],
)
def met_with_a_thing(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "Met them with tear gas", "met with a cool response": what is done to them or comes of it, no meeting."""
    if not frame.needs_named_agent:
        return False
    if not index.tree.deps(verb, "dobj"):
        met = index.tree.led_by(verb, "with")
        return any(index.tree.lemma(o) in _MET_WITH and o not in index.mention_at for o in met)
    objects = (p for o in index.tree.deps(verb, "dobj") for p in index.tree.led_by(o, "with"))
    return any(index.tree.lemma(o) in _MET_WITH for o in (*index.tree.led_by(verb, "with"), *objects))


@rule(
    yes=[
        "The two teams will meet in the final in Oslo on Sunday.",
        "The board of the steelmaker met in Oslo on Wednesday.",
    ],
    no=[
        "The board of the African Union met in Oslo on Wednesday.",
        "The African Union's board met in Oslo on Wednesday.",
        "The coach met President Maria Soto in Oslo on Wednesday.",
    ],
)
def in_private(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Teams, clubs and the boards of firms meet, and nobody official does."""
    if not frame.needs_named_agent:
        return False
    subjects = index.tree.deps(verb, "nsubj")
    if not any(index.tree.lemma(s) in _PRIVATE for s in subjects):
        return False
    objects = index.tree.deps(verb, "dobj")
    named = [*doing(index, verb), *(m for o in objects for m in mentions_around(index, o))]
    named += [
        m
        for p in prepositions_of(index.tree, verb)
        if index.tree.lower(p) in _WITH
        for m in mentions_from(index, p + 1)
    ]
    named += [m for s in subjects for o in index.tree.led_by(s, "of") for m in mentions_around(index, o)]
    return not any(is_organ_of_states(index, s) for s in subjects) and not any(
        is_official(a) for m in named for a in index.actors_of(m)
    )


@rule(
    yes=[
        "President Maria Soto regretted that she and Chancellor Uwe Brandt were unable to meet in person.",
        "President Maria Soto and Chancellor Uwe Brandt could not meet face to face.",
    ],
    no=["President Maria Soto and Chancellor Uwe Brandt were unable to meet on Monday."],
)
def not_face_to_face(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Who can't meet "in person" may meet all the same: that it is not face to face tells of no meeting that failed."""
    behind = " ".join(index.tree.lower(i) for i in range(verb + 1, min(verb + 3, len(index.tokens))))
    if behind not in _IN_PERSON:
        return False
    return index.is_denied(verb) or index.factuality(verb).operator("negation", "failure") is not None


NOBODY_MET = (
    only_opened_there,
    led_to_an_encounter,
    joined_for_an_encounter,
    nobody_meets_nobody,
    only_the_press,
    gathered_as_a_crowd,
    met_with_a_thing,
    in_private,
    not_face_to_face,
)
"""What takes from a verb of meeting that somebody is met by it; one answer is enough."""
