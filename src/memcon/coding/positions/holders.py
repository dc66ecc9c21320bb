"""Whose stance it is: whoever the words name, or whoever speaks at the place: the speaker of a quotation or report, of a turn, of a signed text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from memcon.coding.coordination import actors_named, mentions_around, mentions_from
from memcon.coding.doers import doers
from memcon.coding.positions.named_states import people_of, state_of
from memcon.coding.positions.own_words import OwnWords, speaks, speaks_for_several
from memcon.coding.positions.stand import antecedent
from memcon.coding.statements.attribution import Attributions
from memcon.coding.statements.collective import Encounters
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import ActorKind, Mention
from memcon.domain.documents import HEADINGS
from memcon.domain.labels import ATTRIBUTES_AND_POSSESSORS, NOMINAL_SUBJECTS, ON_NOUNS, PLURAL, RELATIVE_HEADS
from memcon.lexicon import values, words

_COUNTED = words("parties_without_a_name")
_PAPERS = words("act_that_asks")
_POSTING = words("posting_place")
_SAYING = words("saying")
_QUOTING = words("quoting_somebody")
_WHOSE = words("leading_to_whose_they_are")
_GONE_ON_FROM: Mapping[str, frozenset[str]] = {
    word: frozenset(kinds.split()) for word, kinds in values("going_on_from").items()
}
"""Which kinds of actors a pronoun may mean."""
_FEW = 3
"""How many issuers of a joint text are named one by one as holders of its stances."""
_NEAR = 1500
"""How many code points before "both sides" those may stand whom it means."""
_TWO_OF_THEM, _BOTH = words("two_by_what_they_are"), words("telling_of_two")
_PAIR = 2
_NOMINATIVES = words("subject_pronoun")
_GOVERNING = words("governing_for_us")
_LANDS = words("land_of_ones_own")
_CLEAR = words("made_clear")
_MEMBERS = words("part_of_a_body")
_COUNTING = ("det", "nummod", "amod", "quantmod")
"""How "some", "two" or "eastern" stands before members."""
_NAMING_SOME = words("naming_some_of_them")
_TAKING = values("taking_a_stand")
_AGAINST = frozenset({"oppose", "reject"})
_KINDS_OF_BODIES = words("kind_of_a_body")


class Holders:
    """Look-ups of who speaks and who is meant in one document."""

    def __init__(
        self, index: TextIndex, attributions: Attributions, encounters: Encounters, home: str | None = None
    ) -> None:
        """`home` is the country whose government publishes the text, where one does."""
        self._index = index
        self._home = home
        self._encounters = encounters
        self._words = OwnWords(index, attributions, home)

    def named(self, tokens: tuple[int, ...]) -> tuple[str, ...]:
        """The actors whom some tokens name, with those in a row with them; groups that are known by their members are opened."""
        return self._index.opened(a for t in tokens for a in self._of_token(t))

    def bound(self, tokens: tuple[int, ...]) -> tuple[str, ...]:
        """The actors whom what some tokens undertake binds: as `named`, but what somebody in office undertakes as "we" binds the state."""
        found: list[str] = []
        for t in tokens:
            several = speaks_for_several(self._index, t)
            found += self._states_of(self.named((t,))) if several else self.named((t,))
        return tuple(dict.fromkeys(found))

    def _states_of(self, actors: Sequence[str]) -> Iterator[str]:
        """For each person in office the state, where that is an actor of the text; the others as they are."""
        for actor in self._index.known(actors):
            is_official = actor.kind == "person" and bool(actor.offices)
            yield self._states.get(actor.country or "", actor.id) if is_official else actor.id

    @cached_property
    def _states(self) -> Mapping[str, str]:
        """Country → the id of the actor that is this state."""
        return {a.country: a.id for a in reversed(self._index.annotation.actors) if a.kind == "state" and a.country}

    def _of_token(self, token: int) -> Iterable[str]:
        """Whom one token names: whoever speaks as "I" or "we", the state of "our government", those behind "including", else whom the text tells."""
        index = self._index
        token = self._of_whom(token)
        if body := self._as_a_body(token):
            return body
        if speaks(index, token):
            return self.speaking(index.tokens[token].start)
        return self._our_government(token) or self._own_land(token) or self._named_behind(token) or self._told(token)

    def _of_whom(self, token: int) -> int:
        """Whom "all of whom" goes on from, as the parser has it or right before the comma; the body whose kind a noun tells ("the ECOWAS [bloc]"); other tokens
        themselves."""
        index = self._index
        whom = [o for o in index.tree.led_by(token, "of") if index.tokens[o].tag in RELATIVE_HEADS]
        before = index.tree.first(token) - 2
        if token not in index.mention_at and index.tree.lemma(token) in _KINDS_OF_BODIES:
            return next((c for c in index.tree.deps(token, "nmod", "compound") if c in index.mention_at), token)
        noun = antecedent(index, whom[0]) if whom else None
        return noun if noun is not None else before if whom and before in index.mention_at else token

    def _as_a_body(self, token: int) -> tuple[str, ...]:
        """The state of the office that signs the text, by its "we"."""
        return self._words.body(self._index.tokens[token].start) if speaks_for_several(self._index, token) else ()

    def _told(self, token: int) -> Iterable[str]:
        """Whom a token names by its mentions, as the parties of an encounter or by the name of a state."""
        index = self._index
        mentions = self._mentions(token)
        named = () if self._is_only_counted(mentions) else actors_named(mentions)
        is_whose = bool(index.tree.prepositions(token, _WHOSE))  # "members of the Union" are not those who met
        parties = () if is_whose else self._as_many_as_told(token, self._encounters.parties(token))
        is_of_others = self._act_for(parties, named) or self._are_only_spoken_of(token, parties, named)
        if named and not (index.tokens[token].pos == "PRON" and is_of_others):
            return (*named, *self._in_office_beside(token, named))
        if parties:
            return self._grouped(parties)
        if (state := state_of(index, token) or people_of(index, token)) is not None:
            return (state,)
        if not mentions and (body := self._of_its_members(token)):
            return body
        if mentions and not named and (known := self._called_before(token)):
            return known
        return actors_named(mentions) if mentions else self._beside_unknown(token) or self._unnamed(token)

    def _beside_unknown(self, token: int) -> tuple[str, ...]:
        """Those who stand in a row with a noun that names nobody whom the text knows: "poor countries and [Peru]"."""
        beside = (c for c in self._index.tree.deps(token, "conj") if c in self._index.mention_at)
        is_several = self._index.tokens[token].tag in PLURAL
        return tuple(a for c in beside for a in actors_named(mentions_around(self._index, c))) if is_several else ()

    def _as_many_as_told(self, token: int, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Those who met, where they are of two countries if "both" or "two" tells so, else nobody: "both sides" are not the hosts and their three guests."""
        sides = {a.country or a.id for a in self._index.known(parties) if a.country or a.kind != "person"}
        return () if len(sides) > _PAIR and self._is_told_of_two(token) else parties

    def _called_before(self, token: int) -> tuple[str, ...]:
        """Whom "the ministers", "both sides" means where nothing tells of an encounter: those whom the same noun named in full before ("the ministers of Peru
        and Chad"); of two also the last two subjects in a row ("Peru and Chad signed it. Both sides agreed …")."""
        index, noun = self._index, self._index.tree.lemma(token)
        before = (i for i in range(token - 1, -1, -1) if i in index.mention_at and index.tree.lemma(i) == noun)
        named = (i for i in before if not self._is_only_counted([index.mention_at[i]]))
        last = next((i for i in named if index.tokens[i].tag in PLURAL), None)
        if last is not None:
            found = tuple(self._told(last))
            return found if any(a.kind != "group" or a.members for a in index.known(found)) else ()
        return self._two_before(token) if self._are_two(token) else ()

    def _are_two(self, token: int) -> bool:
        """Whether two are meant: "both parties", "the two leaders", "the sides"."""
        return self._index.tree.lower(token) in _TWO_OF_THEM or self._is_told_of_two(token)

    def _is_told_of_two(self, token: int) -> bool:
        """Whether "both" or "the two" stands before a noun."""
        return self._index.tree.has_word(token, _BOTH, "det", "nummod", "predet")

    def _two_before(self, token: int) -> tuple[str, ...]:
        """The last two in a row before a token that are the subjects of a verb, not far from it."""
        index, end = self._index, self._index.tokens[token].start
        subjects = (
            i for i in range(token - 1, -1, -1) if index.tokens[i].dep in NOMINAL_SUBJECTS and i in index.mention_at
        )
        rows = (mentions_around(index, i) for i in subjects if end - index.tokens[i].start <= _NEAR)
        row = next((r for r in rows if len(r) > 1), [])
        return tuple(actors_named(row)) if len(row) == _PAIR else ()

    def _of_its_members(self, token: int) -> tuple[str, ...]:
        """The body that "members of the Union" are of, where these are not told to be some of them only."""
        index, tree = self._index, self._index.tree
        is_all = (
            tree.lemma(token) in _MEMBERS and index.tokens[token].tag in PLURAL and not tree.deps(token, *_COUNTING)
        )
        of = tree.led_by(token, "of") if is_all else ()
        return tuple(a.id for o in of for a in index.actors_at(o) if a.kind in {"organization", "group"})

    def _mentions(self, token: int) -> list[Mention]:
        """The mention at a token with those in a row with it; of "he" and "they" as subjects it alone."""
        index, dep = self._index, self._index.tokens[token].dep
        is_pronoun = index.tree.lower(token) in _NOMINATIVES and dep in NOMINAL_SUBJECTS
        is_alone = is_pronoun and token in index.mention_at
        row = [index.mention_at[token]] if is_alone else mentions_around(index, token)
        row = self._without_whose_they_are(token, row)
        return [m for m in row if not m.is_possessive or dep in ATTRIBUTES_AND_POSSESSORS]

    def _without_whose_they_are(self, token: int, row: list[Mention]) -> list[Mention]:
        """A row without the body that its last one is of, by a name and its short form before it ("[European Union (EU)] ministers")."""
        index, own = self._index, self._index.mention_at.get(token)
        if own is None or index.tokens[token].pos != "NOUN":
            return row
        before = {m.head_token for m in row if m is not own and m.head_token < token}
        last = index.inside(own.span)[0] - 1 if own in row else -1
        is_named_short = last > 1 and index.tokens[last].text == ")" and index.tokens[last - 2].text == "("
        return [own] if before and is_named_short else row

    def _unnamed(self, token: int) -> Iterator[str]:
        """Whose a paper is, also where it is told by the place that it stands in ("a message on X"), or whom a pronoun that is nobody's mention means."""
        tree = self._index.tree
        paper = next((i for i in (token, *islice(tree.above(token), 3)) if tree.lemma(i) in _PAPERS), None)
        is_place = paper == token or tree.lower(token) in _POSTING
        return self._of_paper(paper) if paper is not None and is_place else self._carried_on(token)

    def _in_office_beside(self, token: int, named: Sequence[str]) -> Iterator[str]:
        """Whom "the President and Emir" names by an office alone beside the one person whom it names."""
        index = self._index
        offices = (c for c in index.tree.deps(token, "conj") if c not in index.mention_at) if len(named) == 1 else ()
        beside = (self._encounters.beside(named[0], c) for c in offices)
        yield from (actor for actor in beside if actor is not None)

    def _carried_on(self, token: int) -> Iterator[str]:
        """Whom a pronoun that is nobody's mention goes on from: the subject of the saying over its clause ("Peru said it was opposed"), and of
        "he" and "she", never of "it", that of the main clause before."""
        index = self._index
        kinds = _GONE_ON_FROM.get(index.tree.lower(token), frozenset())
        if index.tokens[token].dep not in NOMINAL_SUBJECTS or not kinds:
            return
        for subject in (s for v in self._going_before(token) for s in index.tree.subjects(v) if s < token):
            named = index.actors_at(subject)
            if len(named) == 1 and named[0].kind in kinds:
                yield named[0].id
                return

    def _going_before(self, token: int) -> Iterator[int]:
        """The verbs whose subject a pronoun may go on from, nearest first."""
        index = self._index
        yield from islice((v for v in index.tree.above(index.tokens[token].head) if self._says(v)), 1)
        here = index.tokens[token].sentence
        is_person = index.tree.lower(token) != "it"
        for n in range(here - 1, max(here - 1 - _FEW, -1), -1) if is_person else ():
            sentence = index.annotation.sentences[n]
            yield from (i for i in range(sentence.first, sentence.last) if index.tokens[i].dep == "ROOT")

    def _says(self, verb: int) -> bool:
        """Whether a verb tells that something is said, or made clear."""
        tree = self._index.tree
        is_made = tree.lemma(verb) == "make" and any(tree.lower(c) in _CLEAR for c in tree.children[verb])
        return tree.lemma(verb) in _SAYING or is_made

    def _our_government(self, token: int) -> tuple[str, ...]:
        """The state of whoever speaks, by "our administration"."""
        index = self._index
        is_own = any(speaks(index, c) for c in index.tree.deps(token, "poss"))
        if index.tree.lemma(token) not in _GOVERNING or not is_own:
            return ()
        speaking = self.speaking(index.tokens[token].start)
        lands = {a.country for a in index.known(speaking)} or {self._home}
        return index.states_of(*lands) or speaking

    def _names_a_state(self, before: int) -> bool:
        """Whether a sentence names a state before a token, which "the country" may be then."""
        index = self._index
        return any(a.kind == "state" for i in range(index.sentence(before).first, before) for a in index.actors_at(i))

    def _own_land(self, token: int) -> tuple[str, ...]:
        """The state that "his country" or "their government" means, by whoever "his" is; of "the country" in what an official says, that of the official."""
        index, tree = self._index, self._index.tree
        if tree.lemma(token) not in _LANDS:
            return ()
        whose = [c for c in tree.deps(token, "poss") if index.tokens[c].tag == "PRP$"]
        owners = [a for c in whose for a in index.actors_at(c)]
        is_the = (
            tree.has_word(token, {"the"}, "det") and tree.first(token) == token - 1 and token not in index.mention_at
        ) and not self._names_a_state(token)
        if is_the or any(speaks(index, c) for c in whose):
            owners = index.known(self.speaking(index.tokens[token].start))
        owners = [a for a in owners if a.kind == "person" and (whose or (a.offices and a.country))]
        return index.states_of(*(a.country for a in owners if a.country)) or tuple(a.id for a in owners)

    def _named_behind(self, token: int) -> tuple[str, ...]:
        """Whom a noun for several names behind "including", "such as" or "like" ("several countries, including Norway and Peru")."""
        index = self._index
        if index.tokens[token].tag not in PLURAL:
            return ()
        leads = (p for p in index.tree.deps(token, "prep") if index.tree.lower(p) in _NAMING_SOME)
        return tuple(a for p in leads for a in actors_named(mentions_from(index, p + 1)))

    def _are_only_spoken_of(self, token: int, parties: Sequence[str], named: Sequence[str]) -> bool:
        """Whether a pronoun for those who met was taken for states that do nothing where they are named last, in this sentence, the one before or
        one further back: "welcomed talks between Peru and Chad. They agreed …", also behind a sentence of others."""
        index, here = self._index, self._index.tokens[token].sentence
        if not parties or set(parties) & set(named) or any(a.kind != "state" for a in index.known(named)):
            return False
        told = [i for i in range(token) if i in index.mention_at and {a.id for a in index.actors_at(i)} & set(named)]
        last = min(index.tokens[told[-1]].sentence, max(here - 1, 0)) if told else here
        return bool(told) and not any(self._is_doing(i) for i in told if index.tokens[i].sentence >= last)

    def _is_doing(self, token: int) -> bool:
        """Whether a token is a subject, and not only of what is told of a noun ("the bay, where Peru has begun to drill")."""
        tokens = self._index.tokens
        return tokens[token].dep in NOMINAL_SUBJECTS and tokens[tokens[token].head].dep not in ON_NOUNS

    def _act_for(self, parties: Sequence[str], states: Sequence[str]) -> bool:
        """Whether the persons who met act for just those states ("they" are the presidents, not the two countries)."""
        lands = {a.country for a in self._index.known(states) if a.kind == "state"}
        persons = [a for a in self._index.known(parties) if a.kind == "person"]
        return len(lands) > 1 and len(persons) == len(parties) and {p.country for p in persons} == lands

    def _grouped(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Of many parties the first and the groups that the others are named by, where there are any ("spoke with the allied leaders", "Call with
        Allied Leaders" as the title)."""
        groups = tuple(a.id for a in self._index.known(parties[1:]) if a.kind == "group") or self._titled_as({"group"})
        return (parties[0], *groups) if len(parties) > _FEW and groups else parties

    def _is_only_counted(self, mentions: Sequence[Mention]) -> bool:
        """Whether only "the two leaders", "both ministers" stands there, of whom the text told before, and no members are known."""
        groups = [a for m in mentions for a in self._index.actors_of(m)]
        is_general = self._are_counted(mentions) or self._are_sides(mentions)
        return is_general and all(a.kind == "group" and not a.members for a in groups)

    def _are_counted(self, mentions: Sequence[Mention]) -> bool:
        """Whether a number or "both" stands in one of the mentions, or a pronoun goes on from such a one."""
        index = self._index
        inside = (i for m in mentions for i in index.inside(m.span) if index.tokens[i].pos in {"NUM", "DET"})
        meant = (a for m in mentions if m.form == "pronoun" for a in index.actors_of(m))
        return any(index.tree.lower(i) in _COUNTED for i in inside) or any(
            a.name.lower().split()[0] in _COUNTED for a in meant
        )

    def _are_sides(self, mentions: Sequence[Mention]) -> bool:
        """Whether all mentions are "both sides", "the presidents" without more."""
        return bool(mentions) and all(m.form == "sides" or self._is_bare(m) for m in mentions)

    def _is_bare(self, mention: Mention) -> bool:
        """Whether a mention is "the presidents" without more."""
        head, tree = mention.head_token, self._index.tree
        inside = [i for i in self._index.inside(mention.span) if self._index.tokens[i].pos != "DET"]
        return inside == [head] and tree.has_word(head, {"the"}, "det") and tree.lower(head) in _COUNTED

    def _of_paper(self, paper: int) -> Iterator[str]:
        """Whose paper it is: its owner's, or that of whoever issues it, never of who opposes it ("vetoed a resolution that condemned the raid")."""
        index = self._index
        owners = [c for c in index.tree.deps(paper, "poss") if c in index.mention_at]
        verb = next((a for a in index.tree.above(paper) if index.tokens[a].pos == "VERB"), None)
        by = [t for o in index.tree.led_by(paper, "by") for t in (o, *index.tree.deps(o, "appos"))]
        is_issued = verb is not None and _TAKING.get(index.tree.lemma(verb)) not in _AGAINST
        tokens = (
            owners or by or ([t for t in doers(index, verb) if t != paper] if verb is not None and is_issued else [])
        )
        yield from (a for t in tokens for a in actors_named(mentions_around(index, t)))

    def speaking(self, offset: int) -> tuple[str, ...]:
        """The actors whose word or "we" stands at `offset`, as far as the text tells."""
        quoted = self.quoted(offset)
        return self._words.speaking(offset) if quoted is None else self.named(quoted)

    def quoted(self, offset: int) -> tuple[int, ...] | None:
        """Whom somebody else quotes with the words at `offset` ("the agency quoted the [minister] as saying that …"); None of words that nobody quotes so."""
        index, tree = self._index, self._index.tree
        i = bisect_left(index.tokens, offset, key=lambda t: t.start)
        over = (a for a in (i, *tree.above(i)) if i < len(index.tokens))
        near = (v for a in over for v in (a, *tree.deps(a, "ccomp", "parataxis")) if tree.lemma(v) in _QUOTING)
        for quoting in near:
            saying = (v for p in tree.prepositions(quoting, {"as"}) for v in tree.deps(p, "pcomp") if v < i)
            if any(tree.lemma(v) in _SAYING for v in saying) and not tree.is_passive(quoting):
                return tuple(tree.deps(quoting, "dobj"))
        return None

    def is_spoken(self, offset: int) -> bool:
        """Whether somebody's words stand at `offset`, not the outlet's."""
        return self._words.is_spoken(offset) or self.quoted(offset) is not None

    def as_one(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The body or group that the title of a joint text names ("Statement of the Example Seven"), where many issue it together: a stance of all
        is told once. Few keep their names."""
        if len(actors) <= _FEW or set(actors) != set(self._words.issuers):
            return actors
        return self._titled_as({"organization", "group"}) or actors

    def _titled_as(self, kinds: Collection[ActorKind]) -> tuple[str, ...]:
        """The first actor of these kinds that a title or heading names."""
        index = self._index
        headings = {n for n, s in enumerate(index.annotation.sentences) if s.kind in HEADINGS}
        titled = (m for m in index.annotation.mentions if index.tokens[m.head_token].sentence in headings)
        return tuple(islice((a.id for m in titled for a in index.actors_of(m) if a.kind in kinds), 1))
