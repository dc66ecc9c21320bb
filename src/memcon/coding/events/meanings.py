"""Which readings of an event's nouns and verbs mean something else: "summit declaration", "a call for restraint", "called him a liar"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.codebook import Codebook, Kind, VerbFrame, load_codebook
from memcon.coding.collectives import opened
from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import doers
from memcon.coding.events.arguments import ASKED, is_set, led_by_object, names_an_event, prepositions_of
from memcon.coding.events.meanings_of_acts import ACT_NOT_MEANT, nothing_done
from memcon.coding.events.meanings_of_encounters import NO_ENCOUNTER, NOBODY_MET, is_spoken
from memcon.coding.events.only_discussed import ONLY_SPOKEN_OF, SPOKEN_OF
from memcon.coding.officials import is_of_several_states
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import OperatorKind
from memcon.domain.labels import BEFORE_NOUNS, IN_A_PHRASE, PLURAL, QUOTES, SUBSTANTIVE
from memcon.domain.records import EventKind
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

_AT_WHICH = words("leading_into_an_event")
_OPENING_A_NAME = IN_A_PHRASE - {"PART"}
_CARRYING_AN_OCCASION = words("carrying_an_occasion")
_TO_AN_OCCASION = words("leading_to_a_meal")
_MEETING_FOR = words("coming_together_for_a_meal")
_ORDERS = words("counting_a_round")
_TRAINING = words("forces_that_train")
_FARTHEST_ROUND = 6
"""How many sentences before a "fourth round" may have told of what it is a round of."""
_ABOUT = words("leading_in_a_subject")
_NEEDS = words("met_without_meeting_anyone")
_HOMEWARDS = words("leading_home")
_SAID_ON_THE_PHONE = words("said_on_the_phone")
_WISHES = words("wish_to_speak")
_WITH = words("leading_a_partner")
_OWN_AFFAIR, _CALLING_HOME = words("own_affair_of_a_state"), words("calling_an_envoy_home")
_MANNERS = words("spirit_in_which_it_is_done")
_OFFICIAL_MEALS = words("making_a_meal_official")
_COMPANY = words("whoever_else_is_there")
_OF_OCCASIONS: tuple[OperatorKind, ...] = ("cancellation", "postponement", "failure", "arrangement", "negation")
"""Operators that only an occasion can stand under ("the trip was called off", "the dinner did not take place")."""


# --- nouns ---------------------------------------------------------------------------------------------------------------


@rule(
    yes=["The summit declaration was read in Oslo.", "The visit plan was read in Oslo."],
    no=["The summit was held in Oslo."],
)
def only_modifies(index: TextIndex, i: int, kind: Kind) -> bool:
    """It stands before another noun that it only describes."""
    token = index.tokens[i]
    return token.dep in BEFORE_NOUNS and token.head > i


@rule(
    yes=["The Conference of Presidents criticized Norway."],
    no=["The summit was held in Oslo.", "Norway named a Presidential Delegation to Chad."],
)
def part_of_a_name(index: TextIndex, i: int, kind: Kind) -> bool:
    """It is part of the name or title of an actor; the word that qualifies it makes no name ("a Presidential Delegation")."""
    mention = index.mention_at.get(i)
    if mention is None or mention.form not in {"name", "title"}:
        return False
    others = {index.tree.lower(j) for j in index.inside(mention.span) if j != i}
    return not (others and index.tree.lemma(i) in kind.qualified.nouns and others <= kind.qualified.before)


@rule(
    yes=["Norway repeated its call for restraint.", "The children began a reading exercise in Oslo."],
    no=[
        "The call between Norway and Chad lasted an hour.",
        "Norway and Chad held a phone call.",
        "Norway and Chad began a naval exercise in Oslo.",
        "The Dutch and Belgian navies wrapped up a week-long exercise in the North Sea.",
        "During the call, which took place on Tuesday, President Maria Soto and Chancellor Uwe Brandt agreed to meet.",
    ],
)
def unqualified(index: TextIndex, i: int, kind: Kind) -> bool:
    """A noun that means the event only with certain words: a "call" is a telephone call when it is by phone, or "with" somebody."""
    asked = kind.qualified
    if index.tree.lemma(i) not in asked.nouns or index.tree.lower(i) in asked.forms:
        return False
    is_led = any(index.tree.lower(p) in asked.behind for p in index.tree.deps(i, "prep"))
    is_known = is_led or is_spoken(index, i) or (kind.kind == "exercise" and _is_of_forces(index, i))
    return asked.before.isdisjoint(_modifiers(index, i)) and not is_known


def _is_of_forces(index: TextIndex, i: int) -> bool:
    """Whether the verb over a noun is told of armed forces ("the navies wrapped up an exercise")."""
    token = index.tokens[i]
    is_done = token.dep == "dobj" and index.tokens[token.head].pos == "VERB"
    return is_done and any(index.tree.lemma(s) in _TRAINING for s in doers(index, token.head))


@rule(
    yes=["Norway praised the dinner.", "Norway hosted President Maria Soto for a state visit with an official dinner."],
    no=[
        "Norway held a dinner.",
        "Norway praised the dinner with Chad.",
        "The dinner was called off.",
        "In a session held on Monday, the ministers of Norway and Chad agreed on quotas.",
        "President Maria Soto joined Chancellor Uwe Brandt for dinner.",
        "President Maria Soto is on a South American trip.",
    ],
)
def no_occasion(index: TextIndex, i: int, kind: Kind) -> bool:
    """A noun such as "dinner" or "trip" that nothing makes an occasion: no party or owner, no verb such as "hold", no plan."""
    if index.tree.lower(i) not in kind.ambiguous:
        return False
    if _comes_with_a_visit(index, i):
        return True
    head = index.tokens[i].head
    above = index.tokens[head].head if index.tokens[i].dep == "pobj" else head
    if _is_on_it(index, i):
        return False
    is_joined = above != head and index.tree.lower(head) in _TO_AN_OCCASION and index.tree.lemma(above) in _MEETING_FOR
    is_told = any(index.tree.lemma(v) in _CARRYING_AN_OCCASION for v in index.tree.deps(i, "acl"))
    is_carried = is_joined or is_told or (head != i and index.tree.lemma(head) in _CARRYING_AN_OCCASION)
    is_planned = index.factuality(i).operator(*_OF_OCCASIONS) is not None
    is_official = not _OFFICIAL_MEALS.isdisjoint(_modifiers(index, i))
    return not (index.tree.deps(i, "prep", "poss") or is_carried or is_planned or is_official)


def _is_on_it(index: TextIndex, i: int) -> bool:
    """Whether somebody is told to be "on a trip": with an article, and behind "be" or a name."""
    tree, leading = index.tree, index.tokens[i].head
    is_led = index.tokens[i].dep == "pobj" and tree.lower(leading) == "on" and bool(tree.deps(i, "det"))
    above = index.tokens[leading].head
    return is_led and (tree.lemma(above) == "be" or above in index.mention_at)


def _comes_with_a_visit(index: TextIndex, i: int) -> bool:
    """Whether it only tells what a visit is honoured with: "a state visit with an official dinner"."""
    tree, leading = index.tree, index.tokens[i].head
    is_beside = index.tokens[i].dep == "pobj" and tree.lower(leading) == "with"
    return is_beside and tree.lemma(index.tokens[leading].head) in load_codebook().kind("visit").nouns


@rule(
    yes=["President Maria Soto won in the second round.", "Norway and Chad held a second round of talks."],
    no=["Norway and Chad held talks. The fourth round is set for Friday."],
)
def continues_nothing(index: TextIndex, i: int, kind: Kind) -> bool:
    """A noun such as "round" that counts none of the talks told of before it."""
    if index.tree.lemma(i) not in kind.continuing:
        return False
    counted = any(index.tree.lower(c) in _ORDERS for c in index.tree.children[i] if c < i)
    measures = any(index.tree.lower(p) == "of" for p in index.tree.deps(i, "prep"))
    return not counted or measures or not _is_told_before(index, i, kind)


def _is_told_before(index: TextIndex, i: int, kind: Kind) -> bool:
    """Whether one of the few sentences before tells of an event of this kind by another noun."""
    sentences = index.annotation.sentences
    first = sentences[max(0, index.tokens[i].sentence - _FARTHEST_ROUND)].first
    others = {noun for noun in kind.nouns if noun not in kind.continuing}
    return any(index.tree.lemma(j) in others or index.tree.lower(j) in others for j in range(first, i))


@rule(
    yes=["Norway recalled its ambassador to Chad for consultations."],
    no=["Norway flew its ambassador to Chad for consultations with President Maria Soto."],
)
def called_home_for(index: TextIndex, i: int, kind: Kind) -> bool:
    """The consultations for which an envoy is called home, which are that state's own affair."""
    tree, leading = index.tree, index.tokens[i].head
    if index.tokens[i].dep != "pobj" or tree.lower(leading) != "for" or tree.lemma(i) not in _OWN_AFFAIR:
        return False
    return tree.lemma(index.tokens[leading].head) in _CALLING_HOME or any(
        tree.lemma(v) in _CALLING_HOME for v in tree.above(leading)
    )


@rule(
    yes=["Chad fired two missiles on Thursday in apparent protest against an exercise of Norway and Togo."],
    no=["They gathered in Oslo for a protest against an exercise of Norway and Togo."],
)
def only_the_manner(index: TextIndex, i: int, kind: Kind) -> bool:
    """ "in protest", "in apparent protest at it": in what spirit something else is done."""
    tree = index.tree
    is_led = index.tokens[i].dep == "pobj" and tree.lower(index.tokens[i].head) == "in"
    return is_led and tree.lower(i) in _MANNERS and not tree.deps(i, "det", "poss")


NOT_AN_EVENT_NOUN = (
    only_modifies,
    part_of_a_name,
    unqualified,
    no_occasion,
    continues_nothing,
    called_home_for,
    only_the_manner,
    *NO_ENCOUNTER,
    nothing_done,
    *SPOKEN_OF,
)
"""What takes from a noun of the codebook that it names an event; one answer is enough."""


def is_noun_of_headline(index: TextIndex, i: int) -> bool:
    """ "Readout of the Premier's Call with …", "Lind Meeting with …": in a headline a capital between a name and "with" is a noun's, whatever
    the parser takes it for; "Talks With" may be a verb."""
    token, sentence = index.tokens[i], index.sentence(i)
    if not index.is_heading(i) or not token.text.istitle() or index.tree.lower(i) == "talks":
        return False
    if not sentence.first < i < sentence.last - 1 or index.tree.lower(i + 1) != "with":
        return False
    return index.tokens[i - 1].pos == "PROPN" or index.tokens[i - 1].tag == "POS"


def refined_by_words(index: TextIndex, i: int, kind: Kind, codebook: Codebook) -> EventKind:
    """ "summit meeting" and "summit talks" are a summit; phone talks a call."""
    before = _modifiers(index, i)
    return next((k.kind for k in codebook.refinements(kind) if not k.refines.before.isdisjoint(before)), kind.kind)


def _modifiers(index: TextIndex, i: int) -> set[str]:
    """The words before a noun that hang on it, and those with a hyphen that they end ("live-fire")."""
    before = [c for c in index.tree.children[i] if c < i]
    joined = (c for c in before if c > 1 and index.tokens[c - 1].text == "-")
    return {index.tree.lower(c) for c in before} | {f"{index.tree.lower(c - 2)}-{index.tree.lower(c)}" for c in joined}


# --- verbs ---------------------------------------------------------------------------------------------------------------


@rule(
    yes=["On Monday President Maria Soto called off her visit to Germany."],
    no=[
        "President Maria Soto called on Chancellor Uwe Brandt in Berlin.",
        "President Maria Soto travelled on to Berlin on Monday.",
    ],
)
def with_another_particle(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """A particle makes another verb of it ("called off"); one who goes "on to" somewhere goes there."""
    particles = {index.tree.lower(c) for c in index.tree.deps(verb, "prt")} - ({"on"} if "to" in frame.needs else set())
    return bool(particles) and particles.isdisjoint({frame.particle, *frame.roles})


@rule(
    yes=["Norway sat in the hall."],
    no=["President Maria Soto sat down with Chancellor Uwe Brandt."],
)
def without_particle(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """The meaning needs a particle that is not there."""
    behind = (index.tree.lower(c) for c in index.tree.deps(verb, "prt", "advmod", "prep"))
    return frame.particle is not None and frame.particle not in behind


@rule(
    yes=["President Maria Soto spoke with Chancellor Uwe Brandt in Lima."],
    no=["President Maria Soto spoke by phone with Chancellor Uwe Brandt."],
)
def without_means(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """It is not done by what the meaning needs: "spoke by phone with" is a call."""
    return bool(frame.means) and not _is_done_by(index.tree, verb, frame.means)


@rule(
    yes=["President Maria Soto spoke with conviction."],
    no=[
        "President Maria Soto spoke with Chancellor Uwe Brandt.",
        "President Maria Soto spoke today with Prime Minister Brandt to offer her congratulations to Prime Minister Brandt.",
        "President Maria Soto spoke today on the margins of the Oslo summit with Chancellor Uwe Brandt.",
    ],
)
def without_partner(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """No partner is named: "spoke with" an actor are talks; "spoke with conviction" is nothing."""
    preps = (p for p in prepositions_of(index.tree, verb) if index.tree.lower(p) == "with")
    is_with = any(mentions_from(index, p + 1) for p in preps)
    return frame.needs_partner and not is_with and not _is_of_several(index, verb, frame)


@rule(
    yes=["President Maria Soto received a letter.", "President Maria Soto greeted her counterparts."],
    no=[
        "President Maria Soto received Chancellor Uwe Brandt.",
        "President Maria Soto greeted her counterparts from Chad and Niger.",
    ],
)
def no_visitor(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Whoever is received is nobody, or only whoever else is there."""
    received = list(index.tree.objects(verb))[:1]
    return frame.roles.get("object") == "visitor" and all(_is_no_guest(index, o) for o in received)


def _is_no_guest(index: TextIndex, i: int) -> bool:
    """Whether a word names nobody, or several who are there with somebody and of no land that is told."""
    mention = index.mention_at.get(i)
    if mention is None:
        return True
    is_company = index.tokens[i].tag in PLURAL and index.tree.lemma(i) in _COMPANY
    whoever = (a.kind == "group" and a.country is None for m in opened(index, mention) for a in index.actors_of(m))
    return is_company and all(whoever)


@rule(
    yes=["The deadline was met by accident."],
    no=["President Maria Soto was met by Chancellor Uwe Brandt."],
)
def done_by_nobody(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What "is met" without an actor as agent is a need or a deadline."""
    is_named = any(p + 1 in index.mention_at for p in index.tree.deps(verb, "agent"))
    return frame.needs_named_agent and index.tree.is_passive(verb) and not is_named


@rule(
    yes=["The president promised to meet the target.", "Norway met its obligations to Chad."],
    no=["President Maria Soto met Chancellor Uwe Brandt."],
)
def met_as_a_need(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "met the target", "meet our obligations": nobody is met where a need is."""
    return frame.needs_named_agent and any(index.tree.lemma(o) in _NEEDS for o in index.tree.objects(verb))


@rule(
    yes=[
        "President Maria Soto called Chancellor Uwe Brandt a liar.",
        "The court called Chancellor Uwe Brandt to testify.",
        "Norway called the Chadian ambassador to the ministry.",
        "Norway called back its ambassador to Chad.",
        "Foreign Secretary Anna Lind called on the President of Chad, H.E. Mr. Idriss Saleh.",
    ],
    no=["President Maria Soto called Chancellor Uwe Brandt to discuss trade."],
)
def not_telephoned(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "called the president (to discuss …)" is a telephone call; "called him a liar", "called her to testify", "called off" are not."""
    if not frame.is_object_bare:
        return False
    called = next((index.mention_at.get(o) for o in index.tree.objects(verb)), None)
    is_to_a_place = any(index.tree.lower(p) == "to" for p in index.tree.deps(verb, "prep"))
    is_back = any(index.tree.lower(a) in _HOMEWARDS for a in index.tree.deps(verb, "advmod"))
    is_on = any(
        index.tree.lower(p) == "on" and p == verb + 1 and p + 1 not in index.timex_at
        for p in index.tree.deps(verb, "prep")
    )
    if called is None or is_to_a_place or is_back or is_on or index.tree.deps(verb, "oprd", "ccomp", "prt"):
        return True
    if any(index.tree.lemma(x) not in _SAID_ON_THE_PHONE for x in index.tree.deps(verb, "xcomp")):
        return True
    return _is_named_so(index, index.inside(called.span)[-1] + 1)


@rule(
    yes=["President Maria Soto talked for an hour."],
    no=[
        "President Maria Soto met with Chancellor Uwe Brandt.",
        "Presidents Maria Soto and Uwe Brandt spoke by telephone.",
        "President Maria Soto and Chancellor Uwe Brandt spoke to reaffirm the friendship of their countries.",
        "President Maria Soto and Chancellor Uwe Brandt spoke on Tuesday, at the request of the latter, in order to reaffirm their friendship.",
    ],
)
def without_argument(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """An argument that the meaning needs is missing; the parties of a call may all be its subject."""
    if _is_of_several(index, verb, frame):
        return False
    objects = list(index.tree.objects(verb))
    return not all(
        _has(index.tree, verb, slot, objects) or led_by_object(index, verb, frame, slot) for slot in frame.needs
    )


NOT_THIS_MEANING = (
    without_particle,
    with_another_particle,
    without_means,
    without_partner,
    *ACT_NOT_MEANT,
    *ONLY_SPOKEN_OF,
    no_visitor,
    done_by_nobody,
    met_as_a_need,
    not_telephoned,
    *NOBODY_MET,
    without_argument,
    *ASKED,
)
"""What takes from a verb of the codebook that it has the meaning of a frame; one answer is enough."""


def refined_by_means(tree: Tree, verb: int, kind: Kind, codebook: Codebook) -> EventKind:
    """Talks that are held "by phone" are a call."""
    return next((k.kind for k in codebook.refinements(kind) if _is_done_by(tree, verb, k.refines.means)), kind.kind)


def _is_done_by(tree: Tree, verb: int, means: frozenset[str]) -> bool:
    """Whether a preposition of the verb leads one of `means` ("by phone", which parsers may take for who does it), not somebody's ("thanked him for his phone")."""
    by = (p for p in tree.deps(verb, "prep", "agent") if tree.lower(p) not in _ABOUT)
    return any(tree.lower(c) in means and not tree.deps(c, "poss") for p in by for c in tree.deps(p, "pobj"))


def _is_of_several(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """ "The two premiers spoke by telephone", "the premier and the king spoke today about …": the parties are all in the subject."""
    if not (frame.is_of_several or frame.is_of_several_in_a_setting):
        return False
    who = [m for s in doers(index, verb) for m in mentions_around(index, s)]
    is_in_a_setting = frame.is_of_several_in_a_setting and is_set(index, verb)
    is_body = (
        is_in_a_setting
        and not _is_at_an_event(index, verb)
        and any(is_of_several_states(a) for m in who for a in index.actors_of(m))
    )
    is_told = bool(frame.means) or (frame.is_of_several and _is_only_about(index, verb))
    are_several = is_body or len({a for m in who for a in m.actors}) > 1
    return are_several and (is_told or is_in_a_setting)


def _is_at_an_event(index: TextIndex, verb: int) -> bool:
    """Whether it is told to be done at an event that has a name of its own: "discussed the outbreak at a news conference"."""
    return any(names_an_event(index, o) for o in index.tree.led_by(verb, *_AT_WHICH))


def _is_only_about(index: TextIndex, verb: int) -> bool:
    """Whether nothing but a subject, a time and what it was for is told of speaking; "at the rally", "to reporters" tell of an audience."""
    tree = index.tree
    others = [p for p in tree.deps(verb, "prep", "dative") if p + 1 not in index.timex_at]
    aims = [
        x for x in tree.deps(verb, "xcomp", "advcl") if tree.is_infinitive(x) and tree.lemma(x) in _SAID_ON_THE_PHONE
    ]
    return bool(others or aims) and all(tree.lower(p) in _ABOUT or _tells_of_a_talk(tree, p) for p in others)


def _tells_of_a_talk(tree: Tree, preposition: int) -> bool:
    """Whether a preposition tells at whose wish they spoke ("at the request of A") or what it was for ("in order to discuss it")."""
    return any(
        tree.lemma(o) in _WISHES or any(tree.lemma(v) in _SAID_ON_THE_PHONE for v in tree.deps(o, "acl"))
        for o in tree.deps(preposition, "pobj")
    )


def _is_named_so(index: TextIndex, behind: int) -> bool:
    """Whether what stands behind the object may be what it is called ("called Reed, his rival, a coward"; "called Reed “the Fox”")."""
    last = index.sentence(behind - 1).last
    if behind >= last or behind in index.timex_at:
        return False
    if index.tokens[behind].text == ",":
        return behind + 1 >= last or not _goes_on(index, behind + 1)
    token = index.tokens[behind]
    return token.tag in QUOTES or token.pos in _OPENING_A_NAME


def _goes_on(index: TextIndex, i: int) -> bool:
    """Whether another clause or a time begins behind a comma."""
    return index.tokens[i].pos == "CCONJ" or index.tokens[i].tag == "VBG" or i in index.timex_at


def _has(tree: Tree, verb: int, slot: str, objects: Sequence[int]) -> bool:
    """Whether the verb has the argument `slot`, as another construction gives it too."""
    if slot == "object":
        return bool(objects)
    if slot == "to" and any(tree.lower(p) == "to" for o in objects for p in tree.deps(o, "prep")):
        return True
    if slot == "to" and any(tree.tokens[c].pos in SUBSTANTIVE for c in tree.deps(verb, "dative")):
        return True
    if slot == "with" and any(tree.lower(p) in _WITH for p in prepositions_of(tree, verb)):
        return True
    return any(tree.lower(p) == slot for p in tree.deps(verb, "prep", "dative", "prt"))
