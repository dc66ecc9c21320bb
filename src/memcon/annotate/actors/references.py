"""What a phrase without a name refers to: "the ministry", "he", "who", "both countries". Open where two answers are equally good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from memcon.annotate.actors.body_keys import organization_key
from memcon.annotate.actors.clusters import Cluster, fit
from memcon.annotate.actors.groups import is_office_alone
from memcon.annotate.actors.lexicon import ABBREVIATED_TITLES, TITLE_SECTOR
from memcon.annotate.actors.parties import SideResolver
from memcon.annotate.actors.phrases import Phrase
from memcon.annotate.actors.pronouns import PRONOUNS, Named
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.actors import Office
from memcon.domain.labels import SUBJECTS
from memcon.domain.rules import rule
from memcon.knowledge.names import normalize_name
from memcon.lexicon import words
from memcon.lexicon.marks import marked

_DEFINITE = words("definites")
_REACH = 400
"""How many phrases back a noun may refer."""
_LEADS_BY = 3
"""How many times as often as the nearest whoever leads a text is named before, to be meant in its place."""
_RANKS = marked("title_modifiers", "rank")
_FIELDS = words("portfolio")
_RULERS = marked("office_nouns", "rule")
_SPOKESPEOPLE = marked("office_nouns", "press")
_COUNTERPART = "counterpart"
_GOVERNMENTS = marked("body_nouns", "leader")


@dataclass(slots=True)
class References:
    """Resolves phrases in text order. `clusters` grow by the actors that a text does not name; `of[n]` are the clusters of phrase n."""

    doc: MarkedText
    phrases: Sequence[Phrase]
    clusters: list[Cluster]
    sides: SideResolver
    of: dict[int, tuple[int, ...]] = field(default_factory=dict)
    worded: dict[tuple[str, str, str | None], int] = field(default_factory=dict)
    """Actors without a name by kind, wording and state."""

    def run(self) -> None:
        """Fills `of` for every phrase that can be resolved; a pronoun that can't is left out."""
        for c, cluster in enumerate(self.clusters):
            for n in cluster.phrases:
                self.of[n] = (c,)
        for n, phrase in enumerate(self.phrases):
            if n not in self.of:
                self._resolve(n, phrase)

    def _resolve(self, n: int, phrase: Phrase) -> None:
        if phrase.form == "pronoun":
            named = Named(self.doc, self.phrases, self.clusters, self.of)
            found = next((told for reason in PRONOUNS if (told := reason(named, n, phrase))), ())
            if found:
                self._refer(n, found)
            return
        if phrase.form == "sides":
            meant = self.sides.resolve(phrase, self.clusters)
            for c, country in meant.countries.items():
                self.clusters[c].country = country
            found = meant.clusters
        else:
            found = next((told for reason in NOMINALS if (told := reason(self, n, phrase))), ())
        if found:
            self._refer(n, found)
        else:
            self._add(n, phrase)

    def _refer(self, n: int, targets: tuple[int, ...]) -> None:
        self.of[n] = targets
        for c in targets:
            self.clusters[c].phrases.append(n)

    def _add(self, n: int, phrase: Phrase) -> None:
        """Makes an actor of its own of a phrase; "the President" in a government's own text, of whom it names none, is its own."""
        country = self.doc.home if self._is_of_house(phrase) else phrase.country
        cluster = Cluster(kind=phrase.kind, name=phrase.name, country=country, sector=phrase.sector, local=True)
        cluster.take(n, phrase)
        self.clusters.append(cluster)
        self.of[n] = (len(self.clusters) - 1,)
        self.worded.setdefault(_wording(phrase), len(self.clusters) - 1)

    def _is_of_house(self, phrase: Phrase) -> bool:
        is_office = phrase.form == "title" and phrase.country is None and self.doc.is_capital(phrase.last - 1)
        return is_office and self.is_definite(phrase) and phrase.name.lower() in self.doc.house

    def before(self, n: int) -> range:
        """The phrases before phrase `n` that a noun may refer to, nearest first."""
        return range(n)[-_REACH:][::-1]

    def is_definite(self, phrase: Phrase) -> bool:
        """Whether an article or the like points at somebody, or an office in capitals stands alone ("Foreign Secretary met the King")."""
        is_alone = phrase.form == "title" and is_office_alone(self.doc, phrase.first, phrase.last - 1)
        return self.doc.low[phrase.first] in _DEFINITE or is_alone


@rule(
    yes=[
        "The Harbour Ministry objected. The ministry left.",
        "President Ann Holm came. The president left.",
        "Minister of Foreign Affairs Ann Holm came. The foreign minister left.",
        "Foreign Secretary Ann Holm came. Foreign Secretary objected.",
        "President Ann Holm has met President Uwe Roe. The president met Minister Ola Lie before. → (0,)",
    ],
    no=[
        "Vice President Ann Holm came. The president left.",
        "President Ann Holm came. A president left.",
        "Secretary of State Ann Holm came. The foreign secretary left.",
        "The president objected. The Peruvian president left.",
    ],
)
def named_before(refs: References, n: int, phrase: Phrase) -> tuple[int, ...]:
    """A definite noun refers to the nearest earlier actor that it fits, unless the text goes on to say which one."""
    if phrase.kind == "group" or not refs.is_definite(phrase) or _is_specified(refs, phrase):
        return ()
    told = _of_the_house(refs, phrase, _told_before(refs, n, phrase))
    fitting = [t for _, t in told]
    if phrase.kind != "person" or phrase.country is not None:
        return fitting[0] if fitting else ()
    return _doer_before(refs, n, told) or _nearest_or_lead(fitting)


def _told_before(refs: References, n: int, phrase: Phrase) -> list[tuple[int, tuple[int, ...]]]:
    """The earlier phrases for one actor whom the noun fits, the nearest first, each with that actor."""
    return [(k, t) for k in refs.before(n) if len(t := refs.of.get(k, ())) == 1 and _fits(phrase, refs.clusters[t[0]])]


def _of_the_house(
    refs: References, phrase: Phrase, told: Sequence[tuple[int, tuple[int, ...]]]
) -> Sequence[tuple[int, tuple[int, ...]]]:
    """Those of whom a government's own text speaks by an office alone in capitals: its own president where it names him, whoever else is president."""
    if phrase.kind != "person" or phrase.country is not None or not refs.doc.is_capital(phrase.last - 1):
        return told
    own = [(k, t) for k, t in told if fit(refs.clusters[t[0]].country, refs.doc.home)]
    return own or told


def _doer_before(refs: References, n: int, told: Sequence[tuple[int, tuple[int, ...]]]) -> tuple[int, ...]:
    """Of two who fit in the sentence right before, the one who is its subject, where the nearest is not: a text goes on about who does something (centering:
    Grosz, Joshi and Weinstein 1995)."""
    tokens, here = refs.doc.tokens, refs.doc.tokens[refs.phrases[n].first].sentence
    beside = [(k, t) for k, t in told if tokens[refs.phrases[k].first].sentence == here - 1]
    is_alone = not any(tokens[refs.phrases[k].first].sentence == here for k, _ in told)
    if not is_alone or len({t for _, t in beside}) != 2 or _is_doer(refs, beside[0][0]):
        return ()
    return next((t for k, t in beside if _is_doer(refs, k)), ())


def _is_doer(refs: References, k: int) -> bool:
    """Whether a phrase is the subject of its clause."""
    phrase = refs.phrases[k]
    return any(
        t.dep in SUBJECTS and not phrase.first <= t.head < phrase.last
        for t in refs.doc.tokens[phrase.first : phrase.last]
    )


def _nearest_or_lead(fitting: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The nearest of those who fit (nearest first), unless that one is only mentioned in passing and another leads the text by far."""
    if not fitting:
        return ()
    counts, nearest = Counter(fitting), fitting[0]
    lead = max(counts, key=counts.__getitem__)
    return lead if counts[lead] >= _LEADS_BY * counts[nearest] and counts[lead] > _LEADS_BY else nearest


@rule(
    yes=["Foreign Ministry spokesman Ann Holm came. The ministry objected."],
    no=["Minister Ann Holm came. The ministry objected."],
)
def body_of_officer(refs: References, n: int, phrase: Phrase) -> tuple[int, ...]:
    """ "The ministry" after "Foreign Ministry spokesman Roe": the body that the nearest officer's title names becomes an actor."""
    if phrase.kind != "organization" or not refs.is_definite(phrase):
        return ()
    offices = (office for k in refs.before(n) for office in refs.phrases[k].offices)
    for office in offices:
        name = office.organization
        if name and name.casefold().split()[-1] == phrase.title_head:
            refs.clusters.append(
                Cluster(
                    kind="organization",
                    name=name,
                    key=organization_key(name),
                    country=office.country,
                    sector=phrase.sector,
                )
            )
            return (len(refs.clusters) - 1,)
    return ()


@rule(
    yes=[
        "Police objected. Police left.",
        "Our government objected. Our government left.",
        "Norway, Peru and Chad came. Police objected. Police left.",
    ],
    no=["Police objected. Officials left."],
)
def worded_alike(refs: References, n: int, phrase: Phrase) -> tuple[int, ...]:
    """A body, or a police, that was called so before."""
    is_body = phrase.kind == "organization" or phrase.sector == "COP"
    same = refs.worded.get(_wording(phrase)) if is_body else None
    return (same,) if same is not None else ()


@rule(
    yes=[
        "Foreign Minister Ann Holm of Norway and Foreign Minister Uwe Roe of Peru met. Holm thanked her Peruvian counterpart.",
    ],
    no=[
        "Foreign Minister Ann Holm of Norway and President Uwe Roe of Peru met. Holm thanked her Peruvian counterpart.",
        "Foreign Minister Ann Holm of Norway and Foreign Minister Uwe Roe of Peru met. Holm thanked her Chadian counterpart.",
        "Foreign Minister Ann Holm of Norway and Foreign Minister Uwe Roe of Peru met. Holm thanked her counterpart.",
    ],
)
def counterpart_named_before(refs: References, n: int, phrase: Phrase) -> tuple[int, ...]:
    """ "His Peruvian counterpart": the one person of that state whom the text names before in the office that somebody of the sentence holds."""
    if phrase.title_head != _COUNTERPART or phrase.country is None:
        return ()
    tokens, own = refs.doc.tokens, refs.doc.tokens[phrase.first].sentence
    told = [(k, t[0]) for k in refs.before(n) if len(t := refs.of.get(k, ())) == 1]
    beside = [refs.clusters[c] for k, c in told if tokens[refs.phrases[k].first].sentence == own]
    offices = [o for c in beside if c.country != phrase.country for o in c.offices]
    named = [c for _, c in told if refs.clusters[c].country == phrase.country and not refs.clusters[c].local]
    fitting = {c for c in named if any(_is_like(o, own) for own in offices for o in refs.clusters[c].offices)}
    return tuple(fitting) if len(fitting) == 1 else ()


def _words_of(office: Office) -> set[str]:
    """The words of an office's title, those in short spelled out."""
    return {ABBREVIATED_TITLES.get(w, w) for w in office.title.casefold().replace("-", " ").split()}


def _is_like(one: Office, other: Office) -> bool:
    """Whether two offices have one noun, one rank and a field in common, or no fields."""
    a, b = _words_of(one), _words_of(other)
    is_of_one_field = bool(a & b & _FIELDS) or not (a | b) & _FIELDS
    return bool(a & b & TITLE_SECTOR.keys()) and a & _RANKS == b & _RANKS and is_of_one_field


NOMINALS = (named_before, body_of_officer, counterpart_named_before, worded_alike)


def _wording(phrase: Phrase) -> tuple[str, str, str | None]:
    """A nominal's kind, its words without determiner and case, and its state."""
    return phrase.kind, phrase.name.casefold().removeprefix("the ").removeprefix("same "), phrase.country


def _is_specified(refs: References, phrase: Phrase) -> bool:
    """Whether the text goes on to say which one ("the leader of …"), so that it need not be one named before."""
    doc, following = refs.doc, phrase.last
    is_inside = following < len(doc.low) and doc.tokens[phrase.first].sentence == doc.tokens[following].sentence
    return phrase.kind == "person" and is_inside and doc.low[following] == "of"


def _fits(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a definite noun may mean an actor: of its kind and state, by an office or by a word of its names."""
    if cluster.kind != phrase.kind or not fit(phrase.country, cluster.country):
        return False
    if phrase.kind == "person" and cluster.local and phrase.country is not None and cluster.country is None:
        return False  # "the prime minister", and then "the prime minister of Jamaica": another one
    if phrase.kind == "person":
        return can_hold(phrase, cluster)
    key = cluster.key or ""
    if phrase.title_head in _GOVERNMENTS and "government" in key:
        return True
    return phrase.title_head in " ".join(normalize_name(name) for name in (*cluster.names, key)).split()


def can_hold(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether "the president" can be somebody by an office in the text: the same noun of the same rank, so no vice president; "the leader"
    may be a president, "the official" whoever is called that."""
    said = _RANKS.intersection(phrase.name.casefold().split())
    if not cluster.offices:
        return phrase.title_head in cluster.heads
    fields = _FIELDS.intersection(phrase.name.casefold().split())
    called = [o for o in cluster.offices if _is_called(phrase.title_head or "", said, o)]
    return any(_is_of_field(fields, office) for office in called)


def _is_of_field(fields: frozenset[str], office: Office) -> bool:
    """Whether an office has no other field than the one that is said: "the foreign secretary" is no secretary of state, but may be a minister of
    foreign affairs, and whoever is only called secretary."""
    words = office.title.casefold().replace("-", " ").split()
    return not fields or fields <= set(words) or len(words) == 1


def _is_called(head: str, ranks: frozenset[str], office: Office) -> bool:
    """Whether an office that is still held may be called by the noun `head` with `ranks` before it."""
    held = _words_of(office)
    if (
        office.qualifier == "former"
        or ranks != (held | ({"deputy"} if office.qualifier == "deputy" else set())) & _RANKS
    ):
        return False
    is_ruler = head == "leader" and bool(held & _RULERS)
    return head in held or is_ruler or (head in _SPOKESPEOPLE and bool(held & _SPOKESPEOPLE))
