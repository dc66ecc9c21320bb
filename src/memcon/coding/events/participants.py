"""Who takes part in an event, and how: from the noun phrase, the carrying verb, and the verb's own arguments.

Each collector is a pure function from a scene to the participants that one construction gives; `COLLECTORS` lists them in
the order of trust, and of two roles for one actor the more telling one stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from memcon.codebook import PREPOSITIONS
from memcon.coding.events.clauses import Clause, verbs_of
from memcon.coding.events.triggers import Trigger, objects_of, prepositions_of
from memcon.coding.lexicon import load_lexicon
from memcon.coding.syntax import HANDING_OVER, Syntax
from memcon.domain.actors import Mention
from memcon.domain.records import Participant, Role

ROLE_STRENGTH: tuple[Role, ...] = (
    "participant", "subject", "observer", "mediator", "visitor", "host", "lead", "declined", "absent",
)  # fmt: skip
"""The roles from the least to the most telling: of two for one actor the later one stays."""

_SUBJECT_ROLE: dict[str, Role] = {
    "visit": "visitor",
    "test": "subject",
    "sanction": "subject",
    "aid": "subject",
    "protest": "subject",
}
"""The role of whoever an event noun is said to be whose ("Trump's visit"), by family; `participant` elsewhere."""

_COMING: frozenset[Role] = frozenset({"participant", "lead", "visitor"})
"""Roles that whoever does not come has not."""

_COMPANY = frozenset({"with", "alongside", "accompanied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A trigger in its clause."""

    syntax: Syntax
    trigger: Trigger
    clause: Clause

    @property
    def own_role(self) -> Role:
        return _SUBJECT_ROLE.get(self.trigger.family, "participant")


Found = tuple[Role, list[Mention]]


def collect_participants(scene: Scene) -> tuple[Participant, ...]:
    """The participants that the words around a trigger give, each once, in text order."""
    found = (
        participant
        for collector in COLLECTORS
        for role, mentions in collector(scene)
        for participant in _participants(scene.syntax, role, [m for m in mentions if _is_party(scene, m)])
    )
    return tuple(sorted(strongest(found), key=lambda p: p.span))


def strongest(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each actor once, in the most telling of its roles; of equal ones the first stands."""
    best: dict[str, Participant] = {}
    for p in participants:
        known = best.get(p.actor)
        if known is None or ROLE_STRENGTH.index(p.role) > ROLE_STRENGTH.index(known.role):
            best[p.actor] = p
    return tuple(best.values())


def _is_party(scene: Scene, mention: Mention) -> bool:
    return not _is_in_name(scene, mention) and not _is_named_next(scene.syntax, mention)


def _is_named_next(syntax: Syntax, mention: Mention) -> bool:
    """Whether a "counterpart" is named right behind it ("his Danish counterpart, Minister Holm"): one person, not two."""
    inside = syntax.inside(mention.span)
    if not inside or syntax.lemma(inside[-1]) != "counterpart":
        return False
    behind = inside[-1] + 1
    if behind < len(syntax.tokens) and syntax.tokens[behind].text == ",":
        behind += 1
    following = syntax.mention_at.get(behind)
    return following is not None and following is not mention


def _is_in_name(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is part of the session's own name ("the APEC Leaders' Meeting")."""
    inside = scene.syntax.inside(mention.span)
    return scene.trigger.form == "channel" and any(scene.trigger.first <= i <= scene.trigger.last for i in inside)


def _participants(syntax: Syntax, role: Role, mentions: Iterable[Mention]) -> Iterator[Participant]:
    for mention in mentions:
        for actor in mention.actors:
            known = syntax.annotation.actor_by_id.get(actor)
            full = known.office if known is not None else None
            stated = mention.office if len(mention.actors) == 1 else None
            office = full if stated is None or (full is not None and stated in full) else stated
            yield Participant(actor=actor, role=role, span=mention.span, office=office)


# --- collectors --------------------------------------------------------------------------------------------------------


def _inside(scene: Scene) -> Iterator[Found]:
    """Prepositions in the noun phrase: "talks between A and B", "a visit by A"."""
    if scene.trigger.form == "verb":
        return
    roles: dict[str, Role] = load_lexicon("carriers")["inside"].get(scene.trigger.family, {})
    syntax = scene.syntax
    seen = set()
    behind = scene.trigger.last + 1
    direct = (
        [behind]
        if behind < len(syntax.tokens) and syntax.lower(behind) in {"between", "with", "by", "involving"}
        else []
    )
    for p in (*syntax.deps(scene.trigger.anchor, "prep", "agent", "acl"), *direct):
        role = roles.get(syntax.lower(p))
        if role is not None and p not in seen:
            seen.add(p)
            yield role, syntax.mentions_from(p + 1)


def _owner(scene: Scene) -> Iterator[Found]:
    """The possessor of the event noun: "Kim's visit", "their talks"."""
    if scene.trigger.form == "verb":
        return
    for c in scene.syntax.deps(scene.trigger.anchor, "poss"):
        if c not in scene.syntax.timex_at:
            yield scene.own_role, scene.syntax.mentions_around(c)


def _pair(scene: Scene) -> Iterator[Found]:
    """Names joined by a dash before the noun: "U.S.-China talks", "the Soto-Brandt summit"."""
    if scene.trigger.form == "verb":
        return
    syntax = scene.syntax
    i = scene.trigger.first - 1
    while (
        i > 0
        and syntax.tokens[i].sentence == syntax.tokens[scene.trigger.anchor].sentence
        and i > scene.trigger.first - 8
    ):
        if syntax.tokens[i].text in {"-", "–", "—", "/"} and i - 1 in syntax.mention_at and i + 1 in syntax.mention_at:
            left, right = syntax.mention_at[i - 1], syntax.mention_at[i + 1]
            if left is not right:
                yield scene.own_role, [left, right]
        i -= 1


def _describing(scene: Scene) -> Iterator[Found]:
    """Participles on the noun: "talks led by A", "a meeting attended by B"."""
    agents: dict[str, Role] = load_lexicon("carriers")["agent"]
    verbs = list(scene.clause.own)
    if scene.clause.verb is not None and scene.clause.relation in {"object", "subject"}:
        # a participle behind a comma that the parser hung on the carrying verb ("held talks, led by A")
        behind = scene.syntax.deps(scene.clause.verb, "advcl", "acl")
        verbs += [v for v in behind if v > scene.trigger.anchor and scene.syntax.tokens[v].tag == "VBN"]
    for verb in verbs:
        role = agents.get(scene.syntax.lemma(verb))
        if role is not None:
            yield role, scene.syntax.agents(verb)


def _carrying_subject(scene: Scene) -> Iterator[Found]:
    """The subject of the verb that has the event as object ("A held talks", "A will not attend the meeting")."""
    syntax, verb = scene.syntax, scene.clause.verb
    if verb is None or scene.clause.relation != "object" or scene.clause.governor is not None:
        return
    carriers = load_lexicon("carriers")["object"]
    particles = [syntax.lower(c) for c in syntax.deps(verb, "prt")]
    role = next(
        (carriers[k] for p in particles if (k := f"{syntax.lemma(verb)} {p}") in carriers),
        carriers.get(syntax.lemma(verb)),
    )
    if role in {None, "none"}:
        return
    if role == "participant":
        if _are_parties_complete(scene):
            return
        role = scene.own_role
    is_unmade = syntax.is_over(verb, scene.trigger.anchor)  # who does not call off a visit, makes it
    found = role if is_unmade else _unless_away(syntax, verb, role)
    if found == "absent" and syntax.is_denied(scene.trigger.anchor):
        found = role  # "will not hold talks": there are none to be absent from
    yield found, list(_subject_mentions(syntax, verb))
    yield from _company(scene, verb)


def _unless_away(syntax: Syntax, verb: int, role: Role) -> Role:
    """`role`, or how the subject of `verb` stays away from it: `declined` where it refuses, `absent` where it is told not to come. What fails, is
    called off or denied was to be theirs all the same."""
    factuality = syntax.factuality(verb)
    if role not in _COMING or not factuality.is_negative:
        return role
    if factuality.operator("refusal", "exclusion"):
        return "declined"
    return "absent" if factuality.operator("negation", "prevention") else role


def _are_parties_complete(scene: Scene) -> bool:
    """Whether "between A and B" names all parties: who helps "resume talks between A and B" need not be one."""
    syntax = scene.syntax
    preps = (p for p in syntax.deps(scene.trigger.anchor, "prep") if syntax.lower(p) == "between")
    return any(len(syntax.mentions_from(p + 1)) > 1 for p in preps)


def _agent(scene: Scene) -> Iterator[Found]:
    """The agent of the passive over the event ("the meeting will be led by A"), and the objects of "brought together"."""
    syntax, verb = scene.syntax, scene.clause.verb
    if verb is None or scene.clause.relation != "subject":
        return
    carriers = load_lexicon("carriers")
    role = carriers["agent"].get(syntax.lemma(verb))
    if role is not None and syntax.is_passive(verb):
        yield role, syntax.agents(verb)
    if carriers["subject"].get(syntax.lemma(verb)) == "participant":
        for o in syntax.deps(verb, "dobj"):
            yield "participant", syntax.mentions_around(o)
    yield from _company(scene, verb)


def _attending(scene: Scene) -> Iterator[Found]:
    """The subject of a verb before a preposition: "A took part in the talks", "A said at a press conference"."""
    syntax, verb = scene.syntax, scene.clause.verb
    if verb is None or scene.clause.relation != "preposition" or scene.clause.preposition is None:
        return
    carriers = load_lexicon("carriers")
    word = scene.clause.preposition.split(" ")[-1]
    lemma = syntax.lemma(scene.clause.governor if scene.clause.governor is not None else verb)
    role = carriers["preposition"].get(f"{lemma} {word}")
    if role is None and scene.clause.governor is None:
        is_inside = word in {"at", "in", "during"}
        is_after = word in {"after", "following"} and scene.trigger.family in {"encounter", "call"}
        if is_inside and scene.trigger.kind in {"meeting", "talks", "call"}:
            yield "participant", _parties_inside(syntax, verb)
        if (lemma in carriers["speech"] and (is_inside or is_after)) or (
            is_inside and _is_pair_of_persons(syntax, verb)
        ):
            role = "participant"
    if role is None and _is_intended(scene):
        role = "participant"
    if role is None or role == "none":
        return
    role = _unless_away(syntax, verb, scene.own_role if role == "participant" else role)
    if role == "host" or lemma == "join":
        yield "participant", [m for o in objects_of(syntax, verb) for m in syntax.mentions_around(o)]
    yield role, [m for m in _subject_mentions(syntax, verb) if _can_attend(syntax, m)]


def _is_intended(scene: Scene) -> bool:
    """Whether the subject of the verb means to take part itself: "abandoned plans for a visit", "is open to talks"; not where the parties are
    all named, nor where an invitation is handed to others."""
    syntax, governor, verb = scene.syntax, scene.clause.governor, scene.clause.verb
    if governor is None or verb is None or not syntax.is_over(governor, scene.trigger.anchor):
        return False
    is_own = syntax.tokens[governor].dep in {"dobj", "acomp"} and syntax.lemma(verb) not in HANDING_OVER
    return is_own and not _are_parties_complete(scene)


def _parties_inside(syntax: Syntax, verb: int) -> list[Mention]:
    """Who deals with whom "in a call" or "during a meeting": the subject, a person it does something to, and the agent of a passive."""
    agents = [m for p in syntax.deps(verb, "agent") for m in syntax.mentions_from(p + 1)]
    objects = [
        m for o in syntax.deps(verb, "dobj", "dative") for m in syntax.mentions_around(o) if _is_person(syntax, m)
    ]
    if syntax.is_passive(verb) and not agents:
        return []
    has_addressee = bool(agents or objects) and bool(syntax.deps(verb, "ccomp", "xcomp", "agent"))
    subjects = [m for m in _subject_mentions(syntax, verb) if _can_attend(syntax, m)]
    return [*subjects, *agents, *objects] if has_addressee else []


def _is_pair_of_persons(syntax: Syntax, verb: int) -> bool:
    """Whether two or more persons do it: "A and B shook hands during the summit"."""
    actors = syntax.annotation.actor_by_id
    people = [
        a
        for m in _subject_mentions(syntax, verb)
        for i in m.actors
        if (a := actors.get(i)) is not None and a.kind == "person"
    ]
    return len(people) > 1 and not syntax.is_passive(verb)


def _can_attend(syntax: Syntax, mention: Mention) -> bool:
    actors = [syntax.annotation.actor_by_id.get(a) for a in mention.actors]
    return all(a is not None and not (a.kind == "group" and not a.country) for a in actors)


def _arguments(scene: Scene) -> Iterator[Found]:
    """The arguments of an event verb, by its frame: "A met B", "A was received by B", "A flew to P together with C"."""
    frame = scene.trigger.frame
    if frame is None:
        return
    syntax, verb = scene.syntax, scene.trigger.anchor
    passive = syntax.is_passive(verb)
    subject: Role | None = frame.roles.get("subject")  # type: ignore[assignment]  # the codebook holds role words
    object_: Role | None = frame.roles.get("object")  # type: ignore[assignment]
    if subject is not None:
        subjects = syntax.agents(verb) if passive else list(_subject_mentions(syntax, verb))
        refuses = subject in _COMING and syntax.factuality(verb).operator("refusal") is not None
        yield "declined" if refuses else subject, subjects
    if str(object_) == "place":
        persons = [m for o in objects_of(syntax, verb) for m in syntax.mentions_around(o) if _is_person(syntax, m)]
        yield "host", persons
    elif object_ is not None:
        yield object_, [m for o in objects_of(syntax, verb) for m in syntax.mentions_around(o)]
    for p in prepositions_of(syntax, verb):
        role = frame.roles.get(syntax.lower(p)) if syntax.lower(p) in PREPOSITIONS else None
        if role is not None and role != "place":
            for also in (p, *(c for c in syntax.deps(p, "conj") if syntax.tokens[c].pos == "ADP")):
                yield role, syntax.mentions_from(also + 1)  # type: ignore[misc]
    for o in objects_of(syntax, verb):
        if frame.object_nouns and syntax.tokens[o].dep != "conj":
            for p in syntax.deps(o, "prep"):
                role = frame.roles.get(syntax.lower(p))
                if role is not None and role != "place":
                    yield role, syntax.mentions_from(p + 1)  # type: ignore[misc]
    if subject != "host":
        yield from _company(scene, verb)


def _is_person(syntax: Syntax, mention: Mention) -> bool:
    actors = [syntax.annotation.actor_by_id.get(a) for a in mention.actors]
    return bool(actors) and all(a is not None and a.kind == "person" for a in actors)


def _subject_mentions(syntax: Syntax, verb: int) -> Iterator[Mention]:
    for s in syntax.subjects(verb):
        yield from (m for m in syntax.mentions_around(s) if not m.is_possessive)


def _company(scene: Scene, verb: int) -> Iterator[Found]:
    """ "held talks with B", "will visit together with C", "accompanied by D": on the carrying verb."""
    syntax = scene.syntax
    for v in verbs_of(syntax, scene.clause)[:2]:
        for p in syntax.deps(v, "prep"):
            if syntax.lower(p) in _COMPANY or (syntax.lower(p) == "between" and v == verb):
                yield scene.own_role, syntax.mentions_from(p + 1)
    for i in range(verb, min(syntax.sentence(verb).last - 1, verb + 25)):
        if (syntax.lower(i), syntax.lower(i + 1)) in {
            ("together", "with"),
            ("along", "with"),
            ("accompanied", "by"),
            ("joined", "by"),
        }:
            yield scene.own_role, syntax.mentions_from(i + 2)
            return


COLLECTORS: tuple[Callable[[Scene], Iterator[Found]], ...] = (
    _inside,
    _owner,
    _pair,
    _describing,
    _carrying_subject,
    _agent,
    _attending,
    _arguments,
)
