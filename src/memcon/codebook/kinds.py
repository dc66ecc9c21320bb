"""The kinds of event: one table each, `<kind>.toml`, with all that a kind is and, under the name of a language, all the words by which it is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from memcon.codebook.tables import Table

PLACE = "place"
"""What stands in the place of a role where an argument is where the event is."""

NEEDS: Mapping[str, str] = {
    "status": "it is told whether it happens",
    "undone": "it is told to be cancelled, put off or to have come to nothing",
    "setting": "it has a time or a place",
    "party": "somebody takes part",
    "parties": "two or more take part",
    "official": "a state, somebody in office or an official body takes part",
    "doer": "it is told who does it, or who says no to it",
    "dealing": "parties deal with each other",
    "office": "an office of diplomacy or security is told",
}
"""What a kind may need to be a record, each with the question that it is; `memcon.coding.events.relevance` answers them."""

TRAITS: Mapping[str, str] = {
    "agenda": "delegations and lists of subjects that are told behind it are its own",
    "topics": "what its parties are told to discuss or to agree on behind it is its own",
    "broad": "its noun may mean any kind of its family (“the meeting” for a summit)",
    "apart": "its noun never means a kind of its family told in other words",
    "destination": "it goes somewhere: its place is where it goes, and tells two of them apart",
    "dealing": "whoever is told to do something to somebody during it, took part with that one",
    "speaking": "whoever speaks after it took part",
    "together": "its parties act together, so that “they” and “both leaders” behind it may mean them",
    "session": "the sessions of a channel are such, where nothing tells another kind",
    "assembly": "a body may have the name of its sessions (“NATO”), which alone means the body",
    "many": "many come to it, so that it takes place though somebody stays away",
    "founding": "its object is the channel that it sets up and is named after",
    "named": "it may have a proper name (“exercise Vigilant Ace”)",
    "giving": "what its verb gives comes out of it, and whom that is to help takes part",
    "takes_time": "announced or ordered, it is still to be done",
    "about": "the object of its verb is what it is about",
    "announced": "it is done by being announced, on the day on which it is",
    "instrument": "the object of its verb is what comes out of it",
    "hitting": "the state whose the thing or people are that it is done to takes part",
    "vehicle": "whoever is told to say or do something “in” it made it (“in a joint statement A and B condemned …”)",
}
"""What else a kind may be, each with what that does."""

ASKS: Mapping[str, str] = {
    "partner": "an actor is named as its object or behind one of its prepositions",
    "official": "a state, somebody in office or an official body is named there",
    "foreign": "whoever is named there is known to be of another country than whoever does it",
    "in_person": "a person is named there",
    "person": "a person does it, or persons who are sent",
    "traveller": "its object is a person, or persons who are sent",
    "several": "several do it",
    "of_states": "a body of several states does it, an organ of one, those in office for one, or those of several countries",
    "place": "the place where it is, is named",
    "time": "its time is told beside it",
    "arranged": "it is told to be arranged or expected",
    "undertaking": "what is to be done is told by an infinitive or a clause with “should” or “would”, or a noun tells on what they are one",
    "abroad": "its place is a part of the world, not one by its name, which may be the traveller's home",
    "alone": "no clause hangs on it",
    "forces": "those who do it are forces such as troops",
    "international": "an international body does it",
    "organization": "an organization is what is joined or left",
    "state": "a state is its object",
    "unwelcome": "“persona non grata” is what its object is said to be",
    "here": "“here” tells its place, that of the dateline",
    "helping": "an infinitive tells what state or body is to be helped by it",
}
"""What a verb may ask for beside the arguments that it needs, to mean an event; `memcon.coding.events.arguments` looks for it."""

_KEYS = ("kind", "definition", "like", "family", "role", "needs", "traits", "plover", "en")
_ENGLISH_KEYS = (
    "label",
    "of_channel",
    "nouns",
    "ambiguous",
    "continuing",
    "qualified",
    "inside",
    "amid",
    "in_names",
    "refines",
    "done",
    "verbs",
    "examples",
)
_SLOTS = ("subject", "object")
_FRAME_KEYS = (
    "lemma", "lemmas", "particle", *_SLOTS, "behind", "needs", "object_nouns", "object_behind", "may_be", "means", "plover",
    "bare_object", "object_is_channel", "needs_partner", "named_agent", "named_object", "or_several", "several_in_a_setting", "asks", "office", "body", "at_the_foot", "unfinished",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """A kind's own PLOVER row: what it is coded as where it took place."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """How a verb names an event. `roles` maps `subject`, `object` and prepositions to a role or `place`; `needs` are the
    arguments without which the verb means something else; `object_nouns` are the heads that its object must have. `may_be` is another kind of which
    the same words may tell. `means`: only by these ("spoke by phone"); `needs_partner`: only with a partner that is
    named; `needs_named_agent`: in the passive only by somebody named; `is_of_several`: or with several in the subject, whatever `needs` says, and
    `is_of_several_in_a_setting` with several and a time or place. `asks` are of `ASKS`.
    `object_behind` are prepositions that may lead the object ("agreed on a truce"); `needs_named_object`: only with an actor as object; `needs_office`:
    only where an office of diplomacy or security is told; `needs_body`: only by a body or a state; `is_at_the_foot`: only as the head of a line
    without a subject ("Signed at Lima on 3 May"); `is_unfinished`: only as "to be" in a line without a finite verb. `plover` is the row of what is told so, where it is not that of the kind."""

    kind: str
    lemma: str
    roles: Mapping[str, str]
    needs: frozenset[str] = frozenset()
    object_nouns: frozenset[str] = frozenset()
    particle: str | None = None
    may_be: str | None = None
    is_object_bare: bool = False
    is_object_channel: bool = False
    means: frozenset[str] = frozenset()
    needs_partner: bool = False
    needs_named_agent: bool = False
    is_of_several: bool = False
    is_of_several_in_a_setting: bool = False
    asks: frozenset[str] = frozenset()
    object_behind: frozenset[str] = frozenset()
    needs_named_object: bool = False
    needs_office: bool = False
    needs_body: bool = False
    is_at_the_foot: bool = False
    is_unfinished: bool = False
    plover: Plover | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Nouns of what is done: `acts` ("withdrawal") name the event where somebody is in their phrase or they are told as news, `papers` ("treaty",
    "truce") only where they are told as news. With `objects`, an act's phrase must name one of them ("withdrawal of troops"); `needs_office`: only
    where an office of diplomacy or security is told; `is_done_by_saying`: whoever announces the act does it."""

    acts: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    needs_office: bool = False
    is_done_by_saying: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """Nouns that name the event only with one of the words `before` them or prepositions `behind` them, or in one of their `forms`."""

    nouns: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refinement:
    """The words that make of a kind of `family` this kind: before its noun ("summit talks"), or the means of its verb ("conferred by phone")."""

    family: str = ""
    before: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event.

    `family` groups the kinds whose mentions may be the same event. `role` is that of whoever it is said to be whose. `needs` are alternatives: all questions
    of one of them must be answered for the event to be a record. `nouns` are lemmas, of one or more words, those in `ambiguous` only in an
    occasion's company, those in `continuing` only with a number behind another of its nouns ("the fourth round"). `inside` maps the prepositions in the noun phrase to the roles that they lead; "is on a visit" has `amid`. A channel with one of `in_names` in its name has
    sessions of this kind. `label` and `of_channel` are
    how it is printed.
    """

    kind: str
    definition: str
    family: str
    role: str = "participant"
    needs: tuple[frozenset[str], ...] = ()
    traits: frozenset[str] = frozenset()
    plover: Plover | None = None
    label: str = ""
    of_channel: str = "{kind} of {channel}"
    nouns: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    qualified: Qualified = Qualified()
    inside: Mapping[str, str] = field(default_factory=dict)
    amid: str = "in"
    in_names: frozenset[str] = frozenset()
    refines: Refinement = Refinement()
    done: Done = Done()
    verbs: tuple[VerbFrame, ...] = ()
    examples: tuple[Mapping[str, Any], ...] = ()

    def has(self, trait: str) -> bool:
        """Whether it has one of `TRAITS`. Raises `KeyError` for what is none of them."""
        TRAITS[trait]
        return trait in self.traits


def parse_kind(table: Table, like: Mapping[str, Table], roles: Collection[str]) -> Kind:
    """The kind of one file. What it leaves out it takes from the kind that it is `like`; `like` has the tables of all kinds by name."""
    table.only(_KEYS)
    own = table.table("en").only(_ENGLISH_KEYS)
    name = table.text("kind")
    model = _model(table, like)
    english = Table(own.file, own.name, {**_shared(model.table("en"), ("inside", "amid")), **own.content})
    merged = Table(table.file, "", {**_shared(model, ("family", "role", "needs", "traits", "plover")), **table.content})
    return Kind(
        kind=name,
        definition=table.text("definition"),
        family=merged.text("family", model.text("kind", name)),
        role=merged.one_of("role", roles, "participant"),
        needs=_needs(merged),
        traits=frozenset(merged.known("traits", each, TRAITS) for each in merged.texts("traits")),
        plover=_plover(merged),
        label=own.text("label", name.replace("_", " ")),
        of_channel=own.text("of_channel", "{kind} of {channel}"),
        nouns=own.texts("nouns"),
        ambiguous=frozenset(own.known("ambiguous", each, own.texts("nouns")) for each in own.texts("ambiguous")),
        continuing=frozenset(own.known("continuing", each, own.texts("nouns")) for each in own.texts("continuing")),
        qualified=_qualified(own),
        inside=_inside(english, roles),
        amid=english.text("amid", "in"),
        in_names=own.words("in_names"),
        refines=_refines(own),
        done=_done(own),
        verbs=tuple(f for each in own.tables("verbs") for f in _frames(name, each, {*roles, PLACE})),
        examples=_examples(own),
    )


def _model(table: Table, tables: Mapping[str, Table]) -> Table:
    """The table that this one is like; an empty one where it is like none."""
    if "like" not in table.content:
        return Table(table.file, "", {})
    model = tables[table.one_of("like", tables)]
    if "like" in model.content:
        raise table.error(
            f"is like {model.text('kind')!r}, which is like another itself", "name the kind that one is like"
        )
    return model


def _shared(table: Table, keys: Collection[str]) -> dict[str, Any]:
    return {key: value for key, value in table.content.items() if key in keys}


def _needs(table: Table) -> tuple[frozenset[str], ...]:
    """Each text is an alternative, its questions parted by "and"; without any, a status and an official party."""
    found = table.texts("needs") or ("status and official",)
    return tuple(frozenset(table.known("needs", each.strip(), NEEDS) for each in one.split(" and ")) for one in found)


def _plover(table: Table) -> Plover | None:
    if "plover" not in table.content:
        return None
    row = table.table("plover").only(("type", "mode", "contexts"))
    return Plover(
        type=row.text("type"), mode=row.text("mode") if "mode" in row.content else None, contexts=row.texts("contexts")
    )


def _qualified(table: Table) -> Qualified:
    found = table.table("qualified").only(("nouns", "before", "behind", "forms"))
    return Qualified(
        nouns=frozenset(found.known("nouns", each, table.texts("nouns")) for each in found.texts("nouns")),
        before=found.words("before"),
        behind=found.words("behind"),
        forms=found.words("forms"),
    )


def _refines(table: Table) -> Refinement:
    if "refines" not in table.content:
        return Refinement()
    found = table.table("refines").only(("family", "before", "means"))
    return Refinement(family=found.text("family"), before=found.words("before"), means=found.words("means"))


def _done(table: Table) -> Done:
    found = table.table("done").only(("acts", "papers", "objects", "office", "by_saying"))
    known = {
        key: frozenset(table.known(key, each, table.texts("nouns")) for each in found.texts(key))
        for key in ("acts", "papers")
    }
    objects, needs_office, is_by_saying = found.words("objects"), found.is_set("office"), found.is_set("by_saying")
    return Done(**known, objects=objects, needs_office=needs_office, is_done_by_saying=is_by_saying)


def _inside(table: Table, roles: Collection[str], key: str = "inside") -> dict[str, str]:
    """Preposition → role, from a table of the roles with the prepositions that lead each."""
    inside = table.table(key).only(roles)
    return {preposition: role for role in inside.content for preposition in inside.texts(role)}


def _frames(kind: str, table: Table, allowed: Collection[str]) -> list[VerbFrame]:
    """The frame of each verb of a table: of `lemma`, or of all `lemmas`."""
    lemmas = table.texts("lemmas") or (table.text("lemma"),)
    return [_frame(kind, table.only(_FRAME_KEYS), lemma, allowed) for lemma in lemmas]


def _frame(kind: str, table: Table, lemma: str, allowed: Collection[str]) -> VerbFrame:
    behind = _inside(table, allowed, "behind")
    own = {slot: table.one_of(slot, allowed) for slot in _SLOTS if slot in table.content}
    return VerbFrame(
        kind=kind,
        lemma=lemma,
        roles={**own, **behind},
        needs=frozenset(table.known("needs", each, {*own, *behind}) for each in table.texts("needs")),
        object_nouns=table.words("object_nouns"),
        particle=table.text("particle") if "particle" in table.content else None,
        may_be=table.text("may_be") if "may_be" in table.content else None,
        means=table.words("means"),
        is_object_bare=table.is_set("bare_object"),
        is_object_channel=table.is_set("object_is_channel"),
        needs_partner=table.is_set("needs_partner"),
        needs_named_agent=table.is_set("named_agent"),
        is_of_several=table.is_set("or_several"),
        is_of_several_in_a_setting=table.is_set("several_in_a_setting"),
        asks=frozenset(table.known("asks", each, ASKS) for each in table.texts("asks")),
        object_behind=table.words("object_behind"),
        needs_named_object=table.is_set("named_object"),
        needs_office=table.is_set("office"),
        needs_body=table.is_set("body"),
        is_at_the_foot=table.is_set("at_the_foot"),
        is_unfinished=table.is_set("unfinished"),
        plover=_plover(table),
    )


def _examples(table: Table) -> tuple[Mapping[str, Any], ...]:
    found = [each.only(("text", "finds")) for each in table.tables("examples")]
    for each in found:
        each.text("text")
        list(each.tables("finds"))
        if "finds" not in each.content:
            raise each.error("does not say what it finds", "add finds = [] where that is nothing")
    return tuple(each.content for each in found)
