"""A mention beside the mentions of an event told before: whom they have in common, whether their times, places and kinds agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from memcon.codebook import load_codebook
from memcon.coding.events.mentions import EventMention
from memcon.domain.annotation import Annotation
from memcon.domain.dates import Interval, interval_of
from memcon.domain.labels import CLAUSES, PLACES_AND_PEOPLES, PLURAL, VERBAL
from memcon.domain.records import Place
from memcon.domain.tokens import Token
from memcon.lexicon import words

_NO_SURNAME = words("behind_a_surname")
_ANOTHER = words("setting_off_another")
_GATHERING = words("gathering_its_parties")
_ATTENDING, _ALSO = words("taking_part_too"), words("adding_another")
_BESIDE_OTHERS = words("attending_beside_others")
_BRINGING = words("telling_whom_it_brought")
_ONE_IN_PLURAL = words("one_occasion_in_the_plural")
_MONTH = 31
"""A time that is longer, in days, tells no occasion from another."""


_PARTIES = PLACES_AND_PEOPLES | {"PERSON"}
_MARKS_IN_A_NAME = frozenset("'’-")
_SHORTEST_STEM = 4
_NEAR = 1
"""How many sentences behind an office its holder's name tells who was meant."""
_LONGEST_IN_A_NAME = 4
_LATEST = 30
"""How many of an event's latest mentions the next one is compared with, beside its first; none of 469 articles reads differently for it."""


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one event, in text order."""

    mentions: list[EventMention] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Told:
    """An event as what is told behind it sees it: its first mention and its latest ones, and the parties of all of them."""

    cluster: Cluster = field(default_factory=Cluster)
    mentions: list[EventMention] = field(default_factory=list)
    parties: frozenset[str] = frozenset()

    def add(self, mention: EventMention, parties: frozenset[str]) -> None:
        """Adds a mention with its parties."""
        self.cluster.mentions.append(mention)
        self.mentions.append(mention)
        self.parties |= parties
        if len(self.mentions) > _LATEST + 1:
            del self.mentions[1]

    def take_in(self, other: Told) -> None:
        """Takes the mentions of `other`, which is the same event, each in its place in the text."""
        self.cluster.mentions = sorted([*self.cluster.mentions, *other.cluster.mentions], key=_place)
        first, *latest = sorted({id(m): m for m in (*self.mentions, *other.mentions)}.values(), key=_place)
        self.mentions = [first, *latest[-_LATEST:]]
        self.parties |= other.parties


def is_known_by_office(name: str) -> bool:
    """Whether a person is only known by common words ("Norway's fishery minister", "Peru's envoy to Oslo"); the small words of a name are short ("de la Cruz")."""
    return any(w[:1].islower() and len(w) > _LONGEST_IN_A_NAME for w in name.split())


def _first_of_name(tokens: Sequence[Token], first: int) -> int:
    """Where the name begins that goes on at `first`, in the same sentence."""
    while first > 0 and tokens[first - 1].sentence == tokens[first].sentence and _is_of_a_name(tokens[first - 1]):
        first -= 1
    return first


def _is_of_a_name(token: Token) -> bool:
    """Whether a token may go on with a name to the left: a capital, or a mark between two."""
    return token.text[:1].isupper() or token.tag == "POS" or token.text in _MARKS_IN_A_NAME


def _place(mention: EventMention) -> int:
    return mention.trigger.anchor


def parties_of(annotation: Annotation, mention: EventMention) -> frozenset[str]:
    """The actor ids in a mention, groups replaced by their members, without those that stay away."""
    known = load_codebook().roles
    return frozenset(annotation.opened(p.actor for p in mention.participants if known.of(p.role).is_party))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A mention with its parties (`mine`) and an event that it may be of, with the document's actors."""

    mention: EventMention
    cluster: Told
    annotation: Annotation
    mine: frozenset[str]

    # --- parties ---------------------------------------------------------------------------------------------------------

    @property
    def theirs(self) -> frozenset[str]:
        """The parties of the cluster."""
        return self.cluster.parties

    def countries(self, ids: frozenset[str]) -> frozenset[str]:
        actors = self.annotation.actor_by_id
        return frozenset(a.country for i in ids if (a := actors.get(i)) is not None and a.country)

    def persons(self, ids: frozenset[str]) -> frozenset[str]:
        return frozenset(i for i in ids if (a := self.annotation.actor_by_id.get(i)) is not None and a.kind == "person")

    def named(self, ids: frozenset[str]) -> frozenset[str]:
        """The persons with names of their own among `ids`."""
        actors = self.annotation.actor_by_id
        return frozenset(i for i in self.persons(ids) if not is_known_by_office(actors[i].name))

    def all_among(self, ids: frozenset[str], others: frozenset[str]) -> bool:
        """Whether each person of `ids` is told among `others`, whatever the spelling: under the same last name, or as the holder of the same office."""
        named = [self._names(i) for i in self.persons(others)]
        return all(any(self._names(i) & names for names in named) for i in self.persons(ids))

    def _names(self, person: str) -> set[str]:
        """By what a person is known: the last name, and the offices of countries."""
        actor = self.annotation.actor_by_id[person]
        words = [w for w in actor.name.split() if w.strip(".,").lower() not in _NO_SURNAME]
        return {
            *(w.strip(".,").lower() for w in words[-1:]),
            *(f"{o.wording} of {o.country}" for o in actor.offices if o.country),
        }

    def are_unnamed(self, ids: frozenset[str]) -> bool:
        """Whether there are parties, and all of them are groups that could be anybody's ("allies", "ministers")."""
        actors = self.annotation.actor_by_id
        return bool(ids) and all(
            (a := actors.get(i)) is not None and a.kind == "group" and a.country is None for i in ids
        )

    def are_encounters(self) -> bool:
        """Whether the mention, and what the cluster tells of last, are meetings of parties that have an agenda."""
        return self.mention.trigger.has("agenda") and self.cluster.mentions[-1].trigger.has("agenda")

    def share_party(self) -> bool:
        """Whether they have a party or a country in common."""
        return bool(self.mine & self.theirs) or bool(self.countries(self.mine) & self.countries(self.theirs))

    def names_only_a_chair(self) -> bool:
        """Whether the mention names nobody but who leads it or brings the parties together, who need be none of them."""
        roles = {p.role for p in self.mention.participants}
        return bool(roles) and roles <= {"lead", "mediator"}

    def names_the_unnamed(self) -> bool:
        """Whether the mention names persons, and the cluster told only offices or states, none of them of another land."""
        are_named = bool(self.mine) and len(self.named(self.mine)) == len(self.mine)
        is_within = self.countries(self.mine) <= self.countries(self.theirs)
        return are_named and is_within and bool(self.theirs) and not self.named(self.theirs)

    def names_the_holder(self) -> bool:
        """Whether the mention is owned by a person of whom no office is told, right behind one that told only the office of its one visitor ("Peru's minister will visit
        Chad. Paz's visit will be short")."""
        actors = self.annotation.actor_by_id
        is_named = self.names_the_unnamed() and len(self.mine) == len(self.theirs) == 1
        return is_named and self.distance() <= _NEAR and not any(actors[i].offices for i in self.mine)

    def names_only_guests(self) -> bool:
        """Whether the mention names only who attended it ("the meeting was attended by officials", "the meeting gathered A and B", "A also joined the meeting",
        "A attended the meeting as a guest"), beside those who met."""
        verb, clause, tree = self.mention.clause.verb, self.mention.clause, self.annotation.tree
        if verb is None or not self.mention.trigger.is_noun:
            return False
        if tree.lemma(verb) in _BRINGING and clause.relation == "subject" and not tree.is_passive(verb):
            return True
        if tree.lemma(verb) not in _ATTENDING:
            return False
        is_also = any(tree.lower(c) in _ALSO for c in tree.deps(verb, "advmod"))
        is_also = is_also or any(tree.lemma(o) in _BESIDE_OTHERS for o in tree.led_by(verb, "as"))
        return tree.is_passive(verb) if clause.relation == "subject" else clause.relation == "object" and is_also

    def tells_whom_it_gathers(self) -> bool:
        """Whether a group that could be anybody's is what a known event is told to bring together ("the talks will involve ambassadors")."""
        verb, clause = self.mention.clause.verb, self.mention.clause
        is_gathering = (
            verb is not None and clause.relation == "subject" and self.annotation.tree.lemma(verb) in _GATHERING
        )
        return is_gathering and self.are_unnamed(self.mine)

    def knows_all(self) -> bool:
        """Whether the mention names parties, and the cluster has them all ("the meeting with Lind" is the one that Lind was at)."""
        return bool(self.mine) and self.mine <= self.theirs

    def own_name(self, mention: EventMention) -> frozenset[str]:
        """The words of the name that a mention's noun is the end of, without those of who meets there: of "the Climate Leaders' Summit" climate and leaders; empty for a
        headline, where all words may be capital, and for a name of one word."""
        tokens, trigger = self.annotation.tokens, mention.trigger
        if mention.in_title or trigger.is_verb or not tokens[trigger.anchor].text[:1].isupper():
            return frozenset()
        name = range(_first_of_name(tokens, trigger.first), trigger.last + 1)
        named = (tokens[i] for i in name if i != trigger.anchor and tokens[i].text[:1].isupper())
        words_of_it = frozenset(t.text.lower() for t in named if t.entity[2:] not in _PARTIES)
        return words_of_it if len(words_of_it) > 1 else frozenset()

    # --- time, place, kind -----------------------------------------------------------------------------------------------

    def intervals(self) -> list[Interval]:
        """The times that the cluster's mentions tell."""
        return [m.interval for m in self.cluster.mentions if m.interval is not None]

    def same_time(self) -> bool:
        """Whether the mention and the cluster are dated, to a month or finer, and their times overlap."""
        mine = self.mention.interval
        return (
            mine is not None
            and mine.days <= _MONTH
            and any(theirs.days <= _MONTH and mine.overlaps(theirs) for theirs in self.intervals())
        )

    def lies_ahead(self) -> bool:
        """Whether all times that the cluster tells are behind the day of publication."""
        dated = [m for m in self.cluster.mentions if m.interval is not None]
        return bool(dated) and all(self._lies_ahead(m) for m in dated)

    def _lies_ahead(self, mention: EventMention) -> bool:
        published, told = self.annotation.document.published, mention.interval
        today = interval_of(published) if published else None
        return today is not None and told is not None and told.start > today.end

    def is_later_in_a_longer_time(self) -> bool:
        """Whether the one of the two that is still ahead has only a longer time, and the other came about on a day of it ("met on 3 May, and will meet later this
        month")."""
        theirs = self.intervals()
        mine = self.mention.interval
        times = [(mine, t) if self.stage_of(self.mention) == "ahead" else (t, mine) for t in theirs]
        return bool(times) and all(a is not None and b is not None and a.days > 1 == b.days for a, b in times)

    def places(self) -> list[Place]:
        """The places that the cluster's mentions tell."""
        return [m.place for m in self.cluster.mentions if m.place is not None]

    def same_destination(self) -> bool:
        """Whether the two go to one place; where only one tells of it, whether the mention refers back."""
        mine, others = self.mention.place, self.places()
        if mine is None or not others:
            return self.mention.is_definite
        return any(is_same_place(mine, other) for other in others)

    def names_its_last_word(self) -> bool:
        """Whether a noun that is known is the last word of the one that told of it: "the conference" of a news conference."""
        mine, lemma = self.mention.trigger, self.annotation.tree.lemma
        is_known = mine.is_noun and mine.first == mine.last and self.mention.is_definite and self.mention.place is None
        longer = (m.trigger for m in self.cluster.mentions if m.trigger.is_noun and m.trigger.first < m.trigger.last)
        return is_known and any(lemma(t.anchor) == lemma(mine.anchor) for t in longer)

    def kinds_agree(self) -> bool:
        """Whether the mention's noun may mean what the cluster tells of."""
        if self.names_its_last_word():
            return True
        mine, theirs = self.mention.trigger, [m.trigger for m in self.cluster.mentions]
        if mine.has("broad") or mine.kind in {t.kind for t in theirs}:
            return True
        return any(t.has("broad") for t in theirs) and mine.channel is None and not mine.has("apart")

    def share_kind(self) -> bool:
        """Whether they are told as the same kind."""
        return self.mention.trigger.kind in {m.trigger.kind for m in self.cluster.mentions}

    def share_noun(self) -> bool:
        """Whether the cluster was told by the same word before, or by one of its stem ("met", "the meeting")."""
        lemma = self.annotation.tree.lemma
        mine = lemma(self.mention.trigger.anchor)
        return any(_are_of_one_stem(mine, lemma(m.trigger.anchor)) for m in self.cluster.mentions)

    def share_place(self) -> bool:
        """Whether both tell of one place."""
        mine = self.mention.place
        return mine is not None and any(is_same_place(mine, theirs) for theirs in self.places())

    def is_spoken_of_often(self) -> bool:
        """Whether the text has come back to the cluster already."""
        return len(self.cluster.mentions) > 1

    def stage_of(self, mention: EventMention) -> str | None:
        """Whether the mention tells of it as ahead or as come about; None where it says neither, or only that it was to be."""
        found = mention.status
        if found is None:
            return None
        entry = load_codebook().statuses.of(found.status)
        tree = self.annotation.tree
        verb = found.token if tree.tokens[found.token].pos in VERBAL else tree.tokens[found.token].head
        was_to_be = (
            entry.is_ahead and tree.tense(verb) == "past" and not self._lies_ahead(mention)
        )  # "agreed to meet on Friday"
        return None if was_to_be or not (entry.is_ahead or entry.is_happening) else entry.stage

    def is_same_stage(self) -> bool:
        """Whether both are told as ahead, or both as come about."""
        mine = self.stage_of(self.mention)
        return mine is not None and mine in {self.stage_of(m) for m in self.cluster.mentions}

    def is_of_several(self) -> bool:
        """Whether the mention tells of several occasions at once ("meetings this week"); "talks" are one."""
        return self._tells_of_several(self.mention)

    def are_one_and_several(self) -> bool:
        """Whether the one tells of a single occasion, the other only of several at once."""
        told = {self._tells_of_several(m) for m in self.cluster.mentions}
        return told == {not self.is_of_several()}

    def _tells_of_several(self, mention: EventMention) -> bool:
        token = self.annotation.tokens[mention.trigger.anchor]
        is_one = token.text.lower() in _ONE_IN_PLURAL or mention.trigger.channel is not None
        return mention.trigger.is_noun and token.tag in PLURAL and not is_one

    def is_another(self) -> bool:
        """Whether a word before the noun sets it off from the one told before ("the last summit", "the previous talks")."""
        tree, trigger = self.annotation.tree, self.mention.trigger
        return any(tree.lower(c) in _ANOTHER for i in (trigger.anchor, trigger.first) for c in tree.deps(i, "amod"))

    # --- how they hang together ------------------------------------------------------------------------------------------

    def is_purpose_of(self, verb: int) -> bool:
        """Whether the mention is what `verb`, or the noun, is told to be done for: in its infinitive, or behind "for"."""
        tree, clause = self.annotation.tree, self.mention.clause
        if clause.relation == "preposition":
            return clause.preposition == "for" and clause.governor is None and clause.verb == verb
        if clause.verb is None or not tree.is_infinitive(clause.verb):
            return False
        token = tree.tokens[clause.verb]
        return token.head == verb and token.dep in CLAUSES

    def is_one_phrase_with(self, other: EventMention) -> bool:
        """Whether one of the two words is the object, subject or complement of the other, describes it, or is told "of" it."""
        tree, mine = self.annotation.tree, self.mention
        for upper, lower in ((other, mine), (mine, other)):
            i, clause = upper.trigger.anchor, lower.clause
            is_argument = clause.is_in_core and clause.governor is None and clause.verb == i
            is_of = (
                tree.tokens[lower.trigger.anchor].dep == "pobj"
                and tree.lower(tree.tokens[lower.trigger.anchor].head) == "of"
            )
            above = tree.tokens[tree.tokens[lower.trigger.anchor].head].head
            if is_argument or i in clause.own or (is_of and above == i and upper.trigger.is_noun):
                return True
            if lower.trigger.channel is not None and clause.relation == "subject" and self._goes_on_to(clause.verb, i):
                return True
        return False

    def _goes_on_to(self, verb: int | None, i: int) -> bool:
        """Whether an infinitive without an object goes on from a verb ("is due to [meet]", "is expected to [convene]")."""
        tree = self.annotation.tree
        over = tree.tokens[i].head
        over = tree.tokens[over].head if tree.tokens[over].dep == "acomp" else over
        return verb == over and tree.tokens[i].dep == "xcomp" and tree.is_infinitive(i) and not tree.deps(i, "dobj")

    # --- where they stand ------------------------------------------------------------------------------------------------

    def distance(self) -> int:
        """How many sentences the mention stands behind the last one of the cluster."""
        return self._sentence(self.mention) - self._sentence(self.cluster.mentions[-1])

    def in_one_sentence(self) -> bool:
        """Whether the sentence has told of the cluster already, by a verb or by the same noun ("after consultations they put off the talks" tells of two)."""
        return self.distance() == 0 and (self.cluster.mentions[-1].trigger.is_verb or self.share_noun())

    def share_fate(self) -> bool:
        """Whether both are told to have been put off, called off or come to nothing."""
        mine = self.mention.status
        if mine is None or not load_codebook().statuses.of(mine.status).is_undone:
            return False
        return any(m.status is not None and m.status.status == mine.status for m in self.cluster.mentions)

    def _sentence(self, mention: EventMention) -> int:
        return self.annotation.tokens[mention.trigger.anchor].sentence


def _are_of_one_stem(one: str, other: str) -> bool:
    """Whether one word begins with the other, but for an "e" at its end: "negotiate" and "negotiation"."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _SHORTEST_STEM and longer.startswith(shorter.rstrip("e")))


def is_town_of(name: str, place: Place) -> bool:
    """Whether a name without capitals is a town and a noun for what was there: of Oslo "oslo summit"."""
    town, _, noun = name.rpartition(" ")
    return bool(noun) and town == place.name.lower()


def is_same_place(a: Place, b: Place) -> bool:
    """One name within the other, or the same spot, or the same country where both are no more exact."""
    if a.name in b.name or b.name in a.name:
        return True
    if a.lat is not None and b.lat is not None:
        return (a.lat, a.lon) == (b.lat, b.lon)
    return a.country is not None and a.country == b.country
