"""Participants that the verb carrying an event names: "A held talks", "the meeting will be led by B", "C said at the summit"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook import PLACE
from memcon.coding.collectives import opened
from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import HANDING_OVER, agents, doing
from memcon.coding.events.clauses import measured
from memcon.coding.events.roles import Found, each, is_person, own_role, unless_away
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import is_called
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.labels import CLAUSES_OF_VERBS, FREE_CLAUSES
from memcon.domain.records import Role
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_CARRYING = values("carrying")
_DECIDING = words("deciding_on_an_act")
_ON_CONDITION = words("condition_marks")
_CALLING = words("calling_together")
_GATHERING = words("gathering_its_parties")
_CONDUCTING = values("conducting")
_BEFORE_AN_EVENT = values("attending_with_a_preposition")
_SPEAKING = words("speaking_at_an_event")
_INSIDE = words("leading_into_an_event")
_AFTER = words("leading_past_an_event")
_BEFORE = words("leading_to_what_is_ahead")
_COMPANY = words("leading_company")
_DISCUSSING = words("discussing")
_SAYING = words("saying")
_STANDING_AMONG = words("telling_where_somebody_stands")
_STANDING_BACK = words("standing_back")
_ANY = words("a")
_LEADING_A_DOER = words("leading_a_doer")
_WHOSE_VISIT = words("leading_in_a_traveller")
_DELEGATIONS = words("delegation")
_OFFICES = words("office_nouns")
_PART_IN_IT, _HEADING, _ENDING = words("part_in_it"), words("leading_a_delegation"), words("coming_to_its_end")
_COMPANY_IN_WORDS = frozenset(tuple(w.split()) for w in words("leading_company_in_words"))
_ON_THE_WAY = words("on_the_way") | words("going_to_a_place")
_FARTHEST_COMPANY = 25


@rule(
    yes=[
        "President Maria Soto held talks with Norway. → participant",
        "President Maria Soto will not attend the summit in Oslo. → absent",
        "President Maria Soto refused to attend the summit in Oslo. → declined",
        "Norway hosted a summit in Oslo. → host",
        "Norway called off talks with Chad. → participant",
        "President Maria Soto cut short a visit to Norway. → visitor",
        "The African Union called an emergency meeting for Friday. → participant",
    ],
    no=[
        "President Maria Soto welcomed the talks between Norway and Chad.",
        "Kenya postponed a visit by Prime Minister Kari Lund.",
        "President Maria Soto will not attend the summit unless the shelling stops.",
    ],
)
def carrying_subject(scene: Scene) -> Iterator[Found]:
    """The subject of the verb that has the event as object ("A held talks", "A will not attend the meeting")."""
    verb, role = scene.clause.verb, _carried_as(scene)
    if verb is None or role is None:
        return
    index = scene.index
    is_unmade = index.is_over(verb, scene.anchor)  # who does not call off a visit, makes it
    found = role if is_unmade else unless_away(index, verb, role)
    if found == "absent" and index.is_denied(scene.anchor):
        found = role  # "will not hold talks": there are none to be absent from
    clauses = (c for a in scene.tree.deps(verb, "advcl") for c in scene.tree.deps(a, "mark"))
    if found == "absent" and any(scene.tree.lower(c) in _ON_CONDITION for c in clauses):
        return  # "will not attend unless": whoever says so may come
    yield from each(found, doing(index, verb))


def _carried_as(scene: Scene) -> Role | None:
    """The role that the carrying verb gives its subject in the event that is its object."""
    tree, verb = scene.tree, scene.clause.verb
    if verb is None or scene.clause.relation != "object" or scene.clause.governor is not None:
        return None
    particles = (f"{tree.lemma(verb)} {tree.lower(c)}" for c in tree.deps(verb, "prt", "advmod"))  # "cut short"
    role = next((_CARRYING[p] for p in particles if p in _CARRYING), _CARRYING.get(tree.lemma(verb), "none"))
    role = "participant" if role == "none" and is_called(scene) else role
    is_anothers = scene.trigger.has("destination") and any(
        _leads_doer(scene, p) for p in tree.deps(scene.anchor, "prep")
    )
    if role == "none" or (role == "participant" and (_are_parties_complete(scene) or is_anothers)):
        return None  # "postponed the talks between A and B", "put off a visit by A"
    return own_role(scene) if role == "participant" else role


def _are_parties_complete(scene: Scene) -> bool:
    """Whether "between A and B" names all parties: who helps "resume talks between A and B" need not be one."""
    preps = (p for p in scene.tree.deps(scene.anchor, "prep") if scene.tree.lower(p) == "between")
    return any(len(mentions_from(scene.index, p + 1)) > 1 for p in preps)


@rule(
    yes=["President Maria Soto announced a withdrawal of troops from Chad. → subject"],
    no=["President Maria Soto announced the withdrawal of troops by Chad.", "President Maria Soto announced talks."],
)
def deciding(scene: Scene) -> Iterator[Found]:
    """Who announces or orders an act does it, where no one else is told to."""
    verb, done = scene.clause.verb, scene.trigger.meaning.done
    is_object = scene.clause.relation == "object" and scene.clause.governor is None
    if not scene.trigger.is_noun or not (done.acts or done.papers) or verb is None or not is_object:
        return
    is_others = any(
        mentions_from(scene.index, p + 1) for p in scene.tree.deps(scene.anchor, "prep") if _leads_doer(scene, p)
    )
    if scene.tree.lemma(verb) in _DECIDING and not is_others and not scene.tree.deps(scene.anchor, "poss"):
        yield from each(own_role(scene), doing(scene.index, verb))


def _leads_doer(scene: Scene, preposition: int) -> bool:
    return scene.tree.lower(preposition) in _LEADING_A_DOER


@rule(
    yes=[
        "The summit in Oslo will be led by President Maria Soto. → lead",
        "A conference on fish will be convened in Oslo by Norway and Chad on Monday. → participant",
    ],
    no=["The summit in Oslo was praised by President Maria Soto."],
)
def agent(scene: Scene) -> Iterator[Found]:
    """The agent of the passive over the event ("the meeting will be led by A")."""
    verb = scene.clause.verb
    if verb is not None and scene.clause.relation == "subject" and scene.tree.is_passive(verb):
        lemma = scene.tree.lemma(verb)
        role = _CONDUCTING.get(lemma) or (own_role(scene) if lemma in _CALLING else None)
        if role is not None:
            yield from each(role, agents(scene.index, verb))


@rule(
    yes=["The summit in Oslo brought together President Maria Soto and Chancellor Uwe Brandt. → participant"],
    no=["The summit in Oslo angered President Maria Soto."],
)
def brought_together(scene: Scene) -> Iterator[Found]:
    """The objects of a verb by which an event gathers its parties ("brought together A and B")."""
    verb = scene.clause.verb if scene.clause.relation == "subject" else None
    if verb is not None and scene.tree.lemma(verb) in _GATHERING:
        for o in scene.tree.deps(verb, "dobj"):
            yield from each("participant", mentions_around(scene.index, o))


@rule(
    yes=[
        "President Maria Soto led Norway's participation in a meeting with Chad on Monday. → lead",
        "President Maria Soto will lead the Norwegian delegation to the talks in Lima on Monday. → lead",
    ],
    no=["President Maria Soto praised Norway's participation in a meeting with Chad on Monday."],
)
def heading(scene: Scene) -> Iterator[Found]:
    """Who leads a side's part in it: "A led the delegation's participation in a meeting", "A led the delegation to it"."""
    verb, governor = scene.clause.verb, scene.clause.governor
    if verb is None or scene.clause.relation != "preposition":
        return
    objects = scene.tree.deps(verb, "dobj")
    is_part = governor in objects and scene.tree.lemma(governor) in _PART_IN_IT | _DELEGATIONS
    is_there = governor is None and any(scene.tree.lemma(o) in _DELEGATIONS for o in objects)
    if (is_part or is_there) and scene.tree.lemma(verb) in _HEADING and not scene.tree.is_passive(verb):
        yield from each("lead", doing(scene.index, verb))


@rule(
    yes=["President Maria Soto, ending a two-day visit to Norway, said that herring mattered. → visitor"],
    no=["President Maria Soto ended a two-day visit by King Haakon."],
)
def ending(scene: Scene) -> Iterator[Found]:
    """Who brings it to an end, told by a participle beside what is said: "A, ending a visit, said"."""
    verb = scene.clause.verb
    if verb is None or scene.clause.relation != "object" or scene.clause.governor is not None:
        return
    token = scene.tree.tokens[verb]
    is_aside = token.tag == "VBG" and token.dep in FREE_CLAUSES and scene.tree.lemma(verb) in _ENDING
    if is_aside and not scene.tree.deps(scene.anchor, "poss") and not _has_own_doer(scene):
        yield from each(own_role(scene), doing(scene.index, verb))


# --- behind a preposition ------------------------------------------------------------------------------------------------


def _place(scene: Scene) -> tuple[int, str, str | None] | None:
    """The carrying verb before a preposition, that preposition, and the role that the two are known to give."""
    clause = scene.clause
    if clause.verb is None or clause.relation != "preposition" or clause.preposition is None:
        return None
    word = clause.preposition.split(" ")[-1]
    over = clause.governor if clause.governor is not None else clause.verb
    known = (o for o in scene.tree.deps(over, "dobj") if f"{scene.tree.lemma(o)} {word}" in _BEFORE_AN_EVENT)
    lemma = scene.tree.lemma(next(known, over))
    return clause.verb, word, _BEFORE_AN_EVENT.get(f"{lemma} {word}")


@rule(
    yes=[
        "During a meeting in Oslo, President Maria Soto asked Chancellor Uwe Brandt to open the border. → participant",
        "President Maria Soto warned Chancellor Uwe Brandt during their meeting in Oslo. → participant",
    ],
    no=[
        "President Maria Soto took part in talks with Norway.",
        "President Maria Soto opened a school in talks about talks.",
    ],
)
def dealing_inside(scene: Scene) -> Iterator[Found]:
    """Who deals with whom "in a call" or "during a meeting": the subject, a person it does something to, and the agent of a passive."""
    place = _place(scene)
    if place is None or place[2] is not None or scene.clause.governor is not None:
        return
    verb, word, _ = place
    if word in _INSIDE and scene.trigger.has("dealing"):
        yield from each("participant", _dealing(scene.index, verb, is_theirs=_is_theirs(scene)))


def _is_theirs(scene: Scene) -> bool:
    """Whether the event is told as that of both ("warned B during their meeting")."""
    return any(scene.tree.lower(c) == "their" for c in scene.tree.deps(scene.anchor, "poss"))


def _dealing(index: TextIndex, verb: int, *, is_theirs: bool) -> list[Mention]:
    tree = index.tree
    by = [m for p in tree.deps(verb, "agent") for m in mentions_from(index, p + 1)]
    objects = [m for o in tree.deps(verb, "dobj", "dative") for m in mentions_around(index, o) if is_person(index, m)]
    is_told = is_theirs or bool(tree.deps(verb, "ccomp", "xcomp", "agent"))
    has_addressee = bool(by or objects) and is_told
    if not has_addressee or (tree.is_passive(verb) and not by):
        return []
    return [*(m for m in doing(index, verb) if _can_attend(index, m)), *by, *objects]


@rule(
    yes=[
        "President Maria Soto hosted Chancellor Uwe Brandt for talks in Oslo. → participant",
        "Norway invited Chancellor Uwe Brandt for a visit. → visitor",
    ],
    no=["President Maria Soto thanked Chancellor Uwe Brandt for talks in Oslo."],
)
def hosted(scene: Scene) -> Iterator[Found]:
    """Whom a host receives for the event, and whom one joins for it."""
    place, role = _place(scene), _attended_as(scene)
    if place is None or role is None:
        return
    governing = scene.clause.governor if scene.clause.governor is not None else place[0]
    if role == "host" or scene.tree.lemma(governing) == "join":
        for o in scene.tree.objects(place[0]):
            yield from each(own_role(scene), mentions_around(scene.index, o))


@rule(
    yes=[
        "President Maria Soto participated in talks in Oslo. → participant",
        "President Maria Soto said at a summit in Oslo that prices would fall. → participant",
        "NATO defense ministers discussed the budget at a meeting in Oslo on Monday. → participant",
        "President Maria Soto pulled out of the talks in Oslo. → absent",
        "President Maria Soto abandoned plans for a visit to Norway. → visitor",
        "President Maria Soto and Chancellor Uwe Brandt shook hands during a summit in Oslo. → participant",
        "On a visit to Norway, President Maria Soto embraced Chancellor Uwe Brandt. → visitor",
        "President Maria Soto spoke ahead of a meeting with Chancellor Uwe Brandt. → participant",
        "President Maria Soto chose to leave Chad during a conversation with Chancellor Uwe Brandt. → participant",
        "President Maria Soto was in Lima for talks with Chancellor Uwe Brandt. → participant",
        "President Maria Soto landed in Lima for talks with Chancellor Uwe Brandt. → participant",
        "President Maria Soto travelled to Lima for talks with Chancellor Uwe Brandt. → participant",
        "President Maria Soto called for talks with Chad. → participant",
        "President Maria Soto looks forward to the meeting with Chancellor Uwe Brandt in Rome. → participant",
        "In a joint statement Norway and Chad condemned the attack. → participant",
        "President Maria Soto hung up on Chancellor Uwe Brandt during a heated call. → participant",
        "President Maria Soto hailed the deal at a joint news conference with Chancellor Uwe Brandt. → participant",
        "During last month's visit to Norway, President Maria Soto offered an apology. → visitor",
        "Norwegian and Chadian envoys left Lima on Monday after three days of talks without a deal. → participant",
        "Norway welcomed the opportunity for the African Union to plan a common approach to fishing at next week's meeting. → participant",
        "In a session held in Lima on Sunday, the heads of state of the Andean Community kept the embargo on Chad. → participant",
        "Arab foreign ministers condemned the attack at an emergency meeting in Oslo on Monday. → participant",
    ],
    no=[
        "Some senior ministers discussed the budget at a meeting in Oslo on Monday.",
        "President Maria Soto was accused during talks with Peru.",
        "President Maria Soto thanked Chancellor Uwe Brandt for talks with Peru.",
        "President Maria Soto extended an invitation for talks to Norway.",
        "President Maria Soto called for talks between Norway and Chad.",
        "During Chancellor Uwe Brandt's visit, President Maria Soto and Minister Rita Lang signed an agreement.",
        "Norway and Peru will sign a pact during the visit of the Peruvian foreign minister.",
        "Norway and Peru signed a pact during a visit to Lima by Foreign Minister Anna Lind.",
        "Norway's foreign ministry spoke of fish after the meeting between President Maria Soto and Chancellor Uwe Brandt.",
        "President Maria Soto met Chancellor Uwe Brandt. After their meeting, Norway's foreign ministry said that it was good.",
        "After Chancellor Uwe Brandt's meeting with Minister Rita Lang, President Maria Soto said that she was content.",
        "President Maria Soto began preparations for a visit to Norway by Chancellor Uwe Brandt.",
        "Presidents Maria Soto and Uwe Brandt discussed preparations for the Nordic Security Dialogue.",
        "Norway left the pact after three days of talks.",
        "Norway and Chad left the pact after talks in Lima.",
        "At a meeting between Norway and Chad, African Union officials served coffee.",
        "Presidents Maria Soto and Uwe Brandt discussed how they can support a good outcome at the summit in Lima.",
    ],
)
def attending(scene: Scene) -> Iterator[Found]:
    """The subject of a verb before a preposition: "A took part in the talks", "A said at a press conference"."""
    place, role = _place(scene), _attended_as(scene)
    is_led = scene.clause.governor is not None
    if place is None or role is None or _is_only_discussed(scene, place[0]) or _is_of_its_visitor(scene):
        return
    if not (is_led and (_has_own_doer(scene) or _is_topic(scene, place[0]))):
        told = (o for m in doing(scene.index, place[0]) for o in opened(scene.index, m))
        yield from each(role, (m for m in told if _can_attend(scene.index, m)))


def _is_of_its_visitor(scene: Scene) -> bool:
    """Whether "of" or "by" tells whose visit it is: who signs a pact "during the visit of A" travels nowhere."""
    tree, index = scene.tree, scene.index
    return scene.trigger.has("destination") and any(
        tree.lemma(o) in _OFFICES or any(is_person(index, m) for m in mentions_around(index, o))
        for o in tree.led_by(scene.anchor, *_WHOSE_VISIT)
    )


def _is_only_discussed(scene: Scene, verb: int) -> bool:
    """Whether the verb tells of what somebody discusses doing ("discussed how they can support an outcome at the summit")."""
    tree, i = scene.tree, verb
    while tree.tokens[i].dep in CLAUSES_OF_VERBS and tree.tokens[i].head != i:
        above = tree.tokens[i].head
        if tree.tokens[i].dep == "ccomp" and tree.lemma(above) in _DISCUSSING:
            return True
        i = above
    return False


def _is_topic(scene: Scene, verb: int) -> bool:
    """Whether what leads to the event is what somebody discusses: who talks of "preparations for the dialogue" need not take part."""
    return scene.trigger.is_channel and scene.tree.lemma(verb) in _DISCUSSING


def _speaks_for_them(scene: Scene, verb: int) -> bool:
    """Whether a body tells of what others did: "the ministry said after the meeting between A and B", "after their meeting the ministry said"."""
    are_others = _are_parties_complete(scene) or (_is_theirs(scene) and not scene.trigger.has("vehicle"))
    who = [a for m in doing(scene.index, verb) for a in scene.index.actors_of(m)]
    return are_others and len(who) == 1 and who[0].kind == "organization"


def _has_own_doer(scene: Scene) -> bool:
    """Whether "by" tells whose event it is: who prepares "for a visit by A" is no visitor."""
    return any(
        scene.tree.lower(p) == "by" and mentions_from(scene.index, p + 1) for p in scene.tree.deps(scene.anchor, "prep")
    )


def _attended_as(scene: Scene) -> Role | None:
    """The role of the subject of a verb before a preposition: what verb and preposition give, else that of a party where it speaks there, is one of
    several persons, or means to take part."""
    place = _place(scene)
    if place is None:
        return None
    verb, word, known = place
    role: str | None = known
    if role == "none" and _is_intended(scene, verb):
        return own_role(scene)
    if role is None and (_is_party_there(scene, verb, word) or _is_intended(scene, verb)):
        role = "participant"
    if role is None or role == "none":
        return None
    return unless_away(scene.index, verb, own_role(scene) if role == "participant" else role)


def _is_party_there(scene: Scene, verb: int, word: str) -> bool:
    """Whether the subject speaks at the event or right after it, or several persons do something there."""
    if scene.clause.governor is not None or _are_told_beside_it(scene) or _speaks_for_them(scene, verb):
        return False
    if word == "on" and scene.trigger.has("destination"):
        return scene.anchor < verb or (scene.tree.lemma(verb) in _SAYING and _is_any(scene))
    if scene.clause.preposition == "forward to":
        return scene.tree.lemma(verb) == "look" and _has_partner(scene)
    if _is_with_a_partner(scene, verb, word) or (word == "in" and scene.trigger.has("vehicle")):
        return True
    if scene.trigger.kind == "call" and word in _INSIDE and not _are_parties_complete(scene):
        return True  # whoever does something "during a call" is on it
    if word == "during" and scene.trigger.has("destination") and _is_at_its_time(scene):
        return True
    if word in _AFTER and _is_long(scene) and _are_several(scene.index, verb):
        return True  # "the envoys of A and B left after three days of talks"
    is_around = (word in _AFTER or _is_before_a_partner(scene)) and scene.trigger.has("speaking")
    is_speaking = scene.tree.lemma(verb) in _SPEAKING and (word in _INSIDE or is_around)
    is_inside = word in _INSIDE and not scene.tree.is_passive(verb)
    return is_speaking or (is_inside and (_is_pair_of_persons(scene.index, verb) or _is_what_a_group_did(scene, verb)))


def _is_any(scene: Scene) -> bool:
    """Whether it is "a" visit, on which somebody says something; of "the visit" they may only speak."""
    return any(scene.tree.lower(c) in _ANY for c in scene.tree.deps(scene.anchor, "det"))


def _is_at_its_time(scene: Scene) -> bool:
    """Whether the visit that the sentence opens with is told by its time alone ("during last month's visit to A, B said"): it is that of the subject."""
    own_times = (c in scene.index.timex_at for c in scene.tree.deps(scene.anchor, "poss"))
    return _opens_its_sentence(scene) and any(own_times)


def _opens_its_sentence(scene: Scene) -> bool:
    """Whether the sentence begins with the phrase of the event ("At a meeting in Oslo, …")."""
    return scene.index.sentence(scene.anchor).first == scene.tree.first(scene.tree.tokens[scene.anchor].head)


def _is_what_a_group_did(scene: Scene, verb: int) -> bool:
    """Whether the sentence opens with the meeting, and several who are told as one do what it goes on to tell ("In a session held in Lima, the heads of state …")."""
    who = (a for m in doing(scene.index, verb) for a in scene.index.actors_of(m))
    are_several = any(a.kind == "group" for a in who)
    is_session = scene.trigger.has("session") or scene.trigger.kind == "summit"
    return is_session and are_several and _opens_its_sentence(scene) and not _are_parties_complete(scene)


def _are_told_beside_it(scene: Scene) -> bool:
    """Whether the noun's own words tell who takes part: "after A's meeting with B", "during A's visit"."""
    owners = [c for c in scene.tree.deps(scene.anchor, "poss") if c not in scene.index.timex_at]
    return bool(owners) and (_has_partner(scene) or scene.trigger.has("destination"))


def _is_with_a_partner(scene: Scene, verb: int, word: str) -> bool:
    """Whether it is told of "during a conversation with B", "after talks with B" or "is in Lima for talks with B": the subject is the other side."""
    tree = scene.tree
    is_of_both = scene.trigger.has("dealing") or scene.trigger.kind == "press_conference"
    if not is_of_both or not _has_partner(scene) or tree.deps(scene.anchor, "poss"):
        return False
    is_there = word == "for" and (tree.lemma(verb) == "be" or tree.lemma(verb) in _ON_THE_WAY)
    return not tree.is_passive(verb) and (word in _INSIDE or word in _AFTER or is_there)


def _has_partner(scene: Scene) -> bool:
    return any(scene.tree.lower(p) == "with" for p in scene.tree.deps(scene.anchor, "prep"))


def _is_before_a_partner(scene: Scene) -> bool:
    """Whether it is told of "ahead of a meeting with B": who speaks there is the other side."""
    return scene.clause.preposition in _BEFORE and _has_partner(scene)


def _is_intended(scene: Scene, verb: int) -> bool:
    """Whether the subject of the verb means to take part itself: "abandoned plans for a visit", "is open to talks"; not where the parties are
    all named, nor where an invitation is handed to others."""
    governor = scene.clause.governor
    if governor is None and _has_partner(scene) and scene.index.is_over(verb, scene.anchor):
        # "called for talks with B"
        return scene.trigger.has("dealing") and not (scene.tree.is_passive(verb) or scene.tree.deps(verb, "dobj"))
    if governor is None or not scene.index.is_over(governor, scene.anchor):
        return False
    is_own = scene.tree.tokens[governor].dep in {"dobj", "acomp"} and scene.tree.lemma(verb) not in HANDING_OVER
    return is_own and not _are_parties_complete(scene)


def _is_long(scene: Scene) -> bool:
    """Whether it is told how long they talked: "three days of talks"."""
    return scene.trigger.has("dealing") and measured(scene.tree, scene.anchor) != scene.anchor


def _are_several(index: TextIndex, verb: int) -> bool:
    """Whether two or more do it."""
    who = {a for m in doing(index, verb) for o in opened(index, m) for a in o.actors}
    return len(who) > 1 and not index.tree.is_passive(verb)


def _is_pair_of_persons(index: TextIndex, verb: int) -> bool:
    """Whether two or more persons do it: "A and B shook hands during the summit"."""
    people = [a for m in doing(index, verb) for a in index.actors_of(m) if a.kind == "person"]
    return len(people) > 1


def _can_attend(index: TextIndex, mention: Mention) -> bool:
    """Whether a mention is of actors that are known, and none a group that is told neither a country nor a body ("EU ministers")."""
    actors = index.actors_of(mention)
    before = (index.tokens[i] for i in index.inside(mention.span) if i != mention.head_token)
    behind = (word for a in actors for word in a.name.split()[1:])
    is_named = any(t.pos == "PROPN" or t.entity for t in before) or any(word[:1].isupper() for word in behind)
    are_vague = any(a.kind == "group" and not a.country for a in actors) and not is_named
    return len(actors) == len(mention.actors) and not are_vague


# --- with whom -----------------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "President Maria Soto held talks on Monday with Chancellor Uwe Brandt. → participant",
        "President Maria Soto will visit Norway together with Chancellor Uwe Brandt. → visitor",
    ],
    no=[
        "President Maria Soto received Chancellor Uwe Brandt with the media.",
        "Norway praised talks with Chad.",
        "Norway held talks on Monday, with Chad saying that they were useless.",
        "Norway provided aid to Peru on Monday, with Chad among the other givers.",
        "Norway imposed a naval embargo on Peru on Monday, with China and Russia abstaining.",
        "President Maria Soto, who visited Norway in May, called Chancellor Uwe Brandt together with the leaders of Chad and Togo. → visitor",
    ],
)
def company(scene: Scene) -> Iterator[Found]:
    """Who does it with the subject, on the carrying verb: "held talks with B", "will visit together with C", "accompanied by D"."""
    verb, tree = scene.clause.verb, scene.tree
    if verb is None or not _takes_company(scene):
        return
    frame = scene.trigger.frame
    is_path = frame is not None and frame.roles.get("between") == PLACE  # "shuttled between Lima and Oslo"
    for v in scene.verbs[:2]:
        for p in (p for p in tree.deps(v, "prep") if not opens_aside(scene, p)):
            if tree.lower(p) in _COMPANY or (tree.lower(p) == "between" and v == verb and not is_path):
                yield from each(own_role(scene), mentions_from(scene.index, p + 1))
    for i in range(verb, min(scene.index.sentence(verb).last - 1, verb + _FARTHEST_COMPANY)):
        is_its = verb in tree.above(i) or verb in tree.above(
            i + 1
        )  # not of a verb over it ("A, who was in Oslo, called B together with C")
        if is_its and (tree.lower(i), tree.lower(i + 1)) in _COMPANY_IN_WORDS:
            yield from each(own_role(scene), mentions_from(scene.index, i + 2))
            return


def opens_aside(scene: Scene, preposition: int) -> bool:
    """Whether a preposition only brings in who says something of it or does not do it too ("with officials saying it was for safety", "with Peru
    abstaining"), or behind a comma how it stands with others ("…, with Peru among the givers")."""
    tree = scene.tree
    last = [max(tree.coordinated(o)) for o in tree.deps(preposition, "pobj")]
    if preposition > 0 and tree.tokens[preposition - 1].text == "," and any(_is_placed(scene, o) for o in last):
        return True
    behind = [v for o in tree.deps(preposition, "pobj") for v in tree.deps(o, "acl")]
    return any(
        tree.tokens[v].tag == "VBG" and tree.lemma(v) in _SAYING | _STANDING_BACK
        for v in (*behind, *tree.deps(preposition, "pcomp"))
    )


def _is_placed(scene: Scene, i: int) -> bool:
    """Whether what stands right behind a name tells where it stands or what it is now."""
    behind = i + 1
    return behind < scene.index.sentence(i).last and scene.tree.lower(behind) in _STANDING_AMONG


def _takes_company(scene: Scene) -> bool:
    """Whether who stands with the subject is a party as it is: the event is the verb, its subject, or an object that gives its subject a role."""
    if scene.trigger.frame is not None:
        return scene.trigger.frame.roles.get("subject") != "host"
    return scene.clause.relation == "subject" or _carried_as(scene) is not None
