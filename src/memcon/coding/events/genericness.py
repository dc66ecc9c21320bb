"""Whether a mention tells of meetings in general, or only counts them, instead of one occasion."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.codebook import load_codebook
from memcon.coding.channels.sessions import done_by
from memcon.coding.coordination import mentions_from
from memcon.coding.events.reference import is_definite, same_as
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import is_plan_denied
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import CLAUSES, ON_NOUNS, PLACES, PLURAL, PRESENT_FORMS
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_CARRYING = words("carrying")
_HAVING_AS_SUBJECT = words("having_the_event_as_subject")
_CONDUCTING = words("conducting")
_UNCOUNTED = words("speaking_of_any")
_COUNTING_BACK = words("counting_back")
_MASS = words("activity_in_general")
_ONE_IN_PLURAL = words("one_occasion_in_the_plural")
_EVERY_SO_OFTEN = words("every_so_often")
_MEASURES = words("measuring_talks")
_COUNTS = words("counting_occasions")
_ORDERS = words("telling_the_order")
_OCCASIONS = words("occasion_that_is_counted")
_SETTING = words("leading_to_the_setting_of_a_verb")
_SESSION = words("leading_to_a_session")
_BARE_SESSION = words("leading_to_a_session_without_a_verb")
_EACH, _WILL = words("naming_each"), words("future_auxiliary")
_LEADING_A_TIME = words("leading_a_day")
_FARTHEST_TIME, _HALF_A_YEAR = 12, 180
"""How many tokens behind a noun the times may stand that tell it to be several."""
_SEATS = words("seat_of_a_government")
_EVERYWHERE, _AREAS = words("everywhere_in"), words("area_of_many_countries")


def generic_by(scene: Scene) -> tuple[str, ...]:
    """The names of the rules for its form by which it speaks of meetings in general."""
    return tuple(rule.name for rule in GENERIC[scene.trigger.form] if rule(scene))


def is_comparison(scene: Scene) -> bool:
    """Whether it only counts events ("the first time in eight years that the ministers have visited") and tells none."""
    return any(rule(scene) for rule in COMPARISONS)


# --- verbs ---------------------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "President Maria Soto did not meet Chancellor Uwe Brandt.",
        "President Maria Soto should have met Chancellor Uwe Brandt on Monday.",
    ],
    no=[
        "President Maria Soto will not meet Chancellor Uwe Brandt.",
        "President Maria Soto was not able to meet Chancellor Uwe Brandt.",
        "President Maria Soto should meet Chancellor Uwe Brandt.",
    ],
)
def never_done(scene: Scene) -> bool:
    """A verb that is negated and not ahead, or that should have been done."""
    if {"should", "have"} <= {scene.tree.lower(a) for a in scene.tree.deps(scene.anchor, "aux")}:
        return True
    told = scene.index.factuality(scene.anchor)
    is_not = told.is_negative and told.operator("negation") is not None and told.time != "future"
    return is_not and scene.tree.tokens[scene.tree.tokens[scene.anchor].head].pos != "ADJ"


@rule(
    yes=["This treaty goes further than all other treaties ever signed by Norway."],
    no=["President Maria Soto signed a treaty with Norway, if she ever did anything."],
)
def done_ever(scene: Scene) -> bool:
    """ "All other treaties ever signed": any that there was, with which one is compared."""
    is_of_noun = scene.tree.tokens[scene.anchor].dep in ON_NOUNS
    return is_of_noun and scene.tree.has_word(scene.anchor, {"ever"}, "advmod")


@rule(
    yes=[
        "President Maria Soto often met Chancellor Uwe Brandt.",
        "President Maria Soto met Chancellor Uwe Brandt three times.",
        "President Maria Soto met every chancellor.",
        "President Maria Soto has spoken with leaders across Europe.",
        "President Maria Soto met counterparts around the world.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt on Monday.",
        "President Maria Soto spoke with leaders of Europe.",
        "President Maria Soto met business leaders from across Peru on Monday.",
        "President Maria Soto spoke with leaders across the table.",
    ],
)
def done_often(scene: Scene) -> bool:
    """More than one occasion; with people all over a region it is one after the other."""
    return _is_repeated(scene.index, scene.anchor) or _is_done_everywhere(scene)


def _is_done_everywhere(scene: Scene) -> bool:
    tree, verb = scene.tree, scene.anchor
    partners = [*tree.objects(verb), *(o for p in tree.deps(verb, "prep") for o in tree.deps(p, "pobj"))]
    many = [i for i in partners if tree.tokens[i].tag == "NNS"]
    places = (p for i in (*many, verb) for p in tree.deps(i, "prep") if tree.lower(p) in _EVERYWHERE)
    return bool(many) and any(_is_area(scene, o) for p in places for o in tree.deps(p, "pobj"))


def _is_area(scene: Scene, i: int) -> bool:
    return scene.tree.tokens[i].pos == "PROPN" or scene.tree.lemma(i) in _AREAS


@rule(
    yes=[
        "President Maria Soto meets Chancellor Uwe Brandt in Oslo.",
        "President Maria Soto can meet Chancellor Uwe Brandt.",
    ],
    no=[
        "The ministers of Norway and Chad meet in Oslo on Friday.",
        "If the ministers of Norway and Chad meet in Oslo, they will sign a treaty.",
        "President Maria Soto is meeting Chancellor Uwe Brandt.",
        "President Maria Soto meets Chancellor Uwe Brandt in Oslo",
    ],
)
def done_as_a_rule(scene: Scene) -> bool:
    """The simple present outside a headline and without a date ("the council meets in Geneva")."""
    return _is_custom(scene, scene.anchor)


# --- nouns ---------------------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "Norway rejected any meeting with Chad.",
        "Norway held regular talks with Chad.",
        "Without a meeting with Chad, the truce will fail.",
    ],
    no=[
        "Norway held a meeting with Chad.",
        "No meeting is planned between Norway and Chad.",
        "The previous meeting of Norway and Chad, in Oslo in May 2023, was long.",
    ],
)
def of_any(scene: Scene) -> bool:
    """A word before the noun that means no single one ("any", "regular", "further"), or none at all ("without"); one before with a time of its own is one."""
    told = _UNCOUNTED & _before(scene)
    is_one = told <= _COUNTING_BACK and scene.when is not None and scene.tree.tokens[scene.anchor].tag == "NN"
    is_uncounted = bool(told) and not is_one and not is_plan_denied(scene)
    return (
        is_uncounted
        or scene.clause.preposition == "without"
        or scene.index.factuality(scene.anchor).operator("repetition") is not None
    )


@rule(
    yes=[
        "Norway holds meetings with Chad.",
        "Norway held annual consultations with Chad.",
        "Meetings with Chad are rare.",
    ],
    no=[
        "Norway held consultations with Chad.",
        "Norway held meetings with Chad on Monday.",
        "Envoy Jens Holm held separate meetings with Peru and Chad.",
        "President Maria Soto will hold bilateral meetings with the premiers of Peru and Chad.",
        "Envoy Jens Holm spent Tuesday in Lima, holding meetings with Minister Rita Lang and Minister Ola Moe.",
        "Norway and Chad held joint naval exercises.",
    ],
)
def of_many(scene: Scene) -> bool:
    """A plural without its own time; "consultations" are one occasion unless they are "annual", and meetings that somebody held with those named are
    told as one."""
    token = scene.tree.tokens[scene.anchor]
    is_one = token.text.lower() in _ONE_IN_PLURAL and _EVERY_SO_OFTEN.isdisjoint(_before(scene))
    return scene.when is None and token.tag in PLURAL and not is_one and not _is_held_with_named(scene)


@rule(
    yes=[
        "Despite several failed missile tests this year, Norway is proud.",
        "Norway spoke of Chad's visits last year.",
    ],
    no=[
        "Despite failed missile tests on Monday, Norway is proud.",
        "Norway conducted missile tests this year.",
        "The talks of Norway and Chad this year were long.",
    ],
)
def many_over_a_time(scene: Scene) -> bool:
    """A plural over half a year or more, which no verb carries: "failed tests this year" are several, each at its own time."""
    token, when = scene.tree.tokens[scene.anchor], scene.when
    is_one = token.text.lower() in _ONE_IN_PLURAL or scene.clause.relation in ("object", "subject")
    return when is not None and when.days > _HALF_A_YEAR and token.tag in PLURAL and not is_one


def _is_held_with_named(scene: Scene) -> bool:
    """Whether it is told once that somebody held them with those whom "with" names."""
    tree, verb = scene.tree, scene.clause.verb
    if verb is None or scene.clause.relation != "object" or not _is_plain_carrying(scene, verb):
        return False
    if not (tree.tense(verb) == "past" or _is_told_once(scene, verb)):
        return False
    return any(tree.lower(p) == "with" and mentions_from(scene.index, p + 1) for p in tree.deps(scene.anchor, "prep"))


def _is_told_once(scene: Scene, verb: int) -> bool:
    """Whether a verb is what "will" be done, or a participle beside what was."""
    tree, token = scene.tree, scene.tree.tokens[verb]
    is_aside = token.tag == "VBG" and token.dep == "advcl" and tree.tense(token.head) == "past"
    return is_aside or any(tree.lower(a) in _WILL for a in tree.auxiliaries(verb))


def _is_plain_carrying(scene: Scene, verb: int) -> bool:
    is_carried = scene.tree.lemma(verb) in _CONDUCTING
    return is_carried and _UNCOUNTED.isdisjoint(_before(scene)) and _EVERY_SO_OFTEN.isdisjoint(_before(scene))


@rule(
    yes=["Norway held twelve rounds of talks with Chad."],
    no=["Norway held two days of talks with Chad.", "Norway held a round of talks with Chad."],
)
def of_several_rounds(scene: Scene) -> bool:
    """ "twelve rounds of talks": several occasions; "two days of talks" are one."""
    tree, of = scene.tree, scene.tree.tokens[scene.anchor].head
    measure = tree.tokens[of].head
    is_measured = tree.lower(of) == "of" and tree.lemma(measure) in _MEASURES and tree.tokens[measure].tag == "NNS"
    return scene.when is None and is_measured and bool(tree.deps(measure, "nummod", "amod"))


@rule(
    yes=["After the two calls between Norway and Chad in March and in April, President Maria Soto was content."],
    no=["After the two days of talks between Norway and Chad in March, President Maria Soto was content."],
)
def of_several_times(scene: Scene) -> bool:
    """ "the two calls in March and in April": as many occasions as times."""
    tree, index, first = scene.tree, scene.index, scene.trigger.last + 1
    if tree.tokens[scene.anchor].tag != "NNS" or not tree.deps(scene.anchor, "nummod"):
        return False
    last = min(index.sentence(scene.anchor).last, first + _FARTHEST_TIME)
    joints = (i for i in range(first, last - 2) if tree.lower(i) == "and" and i - 1 in index.timex_at)
    return any(i + 2 in index.timex_at and tree.lower(i + 1) in _LEADING_A_TIME for i in joints)


@rule(
    yes=["Norway praised dialogue with Chad."],
    no=[
        "Norway held talks with Chad.",
        "Talks between Norway and Chad are better than war.",
        "Norway agreed to talks with Togo.",
        "Norway agreed to high-level talks in the Kenyan capital.",
    ],
)
def of_an_activity(scene: Scene) -> bool:
    """ "dialogue", "talks" as an activity in general: no determiner, no time, and no verb that makes them an occasion."""
    if not _is_activity(scene) or scene.when is not None or scene.in_title or _is_determined(scene):
        return False
    relation = scene.clause.relation
    if relation != "object" and _are_parties_named(scene):
        return False
    if scene.clause.verb is None:
        return True
    return not _MAKING_AN_OCCASION.get(relation, _is_set_in)(scene, scene.clause.verb)


@rule(
    yes=[
        "Norway will finish its review next week in close consultation with Chad.",
        "Norway drew up the plan in consultation with Chad.",
    ],
    no=["Norway is in talks with Chad.", "Norway drew up the plan in a consultation with Chad."],
)
def as_a_manner(scene: Scene) -> bool:
    """ "In (close) consultation with Chad": how something is done, no occasion."""
    is_bare = scene.tree.lemma(scene.anchor) in _MASS and scene.tree.tokens[scene.anchor].tag not in PLURAL
    return is_bare and scene.clause.preposition == "in" and not _is_determined(scene)


@rule(
    yes=["The council holds a meeting in Oslo."],
    no=[
        "The council holds a meeting in Oslo on Friday.",
        "The council held a meeting in Oslo.",
        "The council plans a meeting in Oslo.",
    ],
)
def held_as_a_rule(scene: Scene) -> bool:
    """A habit: the carrying verb in the simple present, or repeated."""
    verb = scene.clause.verb
    if verb is None or not scene.clause.is_argument or _is_activity(scene) or is_definite(scene):
        return False
    is_habit = _is_repeated(scene.index, verb) or _is_custom(scene, verb)
    return is_habit and not scene.index.factuality(scene.anchor).operators


# --- channels ------------------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "Norway praised the Nordic Security Dialogue (NSD).",
        "The Nordic Security Dialogue is a signboard without a shop.",
    ],
    no=[
        "Norway hosted the 12th Nordic Security Dialogue.",
        "Norway attended the Nordic Security Dialogue (NSD).",
        "The Joint Border Commission is expected to convene in Oslo.",
        "The Nordic Security Dialogue (NSD) is expected to be held in Oslo.",
    ],
)
def of_the_body(scene: Scene) -> bool:
    """A channel's name that stands for the body or the mechanism: without number, year or noun of a session, and nothing said of it that is said of a
    session (held, attended, "at the SCM")."""
    channel = scene.trigger.channel
    return not ((channel is not None and channel.is_session) or scene.in_title or _is_told_as_session(scene))


VERB_RULES = (never_done, done_ever, done_often, done_as_a_rule)
NOUN_RULES = (
    of_any,
    of_many,
    many_over_a_time,
    of_several_rounds,
    of_several_times,
    of_an_activity,
    as_a_manner,
    held_as_a_rule,
)
CHANNEL_RULES = (of_the_body,)
GENERIC: Mapping[str, tuple[Rule[[Scene], bool], ...]] = {
    "verb": VERB_RULES,
    "noun": NOUN_RULES,
    "channel": CHANNEL_RULES,
}
"""What makes a mention speak of meetings in general, by the form of its trigger."""


# --- comparisons ---------------------------------------------------------------------------------------------------------


@rule(
    yes=["It is the first time in eight years that Chancellor Uwe Brandt has visited Norway."],
    no=["Chancellor Uwe Brandt has visited Norway for the first time."],
)
def counted_by_a_clause(scene: Scene) -> bool:
    """ "the first time in eight years that the ministers have visited"."""
    tree, token = scene.tree, scene.tree.tokens[scene.anchor]
    if not scene.trigger.is_verb or token.dep not in CLAUSES:
        return False
    counted = (
        i
        for i in range(scene.index.sentence(scene.anchor).first + 1, scene.anchor)
        if tree.lemma(i) in _OCCASIONS and tree.lower(i - 1) in _ORDERS
    )
    i = next(counted, None)
    return i is not None and (token.head == i or any(tree.lower(j) == "that" for j in range(i + 1, scene.anchor)))


@rule(
    yes=[
        "The talks in Lima would mark the first visit to Peru by a senior Chadian official in years.",
        "They agreed on talks in Lima, a meeting that would be the first visit to Peru by a senior Chadian official.",
    ],
    no=[
        "The trip would be the first visit to Peru by a senior Chadian official in years.",
        "President Maria Soto made her first visit to Peru.",
    ],
)
def counted_by_another(scene: Scene) -> bool:
    """ "The talks would mark the first visit": the journey that somebody makes to an encounter, counted by it."""
    tree, verb = scene.tree, scene.clause.verb
    is_counted = any(tree.lower(c) in _ORDERS for c in tree.deps(scene.anchor, "amod"))
    if verb is None or not scene.trigger.has("destination") or not is_counted:
        return False
    token = same_as(scene)
    kind = load_codebook().by_noun.get((tree.lower(token),)) if token is not None else None
    return kind is not None and kind.has("agenda")


COMPARISONS = (counted_by_a_clause, counted_by_another)
"""What makes a mention only count events."""


# --- what the rules ask --------------------------------------------------------------------------------------------------


def _before(scene: Scene) -> set[str]:
    """The words before the noun that hang on it."""
    return {scene.tree.lower(c) for c in scene.tree.children[scene.anchor] if c < scene.anchor}


def _is_repeated(index: TextIndex, verb: int) -> bool:
    """ "often met", "met three times", "met twice", "met every chancellor": several occasions."""
    tree = index.tree
    objects = (d for o in tree.deps(verb, "dobj") for d in tree.deps(o, "det"))
    counts = tree.deps(verb, "npadvmod", "advmod")
    return (
        index.factuality(verb).operator("repetition") is not None
        or any(tree.lower(d) in _EACH for d in objects)
        or any(tree.lower(c) in _COUNTS for c in counts)
        or any(tree.lower(c) == "times" and tree.deps(c, "nummod", "amod") for c in counts)
    )


def _is_custom(scene: Scene, verb: int) -> bool:
    """Whether a verb tells in the simple present what is done as a rule; not in a headline, with a date, in a condition, or as what is wanted."""
    index, tree, token = scene.index, scene.tree, scene.tree.tokens[verb]
    is_wanted = (
        index.factuality(verb).operator("proposal", "obligation", "expectation", "refusal", "denial") is not None
    )
    if index.is_heading(verb) or index.is_one_headline or scene.when is not None:
        return False
    if index.is_supposed(verb) or is_wanted:
        return False
    if token.lemma == "be" or tree.auxiliaries(verb):
        return any(tree.lower(c) == "can" for c in tree.deps(verb, "aux"))
    return token.tag in PRESENT_FORMS and token.dep != "xcomp"


def _is_activity(scene: Scene) -> bool:
    return scene.tree.lemma(scene.anchor) in _MASS or scene.tree.lower(scene.anchor) == "talks"


def _is_determined(scene: Scene) -> bool:
    return is_definite(scene) or bool(scene.tree.deps(scene.anchor, "det", "poss", "nummod"))


def _are_parties_named(scene: Scene) -> bool:
    between = (p for p in scene.tree.deps(scene.anchor, "prep") if scene.tree.lower(p) == "between")
    return any(len(mentions_from(scene.index, p + 1)) > 1 for p in between)


def _is_made(scene: Scene, verb: int) -> bool:
    """Whether a verb makes its object an occasion; not "invested in facilitating talks between A and B"."""
    told = scene.index.factuality(verb)
    if scene.tree.tokens[verb].tag == "VBG" and told.time == "open" and not told.operators:
        return False
    return scene.tree.lemma(verb) in _CARRYING or scene.index.is_over(verb, scene.anchor)


def _is_told(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of its subject as of an occasion, once."""
    is_told = scene.tree.lemma(verb) in _HAVING_AS_SUBJECT or scene.tree.is_passive(verb)
    return is_told and not _is_repeated(scene.index, verb) and not _is_custom(scene, verb)


def _is_set_in(scene: Scene, verb: int) -> bool:
    """Whether something is told to be done at the event, or it is agreed to with somebody or in some town ("agreed to talks with Togo")."""
    has_partner = any(scene.tree.lower(p) == "with" for p in scene.tree.deps(scene.anchor, "prep"))
    where = (scene.tree.tokens[o] for o in scene.tree.led_by(scene.anchor, "in"))
    is_somewhere = any(o.entity[2:] in PLACES or o.lemma in _SEATS for o in where)
    if (has_partner or is_somewhere) and scene.index.is_over(verb, scene.anchor):
        return True
    return scene.clause.governor is None and scene.clause.preposition in _SETTING


_MAKING_AN_OCCASION = {"object": _is_made, "subject": _is_told}


def _is_only_described(scene: Scene, verb: int) -> bool:
    """Whether a verb that may be an occasion's tells only what the mechanism is or does ("the dialogue is a cornerstone", "runs counter to it"): without a
    time."""
    is_described = bool(scene.tree.deps(verb, "attr")) or scene.tree.lemma(verb) == "run"
    return is_described and scene.when is None


def _is_told_as_session(scene: Scene) -> bool:
    clause, verb = scene.clause, scene.clause.verb
    if verb is None:
        return clause.preposition in _BARE_SESSION or bool(clause.own)
    lemma = scene.tree.lemma(verb)
    if clause.relation == "object":
        return lemma in _CARRYING
    if clause.relation == "subject":
        led = done_by(scene.index, scene.anchor)  # "the commission is expected to [meet]"
        return _tells_of_a_session(scene, verb) or any(_tells_of_a_session(scene, v) for v in led)
    return clause.preposition in _SESSION or bool(clause.own)


def _tells_of_a_session(scene: Scene, verb: int) -> bool:
    lemma = scene.tree.lemma(verb)
    is_told = lemma in _HAVING_AS_SUBJECT and not _is_only_described(scene, verb)
    return is_told or (lemma in _CONDUCTING and scene.tree.is_passive(verb))
