"""The sides of a dealing: whom "both countries", "the two defence ministers" and "the allies" mean.

A text's pairs are states that it joins ("A and B", "A-B", "between A and B", a channel's parties). "Both countries" means the pair
of the same sentence, else of the sentence before, else the pair that the text opens with and names most; in any other case it stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.annotate.actors.identity import Cluster
from memcon.annotate.actors.lexicon import PORTFOLIO, STATE_SIDE_NOUNS, words_in
from memcon.annotate.actors.phrases import Phrase
from memcon.annotate.actors.tokens import Marks

_JOINTS = frozenset(("and", ",", "the", "-", "–", "‑", "&", "'s", "’s", "/"))
_LEADERS = words_in("president premier prime chancellor king queen emperor leader chairman pm taoiseach sultan emir")
_HEADS_OF = {
    "leaders": _LEADERS, "presidents": frozenset(["president"]), "chancellors": frozenset(["chancellor"]), "kings": frozenset(["king"]),
    "ministers": frozenset(("minister", "secretary")), "secretaries": frozenset(["secretary"]), "premiers": frozenset(("premier", "minister")),
    "envoys": frozenset(("envoy", "representative", "ambassador")), "diplomats": frozenset(("minister", "secretary", "diplomat", "envoy")),
    "heads": _LEADERS, "officials": frozenset(["official"]), "chiefs": frozenset(("chief", "chairman", "general", "minister", "secretary")),
    "commanders": frozenset(["commander"]), "men": frozenset(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """States that the text joins: where (first token) and which."""

    at: int
    codes: frozenset[str]


def find_pairs(marks: Marks) -> list[Pair]:
    """All pairs (and longer lists) of states that the text joins, in order."""
    found: list[Pair] = []
    matches = [k for i, k in enumerate(marks.known) if k is not None and k.first == i]
    run: list[str] = []
    start = end = -1
    for known in matches:
        state, channel = known.state(), known.channel()
        if channel is not None and len(channel.parties) == 2:
            found.append(Pair(known.first, frozenset(channel.parties)))
        joined = end >= 0 and 0 < known.first - end <= 3 and all(w in _JOINTS for w in marks.low[end : known.first])
        if state is None or not joined:
            if len(set(run)) > 1:
                found.append(Pair(start, frozenset(run)))
            run = []
        if state is not None:
            if not run:
                start = known.first
            run.append(state[0].code)
            end = known.last
    if len(set(run)) > 1:
        found.append(Pair(start, frozenset(run)))
    return sorted(found, key=lambda p: p.at)


class SideResolver:
    """Tells which clusters a phrase of sides means."""

    def __init__(self, marks: Marks, phrases: Sequence[Phrase]) -> None:
        self.marks = marks
        self.phrases = phrases
        self.pairs = find_pairs(marks)

    def codes(self) -> set[str]:
        """All states that a phrase of sides may mean."""
        return {c for pair in self.pairs for c in pair.codes} | {c for p in self.phrases for c in p.parts}

    def resolve(self, n: int, phrase: Phrase, clusters: Sequence[Cluster]) -> tuple[int, ...]:
        """The clusters meant by phrase number `n`, () when that stays open."""
        noun = self.marks.low[phrase.head_first]
        number = self._number(phrase)
        if noun not in STATE_SIDE_NOUNS:
            persons = self._persons(phrase, noun, number, clusters)
            if persons:
                return persons
            if not phrase.parts:
                return ()
        codes = frozenset(phrase.parts) or self._pair(phrase, number)
        found = tuple(c for c, cluster in enumerate(clusters) if cluster.kind == "state" and cluster.code in codes)
        return found if codes and len(found) == len(codes) else ()

    def _number(self, phrase: Phrase) -> int:
        words = self.marks.low[phrase.first : phrase.last]
        numbers = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
        return next((numbers[w] for w in words if w in numbers), len(set(phrase.parts)) or 2)

    def _pair(self, phrase: Phrase, number: int) -> frozenset[str]:
        """The states of the pair meant, by place and then by weight."""
        pairs = [p for p in self.pairs if len(p.codes) == number]
        sentence = self.marks.tokens[phrase.first].sentence
        for back in (0, 1):
            near = {
                p.codes for p in pairs if self.marks.tokens[p.at].sentence == sentence - back and p.at < phrase.first
            }
            if len(near) == 1:
                return next(iter(near))
            if near:
                return frozenset()
        before = [p for p in pairs if p.at < phrase.first]
        if not before:
            return frozenset()
        counts = Counter(p.codes for p in pairs).most_common(2)
        is_clear = len(counts) == 1 or counts[0][1] > counts[1][1]
        opening = {p.codes for p in pairs[:2]}
        return counts[0][0] if is_clear and (counts[0][0] in opening or len(counts) == 1) else frozenset()

    def _persons(self, phrase: Phrase, noun: str, number: int, clusters: Sequence[Cluster]) -> tuple[int, ...]:
        """The persons whose current office fits the noun: exactly as many as stated, or the two that the sentence before joins."""
        heads = _HEADS_OF.get(noun)
        if heads is None:
            return ()
        field = {w for w in self.marks.low[phrase.first : phrase.head_first] if w in PORTFOLIO or w == "prime"}
        fitting = [
            c
            for c, cluster in enumerate(clusters)
            if cluster.kind == "person" and not cluster.local and _holds(cluster, heads, field)
        ]
        if phrase.parts:
            return _by_state(fitting, phrase.parts, clusters)
        if len(fitting) > number:
            near = self._named_near(phrase, fitting, clusters)
            fitting = near if len(near) == number else []
        return tuple(fitting) if len(fitting) == number else ()

    def _named_near(self, phrase: Phrase, fitting: list[int], clusters: Sequence[Cluster]) -> list[int]:
        """Those of the persons who are named in the same sentence before the phrase or in the sentence before."""
        sentence = self.marks.tokens[phrase.first].sentence
        places = {
            c: [
                self.marks.tokens[self.phrases[k].first].sentence
                for k in clusters[c].phrases
                if self.phrases[k].first < phrase.first
            ]
            for c in fitting
        }
        for back in (0, 1):
            near = [c for c in fitting if sentence - back in places[c]]
            if near:
                return near
        return []


def _holds(cluster: Cluster, heads: frozenset[str], field: set[str]) -> bool:
    offices = [o for o in cluster.offices if o.qualifier not in ("former", "deputy")]
    if not heads:
        return bool(offices)
    for office in offices:
        words = {w.strip(",.").replace("defence", "defense") for w in office.title.casefold().split()}
        wanted = {w.replace("defence", "defense") for w in field} - ({"foreign"} if "state" in words else set())
        is_second_rank = bool({"vice", "assistant", "under"} & words)
        if words & heads and wanted <= words and (field or not is_second_rank):
            return True
    return False


def _by_state(fitting: list[int], codes: Sequence[str], clusters: Sequence[Cluster]) -> tuple[int, ...]:
    """One person a state, where that is how it comes out; the last one's state may be told by the others'."""
    chosen: list[int] = []
    open_codes = []
    for code in codes:
        of_state = [c for c in fitting if clusters[c].country == code]
        if len(of_state) > 1:
            return ()
        if of_state:
            chosen += of_state
        else:
            open_codes.append(code)
    stateless = [c for c in fitting if clusters[c].country is None]
    if len(open_codes) == 1 and len(stateless) == 1 and chosen:
        clusters[stateless[0]].country = open_codes[0]
        chosen.append(stateless[0])
    return tuple(chosen) if len(chosen) == len(codes) else ()
