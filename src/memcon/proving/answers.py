"""The form of an answer: the keys of the reading contract, with words of the text where the contract has places and ids.

A model is asked for this form and may not keep to it, so what comes back is taken record by record: what has another shape costs its record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from memcon.codebook import load_codebook
from memcon.domain.actors import ActorKind
from memcon.domain.records import CommitmentStatus, Stance
from memcon.domain.tellings import QuoteType

Holds = Literal["words", "list", "choice", "parts"]
"""What a key holds: some words of the text, a list of such words, a word of a list of ours, or a list of pairs of words and a role."""

MOST_RECORDS = 400
"""Records of one answer that are looked at; a page has no more."""

MOST_WORDS = 2_000
"""Code points of one string of an answer; a quotation is a sentence or two."""

MOST_ITEMS = 60
"""Items of one list in a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a record. Without the words of one that `is_needed` there is no record. `choices` are those of a `choice`, with their meanings."""

    name: str
    means: str
    holds: Holds = "words"
    is_needed: bool = False
    choices: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One record as an answer gives it, of a shape that is right: `words` by key, `lists` by key, and who takes part in which role."""

    kind: str
    words: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    parts: tuple[tuple[str, str], ...] = ()


def _plain(names: Any) -> Mapping[str, str]:
    return dict.fromkeys(get_args(names), "")


_EVIDENCE = Key(
    name="evidence",
    means="the sentences that say so, copied letter for letter; all words of the record stand in them",
    holds="list",
    is_needed=True,
)
_SAID = (
    Key(name="speaker", means="the words that name whoever says so; null where it is the outlet's own account"),
    Key(name="cue", means="the word by which it is said"),
    Key(name="hedge", means="the word that hedges it, such as reportedly"),
)


@cache
def _form() -> Mapping[str, tuple[Key, ...]]:
    book = load_codebook()
    kinds = {**{name: kind.definition for name, kind in book.kinds.items()}, **book.unread}
    statuses = {name: entry.means for name, entry in book.statuses.entries.items()}
    roles = {name: entry.means for name, entry in book.roles.entries.items()}
    return {
        "actors": (
            Key(name="name", means="the fullest name in the text", is_needed=True),
            Key(name="kind", means="what it is", holds="choice", is_needed=True, choices=_plain(ActorKind)),
            _EVIDENCE,
        ),
        "events": (
            Key(name="kind", means="what sort of event it is", holds="choice", is_needed=True, choices=kinds),
            Key(name="word", means="the word or words that tell of it: met, the talks", is_needed=True),
            Key(name="label", means="the proper name of the event; null where it has none"),
            Key(name="status", means="whether it happens", holds="choice", choices=statuses),
            Key(name="status_word", means="the word that decides the status: will, was called off"),
            Key(name="when", means="the words that say when it takes place"),
            Key(name="place", means="the name of the place"),
            Key(name="participants", means="who takes part, in which role", holds="parts", choices=roles),
            Key(name="agenda", means="what it is about, each in the text's words", holds="list"),
            Key(name="outcome", means="what came of it, each in the text's words", holds="list"),
            *_SAID,
            _EVIDENCE,
        ),
        "statements": (
            Key(name="speaker", means="the words that name who says it"),
            Key(name="cue", means="the word that introduces it"),
            Key(name="content", means="what is said, in the text's words", is_needed=True),
            Key(
                name="quote_type",
                means="whether the words are the speaker's own",
                holds="choice",
                is_needed=True,
                choices=_plain(QuoteType),
            ),
            Key(name="hedge", means="the word that hedges it"),
            _EVIDENCE,
        ),
        "positions": (
            Key(name="actor", means="the words that name whose stance it is", is_needed=True),
            Key(name="stance", means="for or against", holds="choice", is_needed=True, choices=_plain(Stance)),
            Key(name="target", means="on what", is_needed=True),
            Key(name="grounds", means="why"),
            *_SAID,
            _EVIDENCE,
        ),
        "commitments": (
            Key(name="parties", means="the words that name who undertakes it", holds="list", is_needed=True),
            Key(name="text", means="what is undertaken", is_needed=True),
            Key(
                name="status",
                means="how far it has come",
                holds="choice",
                is_needed=True,
                choices=_plain(CommitmentStatus),
            ),
            Key(name="instrument", means="the paper it stands in"),
            Key(name="when", means="the words that say when it was undertaken"),
            Key(name="target", means="the words that say by when"),
            _EVIDENCE,
        ),
        "processes": (
            Key(name="name", means="the long-running issue, as it is named", is_needed=True),
            Key(name="basis", means="on what it goes on: conditions-based"),
            Key(name="conditions", means="what must be met", holds="list"),
            Key(name="milestones", means="its steps", holds="list"),
            Key(name="target", means="by when it is to end"),
            _EVIDENCE,
        ),
        "precedents": (
            Key(name="text", means="a claim such as: the first in eight years", is_needed=True),
            Key(name="scope", means="among what it is the first"),
            _EVIDENCE,
        ),
    }


class _Form(Mapping[str, tuple[Key, ...]]):
    """The keys of each kind of record, by the name of its list in the contract. The codebook is opened when they are first asked for."""

    def __getitem__(self, name: str) -> tuple[Key, ...]:
        return _form()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_form())

    def __len__(self) -> int:
        return len(_form())


FORM: Mapping[str, tuple[Key, ...]] = _Form()


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer: every object closed and all of its keys required, so that endpoints which enforce schemas take it."""
    return _object(
        {name: {"type": "array", "items": _object({k.name: _of(k) for k in keys})} for name, keys in FORM.items()}
    )


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _of(key: Key) -> dict[str, Any]:
    described = {"description": key.means}
    if key.holds == "list":
        return {"type": "array", "items": {"type": "string"}, **described}
    if key.holds == "parts":
        role = {"type": "string", "enum": list(key.choices or ())}
        return {"type": "array", "items": _object({"name": {"type": "string"}, "role": role}), **described}
    if key.holds == "choice":
        one_of = [*(key.choices or ()), *(() if key.is_needed else (None,))]
        return {"type": "string" if key.is_needed else ["string", "null"], "enum": one_of, **described}
    return {"type": "string" if key.is_needed else ["string", "null"], **described}


def given_in(answer: object, dropped: Counter[str]) -> Iterator[Given]:
    """The records of an answer, whatever it is; what has not the form is counted in `dropped` and left out."""
    if not isinstance(answer, dict):
        dropped["wrong_form"] += 1
        return
    count = 0
    for kind, keys in FORM.items():
        records = answer.get(kind)
        if records is None:
            continue
        if not isinstance(records, list):
            dropped["wrong_form"] += 1
            continue
        room = max(0, MOST_RECORDS - count)
        dropped["too_many"] += max(0, len(records) - room)
        count += len(records)
        for record in records[:room]:
            found = _given(kind, keys, record)
            if found is None:
                dropped["wrong_form"] += 1
            else:
                yield found


def _given(kind: str, keys: tuple[Key, ...], record: object) -> Given | None:
    if not isinstance(record, dict):
        return None
    words: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    parts: tuple[tuple[str, str], ...] = ()
    for key in keys:
        value = record.get(key.name)
        if value is None or value == "" or value == []:
            if key.is_needed:
                return None
        elif key.holds == "list":
            if not isinstance(value, list) or len(value) > MOST_ITEMS or not all(map(_is_short, value)):
                return None
            lists[key.name] = tuple(value)
        elif key.holds == "parts":
            found = _parts(key, value)
            if found is None:
                return None
            parts = found
        elif not _is_short(value) or (key.holds == "choice" and value not in (key.choices or ())):
            return None
        else:
            words[key.name] = value
    return Given(kind=kind, words=words, lists=lists, parts=parts)


def _parts(key: Key, value: object) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, list) or len(value) > MOST_ITEMS:
        return None
    found = [(item.get("name"), item.get("role")) if isinstance(item, dict) else (None, None) for item in value]
    if not all(_is_short(name) and isinstance(role, str) and role in (key.choices or ()) for name, role in found):
        return None
    return tuple((str(name), str(role)) for name, role in found)


def _is_short(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= MOST_WORDS
