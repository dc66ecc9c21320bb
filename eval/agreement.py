"""How far one record agrees with another: the gold's score, rule by rule (docs/reference/gold.md, "The score").

Nothing here reads text or looks at a parse: records of `eval.record` go in, counts come out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from eval import Counts, tally
from eval.matching import matched
from eval.measures.polnear import agrees
from eval.record import Actor, Channel, Claim, Event, Range, Record, Statement
from memcon.domain.spans import Span

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"meeting", "talks", "summit", "visit", "call", "forum", "press_conference"}),
    frozenset({"agreement", "signing", "statement", "message", "vote"}),
    frozenset({"expulsion", "recognition", "sanction"}),
    frozenset({"exercise", "launch", "test"}),
)
"""Kinds that answer one another; any other kind is a family of its own."""

Pair = tuple[Event, Event]


def compare(gold: Record, found: Record) -> Counts:
    """The counts of one document."""
    counts: Counts = {}
    actors = align(gold.actors, found.actors)
    pairs = pair_events(gold.events, found.events, actors)
    _count_events(counts, gold, found, pairs, actors)
    for one, other in pairs:
        _count_fields(counts, one, other, actors)
    _count_statements(counts, gold.statements, found.statements, actors)
    for name in ("positions", "commitments", "processes", "precedents"):
        _count_claims(counts, name, getattr(gold, name), getattr(found, name), actors)
    hits = len(pair_channels(gold.channels, found.channels))
    tally(counts, "channels", hits=hits, found=len(found.channels), gold=len(gold.channels))
    return counts


def align(gold: Sequence[Actor], found: Sequence[Actor]) -> dict[str, str]:
    """Who of `found` is who of `gold`: found id → gold id, by mentions that are the same words, then by name."""
    aligned = {}
    for actor in found:
        scores = {other.id: likeness(other, actor) for other in gold}
        best = max(scores, key=lambda i: scores[i], default=None)
        if best is not None and scores[best] > 0:
            aligned[actor.id] = best
    return aligned


def likeness(gold: Actor, found: Actor) -> float:
    """How much speaks for one actor being the other: mentions that are the same words, and their names; 0 where nothing does."""
    shared = sum(any(_same_words(g, f) for g in gold.mentions) for f in found.mentions)
    one, other = _words(gold.name), _words(found.name)
    if not one or not other:
        return float(shared)
    if one == other:
        return shared + 2.0
    surname = (
        gold.kind == found.kind == "person"
        and one[-1] == other[-1]
        and (set(one) <= set(other) or set(other) <= set(one))
    )
    return shared + (1.0 if surname else 0.0)


def _same_words(one: Range, other: Range) -> bool:
    """Whether two mentions have one head: they end together (English names and offices do), or share more than half."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    longest = max(one[1], other[1]) - min(one[0], other[0])
    return shared > 0 and (one[1] == other[1] or shared * 2 >= longest)


_LEFT_OUT = frozenset(
    {"the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir", "president", "minister", "prime", "secretary"}
)


def _words(name: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", name).casefold()
    return [
        w
        for w in re.findall(r"[^\W_]+", "".join(c for c in bare if not unicodedata.combining(c)))
        if w not in _LEFT_OUT
    ]


def pair_events(gold: Sequence[Event], found: Sequence[Event], actors: Mapping[str, str]) -> list[Pair]:
    """Events that answer one another, one to one, the best pairs first."""
    scored = sorted(
        ((_closeness(g, f, actors), -m, -n) for m, g in enumerate(gold) for n, f in enumerate(found) if answers(g, f)),
        reverse=True,
    )
    pairs, taken_gold, taken_found = [], set(), set()
    for _, m, n in scored:
        if m not in taken_gold and n not in taken_found:
            taken_gold.add(m)
            taken_found.add(n)
            pairs.append((gold[-m], found[-n]))
    return pairs


def answers(gold: Event, found: Event) -> bool:
    """Whether one of the evidences covers one of the triggers and the kinds are of one family."""
    return same_family(gold.kind, found.kind) and any(_overlap(t, p) for t in gold.places for p in found.places)


def same_family(one: str, other: str) -> bool:
    return one == other or any({one, other} <= family for family in FAMILIES)


def _closeness(gold: Event, found: Event, actors: Mapping[str, str]) -> tuple[float, ...]:
    """What makes a pair better than another: parties, kind, time, the best trigger, the other triggers; minor ones last."""
    parties = {actor for actor, _ in gold.participants}
    given = {actors.get(actor) for actor, _ in found.participants}
    share = 2 * len(parties & given) / (len(parties) + len(given)) if parties or given else 0.0
    first = bool(gold.places) and any(_overlap(gold.places[0], p) for p in found.places)
    agreeing = 2 * share + (gold.kind == found.kind) + (gold.when is not None and gold.when == found.when) + first
    covered = sum(any(_overlap(t, p) for p in found.places) for t in gold.places)
    return (agreeing, not gold.minor, covered)


def _count_events(
    counts: Counts, gold: Record, found: Record, pairs: Sequence[Pair], actors: Mapping[str, str]
) -> None:
    kept = [(g, f) for g, f in pairs if not g.minor]
    for_minor = len(pairs) - len(kept)
    wanted = sum(not e.minor for e in gold.events)
    right = sum(is_right(g, f, actors) for g, f in kept)
    tally(counts, "events", hits=len(kept), found=len(found.events) - for_minor, gold=wanted)
    tally(counts, "right", hits=right, found=len(found.events) - for_minor, gold=wanted)
    tally(counts, "all_events", hits=len(pairs), found=len(found.events), gold=len(gold.events))
    answered = {g.id for g, _ in pairs}
    answering = {f.id for _, f in pairs}
    left = [f for f in found.events if f.id not in answering]
    split = sum(any(g.id in answered and answers(g, f) for g in gold.events) for f in left)
    missed = [g for g in gold.events if g.id not in answered and not g.minor]
    merged = sum(any(answers(g, f) for f in found.events) for g in missed)
    tally(counts, "split", hits=split, found=len(found.events), gold=len(gold.events))
    tally(counts, "merged", hits=merged, found=len(found.events), gold=wanted)
    if not gold.events:
        tally(counts, "elsewhere", hits=len(found.events), found=1, gold=1)


def is_right(gold: Event, found: Event, actors: Mapping[str, str]) -> bool:
    """Whether the record names no party that the gold event does not have (its kind is of the family already)."""
    parties = {actor for actor, _ in gold.participants}
    return all(actors.get(actor) in parties for actor, _ in found.participants)


def differences(gold: Event, found: Event, actors: Mapping[str, str]) -> dict[str, bool]:
    """For each question that one answer settles, whether the answer is right; channel and ordinal only where the gold has one."""
    when, other = _plain_date(gold.when), _plain_date(found.when)
    parties = {actor for actor, _ in gold.participants}
    asked = {
        "kind": gold.kind == found.kind,
        "status": gold.status == found.status,
        "when": when == other,
        "when_open_or_right": other in (None, when),
        "place": _same_place(gold.place, found.place),
        "complete": parties <= {actors.get(actor) for actor, _ in found.participants},
    }
    if gold.channel:
        asked["channel"] = found.channel is not None and _share_words(gold.channel, found.channel)
    if gold.ordinal is not None:
        asked["ordinal"] = gold.ordinal == found.ordinal
    return asked


def _count_fields(counts: Counts, gold: Event, found: Event, actors: Mapping[str, str]) -> None:
    if gold.minor:
        return
    for name, is_right in differences(gold, found, actors).items():
        _ask(counts, name, is_right)
    parties = dict(gold.participants)
    given = {actors[a]: role for a, role in found.participants if actors.get(a) in parties}
    tally(counts, "participants", hits=len(given), found=len(found.participants), gold=len(parties))
    right = sum(parties[actor] == role for actor, role in given.items())
    tally(counts, "roles", hits=right, found=len(given), gold=len(given))
    for name in ("agenda", "outcome"):
        items, others = getattr(gold, name), getattr(found, name)
        tally(counts, name, hits=len(matched(items, others, _overlap)), found=len(others), gold=len(items))


def _ask(counts: Counts, name: str, is_right: bool) -> None:
    tally(counts, name, hits=is_right, found=1, gold=1)


def _plain_date(edtf: str | None) -> str | None:
    """An EDTF string without its marks of doubt and its time of day."""
    return re.sub(r"T[\d:.+Z-]*|[~?%]", "", edtf) if edtf else None


def _same_place(one: str | None, other: str | None) -> bool:
    return one == other if one is None or other is None else _share_words(one, other)


def _share_words(one: str, other: str) -> bool:
    """Whether all words of the shorter name stand in the longer one."""
    a, b = set(_words(one)), set(_words(other))
    return bool(a and b) and (a <= b or b <= a)


def _count_statements(
    counts: Counts, gold: Sequence[Statement], found: Sequence[Statement], actors: Mapping[str, str]
) -> None:
    """PolNeAR's relation, and whether the speaker is the same actor where it agrees."""
    pairs = pair_statements(gold, found, actors)
    of_minor = sum(gold[m].minor for m, _ in pairs)
    wanted = sum(not s.minor for s in gold)
    tally(counts, "statements", hits=len(pairs) - of_minor, found=len(found) - of_minor, gold=wanted)
    for m, n in pairs:
        if gold[m].speaker is not None:
            _ask(counts, "speaker", actors.get(found[n].speaker or "") == gold[m].speaker)
    _count_shown(counts, gold, [s for s in found if s.is_shown], actors)


def _count_shown(
    counts: Counts, gold: Sequence[Statement], shown: Sequence[Statement], actors: Mapping[str, str]
) -> None:
    """What a reader is shown: how much of the gold it answers, and of those that answer, who is right in speaker and in content."""
    pairs = pair_statements(gold, shown, actors)
    of_minor = sum(gold[m].minor for m, _ in pairs)
    wanted = sum(not s.minor for s in gold)
    tally(counts, "statements.shown", hits=len(pairs) - of_minor, found=len(shown) - of_minor, gold=wanted)
    for m, n in pairs:
        is_speaker = gold[m].speaker is None or actors.get(shown[n].speaker or "") == gold[m].speaker
        is_content = is_same_content(gold[m].content, shown[n].content)
        _ask(counts, "statements.shown.content", is_content)
        _ask(counts, "statements.shown.right", is_speaker and is_content)


_SAME = 0.8
"""The F1 over characters from which on two contents are the same."""


def is_same_content(one: Sequence[Range], other: Sequence[Range]) -> bool:
    """Whether two contents share nearly all of their characters."""
    a, b = ({n for start, end in spans for n in range(start, end)} for spans in (one, other))
    return bool(a and b) and 2 * len(a & b) >= _SAME * (len(a) + len(b))


def pair_statements(
    gold: Sequence[Statement], found: Sequence[Statement], _actors: Mapping[str, str]
) -> list[tuple[int, int]]:
    """The places of statements whose content, cue and source overlap (PolNeAR's relation), one to one."""
    roles = ("source", "cue", "content")
    spans = [{r: tuple(Span(*p) for p in getattr(s, r)) for r in roles} for s in [*gold, *found]]
    return matched(spans[: len(gold)], spans[len(gold) :], agrees)


def _count_claims(
    counts: Counts, name: str, gold: Sequence[Claim], found: Sequence[Claim], actors: Mapping[str, str]
) -> None:
    kept = [c for c in gold if not c.minor]
    hits = len(pair_claims(kept, found, actors))
    with_minor = len(pair_claims(gold, found, actors))
    tally(counts, name, hits=hits, found=len(found) - (with_minor - hits), gold=len(kept))
    spotted = matched(kept, found, _touch)
    tally(counts, f"{name}.spotted", hits=len(spotted), found=len(found), gold=len(kept))


def pair_claims(gold: Sequence[Claim], found: Sequence[Claim], actors: Mapping[str, str]) -> list[tuple[int, int]]:
    """The places of claims whose words overlap, whose holders share somebody and whose labels are one, one to one."""

    def agree(one: Claim, other: Claim) -> bool:
        holders = {actors.get(a) for a in other.holders}
        return (
            _touch(one, other) and (not one.holders or not holders.isdisjoint(one.holders)) and one.label == other.label
        )

    return matched(gold, found, agree)


def pair_channels(gold: Sequence[Channel], found: Sequence[Channel]) -> list[tuple[int, int]]:
    """The places of channels that are named in the same words, where one of the gold's names stands in the evidence of the other, one to one."""

    def agree(one: Channel, other: Channel) -> bool:
        is_there = any(_overlap(a, b) for a in one.places for b in other.places)
        return is_there and any(_share_words(a, b) for a in one.names for b in other.names)

    return matched(gold, found, agree)


def _touch(one: Claim, other: Claim) -> bool:
    return any(_overlap(a, b) for a in one.places for b in other.places)


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
