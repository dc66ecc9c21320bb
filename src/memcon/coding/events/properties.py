"""An event's properties, each from the mention that says it best."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from memcon.codebook import load_codebook
from memcon.coding.events.agendas_behind import agenda_behind
from memcon.coding.events.bodies_in_session import bodies_in_session
from memcon.coding.events.companions import companions
from memcon.coding.events.continuing import Continued
from memcon.coding.events.delegations import delegates, heads_of_delegations, without_the_sender
from memcon.coding.events.encounters import Encounters
from memcon.coding.events.headed_lists import heading_of
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.outcomes import outcome_behind
from memcon.coding.events.pairs import is_known_by_office
from memcon.coding.events.provisions import laid_down_behind
from memcon.coding.events.roles import strongest
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.labels import SUBJECTS
from memcon.domain.records import Event, EventKind, Participant, Phrase, Place, When
from memcon.domain.spans import Evidence, Span, cite
from memcon.lexicon import values, words

Finder = Callable[[TextIndex, Sequence[EventMention]], object]

_NAMELESS = words("group_without_a_name")
_REST = words("the_rest_of_a_group")
_COUNTED = words("parties_without_a_name")
_LEADERS = words("leaders_in_the_plural")
_GOVERNMENT = words("government_of_a_country")
_MECHANISMS = values("mechanism_by_its_name")
_SEVERAL = 3
"""How many persons a text names before a group of leaders is taken for them."""
_DECADE = 3653
"""The days of the longest time that an event is told to be of: "in the 21st century" tells nobody when."""
_UNDATED_DAYS = 400


def participants_of(
    index: TextIndex, mentions: Sequence[EventMention], encounters: Encounters
) -> tuple[Participant, ...]:
    """Each participant once, in the strongest role that a mention gives, groups with known members as these, with the heads of delegations and who
    else came."""
    told = [*_told_participants(index, mentions), *heads_of_delegations(index, mentions, encounters)]
    told += companions(index, mentions, encounters)
    members = list(delegates(index, mentions))
    told = [*without_the_sender(index, told, members), *members]
    told += bodies_in_session(index, mentions, told)
    found = _without_covering_groups(index, strongest(_without_nameless_groups(index, told)))
    found = _without_offices_of_the_named(index, mentions, found)
    found = _without_those_at_home(index, found, place_of(mentions))
    found = _without_bodies_of_their_people(index, found)
    return _without_covered_states(index, mentions, _without_the_shared_body(index, mentions, found))


def _without_bodies_of_their_people(index: TextIndex, found: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Of a body and those in office for it whom its name tells ("the African Union" and "African Union ministers") these, who come."""
    actors = index.annotation.actor_by_id
    told = [actors[p.actor] for p in found if p.actor in actors]
    groups = [a.name.lower() for a in told if a.kind == "group"]
    bodies = {a.id for a in told if a.kind == "organization" and any(_is_of(a, name) for name in groups)}
    return tuple(p for p in found if p.actor not in bodies)


def _is_of(body: Actor, people: str) -> bool:
    """Whether the name of a group, in lower case, begins or ends with one of the body's names."""
    names = [name.lower() for name in (body.name, *body.aliases)]
    return any(people.startswith(f"{name} ") or people.endswith((f" of {name}", f" of the {name}")) for name in names)


def _without_the_shared_body(
    index: TextIndex, mentions: Sequence[EventMention], found: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Of "the Norway-Peru Joint Commission met" the two states, not the body that they share beside them."""
    channels = [c for m in mentions if (c := m.trigger.channel) is not None]
    states = {a.id for c in channels for a in index.actors_at(c.name_first - 1) if a.kind == "state"}
    bodies = {a.id for c in channels for a in index.actors_at(c.head) if a.kind == "organization"}
    is_told = any(p.actor in states for p in found)
    return tuple(p for p in found if p.actor not in bodies) if is_told else found


def _without_offices_of_the_named(
    index: TextIndex, mentions: Sequence[EventMention], found: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Whom one sentence tells by their offices and another by their names are told by their names ("A's envoy met B's. Roe met Lind")."""
    actors = index.annotation.actor_by_id
    persons = {p.actor for p in found if p.actor in actors and actors[p.actor].kind == "person"}
    offices = {i for i in persons if is_known_by_office(actors[i].name)}
    if len(offices) == 1 and len(persons) == 2 and all(_is_one_journey(m, persons) for m in mentions):
        return tuple(p for p in found if p.actor not in offices)  # "Peru's minister will visit Chad. Paz's visit …"
    told = [{p.actor for p in m.participants} & persons for m in mentions if m.trigger.has("agenda")]
    are_told_apart = all(t <= offices or t.isdisjoint(offices) for t in told)
    if not offices or not are_told_apart or not any(len(t - offices) >= max(2, len(offices)) for t in told):
        return found
    return tuple(p for p in found if p.actor not in offices)


def _is_one_journey(mention: EventMention, persons: Collection[str]) -> bool:
    """Whether a mention tells of a visit of one person at most, and of no host."""
    roles = [p.role for p in mention.participants if p.actor in persons]
    return mention.trigger.has("destination") and len(roles) < 2 and set(roles) <= {"visitor"}


def _without_those_at_home(
    index: TextIndex, found: tuple[Participant, ...], place: Place | None
) -> tuple[Participant, ...]:
    """Nobody is a visitor in the country whose office he holds: who "the President" is, that is going to come there, stays open."""
    actors = index.annotation.actor_by_id
    if place is None or place.country is None:
        return found
    home = [p for p in found if p.role == "visitor" and p.actor in actors and _is_at_home(index, p, place)]
    return tuple(p for p in found if p not in home)


def _is_at_home(index: TextIndex, participant: Participant, place: Place) -> bool:
    actor = index.annotation.actor_by_id[participant.actor]
    inside = index.inside(participant.span)
    mention = index.mention_at.get(inside[-1]) if inside else None
    is_unnamed = mention is not None and mention.is_by_office
    return actor.kind == "person" and actor.country == place.country and is_unnamed


def _without_covered_states(
    index: TextIndex, mentions: Sequence[EventMention], found: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """A person or government and the state for which they act are not both told: of an encounter a state goes where somebody of it takes part and it does nothing
    itself ("the Norway-Chad talks of Soto and Brandt")."""
    actors, roles = index.annotation.actor_by_id, load_codebook().roles
    governments = {a.name.lower() for p in found if (a := actors.get(p.actor)) is not None and a.kind == "organization"}
    found = tuple(p for p in found if p.actor not in actors or not _is_state_under(actors[p.actor], governments))
    if not any(m.trigger.has("topics") for m in mentions):
        return found
    told = [(p, actors[p.actor]) for p in found if p.actor in actors]
    people = [a for p, a in told if a.kind == "person" and roles.of(p.role).is_party]
    acting = {a.country for a in people if a.country}
    acting |= _states_of_the_rest([a for _, a in told], people, acting)
    kept = (p if not _is_acted_for(actors, p, acting) else _told_to_act(index, mentions, p) for p in found)
    return tuple(p for p in kept if p is not None)


def _is_acted_for(actors: Mapping[str, Actor], participant: Participant, acting: Container[str]) -> bool:
    return participant.actor in actors and _is_state_of(actors[participant.actor], acting)


def _told_to_act(index: TextIndex, mentions: Sequence[EventMention], participant: Participant) -> Participant | None:
    """The state as one of the mentions tells it to do something itself: in the words and the role of `participant`, or of another mention."""
    told = (participant, *(p for m in mentions for p in m.participants if p.actor == participant.actor))
    return next((p for p in told if _is_told_to_act(index, p.span)), None)


def _is_state_under(actor: Actor, names: Container[str]) -> bool:
    """Whether one of the bodies' names is that of the state's government ("the Government of Peru")."""
    return actor.kind == "state" and any(f"{word} of {actor.name.lower()}" in names for word in _GOVERNMENT)


def _states_of_the_rest(actors: Sequence[Actor], people: Sequence[Actor], acting: Container[str]) -> set[str]:
    """Where one side's state is told beside whoever acts for it, and no state is told beside it but one for each person of no known country: these are
    theirs ("A and Peru's B continued the talks of Norway and Peru")."""
    states = {a.country for a in actors if a.kind == "state" and a.country}
    left = {s for s in states if s not in acting}
    unplaced = [a for a in people if a.country is None]
    is_one_each = len(left) == len(unplaced) > 1  # "the Norwegian-Peruvian talks" of two whose countries nobody tells
    return left if (left != states or is_one_each) and len(left) <= len(unplaced) else set()


def _is_told_to_act(index: TextIndex, span: Span) -> bool:
    """Whether it is the subject of a clause ("Norway and Chad held talks"), and so told for itself."""
    i = index.inside(span)[-1]
    own = index.mention_at.get(i)
    if own is not None and own.form == "sides":
        return False  # "the two sides agreed": whoever was named to meet
    while index.tokens[i].dep == "conj" and index.tokens[i].head != i:
        i = index.tokens[i].head
    return index.tokens[i].dep in SUBJECTS


def _is_state_of(actor: Actor, countries: Container[str]) -> bool:
    return actor.kind == "state" and actor.country is not None and actor.country in countries


def _told_participants(index: TextIndex, mentions: Sequence[EventMention]) -> list[Participant]:
    """The participants of all mentions, where the text names parties without the nameless groups of a headline ("ministers")."""
    actors = index.annotation.actor_by_id
    found = [p for m in mentions for p in m.participants if p.actor in actors]
    if not _are_named(index, found):
        return found
    groups = {p.actor for p in found if actors[p.actor].kind == "group" and not actors[p.actor].members}
    in_titles = {(p.actor, p.span) for m in mentions if m.in_title for p in m.participants if p.actor in groups}
    return [p for p in found if (p.actor, p.span) not in in_titles]


def _without_nameless_groups(index: TextIndex, found: Sequence[Participant]) -> list[Participant]:
    """Where the text names parties, those without "allies", "other leaders", "the parties", "their ministers"."""
    actors = index.annotation.actor_by_id
    if not _are_named(index, found):
        return list(found)
    named = [p for p in found if not _is_nameless(actors[p.actor])]
    persons = {p.actor for p in named if actors[p.actor].kind == "person"}
    named = [p for p in named if len(persons) <= 1 or actors[p.actor].name.split()[0].lower() != "their"]
    return [p for p in named if len(persons) < _SEVERAL or not _is_of_leaders(index, p)]


def _is_of_leaders(index: TextIndex, participant: Participant) -> bool:
    """Whether it is a group of leaders without any of its own ("Nordic leaders", "the leaders of the bloc"), told beside nobody: they are those whom the text names."""
    actor, head = index.annotation.actor_by_id[participant.actor], index.inside(participant.span)[-1]
    is_group = actor.kind == "group" and not actor.members and actor.country is None
    is_beside = index.tokens[head].dep == "conj" or bool(index.tree.deps(head, "conj"))
    return is_group and not is_beside and not _LEADERS.isdisjoint(actor.name.lower().split())


def _are_named(index: TextIndex, found: Sequence[Participant]) -> bool:
    actors = index.annotation.actor_by_id
    return sum(actors[i].kind != "group" for i in {p.actor for p in found}) > 1


def _is_nameless(actor: Actor) -> bool:
    if actor.kind != "group" or actor.members:
        return False
    named = actor.name.lower().split()
    return " ".join(named) in _NAMELESS or named[0] in _REST or _COUNTED.issuperset(named)


def _without_covering_groups(index: TextIndex, participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Replaces a group by its members where they are known ("both ministers")."""
    actors = index.annotation.actor_by_id
    found: list[Participant] = []
    for p in participants:
        actor = actors.get(p.actor)
        if actor is not None and actor.kind == "group" and actor.members:
            found += [replace(p, actor=m, office=None) for m in actor.members]
        else:
            found.append(p)
    return strongest(found)


def agenda_of(
    index: TextIndex, mentions: Sequence[EventMention], continuing: Continued, encounters: Encounters
) -> tuple[Phrase, ...]:
    """What its own sentences, a list behind them, and "they discussed" tell of what it is about; an act that is done or announced has no agenda."""
    if all(m.trigger.has("announced") or m.trigger.has("takes_time") for m in mentions):
        return ()
    own = (a for m in mentions for a in m.agenda)
    return distinct((*own, *agenda_behind(index, mentions, continuing, encounters)))


def outcome_of(index: TextIndex, mentions: Sequence[EventMention], continuing: Continued) -> tuple[Phrase, ...]:
    """What its own sentences and those that go on to tell of it tell as its result."""
    own = (o for m in mentions for o in m.outcome)
    return distinct((*own, *outcome_behind(index, continuing), *laid_down_behind(index, mentions)))


def kind_of(mentions: Sequence[EventMention]) -> EventKind:
    """That of its channel's sessions (of a dialogue with a name meetings), else of the first mention that introduces it, a body mention before a headline; the first that is more than a
    meeting or talks; what a guest is hosted for before the hosting. Where the body leaves open how they spoke, a headline's "call" tells."""
    sessions = [m for m in mentions if m.trigger.channel is not None]
    if sessions:
        return _kind_of_session(sessions[0])
    in_body = [m for m in mentions if not m.in_title]
    introducing = [m for m in in_body if not m.is_definite] or in_body or list(mentions)
    kinds = [m.trigger.kind for m in introducing]
    kinds += _told_elsewhere(introducing[0], mentions)
    if hosted_for := _hosted_for(introducing):
        return hosted_for
    return next((kind for kind in kinds if not load_codebook().kind(kind).has("broad")), kinds[0])


def _kind_of_session(mention: EventMention) -> EventKind:
    channel = mention.trigger.channel
    last = (channel.full_name or channel.name).split()[-1] if channel is not None else ""
    return _MECHANISMS.get(last.lower(), mention.trigger.kind) if last.istitle() else mention.trigger.kind


def _hosted_for(mentions: Sequence[EventMention]) -> EventKind | None:
    """The encounter that follows "hosted" behind "for" ("hosted A for a dialogue", "received A for breakfast"), where that verb is the first to tell."""
    first = mentions[0].trigger
    is_hosting = first.frame is not None and first.frame.roles.get("subject") == "host" and first.has("destination")
    told = (m for m in mentions if m.clause.verb == first.anchor and m.clause.preposition == "for")
    purpose = next((m.trigger for m in told if not m.trigger.has("destination")), None) if is_hosting else None
    return purpose.kind if purpose is not None else None


def _told_elsewhere(first: EventMention, mentions: Sequence[EventMention]) -> list[EventKind]:
    """The kind that the introducing words leave open ("spoke with") and another mention, such as a headline's "call", tells."""
    open_kind = first.trigger.frame.may_be if first.trigger.frame is not None else None
    return [m.trigger.kind for m in mentions if m.trigger.kind == open_kind]


def when_of(mentions: Sequence[EventMention]) -> When | None:
    """The new time of what was put off, the last one told; else the finest time that any mention gives, of equally fine ones the first."""
    dated = [
        m
        for m in mentions
        if m.when is not None and (m.interval is None or m.interval.days <= _DECADE or m.when.edtf.startswith(".."))
    ]
    if not dated:
        return None
    moved = [m for m in dated if m.has_new_time]
    if moved:
        return moved[-1].when
    return min(dated, key=lambda m: m.interval.days if m.interval is not None else _UNDATED_DAYS).when


def place_of(mentions: Sequence[EventMention]) -> Place | None:
    """The first place told in the text itself; a located mention of the same name before one that is only named."""
    placed = [m for m in mentions if m.place is not None]
    places = [m.place for m in ([m for m in placed if not m.in_title] or placed) if m.place is not None]
    first = next(iter(places), None)
    return next((p for p in places if p.country is not None and first is not None and _names_same(p, first)), first)


def _names_same(a: Place, b: Place) -> bool:
    return a.name in b.name or b.name in a.name


def distinct(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Without phrases that say no more than another one does."""
    found: list[Phrase] = []
    for phrase in phrases:
        told = phrase.text.lower()
        if not any(told in f.text.lower() or phrase.span.overlaps(f.span) for f in found):
            found = [f for f in found if f.text.lower() not in told] + [phrase]
    return tuple(found)


def evidence_of(index: TextIndex, mentions: Sequence[EventMention]) -> tuple[Evidence, ...]:
    """The sentences of the mentions, those of the running text first, each once; then the headings over the lists that they stand in."""
    ordered = sorted(mentions, key=lambda m: (m.in_title, m.trigger.anchor))
    headings = (h for m in ordered if (h := heading_of(index, m.trigger)) is not None)
    spans = dict.fromkeys(s.span for s in (*(index.sentence(m.trigger.anchor) for m in ordered), *headings))
    by_quote: dict[str, Evidence] = {}
    for span in spans:
        by_quote.setdefault(span.of(index.text), cite(index.text, span))
    return tuple(by_quote.values())


FINDERS: Mapping[str, Finder] = {
    "when": lambda _, mentions: when_of(mentions),
    "place": lambda _, mentions: place_of(mentions),
}
"""What finds a property of one value in all mentions of an event, by the event's field. Of two tellings of one session the first that has it holds."""


def found_in(index: TextIndex, mentions: Sequence[EventMention]) -> dict[str, Any]:
    """What every finder finds, by field."""
    return {name: find(index, mentions) for name, find in FINDERS.items()}


def first_told(a: Event, b: Event) -> dict[str, Any]:
    """What the finders found in the first of two tellings, else in the second."""
    return {name: getattr(a, name) or getattr(b, name) for name in FINDERS}
