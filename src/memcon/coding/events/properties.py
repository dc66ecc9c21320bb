"""An event's properties, each from the mention that says it best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.events.agendas import AGENDA_NOUNS, find_listed_agenda, items_of, items_on_agenda
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.participants import strongest
from memcon.coding.syntax import Syntax
from memcon.domain.records import EventKind, Participant, Phrase, Place, When
from memcon.domain.spans import Evidence, cite


def participants_of(
    syntax: Syntax, mentions: Sequence[EventMention], encounters: Sequence[int] = ()
) -> tuple[Participant, ...]:
    """Each participant once, in the strongest role that a mention gives, groups with known members as these, and the heads of delegations.

    `encounters` are the tokens, in order, that name any meeting of the document: a delegation is that of the last one told before it.
    """
    told = [*_told_participants(syntax, mentions), *_heads_of_delegations(syntax, mentions, encounters)]
    return _without_covering_groups(syntax, strongest(told))


_DELEGATIONS = frozenset({"delegation", "side", "team"})
_BEHIND = 3
"""How many sentences behind a meeting its delegations are looked for."""


def _heads_of_delegations(
    syntax: Syntax, mentions: Sequence[EventMention], encounters: Sequence[int]
) -> Iterator[Participant]:
    """ "A will lead the Korean delegation, while B will head the Vietnamese side", "the delegation was led by A"."""
    anchors = {m.trigger.anchor for m in mentions if m.trigger.family == "encounter" and not m.in_title}
    own = {syntax.tokens[i].sentence for i in anchors}
    near = sorted({n for o in own for n in range(o, min(o + _BEHIND + 1, len(syntax.annotation.sentences)))})
    for sentence in (syntax.annotation.sentences[n] for n in near):
        for verb in range(sentence.first, sentence.last):
            if (
                syntax.lemma(verb) not in {"lead", "head"}
                or syntax.tokens[verb].pos != "VERB"
                or syntax.is_denied(verb)
            ):
                continue
            before = [i for i in encounters if i < verb]
            if before and before[-1] in anchors and _is_over_delegation(syntax, verb):
                yield from _leads(syntax, verb)


def _is_over_delegation(syntax: Syntax, verb: int) -> bool:
    over = syntax.deps(verb, "dobj", "nsubjpass") or ([syntax.tokens[verb].head] if syntax.is_passive(verb) else [])
    return any(syntax.lemma(o) in _DELEGATIONS for o in over)


def _leads(syntax: Syntax, verb: int) -> Iterator[Participant]:
    actors = syntax.annotation.actor_by_id
    leaders = (
        syntax.agents(verb)
        if syntax.is_passive(verb)
        else [m for s in syntax.subjects(verb) for m in syntax.mentions_around(s)]
    )
    for mention in leaders:
        persons = [a for i in mention.actors if (a := actors.get(i)) is not None and a.kind == "person"]
        yield from (
            Participant(actor=a.id, role="lead", span=mention.span, office=mention.office or a.office) for a in persons
        )


def agenda_of(
    syntax: Syntax, mentions: Sequence[EventMention], participants: Sequence[Participant], encounters: Sequence[int]
) -> tuple[Phrase, ...]:
    """What its own sentences, a list behind them, and "they discussed" tell of what it is about.

    `encounters` are the tokens, in order, that name any meeting of the document: a list belongs to the last one told before it.
    """
    own = (a for m in mentions for a in m.agenda)
    anchors = {m.trigger.anchor for m in mentions}

    def is_last_told(start: int) -> bool:
        before = [i for i in encounters if syntax.tokens[i].start < start]
        return bool(before) and before[-1] in anchors

    behind = (*_listed(syntax, mentions, participants), *_taken_up(syntax, mentions, participants))
    return distinct((*own, *(p for p in behind if is_last_told(p.span.start))))


def _told_participants(syntax: Syntax, mentions: Sequence[EventMention]) -> list[Participant]:
    """The participants of all mentions; where the text names parties, without nameless groups ("allies", a headline's "ministers")."""
    found = [p for m in mentions for p in m.participants]
    actors = syntax.annotation.actor_by_id
    has_names = sum(1 for i in {p.actor for p in found} if (a := actors.get(i)) is not None and a.kind != "group") > 1
    in_titles = {p.span for m in mentions if m.in_title for p in m.participants}
    return [
        p
        for p in found
        if (a := actors.get(p.actor)) is not None
        and not (
            has_names and a.kind == "group" and not a.members and (p.span in in_titles or a.name.lower() in _NAMELESS)
        )
    ]


_NAMELESS = frozenset({"allies", "the allies", "sides", "both sides", "two sides", "ministers", "leaders", "officials"})


def kind_of(mentions: Sequence[EventMention]) -> EventKind:
    """That of its channel's sessions, else of the first mention that introduces it, a body mention before a headline; where the body leaves
    open how they spoke, a headline's "call" tells."""
    for mention in mentions:
        if mention.trigger.channel is not None:
            return mention.trigger.kind
    introducing = (
        [m for m in mentions if not m.is_definite and not m.in_title]
        or [m for m in mentions if not m.in_title]
        or list(mentions)
    )
    specific = next((m for m in introducing if m.trigger.kind not in {"meeting", "talks"}), introducing[0])
    if specific.trigger.frame is not None and specific.trigger.frame.kind == specific.trigger.kind == "talks":
        return next((m.trigger.kind for m in mentions if m.trigger.kind == "call"), "talks")
    return specific.trigger.kind


def when_of(mentions: Sequence[EventMention]) -> When | None:
    """The new time of what was put off, the last one told; else the finest time that any mention gives, of equally fine ones the first."""
    dated = [m for m in mentions if m.when is not None]
    if not dated:
        return None
    moved = [m for m in dated if m.has_new_time]
    if moved:
        return moved[-1].when
    return min(dated, key=lambda m: m.interval.days if m.interval is not None else 400).when


def place_of(mentions: Sequence[EventMention]) -> Place | None:
    """The first place told in the text itself; a located mention of the same name before one that is only named."""
    places = [m.place for m in mentions if m.place is not None and not m.in_title] or [
        m.place for m in mentions if m.place is not None
    ]
    if not places:
        return None
    first = places[0]
    return next((p for p in places if p.country is not None and (p.name in first.name or first.name in p.name)), first)


def _without_covering_groups(syntax: Syntax, participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Replaces a group by its members where they are known ("both ministers")."""
    actors = syntax.annotation.actor_by_id
    found: list[Participant] = []
    for p in participants:
        actor = actors.get(p.actor)
        if actor is not None and actor.kind == "group" and actor.members:
            found += [replace(p, actor=m, office=None) for m in actor.members]
        else:
            found.append(p)
    return strongest(found)


def distinct(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Without phrases that say no more than another one does."""
    found: list[Phrase] = []
    for phrase in phrases:
        words = phrase.text.lower()
        if not any(words in f.text.lower() or phrase.span.overlaps(f.span) for f in found):
            found = [f for f in found if f.text.lower() not in words] + [phrase]
    return tuple(found)


_PARTY_NOUNS = frozenset(
    [
        "ministers",
        "leaders",
        "sides",
        "officials",
        "delegations",
        "envoys",
        "presidents",
        "diplomats",
        "allies",
        "parties",
        "participants",
        "two",
        "both",
        "four",
    ]
)


def _is_told_of(syntax: Syntax, sentence: int, participants: Sequence[Participant]) -> bool:
    """Whether a sentence is about what the participants do ("The ministers discussed: …"), or about the agenda itself."""
    s = syntax.annotation.sentences[sentence]
    root = next((t.i for t in syntax.tokens[s.first : s.last] if t.dep == "ROOT"), None)
    subjects = syntax.subjects(root) if root is not None else []
    if any(syntax.lower(i) in AGENDA_NOUNS | _PARTY_NOUNS for i in subjects):
        return True
    actors = {a for i in subjects for m in syntax.mentions_around(i) for a in m.actors}
    return bool(actors) and actors <= {p.actor for p in participants}


def _listed(syntax: Syntax, mentions: Sequence[EventMention], participants: Sequence[Participant]) -> list[Phrase]:
    """The agenda that a following sentence lists: of the same paragraph ("Key agenda items include: …"), or told of the participants."""
    found: list[Phrase] = []
    sentences = syntax.annotation.sentences
    for mention in mentions:
        own = syntax.tokens[mention.trigger.anchor].sentence
        for n in range(own, min(own + 5, len(sentences))):
            is_near = n < own + 3 and sentences[n].block == sentences[own].block
            if mention.trigger.family == "encounter" and (is_near or _is_told_of(syntax, n, participants)):
                items = find_listed_agenda(syntax, n)
                if items and items[0].span.start > syntax.tokens[mention.trigger.anchor].start:
                    found += items
    return found


def _taken_up(syntax: Syntax, mentions: Sequence[EventMention], participants: Sequence[Participant]) -> list[Phrase]:
    """What "they discussed" in the sentence behind: its subject must be among the participants, and no other event in it."""
    found: list[Phrase] = []
    sentences = syntax.annotation.sentences
    own = {syntax.tokens[m.trigger.anchor].sentence for m in mentions if not m.in_title}
    for n in (n + 1 for n in own if n + 1 < len(sentences) and n + 1 not in own):
        root = next((t.i for t in syntax.tokens[sentences[n].first : sentences[n].last] if t.dep == "ROOT"), None)
        if root is not None and _is_told_of(syntax, n, participants):
            found += items_of(syntax, root)
        found += items_on_agenda(syntax, n)
    return found


def evidence_of(syntax: Syntax, mentions: Sequence[EventMention]) -> tuple[Evidence, ...]:
    """The sentences of the mentions, those of the running text first, each once."""
    ordered = sorted(mentions, key=lambda m: (m.in_title, m.trigger.anchor))
    spans = dict.fromkeys(syntax.sentence(m.trigger.anchor).span for m in ordered)
    by_quote: dict[str, Evidence] = {}
    for span in spans:
        by_quote.setdefault(span.of(syntax.text), cite(syntax.text, span))
    return tuple(by_quote.values())
