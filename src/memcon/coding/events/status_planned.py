"""Rules for what may or will come: supposed, proposed, expected, scheduled."""

from __future__ import annotations

from memcon.coding.events.reference import is_known
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_coming import COMING, PROMISED, is_said_to_come
from memcon.coding.events.status_evidence import (
    Finding,
    asked,
    by_operator,
    carriers,
    given_by,
    is_called,
    is_not_over,
    is_past,
    is_plain,
    is_scene_of,
    last_word,
    operators,
)
from memcon.domain.labels import ADJUNCT_CLAUSES, PRESENT_FORMS
from memcon.domain.rules import rule
from memcon.lexicon import words

_AT_AN_OCCASION = words("leading_into_an_event")
_COMING = words("implicative") | words("going_to_a_place")
_CALLING = words("calling_together")
_TO_WHAT_ONE_IS_INVITED = words("leading_to_what_one_is_invited_to")
_BEGINNING = words("event_beginning")
_BY_TIME = words("before") | {"when"}
_MAKING_CONDITIONAL = words("making_conditional")


@rule(
    yes=["Officials debated what message President Maria Soto will deliver to Kenya. → speculated"],
    no=["President Maria Soto, who will deliver a message to Kenya, spoke in Lima."],
)
def _asked_about(scene: Scene) -> Finding | None:
    """An indirect question asks for one of its parts."""
    question = asked(scene.index, scene.anchor) if scene.trigger.is_verb else None
    return Finding("speculated", question) if question is not None else None


@rule(
    yes=[
        "Kenya and Uganda may meet in Geneva. → speculated",
        "If Kenya and Uganda hold a summit in Geneva, it will be their third. → speculated",
        "Will President Maria Soto meet Chancellor Uwe Brandt? → speculated",
        "The spokesman declined to comment on a possible meeting between President Maria Soto and Chancellor Uwe Brandt. → speculated",
    ],
    no=["Kenya and Uganda met in Geneva, where it may rain."],
)
def _supposed(scene: Scene) -> Finding | None:
    """May, might, could; if; speculation, possibility; "a possible meeting"; a question."""
    return given_by(scene, "possibility", "condition", "question")


@rule(
    yes=["President Maria Soto accepted an invitation to visit Germany. → scheduled"],
    no=["President Maria Soto received an invitation to visit Germany."],
)
def _accepted(scene: Scene) -> Finding | None:
    """Proposed, and taken up: agreed."""
    proposal = by_operator(scene, "proposal")
    if proposal is None or scene.index.tokens[proposal.token].pos != "NOUN":
        return None
    taken_up = scene.index.factuality(proposal.token).operator("arrangement")
    if taken_up is None or scene.index.tokens[taken_up.token].pos != "VERB":
        return None
    return Finding("scheduled", taken_up.token)


@rule(
    yes=[
        "President Maria Soto proposed a meeting with Chancellor Uwe Brandt. → proposed",
        "Kenya tried to arrange a meeting with Uganda. → proposed",
        "Kenya and Uganda ought to hold talks, the African Union said. → proposed",
    ],
    no=["There are no calls for talks between Kenya and Uganda."],
)
def _proposed(scene: Scene) -> Finding | None:
    """Proposed, offered, sought, invited to; a proposal, an offer, an invitation; what must or should be."""
    return given_by(scene, "proposal", "attempt", "obligation")


@rule(
    yes=[
        "Kenya invited President Maria Soto for a visit. → proposed",
        "President Maria Soto was invited to a summit of Kenya and Uganda. → proposed",
        "Kenya invited President Maria Soto to the Nordic Summit, which Peru will host in May. → scheduled",
    ],
    no=["Kenya invited President Maria Soto during a visit to Germany."],
)
def _invited_to(scene: Scene) -> Finding | None:
    """Somebody was invited for it, or to it; what many are known to come to is arranged."""
    verb, clause = scene.clause.verb, scene.clause
    if verb is None or clause.governor is not None:
        return None
    is_asked = scene.tree.lemma(verb) == "invite" and clause.preposition in _TO_WHAT_ONE_IS_INVITED
    if not is_asked or scene.index.is_denied(verb):
        return None
    is_arranged = scene.trigger.is_channel and scene.trigger.has("assembly")
    return Finding("scheduled" if is_arranged else "proposed", verb)


@rule(
    yes=[
        "The envoys are working to schedule a meeting between President Maria Soto and Chancellor Uwe Brandt. → expected"
    ],
    no=["The envoys have scheduled a meeting between President Maria Soto and Chancellor Uwe Brandt."],
)
def _meant_to_be_arranged(scene: Scene) -> Finding | None:
    """The arrangement is itself only a purpose."""
    purpose = by_operator(scene, "purpose")
    if purpose is None or by_operator(scene, "arrangement") is None or scene.index.is_denied(scene.anchor):
        return None
    return Finding("expected", purpose.token)


@rule(
    yes=[
        "Kenya and Uganda are expected to meet in Geneva. → expected",
        "Kenya and Uganda plan to hold talks in Geneva. → expected",
        "President Maria Soto and Minister Rita Lang have plans to travel to Peru. → expected",
    ],
    no=[
        "There are no plans for a meeting between Kenya and Uganda.",
        "President Maria Soto will attend a summit in Geneva, where trade is expected to be discussed.",
    ],
)
def _expected(scene: Scene) -> Finding | None:
    """Expected, planned, likely; a plan for."""
    return given_by(scene, "expectation")


@rule(
    yes=[
        "President Maria Soto will speak at the summit of Kenya and Uganda. → scheduled",
        "The leaders are expected to endorse the plan at the summit of Kenya and Uganda. → scheduled",
    ],
    no=[
        "President Maria Soto spoke at the summit of Kenya and Uganda.",
        "The leaders were expected to endorse the plan at the summit of Kenya and Uganda.",
        "The leaders are expected to endorse the plan at a summit of Kenya and Uganda.",
    ],
)
def _scene_of_a_plan(scene: Scene) -> Finding | None:
    """Others will do something there, or are expected to where many are known to come together."""
    verb, clause, tree = scene.clause.verb, scene.clause, scene.tree
    is_there = clause.relation == "preposition" and last_word(clause) in _AT_AN_OCCASION
    if verb is None or not is_there:
        return None
    will = scene.index.factuality(verb).operator("arrangement") if is_scene_of(scene) else None
    if will is not None or not (is_known(scene) and scene.trigger.has("assembly") and is_plain(scene)):
        return Finding("scheduled", will.token) if will is not None else None
    expected = scene.index.factuality(verb).operator("expectation")
    is_now = expected is not None and tree.tense(expected.token) == "present"
    return Finding("scheduled", expected.token) if expected is not None and is_now else None


@rule(
    yes=[
        "Kenya and Uganda will hold talks in Geneva on Friday. → scheduled",
        "Kenya and Uganda agreed to hold a further round of talks in Geneva. → scheduled",
        "Kenya and Uganda are due to meet in Geneva next week. → scheduled",
        "Kenya and Uganda will meet in Geneva if the truce holds. → expected",
        "The palace announced that President Maria Soto would visit Germany. → scheduled",
        "The palace knew that President Maria Soto would visit Germany. → expected",
    ],
    no=["Kenya and Uganda never agreed to hold talks."],
)
def _arranged(scene: Scene) -> Finding | None:
    """Will, set to, due to, is to, scheduled for; a headline's "to meet". With "when" or "if", only expected; so is what
    "would" be without a day, where nobody said so: "she would travel on" alone may be a guess."""
    found = by_operator(scene, "arrangement")
    if found is None or scene.index.is_denied(scene.anchor):
        return None
    is_willing = scene.tree.lower(found.token) == "would" and scene.when is None
    is_open = (is_willing and not is_said_to_come(scene, found.token)) or _is_conditional(scene)
    return Finding("expected" if is_open else "scheduled", found.token)


def _is_conditional(scene: Scene) -> bool:
    """Whether a clause tells on what it depends."""
    clauses = (a for verb in carriers(scene) for a in scene.tree.deps(verb, "advcl"))
    return any(scene.tree.lower(word) in _MAKING_CONDITIONAL for a in clauses for word in scene.tree.children[a])


@rule(
    yes=["President Maria Soto flew in to meet Chancellor Uwe Brandt. → expected"],
    no=["President Maria Soto managed to meet Chancellor Uwe Brandt."],
)
def _intended(scene: Scene) -> Finding | None:
    """The infinitive of a verb that only intends; "managed to" is past."""
    return given_by(scene, "purpose")


@rule(
    yes=["Kenya has convened a meeting with Uganda for Friday. → scheduled"],
    no=["Kenya has convened a meeting with Uganda."],
)
def _called_for_a_day(scene: Scene) -> Finding | None:
    """Convened, called or set "for" a time: that is when it will be."""
    verb = scene.clause.verb
    if verb is None or not scene.clause.is_argument or scene.tree.lemma(verb) not in _CALLING:
        return None
    led = scene.tree.led_by(verb, "for")
    beside = scene.tree.led_by(scene.anchor, "for")
    has_day = any(o in scene.index.timex_at for o in (*led, *beside))
    is_told = has_day or is_called(scene)
    return Finding("scheduled", verb) if is_told and not scene.index.factuality(verb).is_negative else None


SUPPOSED = (
    *COMING,
    _asked_about,
    _supposed,
    _accepted,
    _proposed,
    _invited_to,
    _meant_to_be_arranged,
    *PROMISED,
    _expected,
)
"""What is possible, then what is wanted, then what is likely."""


@rule(
    yes=[
        "President Maria Soto will be heard on Friday when Norway hosts a summit of Kenya and Uganda. → scheduled",
        "President Maria Soto will hold a feast before the two premiers sign a treaty on Friday. → scheduled",
    ],
    no=[
        "President Maria Soto was heard when Norway hosted a summit of Kenya and Uganda.",
        "President Maria Soto will resign if the two premiers sign a treaty on Friday.",
    ],
)
def _at_a_time_to_come(scene: Scene) -> Finding | None:
    """A clause with "when", "before" or "after" in the present, under what will be."""
    tree, verb = scene.tree, scene.clause.verb
    if verb is None or scene.clause.relation == "preposition" or tree.tokens[verb].tag not in PRESENT_FORMS:
        return None
    is_when = any(tree.lower(c) in _BY_TIME for c in tree.deps(verb, "advmod", "mark"))
    will = scene.index.factuality(tree.tokens[verb].head).operator("arrangement") if is_when else None
    is_clause = tree.tokens[verb].dep in ADJUNCT_CLAUSES and not scene.index.is_denied(verb)
    return Finding("scheduled", will.token) if will is not None and is_clause else None


@rule(
    yes=["The premier spoke of talks beginning today in Geneva between Kenya and Uganda. → scheduled"],
    no=["The premier spoke of talks between Kenya and Uganda beginning in 2019."],
)
def _beginning_on_a_day(scene: Scene) -> Finding | None:
    """A participle tells that it begins on a day that is not over."""
    begins = (v for v in scene.clause.own if scene.tree.tokens[v].tag == "VBG" and scene.tree.lemma(v) in _BEGINNING)
    verb = next(begins, None)
    if verb is None or not is_not_over(scene) or by_operator(scene, "possibility", "negation") is not None:
        return None
    return Finding("scheduled", verb)


PLANNED = (_at_a_time_to_come, _beginning_on_a_day, _scene_of_a_plan, _called_for_a_day, _arranged)
"""What is told for certain to come."""


@rule(
    yes=["President Maria Soto came to see Chancellor Uwe Brandt on 3 May. → held"],
    no=[
        "President Maria Soto came to see Chancellor Uwe Brandt.",
        "President Maria Soto saved up to see Chancellor Uwe Brandt on 3 May.",
    ],
)
def _came_to_do(scene: Scene) -> Finding | None:
    """Somebody came for it, on a day that is over."""
    purpose = by_operator(scene, "purpose")
    if purpose is None or purpose.token != scene.anchor or scene.when is None or scene.published is None:
        return None
    verb = scene.tree.tokens[scene.anchor].head
    is_over = scene.when.end < scene.published.start
    is_way = scene.tree.lemma(verb) in _COMING and is_past(scene.index, verb) and {*operators(scene)} == {purpose}
    return Finding("held", verb) if is_over and is_way else None


INTENDED = (_came_to_do, _intended)
"""What is only meant."""
