"""Who leads the delegations of a meeting that was told shortly before: "A will lead the Korean delegation, while B will head the Vietnamese side"; and
who is listed as their members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.codebook import load_codebook
from memcon.coding.coordination import mentions_from
from memcon.coding.doers import agents, doing
from memcon.coding.events.encounters import Encounters
from memcon.coding.events.mentions import EventMention
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.records import Participant, Role
from memcon.lexicon import words

_DELEGATIONS, _SAME_DELEGATION = words("delegation"), words("delegation_named_before")
_LEADING = words("leading_a_delegation")
_PEOPLE = words("member_of_a_delegation")
_LISTED_BEHIND = 12
"""How many sentences behind an event the list of a delegation's members may begin."""
_LEADER_BEFORE = 3
"""How many sentences before the list it may be told who leads the delegation."""
_LONGEST_LEAD = 16
_NAME_FROM = 5
"""Within how many tokens of its line the name of a listed member begins ("The Honorable Ola Moe, Minister")."""
_BEHIND = 3
"""How many sentences behind a meeting its delegations are looked for."""


def heads_of_delegations(
    index: TextIndex, mentions: Sequence[EventMention], encounters: Encounters
) -> Iterator[Participant]:
    """The persons told to lead a delegation of the event that `mentions` tell of."""
    told = [m for m in mentions if not m.in_title]
    of_delegations = {m.trigger.anchor for m in told if m.trigger.has("destination") and _tells_of_delegation(index, m)}
    anchors = {m.trigger.anchor for m in told if m.trigger.has("agenda")}
    others = set(encounters.events) - anchors - of_delegations
    for verb in _verbs_near(index, anchors | of_delegations):
        led = _delegation_under(index, verb, goes_on=bool(of_delegations))
        does_something_else = led is not None and index.tree.tokens[led].head in others
        is_of_it = encounters.is_last_before(anchors, verb) or encounters.is_last_event_before(of_delegations, verb)
        if led is not None and not does_something_else and is_of_it:
            yield from _leads(index, verb)


def _verbs_near(index: TextIndex, anchors: set[int]) -> Iterator[int]:
    """The verbs of leading in the sentences of a meeting and behind them, in order."""
    sentences = index.annotation.sentences
    own = {index.tokens[i].sentence for i in anchors}
    near = sorted({n for o in own for n in range(o, min(o + _BEHIND + 1, len(sentences)))})
    for i in (i for n in near for i in range(sentences[n].first, sentences[n].last)):
        if index.tree.lemma(i) in _LEADING and index.tokens[i].pos == "VERB" and not index.is_denied(i):
            yield i


def _delegation_under(index: TextIndex, verb: int, *, goes_on: bool) -> int | None:
    """The delegation that a verb tells to be led; "the group" where it `goes_on` from a delegation's journey."""
    tree = index.tree
    over = tree.deps(verb, "dobj", "nsubjpass") or ([tree.tokens[verb].head] if tree.is_passive(verb) else [])
    over += [
        c for o in over for c in tree.deps(o, "conj")
    ]  # "led by A, the minister, and the other delegation was led by B"
    nouns = _DELEGATIONS | _SAME_DELEGATION if goes_on else _DELEGATIONS
    return next((o for o in over if tree.lemma(o) in nouns), None)


def _leads(index: TextIndex, verb: int) -> Iterator[Participant]:
    is_passive = index.tree.is_passive(verb)
    told = [*agents(index, verb), *_leading_too(index, verb)] if is_passive else doing(index, verb)
    for mention in _by_name(index, told):
        for actor in index.actors_of(mention):
            if actor.kind == "person":
                office = mention.office or actor.office
                yield Participant(actor=actor.id, role="lead", span=mention.span, office=office)


def _leading_too(index: TextIndex, verb: int) -> Iterator[Mention]:
    """Who leads the other delegation, where the verb is not said again ("led by A, and the Peruvian delegation by B")."""
    tree = index.tree
    for i in range(verb + 1, index.sentence(verb).last - 2):
        if tree.lemma(i) in _DELEGATIONS and tree.lower(i + 1) == "by":
            yield from mentions_from(index, i + 2)


def _by_name(index: TextIndex, found: Sequence[Mention]) -> list[Mention]:
    """Without the title behind a name ("A, Chief Officer of the Fund, will lead"), which is nobody else."""
    ends = {m.span.end for m in found}
    return [m for m in found if not (m.span.start - 2 in ends and index.text[m.span.start - 2 : m.span.start] == ", ")]


def without_the_sender(
    index: TextIndex, told: Sequence[Participant], members: Sequence[Participant]
) -> list[Participant]:
    """Those told of where the members of a delegation are listed: whoever sends it ("announced a delegation to attend") does not travel."""
    listed, actors = {p.actor for p in members}, index.annotation.actor_by_id
    if not listed:
        return list(told)
    roles = load_codebook().roles
    are_persons = {p.actor for p in told if p.actor in actors and actors[p.actor].kind == "person"}
    return [
        p
        for p in told
        if p.actor in listed or p.actor not in are_persons or not roles.of(p.role).comes or p.role == "lead"
    ]


def delegates(index: TextIndex, mentions: Sequence[EventMention]) -> Iterator[Participant]:
    """Who is named in the lines behind "Members of the delegation:", of an event that tells of one: its leader in the sentence before, too."""
    told = next((m for m in mentions if not m.in_title and _tells_of_delegation(index, m)), None)
    if told is None:
        return
    sentences, own = index.annotation.sentences, index.tokens[told.trigger.anchor].sentence
    leads = next((n for n in range(own, min(own + _LISTED_BEHIND, len(sentences))) if _leads_members(index, n)), None)
    if leads is None:
        return
    role = told.trigger.meaning.role
    for n in range(max(0, leads - _LEADER_BEFORE), leads):
        for mention in _by_name(
            index, [m for v in range(sentences[n].first, sentences[n].last) for m in _leaders(index, v)]
        ):
            yield from _named(index, mention, role if role == "subject" else "lead")
    for n in range(leads, len(sentences)):
        if n > leads and _is_whole_sentence(index, n):
            return
        member = _member(index, sentences[n].first, sentences[n].last) if n > leads else None
        if member is not None:
            yield from _named(index, member, role)


def _tells_of_delegation(index: TextIndex, mention: EventMention) -> bool:
    sentence = index.sentence(mention.trigger.anchor)
    return any(index.tree.lemma(i) in _DELEGATIONS for i in range(sentence.first, sentence.last))


def _leads_members(index: TextIndex, n: int) -> bool:
    """Whether a sentence is a line such as "Members of the delegation:"."""
    s = index.annotation.sentences[n]
    lemmas = {index.tree.lemma(i) for i in range(s.first, s.last)}
    is_lead = s.last - s.first <= _LONGEST_LEAD and any(index.tokens[i].text == ":" for i in range(s.first, s.last))
    return is_lead and bool(lemmas & _PEOPLE) and bool(lemmas & _DELEGATIONS)


def _is_whole_sentence(index: TextIndex, n: int) -> bool:
    """Whether the list is over: a sentence with a verb and a full stop."""
    s = index.annotation.sentences[n]
    is_stopped = index.tokens[s.last - 1].text in ".!?"
    return is_stopped and any(index.tree.is_finite(i) for i in range(s.first, s.last))


def _leaders(index: TextIndex, verb: int) -> list[Mention]:
    tree = index.tree
    is_leading = tree.lemma(verb) in _LEADING and any(tree.lemma(o) in _DELEGATIONS for o in tree.deps(verb, "dobj"))
    return doing(index, verb) if is_leading and not index.is_denied(verb) else []


def _member(index: TextIndex, first: int, last: int) -> Mention | None:
    """The person whose name begins a line."""
    named = (index.mention_at.get(i) for i in range(first, min(last, first + _NAME_FROM)))
    return next((m for m in named if m is not None and all(a.kind == "person" for a in index.actors_of(m))), None)


def _named(index: TextIndex, mention: Mention, role: Role) -> Iterator[Participant]:
    for actor in (a for a in index.actors_of(mention) if a.kind == "person"):
        yield Participant(actor=actor.id, role=role, span=mention.span, office=mention.office or actor.office)
