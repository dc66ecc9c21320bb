"""Office titles and official bodies in running text, by vocabulary and by pattern ("minister of X", "X Ministry")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.knowledge.entries import Title
from memcon.knowledge.words import words_of

_NOT_IN_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "former",
        "today",
        "yesterday",
        "finally",
        "but",
        "and",
        "in",
        "on",
        "at",
    ]
)
_OWNERS = frozenset(
    ["people", "women", "men", "children", "veterans", "sheriff", "prosecutor", "president", "governor", "mayor"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPattern:
    """A kind of official body. `words` are lower case, with `*` for the part that names its field: ("ministry", "of", "*"),
    ("*", "ministry"), ("joint", "chiefs", "of", "staff"). `sector` is a PLOVER sector; None leaves it to the field."""

    words: tuple[str, ...]
    sector: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleMatch:
    """An office title at words `start` to `end`. `qualifiers` are words before it that change its force ("acting", "former", "deputy");
    `field` are the words that say what of ("Foreign Affairs"), or None."""

    start: int
    end: int
    title: Title
    qualifiers: tuple[str, ...] = ()
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMatch:
    """An official body, known or not, at words `start` to `end`; `field` are the words that say what of ("National Unity")."""

    start: int
    end: int
    pattern: BodyPattern
    sector: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeVocabulary:
    """What `titles_at` and `body_at` know. All words are lower case.

    `titles` maps words to a title; `heads` are those that take a field ("minister", "secretary"), `open_heads` those that take one that no pack knows; `fields` maps the words of
    a portfolio ("foreign", "affairs") to a PLOVER sector, `tails` end a portfolio whatever it is ("affairs", "cooperation"); `bodies` the literal bodies; `before` and `after` the patterns by head words;
    `title_starts` and `body_starts` the words that any of them can start with, to pass over all others quickly.
    """

    titles: Mapping[tuple[str, ...], Title]
    heads: frozenset[tuple[str, ...]]
    open_heads: frozenset[tuple[str, ...]]
    qualifiers: frozenset[str]
    fields: Mapping[tuple[str, ...], str]
    tails: frozenset[str]
    bodies: Mapping[tuple[str, ...], BodyPattern]
    before: Mapping[tuple[str, ...], BodyPattern]
    after: Mapping[tuple[str, ...], BodyPattern]
    title_starts: frozenset[str]
    body_starts: frozenset[str]
    longest: int

    def titles_at(self, words: Sequence[str], i: int) -> TitleMatch | None:
        """The longest office title that starts at word `i`, with the words that say what of, or None.

        The title's own tail is included ("minister of national unity"), that of an ambassador ("to Peru") or a head of state ("of
        Peru") is left out: those are states, which the gazetteer knows. A field that no pack knows may run into the name behind it;
        who knows where that name starts passes only the words before it.
        """
        is_field = i + 1 < len(words) and words[i + 1].lower() in self.tails
        if words[i].lower() not in self.title_starts and not is_field:
            return None
        low = [w.lower() for w in words[i : i + self.longest + 12]]
        start = 0
        while start < len(low) and (low[start] in self.qualifiers or (low[start] == "-" and start)):
            start += 1
        found = [match for begin in range(start + 1) if (match := self._title(words, low, i, begin))]
        return max(found, key=lambda m: m.end, default=None)  # of equals the first: the fewest qualifiers

    def body_at(self, words: Sequence[str], i: int) -> BodyMatch | None:
        """The longest official body that starts at word `i`: a literal one, "Ministry of X", or "X Ministry". Case counts: the body must
        start with a capital or be wholly in lower case vocabulary ("parliament")."""
        if not words[i][:1].isupper() and words[i].lower() not in self.body_starts:
            return None
        low = [w.lower() for w in words[i : i + self.longest + 12]]
        found: list[BodyMatch] = []
        for length in range(min(len(low), self.longest), 0, -1):
            pattern = self.bodies.get(tuple(low[:length]))
            if pattern:
                found.append(BodyMatch(start=i, end=i + length, pattern=pattern, sector=pattern.sector or "GOV"))
                break
        found += self._of_field(words, low, i)
        found += self._field_first(words, low, i)
        return max(found, key=lambda m: m.end, default=None)

    def _title(self, words: Sequence[str], low: list[str], i: int, begin: int) -> TitleMatch | None:
        qualifiers = tuple(w for w in low[:begin] if w != "-")
        best: TitleMatch | None = None
        for length in range(min(len(low) - begin, self.longest), 0, -1):
            key = tuple(low[begin : begin + length])
            title = self.titles.get(key)
            if title:
                end = begin + length
                tail = self._tail(words, low, i, end, is_open=key in self.open_heads) if key in self.heads else end
                field = " ".join(words[i + end + 1 : i + tail]) if tail > end else None
                best = TitleMatch(start=i, end=i + tail, title=title, qualifiers=qualifiers, field=field)
                break
        run = self._field_run(low, begin)
        for stop in range(run, begin, -1):
            for head in self.heads:
                if tuple(low[stop : stop + len(head)]) == head and (best is None or i + stop + len(head) > best.end):
                    title = self.titles[head]
                    field = " ".join(words[i + begin : i + stop])
                    return TitleMatch(
                        start=i, end=i + stop + len(head), title=title, qualifiers=qualifiers, field=field
                    )
        return best

    def _tail(self, words: Sequence[str], low: list[str], i: int, end: int, *, is_open: bool) -> int:
        """Where "of X" or "for X" behind a head ends (portfolio words, or where `is_open` at most two words in capitals), or `end` when there is none."""
        if end >= len(low) or low[end] not in ("of", "for"):
            return end
        begin = end + 1
        if low[begin : begin + 1] == ["the"]:
            begin += 1
        stop = self._field_run(low, begin)
        if stop == begin and is_open:
            while stop < min(len(low), begin + 2) and words[i + stop][:1].isupper():
                stop += 1
        while stop > begin and stop < len(low) and low[stop] in ("and", "&", ",", "of"):
            known = self._field_run(low, stop + 1)
            if known == stop + 1:
                break
            stop = known
        return stop if stop > begin else end

    def _field_run(self, low: Sequence[str], begin: int) -> int:
        """Where a run of portfolio words from `begin` ends: "trade, industry and energy"."""
        stop = begin
        while stop < len(low):
            step = next((n for n in (5, 4, 3, 2, 1) if tuple(low[stop : stop + n]) in self.fields), 0)
            if low[stop + 1 : stop + 2] and low[stop + 1] in self.tails and low[stop].isalpha() and step < 2:
                step = 2
            if step:
                stop += step
            elif (
                stop > begin
                and low[stop] in ("and", "&", ",", "/", "-")
                and tuple(low[stop + 1 : stop + 2]) in self.fields
            ):
                stop += 1
            elif (
                stop > begin and low[stop : stop + 2] == [",", "and"] and tuple(low[stop + 2 : stop + 3]) in self.fields
            ):
                stop += 2
            else:
                break
        return stop

    def _of_field(self, words: Sequence[str], low: list[str], i: int) -> list[BodyMatch]:
        for length in (3, 2, 1):
            pattern = self.before.get(tuple(low[:length]))
            if pattern is None or length >= len(low) or not words[i][:1].isupper():
                continue
            begin = length + 1 if low[length : length + 1] == ["the"] else length
            stop = self._name_run(words, low, i, begin)
            if stop > begin:
                sector = pattern.sector or self._sector(low[begin:stop])
                return [
                    BodyMatch(
                        start=i,
                        end=i + stop,
                        pattern=pattern,
                        sector=sector,
                        field=" ".join(words[i + begin : i + stop]),
                    )
                ]
        return []

    def _field_first(self, words: Sequence[str], low: list[str], i: int) -> list[BodyMatch]:
        known = self._field_run(low, 0)
        if low[0] in _NOT_IN_NAMES or not (known or words[i][:1].isupper()):
            return []
        for stop in range(1, min(len(low), max(known, 5) + 1)):
            for length in (2, 1):
                pattern = self.after.get(tuple(low[stop : stop + length]))
                if pattern is None or stop + length > len(low) or not (known >= stop or words[i + stop][:1].isupper()):
                    continue
                end = stop + length
                if tuple(low[stop : end + 1]) in self.before:
                    return []  # "U.S. Department of X": the body starts at its head
                field = " ".join(words[i : i + stop])
                sector = pattern.sector or self._sector(low[:stop])
                return [BodyMatch(start=i, end=i + end, pattern=pattern, sector=sector, field=field)]
            if not (stop < known or words[i + stop][:1].isupper() or _joins_a_name(low, stop)):
                return []
        return []

    def _name_run(self, words: Sequence[str], low: list[str], i: int, begin: int) -> int:
        """Where the field of "Ministry of …" ends: words in capitals, joined by "and", "of", "for", "the" and commas between them."""
        stop = begin
        while stop < len(low):
            if words[i + stop][:1].isupper():
                stop += 1
                continue
            joint = stop
            while joint < len(low) and low[joint] in ("and", "&", ",", "of", "for", "the") and joint - stop < 2:
                joint += 1
            is_listed = low[stop] != "," or tuple(low[joint : joint + 1]) in self.fields
            if (
                begin < stop < joint < len(low)
                and words[i + joint][:1].isupper()
                and is_listed
                and self._joins(low, stop, joint)
            ):
                stop = joint
            else:
                break
        return stop

    def _joins(self, low: list[str], stop: int, joint: int) -> bool:
        """Whether what follows "and" goes on with the field: a portfolio word, not another body or a person."""
        return (
            low[stop] in ("of", "for")
            or tuple(low[joint : joint + 1]) in self.fields
            or tuple(low[joint : joint + 2]) in self.fields
        )

    def _sector(self, field: Sequence[str]) -> str:
        for n in (3, 2, 1):
            for k in range(len(field) - n + 1):
                sector = self.fields.get(tuple(field[k : k + n]))
                if sector and sector != "GOV":
                    return sector
        return "GOV"


def _joins_a_name(low: Sequence[str], stop: int) -> bool:
    """Whether a word in lower case can stand inside a body's name: "Law and Order Party", "People's Alliance Party", "Workers' Party"."""
    return low[stop] in ("and", "&", "of", "'") or (low[stop] == "'s" and low[stop - 1] in _OWNERS)


def build_vocabulary(
    titles: Iterable[Title],
    heads: Iterable[str],
    qualifiers: Iterable[str],
    fields: Mapping[str, Iterable[str]],
    tails: Iterable[str],
    bodies: Iterable[BodyPattern],
) -> OfficeVocabulary:
    """The indexes over titles and bodies. A title that ends in the words of one of `heads` takes a field too. `fields` maps a sector to its
    portfolio words."""
    known = {t.words: t for t in titles}
    last = {words_of(h.lower()) for h in heads}
    patterns = list(bodies)
    literal = {p.words: p for p in patterns if "*" not in p.words}
    longest = max((len(w) for w in (*known, *literal)), default=1)
    open_kinds = ("minister", "vice_minister")
    portfolios = {words_of(f.lower()): sector for sector, words in fields.items() for f in words}
    before_title = frozenset(qualifiers)
    return OfficeVocabulary(
        titles=known,
        heads=frozenset(w for w in known if any(w[k:] in last for k in range(len(w)))),
        open_heads=frozenset(w for w in last if w in known and known[w].kind in open_kinds),
        qualifiers=before_title,
        fields=portfolios,
        tails=frozenset(tails),
        bodies=literal,
        before={p.words[:-1]: p for p in patterns if p.words[-1] == "*"},
        after={p.words[1:]: p for p in patterns if p.words[0] == "*"},
        title_starts=frozenset(w[0] for w in (*known, *portfolios)) | before_title,
        body_starts=frozenset(w[0] for w in (*literal, *portfolios)),
        longest=longest,
    )
