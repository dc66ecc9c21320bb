"""The sides of a dealing: whom "both countries", "the two defence ministers" and "the allies" mean.

A text's pairs are states that it joins ("A and B", "A-B", "between A and B", a channel's parties). "Both countries" means the pair
of the same sentence, else of the sentence before, else the pair that the text opens with and names most, else the two whose officers a sentence shortly before
names apart ("Somali President A met Ethiopia's B"); in any other case it stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from memcon.annotate.actors.clusters import Cluster
from memcon.annotate.actors.lexicon import PORTFOLIO, STATE_SIDE_NOUNS
from memcon.annotate.actors.phrases import Phrase
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.actors import Office
from memcon.domain.labels import BEFORE_NOUNS, SUBJECTS
from memcon.domain.rules import rule
from memcon.lexicon import values, words
from memcon.lexicon.marks import marked, marks_of

_JOINTS, _DASHES = words("joints"), words("dash")
_FURTHEST = 3
"""How many tokens may stand between two states that are joined."""
_COUNTS = values("counts")
_PAIR = 2
"""So many are "the two" or "both"; more are told by a row."""
_FARTHEST = 4
"""How many sentences back states may be named of which "the two countries" are meant."""
_RULERS = marked("office_nouns", "rule") | {"prime"}
_ANY, _RULING = "of:any", "of:rule"
_HEADS_OF: Mapping[str, tuple[str, ...]] = {
    noun: heads
    for name in ("people", "other_sides")
    for noun, marks in marks_of(name).items()
    if (heads := tuple(mark for mark in marks if mark.startswith("of:")))
}
"""Each noun of sides with the marks of the offices of those that it may mean."""


@dataclass(frozen=True, slots=True)
class Pair:
    """States that the text joins: where (first token) and which."""

    at: int
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meant:
    """The clusters that a phrase of sides means, and states that it tells of them, by cluster."""

    clusters: tuple[int, ...] = ()
    countries: Mapping[int, str] = field(default_factory=dict)


def find_pairs(doc: MarkedText) -> list[Pair]:
    """All pairs (and longer lists) of states that the text joins, in order."""
    matches = [k for k, _ in groupby(doc.known) if k is not None]
    channels = [
        Pair(k.first, frozenset(c.parties)) for k in matches if (c := k.channel()) is not None and len(c.parties) == 2
    ]
    joined = [Pair(run[0].first, codes) for run in _runs(doc, matches) if len(codes := _codes(run)) > 1]
    return sorted((*channels, *joined), key=lambda p: p.at)


def _runs(doc: MarkedText, matches: Sequence[Known]) -> list[list[Known]]:
    """The names of states in rows that only joints part."""
    runs: list[list[Known]] = [[]]
    for known in matches:
        if known.state() is None:
            runs.append([])
        elif runs[-1] and _is_joined(doc, runs[-1][-1], known):
            runs[-1].append(known)
        else:
            runs.append([known])
    return [run for run in runs if run]


def _is_joined(doc: MarkedText, one: Known, two: Known) -> bool:
    return 0 < two.first - one.last <= _FURTHEST and all(w in _JOINTS for w in doc.low[one.last : two.first])


def _codes(run: Sequence[Known]) -> frozenset[str]:
    return frozenset(state.code for known in run if (state := known.state_record()) is not None)


class SideResolver:
    """Tells which clusters a phrase of sides means."""

    def __init__(self, doc: MarkedText, phrases: Sequence[Phrase]) -> None:
        self.doc = doc
        self.phrases = phrases
        self.pairs = find_pairs(doc)
        self._last: tuple[Phrase, Meant] | None = None

    def codes(self) -> set[str]:
        """All states that a phrase of sides may mean."""
        told = {c for pair in self.pairs for c in pair.codes} | {c for p in self.phrases for c in p.parts}
        sides = (p for p in self.phrases if p.form == "sides" and self._is_of_states(p))
        return told | {c for p in sides for c in self._pair(p, self._number(p))}

    def _is_of_states(self, phrase: Phrase) -> bool:
        return self.doc.low[phrase.head_first] in STATE_SIDE_NOUNS

    def resolve(self, phrase: Phrase, clusters: Sequence[Cluster]) -> Meant:
        """Whom `phrase` means, nobody when that stays open. The phrases are to be asked for in the text's order."""
        meant = self._as_last_told(phrase) or self._resolved(phrase, clusters)
        self._last = (phrase, meant)
        return meant

    def _as_last_told(self, phrase: Phrase) -> Meant | None:
        """Those whom the subject of the sentence before means by such a phrase, where the only states that it joins behind that stand before a noun
        ("The two leaders praised the A-B talks. The two sides also agreed")."""
        last, meant = self._last or (None, Meant())
        if (
            last is None
            or phrase.parts
            or len(meant.clusters) != self._number(phrase)
            or not self._is_of_states(phrase)
        ):
            return None
        tokens = self.doc.tokens
        is_next = tokens[phrase.first].sentence - tokens[last.first].sentence == 1
        is_subject = tokens[last.head_first].dep in SUBJECTS
        between = [p for p in self.pairs if last.first < p.at < phrase.first]
        own = self.doc.sentence_of(phrase.first).first
        is_only_beside = bool(between) and all(p.at < own and self._describes(p) for p in between)
        return meant if is_next and is_subject and is_only_beside else None

    def _describes(self, pair: Pair) -> bool:
        """Whether a dash joins the states before a noun that they tell of ("the A-B talks")."""
        tokens = self.doc.tokens
        row = [tokens[i] for i in range(pair.at, min(pair.at + _FARTHEST, len(tokens)))]
        return any(t.text in _DASHES for t in row) and any(t.dep in BEFORE_NOUNS for t in row)

    def _resolved(self, phrase: Phrase, clusters: Sequence[Cluster]) -> Meant:
        noun = self.doc.low[phrase.head_first]
        number = self._number(phrase)
        if noun in _COUNTS:
            return self._nearest(phrase, number, clusters)
        if not self._is_of_states(phrase):
            persons = self._persons(phrase, noun, number, clusters)
            told = phrase.parts or self._told_before(phrase, noun)
            if persons.clusters or not told:
                return persons
            phrase = replace(phrase, parts=tuple(told))
            if not self._is_counted(phrase) and (named := self._persons(phrase, noun, number, clusters)).clusters:
                return named
        codes = frozenset(phrase.parts) or self._pair(phrase, number)
        found = tuple(c for c, cluster in enumerate(clusters) if cluster.kind == "state" and cluster.code in codes)
        return Meant(found) if len(found) == len(codes) else Meant()

    def _nearest(self, phrase: Phrase, number: int, clusters: Sequence[Cluster]) -> Meant:
        """Whom "the two" alone means: as many persons in office as stated who are named in the sentence or the one before, else the states that these join."""
        near = self._named_near(phrase, _meant(clusters, Wanted((_ANY,), frozenset())), clusters)
        if near:
            return Meant(tuple(near)) if len(near) == number else Meant()
        sentence = self.doc.tokens[phrase.first].sentence
        joined = [
            p
            for p in self.pairs
            if p.at < phrase.first and sentence - self.doc.tokens[p.at].sentence <= 1 and len(p.codes) == number
        ]
        codes = joined[-1].codes if joined else frozenset()
        return Meant(
            tuple(c for c, cluster in enumerate(clusters) if cluster.kind == "state" and cluster.code in codes)
        )

    def _group_before(self, phrase: Phrase, noun: str, clusters: Sequence[Cluster]) -> int | None:
        """The last group that the same noun names before, with what they are of ("the foreign ministers of the Union … The ministers"): whoever of them is named
        beside is but one."""
        told = [
            (p.first, c)
            for c, cluster in enumerate(clusters)
            if cluster.kind == "group"
            for p in (self.phrases[k] for k in cluster.phrases)
            if p.first < phrase.first and noun in self.doc.low[p.head_first : p.head_last] and self._is_of_something(p)
        ]
        return max(told)[1] if told else None

    def _is_of_something(self, phrase: Phrase) -> bool:
        """Whether a group is told to be of a body or place: "ministers of the Eight", "EU ministers"."""
        behind = self.doc.low[phrase.head_last] if phrase.head_last < len(self.doc.low) else ""
        return behind == "of" or any(self.doc.known[i] is not None for i in range(phrase.first, phrase.head_last))

    def _told_before(self, phrase: Phrase, noun: str) -> tuple[str, ...]:
        """The states whose leaders or ministers the last phrase of the same noun names, where "the three leaders" counts just as many, or "the leaders" none and
        these are more than two."""
        before = [p for p in self.phrases if p.parts and p.first < phrase.first and self.doc.low[p.head_first] == noun]
        last = max(before, key=lambda p: p.first, default=None)
        parts = last.parts if last is not None else ()
        is_near = last is not None and self._sentences_between(last, phrase) <= _FARTHEST
        is_meant = len(parts) == self._number(phrase) if self._is_counted(phrase) else is_near and len(parts) > _PAIR
        return parts if is_meant else ()

    def _sentences_between(self, one: Phrase, other: Phrase) -> int:
        return self.doc.tokens[other.first].sentence - self.doc.tokens[one.first].sentence

    def _number(self, phrase: Phrase) -> int:
        counted = (_COUNTS.get(w) for w in self.doc.low[phrase.first : phrase.last])
        return next((n for n in counted if n), 2)

    def _pair(self, phrase: Phrase, number: int) -> frozenset[str]:
        """The states of the pair meant: of the first reason that has an answer; () where that has two."""
        pairs = [p for p in self.pairs if len(p.codes) == number]
        before = [p for p in pairs if p.at < phrase.first]
        sentence = self.doc.tokens[phrase.first].sentence
        for reason in PAIRS:
            found = reason(pairs, [(p, sentence - self.doc.tokens[p.at].sentence) for p in before])
            if found:
                return next(iter(found)) if len(found) == 1 else frozenset()
        apart = self._named_apart(sentence, phrase, number)
        return apart if not before or apart in {p.codes for p in before} else frozenset()

    def _named_apart(self, sentence: int, phrase: Phrase, number: int) -> frozenset[str]:
        """Just as many states as are meant, that nothing joins: by their officers or as subjects, in a sentence shortly before, or in two of them together. Of
        the phrase's own sentence, what stands before it; a third state in between leaves it open."""
        told: frozenset[str] = frozenset()
        for back in range(min(_FARTHEST, sentence) + 1):
            here = self.doc.sentences[sentence - back]
            codes = self._acting_in(here.first, phrase.first if back == 0 else here.last)
            if back == 0 and len(codes) != number:
                continue  # who does something for or with the two
            told |= codes
            if len(told) >= number:
                return told if len(told) == number else frozenset()
        return frozenset()

    def _acting_in(self, first: int, last: int) -> frozenset[str]:
        """The states of the officers named between two tokens, and those that do something there."""
        start = bisect_left(self.phrases, first, key=lambda p: p.first)
        found: set[str | None] = set()
        for phrase in self.phrases[start : bisect_left(self.phrases, last, key=lambda p: p.first)]:
            if phrase.kind == "person":
                found |= {phrase.country, *(o.country for o in phrase.offices)}
            elif phrase.kind == "state" and self.doc.tokens[phrase.last - 1].dep in SUBJECTS:
                found.add(phrase.code)
        return frozenset(code for code in found if code is not None)

    def _persons(self, phrase: Phrase, noun: str, number: int, clusters: Sequence[Cluster]) -> Meant:
        """The persons whose current office fits the noun: exactly as many as stated, or the two that the sentence before joins."""
        if noun not in _HEADS_OF:
            return Meant()
        low = self.doc.low[phrase.first : phrase.head_first]
        wanted = Wanted(_HEADS_OF[noun], frozenset(_spelled(w) for w in low if w in PORTFOLIO or w == "prime"))
        if phrase.parts:
            return by_state(_meant(clusters, wanted), phrase.parts, clusters)
        if not self._is_counted(phrase) and (group := self._group_before(phrase, noun, clusters)) is not None:
            return Meant((group,))
        found = self._as_many(phrase, number, wanted, clusters)
        if not found and not self._is_counted(phrase) and wanted.marks != (_RULING,):
            near = self._named_near(phrase, _meant(clusters, wanted), clusters)
            return Meant(tuple(near) if len(near) > _PAIR else ())
        if not found and self._is_counted(phrase) and wanted.marks == (_RULING,) and not wanted.field:
            found = self._as_many(phrase, number, Wanted((_ANY,), frozenset()), clusters)
            found = found if all(self._is_named_by_then(phrase, clusters[c]) for c in found) else []
        return Meant(tuple(found))

    def _as_many(self, phrase: Phrase, number: int, wanted: Wanted, clusters: Sequence[Cluster]) -> list[int]:
        """The persons meant, where just as many as stated are; those named near by of more. "The two leaders" may be a president and a secretary general."""
        fitting = _meant(clusters, wanted)
        if len(fitting) > number:
            fitting = self._named_near(phrase, fitting, clusters)
        return fitting if len(fitting) == number else []

    def _is_named_by_then(self, phrase: Phrase, cluster: Cluster) -> bool:
        """Whether somebody has been named by the end of the sentence in which "the two leaders" are told of."""
        last = self.doc.sentences[self.doc.tokens[phrase.first].sentence].last
        return any(self.phrases[k].first < last for k in cluster.phrases)

    def _is_counted(self, phrase: Phrase) -> bool:
        return any(w in _COUNTS for w in self.doc.low[phrase.first : phrase.last])

    def _named_near(self, phrase: Phrase, fitting: list[int], clusters: Sequence[Cluster]) -> list[int]:
        """Those of the persons who are named in the same sentence before the phrase or in the sentence before."""
        tokens = self.doc.tokens
        sentence = tokens[phrase.first].sentence
        named = {c: [p for k in clusters[c].phrases if (p := self.phrases[k]).first < phrase.first] for c in fitting}
        for back in (0, 1):
            near = [c for c in fitting if any(tokens[p.first].sentence == sentence - back for p in named[c])]
            if near:
                return near
        return []


@rule(
    yes=["Peru met Chile. Peru and Chile said that both countries agreed."],
    no=["Peru and Chile met. It rained. Both countries agreed."],
)
def pair_of_sentence(pairs: Sequence[Pair], before: Sequence[tuple[Pair, int]]) -> set[frozenset[str]]:
    """The pair of the same sentence."""
    return {p.codes for p, back in before if back == 0}


@rule(
    yes=["Peru and Chile met. Both countries agreed."],
    no=["Peru and Chile met. It rained. Both countries agreed."],
)
def pair_of_sentence_before(pairs: Sequence[Pair], before: Sequence[tuple[Pair, int]]) -> set[frozenset[str]]:
    """The pair of the sentence before."""
    return {p.codes for p, back in before if back == 1}


@rule(
    yes=["Peru and Chile met. It rained. Both countries agreed."],
    no=["Peru and Chile met. Kenya and Chad met. It rained. Both countries agreed."],
)
def pair_of_text(pairs: Sequence[Pair], before: Sequence[tuple[Pair, int]]) -> set[frozenset[str]]:
    """The only pair of the text, or the one that it opens with and names most."""
    if not before:
        return set()
    counts = Counter(p.codes for p in pairs).most_common(2)
    codes, count = counts[0]
    is_lead = len(counts) == 1 or (count > counts[1][1] and codes in {p.codes for p in pairs[:2]})
    return {codes} if is_lead else set()


PAIRS = (pair_of_sentence, pair_of_sentence_before, pair_of_text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a noun of sides may mean: the marks of their offices, and what those must be for ("defence ministers")."""

    marks: tuple[str, ...]
    field: frozenset[str]

    def fits(self, office: Office) -> bool:
        """Whether `office`, held now and by nobody's deputy, is such a one."""
        if office.qualifier in ("former", "deputy"):
            return False
        if _ANY in self.marks:
            return True
        held = {_spelled(w.strip(",.")) for w in office.title.casefold().split()}
        wanted = self.field - ({"foreign"} if "state" in held else set())
        is_head = any(held & (_RULERS if mark == "of:rule" else {mark.removeprefix("of:")}) for mark in self.marks)
        return is_head and wanted <= held and bool(self.field or not held & _SECOND_RANKS)


_SECOND_RANKS = words("second_ranks")


def _spelled(word: str) -> str:
    return "defense" if word == "defence" else word


def _meant(clusters: Sequence[Cluster], wanted: Wanted) -> list[int]:
    return [c for c, cluster in enumerate(clusters) if _is_meant(cluster, wanted)]


def _is_meant(cluster: Cluster, wanted: Wanted) -> bool:
    return cluster.kind == "person" and not cluster.local and any(wanted.fits(o) for o in cluster.offices)


def by_state(fitting: Sequence[int], codes: Sequence[str], clusters: Sequence[Cluster]) -> Meant:
    """One person a state, where that is how it comes out; the last one's state may be told by the others'."""
    of_state = {code: [c for c in fitting if clusters[c].country == code] for code in codes}
    if any(len(found) > 1 for found in of_state.values()):
        return Meant()
    chosen = [c for code in codes for c in of_state[code]]
    still_open = [code for code in codes if not of_state[code]]
    stateless = [c for c in fitting if clusters[c].country is None]
    if not still_open:
        return Meant(tuple(chosen))
    if len(still_open) == 1 and len(stateless) == 1 and chosen:
        (last,), (state,) = stateless, still_open
        return Meant((*chosen, last), {last: state})
    return Meant()
