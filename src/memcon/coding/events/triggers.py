"""Where a text speaks of an event: the noun, verb or channel session that names it.

Whether it is an event worth a record is decided later (memcon.coding.events.records); here a trigger is only recognised for what it
means, by the codebook, with the readings excluded in which the same word means something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.codebook import Codebook, Kind, VerbFrame
from memcon.coding.channels.mentions import ChannelMention
from memcon.coding.syntax import OBJECTS, Syntax
from memcon.domain.records import EventKind
from memcon.lexicon import words

_LONGEST_NOUN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that names an event. `anchor` is its token, `first` to `last` (included) the words of a compound ("press conference")."""

    anchor: int
    first: int
    last: int
    kind: EventKind
    family: str
    form: Literal["noun", "verb", "channel"]
    frame: VerbFrame | None = None
    channel: ChannelMention | None = None


def find_triggers(syntax: Syntax, codebook: Codebook, channels: Sequence[ChannelMention]) -> tuple[Trigger, ...]:
    """All triggers in text order; a token is part of at most one."""
    in_channel = {i: c for c in channels for i in range(c.first, c.last + 1)}
    found = [_of_channel(c, codebook) for c in channels if c.is_session or not c.is_common]
    i = 0
    while i < len(syntax.tokens):
        if i in in_channel:
            i = in_channel[i].last + 1
            continue
        trigger = _noun(syntax, codebook, i) or _verb(syntax, codebook, i)
        if trigger is not None:
            found.append(trigger)
            i = trigger.last
        i += 1
    return tuple(sorted(found, key=lambda t: t.anchor))


def _of_channel(channel: ChannelMention, codebook: Codebook) -> Trigger:
    family = codebook.kinds[channel.kind].family if channel.kind in codebook.kinds else "encounter"
    return Trigger(
        anchor=channel.head,
        first=channel.first,
        last=channel.last,
        kind=channel.kind,
        family=family,
        form="channel",
        channel=channel,
    )


def _noun(syntax: Syntax, codebook: Codebook, i: int) -> Trigger | None:
    """The longest event noun that starts at `i`, unless it only modifies another noun ("summit declaration")."""
    for length in range(_LONGEST_NOUN, 0, -1):
        last = i + length - 1
        if last >= len(syntax.tokens) or syntax.tokens[last].sentence != syntax.tokens[i].sentence:
            continue
        in_headline = _is_noun_of_headline(syntax, last)
        lemma = syntax.lower(last) if in_headline else _noun_lemma(syntax, last)
        kind = codebook.by_noun.get((*(syntax.lower(j) for j in range(i, last)), lemma))
        if kind is not None and (in_headline or _is_event_noun(syntax, codebook, last, kind)):
            return Trigger(
                anchor=last, first=i, last=last, kind=_refined(syntax, last, kind), family=kind.family, form="noun"
            )
    return None


def _is_noun_of_headline(syntax: Syntax, i: int) -> bool:
    """ "Readout of the Premier's Call with …", "Lind Meeting with …": in a headline a capital between a name and "with" is a noun's, whatever
    the parser takes it for; "Talks With" may be a verb."""
    token, sentence = syntax.tokens[i], syntax.sentence(i)
    if sentence.kind not in {"title", "heading"} or not token.text.istitle() or syntax.lower(i) == "talks":
        return False
    if not sentence.first < i < sentence.last - 1 or syntax.lower(i + 1) != "with":
        return False
    return syntax.tokens[i - 1].pos == "PROPN" or syntax.tokens[i - 1].tag == "POS"


def _noun_lemma(syntax: Syntax, i: int) -> str:
    """ "talks" is an event only in the plural; all else goes by its lemma."""
    word = syntax.lower(i)
    return word if word == "talks" else syntax.lemma(i)


def _is_event_noun(syntax: Syntax, codebook: Codebook, i: int, kind: Kind) -> bool:
    token = syntax.tokens[i]
    if token.pos not in {"NOUN", "PROPN"} or (token.dep in {"compound", "nmod", "amod"} and token.head > i):
        return False
    if i in syntax.mention_at and syntax.mention_at[i].form in {"name", "title"}:
        return False
    if kind.kind == "call":
        return _is_conversation(syntax, i)
    if kind.kind == "exercise":
        return any(syntax.lower(j) in _MILITARY for j in _modifiers(syntax, i)) or token.text.lower() in {
            "maneuvers",
            "manoeuvres",
        }
    if token.text.lower() in _AMBIGUOUS:
        is_carried = token.head != i and syntax.lemma(token.head) in {"hold", "have", "attend", "join"}
        is_planned = any(o.kind in _OF_OCCASIONS for o in syntax.factuality(i).operators)
        return bool(syntax.deps(i, "prep", "poss")) or is_carried or is_planned
    return True


_MILITARY = frozenset(
    [
        "military",
        "joint",
        "naval",
        "combined",
        "war",
        "army",
        "air",
        "live-fire",
        "field",
        "missile",
        "defense",
        "defence",
        "annual",
        "command",
        "post",
        "combat",
        "amphibious",
        "marine",
    ]
)
"""Words before "exercise", "drill" or "training" that make it the armed forces'."""

_OF_OCCASIONS = frozenset({"cancellation", "postponement", "failure", "arrangement", "negation"})
"""Operators that only an occasion can stand under ("the trip was called off", "the dinner did not take place")."""

_AMBIGUOUS = frozenset(
    {"session", "lunch", "dinner", "breakfast", "luncheon", "audience", "tour", "trip", "conversation", "discussion"}
)


def _modifiers(syntax: Syntax, i: int) -> list[int]:
    return [c for c in syntax.children[i] if c < i]


def _is_conversation(syntax: Syntax, i: int) -> bool:
    """A "call" is a telephone call when its words say so, or when it is "with" or "between" somebody; a "call for" something is not."""
    if syntax.lemma(i) != "call":
        return True
    if any(syntax.lower(j) in {"phone", "telephone", "video", "conference"} for j in _modifiers(syntax, i)):
        return True
    return any(syntax.lower(p) in {"with", "between"} for p in syntax.deps(i, "prep"))


def _refined(syntax: Syntax, i: int, kind: Kind) -> EventKind:
    """ "summit meeting" and "summit talks" are a summit; phone talks a call."""
    words = {syntax.lower(j) for j in _modifiers(syntax, i)}
    if kind.family == "encounter" and "summit" in words:
        return "summit"
    if kind.family == "encounter" and words & {"phone", "telephone"}:
        return "call"
    return kind.kind


def _verb(syntax: Syntax, codebook: Codebook, i: int) -> Trigger | None:
    token = syntax.tokens[i]
    if token.pos != "VERB" or token.dep in {"amod", "compound"}:
        return None
    for frame in codebook.by_verb.get(token.lemma.lower(), ()):
        if _fits(syntax, i, frame):
            family = codebook.kinds[frame.kind].family
            kind: EventKind = "call" if frame.kind == "talks" and _by_phone(syntax, i) else frame.kind
            return Trigger(
                anchor=i,
                first=i,
                last=i,
                kind=kind,
                family="call" if kind == "call" else family,
                form="verb",
                frame=frame,
            )
    return None


def _by_phone(syntax: Syntax, verb: int) -> bool:
    return any(
        syntax.lower(c) in {"phone", "telephone"} for p in syntax.deps(verb, "prep") for c in syntax.deps(p, "pobj")
    )


def _fits(syntax: Syntax, verb: int, frame: VerbFrame) -> bool:
    """Whether the verb has the arguments that this meaning needs."""
    if frame.particle is not None and frame.particle not in {
        syntax.lower(c) for c in syntax.deps(verb, "prt", "advmod", "prep")
    }:
        return False
    if frame.lemma == "speak" and not _is_speaking_together(syntax, verb, frame):
        return False
    objects = list(objects_of(syntax, verb))
    if frame.object_nouns and not any(_is_listed(syntax, o, frame.object_nouns) for o in objects):
        return False
    if frame.roles.get("object") == "visitor" and not (objects and objects[0] in syntax.mention_at):
        return False
    if (
        frame.lemma == "meet"
        and syntax.is_passive(verb)
        and not any(p + 1 in syntax.mention_at for p in syntax.deps(verb, "agent"))
    ):
        return False
    if frame.is_object_bare and not _is_call(syntax, verb, objects):
        return False
    return all(_has(syntax, verb, slot, objects) for slot in frame.needs) or _is_by_several(syntax, verb, frame)


def _is_by_several(syntax: Syntax, verb: int, frame: VerbFrame) -> bool:
    """ "The two premiers spoke by telephone", "the premier and the king spoke today about …": the parties are all in the subject."""
    if frame.lemma not in _SPEAKING:
        return False
    parties = {a for s in syntax.subjects(verb) for m in syntax.mentions_around(s) for a in m.actors}
    return len(parties) > 1 and (frame.kind == "call" or _is_only_about(syntax, verb))


def _is_only_about(syntax: Syntax, verb: int) -> bool:
    """Whether nothing but a subject and a time is told of speaking; "at the rally", "to reporters" tell of an audience."""
    others = [p for p in syntax.deps(verb, "prep", "dative") if p + 1 not in syntax.timex_at]
    return bool(others) and all(syntax.lower(p) in _ABOUT for p in others)


_SPEAKING = words("speaking_together")
_ABOUT = words("leading_in_a_subject")


_SAID_ON_THE_PHONE = frozenset(
    [
        "discuss",
        "talk",
        "express",
        "congratulate",
        "convey",
        "offer",
        "thank",
        "explain",
        "inform",
        "brief",
        "urge",
        "condole",
        "review",
    ]
)


def _is_call(syntax: Syntax, verb: int, objects: Sequence[int]) -> bool:
    """ "called the president (to discuss …)" is a telephone call; "called him a liar", "called her to testify", "called off" are not."""
    if syntax.deps(verb, "oprd", "ccomp", "prt") or not objects or objects[0] not in syntax.mention_at:
        return False
    if not all(syntax.lemma(x) in _SAID_ON_THE_PHONE for x in syntax.deps(verb, "xcomp")):
        return False
    return not _is_named_so(syntax, syntax.inside(syntax.mention_at[objects[0]].span)[-1] + 1)


def _is_named_so(syntax: Syntax, behind: int) -> bool:
    """Whether what stands behind the object may be what it is called ("called Reed, his rival, a coward"; "called Reed “the Fox”")."""
    sentence = syntax.sentence(behind - 1)
    if behind >= sentence.last or behind in syntax.timex_at:
        return False
    if syntax.tokens[behind].text == ",":
        behind += 1
        return behind >= sentence.last or not (
            syntax.tokens[behind].pos == "CCONJ" or syntax.tokens[behind].tag == "VBG" or behind in syntax.timex_at
        )
    is_quoted = syntax.tokens[behind].tag in {"``", "''"}
    return is_quoted or syntax.tokens[behind].pos in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"}


def _is_speaking_together(syntax: Syntax, verb: int, frame: VerbFrame) -> bool:
    """ "spoke by phone with" is a call; "spoke with" an actor are talks; "spoke with conviction" is neither."""
    if _by_phone(syntax, verb):
        return frame.kind == "call"
    partners = (m for p in syntax.deps(verb, "prep") if syntax.lower(p) == "with" for m in syntax.mentions_from(p + 1))
    return frame.kind == "talks" and (any(True for _ in partners) or _is_by_several(syntax, verb, frame))


def prepositions_of(syntax: Syntax, verb: int) -> list[int]:
    """The prepositions of a verb, and those that the parser hung on the "phone" by which it is done ("will speak by phone with")."""
    own = syntax.deps(verb, "prep", "dative")
    phones = (c for p in own for c in syntax.deps(p, "pobj") if syntax.lower(c) in {"phone", "telephone"})
    return [*own, *(p for c in phones for p in syntax.deps(c, "prep"))]


def objects_of(syntax: Syntax, verb: int) -> Iterator[int]:
    """The logical objects of a verb: its direct objects with what is coordinated, or the subject of its passive."""
    if syntax.is_passive(verb):
        heads = syntax.deps(verb, "nsubjpass") or syntax.subjects(verb)
    else:
        heads = [c for c in syntax.children[verb] if syntax.tokens[c].dep in OBJECTS]
    for head in heads:
        yield head
        yield from syntax.deps(head, "conj")


def _is_listed(syntax: Syntax, i: int, nouns: frozenset[str]) -> bool:
    lemma = syntax.lemma(i)
    return lemma in nouns or syntax.lower(i) in nouns or (i > 0 and f"{syntax.lower(i - 1)} {lemma}" in nouns)


def _has(syntax: Syntax, verb: int, slot: str, objects: Sequence[int]) -> bool:
    if slot == "object":
        return bool(objects)
    if slot == "to" and any(syntax.lower(p) == "to" for o in objects for p in syntax.deps(o, "prep")):
        return True
    if slot == "with" and any(syntax.lower(p) in {"with", "to"} for p in prepositions_of(syntax, verb)):
        return True
    return any(syntax.lower(p) == slot for p in syntax.deps(verb, "prep", "dative", "prt"))
