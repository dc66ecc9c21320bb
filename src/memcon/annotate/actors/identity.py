"""Which phrases name the same actor: full names by spelling, surnames and titles by what the text has named, bodies by their normal form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from memcon.annotate.actors.phrases import Phrase
from memcon.domain.actors import Office
from memcon.knowledge.names import name_key, normalize_name, same_name

_EQUAL_TITLES = (
    frozenset(["president", "leader"]),
    frozenset(["minister", "secretary"]),
    frozenset(["chairman", "chairwoman", "chair", "chairperson", "leader"]),
    frozenset(["spokesman", "spokeswoman", "spokesperson"]),
    frozenset(["general", "commander"]),
    frozenset(["minister", "premier", "pm", "chancellor", "taoiseach"]),
    frozenset(["king", "emperor", "monarch"]),
    frozenset(["prince"]),
    frozenset(["ambassador", "envoy", "representative"]),
)


_NEAREST = 40
"""How many persons that share a word of their names are compared with a new one."""
_JUST_NOW = 3
"""Within so many phrases another bearer of the surname is still in mind."""


@dataclass(slots=True)
class Cluster:
    """Phrases (by their place in the list of all phrases) that name one actor; grows while a document is read. `is_stated` says that the
    text states its country at one of them."""

    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    key: str | None = None
    phrases: list[int] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    is_stated: bool = False
    local: bool = False
    members: tuple[int, ...] = ()

    def take(self, n: int, phrase: Phrase) -> None:
        """Adds phrase number `n`."""
        self.phrases.append(n)
        if phrase.form in ("name", "acronym") or not self.names:
            self.names.append(phrase.name)
        for office in phrase.offices:
            self.offices.append(office)
        if phrase.title_head:
            self.heads.add(phrase.title_head)
        self.is_stated = self.is_stated or phrase.country is not None
        current = [o.country for o in phrase.offices if o.country]
        self.country = self.country or phrase.country or (current[0] if current else None)
        self.sector = self.sector or phrase.sector


def gather_states(phrases: Sequence[Phrase]) -> list[Cluster]:
    """One cluster a state named."""
    found: dict[str, Cluster] = {}
    for n, phrase in enumerate(phrases):
        if phrase.kind == "state" and phrase.code is not None:
            cluster = found.setdefault(
                phrase.code,
                Cluster(kind="state", name=phrase.name, country=phrase.code, code=phrase.code, sector="GOV"),
            )
            cluster.take(n, phrase)
    return list(found.values())


def gather_organizations(phrases: Sequence[Phrase]) -> list[Cluster]:
    """One cluster a body: wordings with one normal form and no two states. A wording without a state joins the only body, or the
    nearest before it, that has its form."""
    clusters: list[Cluster] = []
    by_key: dict[str, list[Cluster]] = {}
    named = [(n, p) for n, p in enumerate(phrases) if p.kind == "organization" and p.form != "nominal"]
    for n, phrase in [*((n, p) for n, p in named if p.country), *((n, p) for n, p in named if not p.country)]:
        keys = {phrase.key or "", name_key(phrase.name)}
        near = {id(c): c for key in keys for c in by_key.get(key, ()) if _fits(c.country, phrase.country)}
        fitting = list(near.values())
        if len(fitting) > 1:
            before = [c for c in fitting if min(c.phrases) < n]
            fitting = [max(before, key=lambda c: max(k for k in c.phrases if k < n))] if before else []
        cluster = fitting[0] if fitting else Cluster(kind="organization", name=phrase.name, key=phrase.key)
        if not fitting:
            clusters.append(cluster)
        for key in keys:
            if cluster not in by_key.setdefault(key, []):
                by_key[key].append(cluster)
        cluster.take(n, phrase)
        if len(phrase.name) > len(cluster.name):
            cluster.name = phrase.name
    _merge_governments(clusters)
    _merge_shortened(clusters)
    for cluster in clusters:
        cluster.phrases.sort()
    return clusters


def _merge_shortened(clusters: list[Cluster]) -> None:
    """Joins "the Judiciary Committee" to "the House Judiciary Committee" when only one such is named."""
    by_suffix: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        words = (cluster.key or "").split()
        for i in range(1, len(words) - 1 if "of" not in words else 0):
            by_suffix.setdefault(" ".join(words[i:]), []).append(cluster)
    for cluster in list(clusters):
        key = cluster.key or ""
        longer = [c for c in by_suffix.get(key, ()) if _fits(c.country, cluster.country)]
        if len(longer) == 1 and " " in key and not key.endswith((" ministry", " department")):
            longer[0].phrases += cluster.phrases
            longer[0].names += cluster.names
            clusters.remove(cluster)


def _fits(one: str | None, two: str | None) -> bool:
    return one is None or two is None or one == two


def _merge_governments(clusters: list[Cluster]) -> None:
    """Joins "the Roe government" to "the Ann Roe government" when only one such is named."""
    prefix = "government of "
    full = [c for c in clusters if c.key and c.key.startswith(prefix) and " " in c.key[len(prefix) :]]
    for cluster in [c for c in clusters if c.key and c.key.startswith(prefix) and c not in full]:
        short = normalize_name((cluster.key or "")[len(prefix) :])
        fitting = [
            c
            for c in full
            if short in (w := normalize_name((c.key or "")[len(prefix) :]).split()) and short in (w[0], w[-1])
        ]
        if len(fitting) == 1:
            fitting[0].phrases += cluster.phrases
            fitting[0].names += cluster.names
            clusters.remove(cluster)


def gather_persons(phrases: Sequence[Phrase]) -> list[Cluster]:
    """One cluster a person: full names first, then each shorter name to the only full one that it fits, by title where several do."""
    clusters: list[Cluster] = []
    by_word: dict[str, list[int]] = {}
    named = [(n, p) for n, p in enumerate(phrases) if p.kind == "person" and p.form == "name"]
    full = [(n, p) for n, p in named if len(_words(p.name)) > 1]
    short = [(n, p) for n, p in named if len(_words(p.name)) == 1]
    for n, phrase in sorted(full, key=lambda item: -len(_words(item[1].name))):
        words = _words(phrase.name)
        near = dict.fromkeys(c for w in (words[0], words[-1]) for c in by_word.get(w, ())[-_NEAREST:])
        cluster = next((clusters[c] for c in near if _same_person(phrase, phrases[clusters[c].phrases[0]])), None)
        if cluster is None:
            cluster = Cluster(kind="person", name=phrase.name)
            clusters.append(cluster)
            for word in words:
                by_word.setdefault(word, []).append(len(clusters) - 1)
        cluster.take(n, phrase)
    for cluster in clusters:
        cluster.phrases.sort()
        cluster.name = max((phrases[k].name for k in cluster.phrases), key=lambda name: len(_words(name)))
    for n, phrase in short:
        _join_short(clusters, phrases, n, phrase)
    for cluster in clusters:
        cluster.phrases.sort()
        _order_offices(cluster, phrases)
    return clusters


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name as keys; a hyphenated word is one."""
    return tuple(key for word in name.split() if (key := name_key(word)) and key not in ("jr", "sr"))


def _same_person(one: Phrase, two: Phrase) -> bool:
    if same_name(one.name, two.name):
        return True
    a, b = _words(one.name), _words(two.name)
    if len(a) < 2 or len(b) < 2:
        return False
    short, long = sorted((a, b), key=len)
    before = len(long) - len(short) - 1
    if before >= 0 and long[before + 1 :] == short and long[before] not in ("bin", "ibn", "bint"):
        return True
    return (
        len(short) < len(long)
        and short[0] == long[0]
        and ((short == long[: len(short)] and len(short) > 2) or short[-1] == long[-1])
    )


def _join_short(clusters: list[Cluster], phrases: Sequence[Phrase], n: int, phrase: Phrase) -> None:
    """Puts a one-word name to the person it can only mean; else it stays a person of its own."""
    word = _words(phrase.name)
    fitting = [c for c in clusters if word and _has_part(c.name, word[0]) and _fits_country(c, phrase)]
    if len(fitting) > 1 and phrase.title_head:
        by_title = [c for c in fitting if phrase.title_head in c.heads] or [
            c for c in fitting if are_alike_titles(phrase.title_head, c.heads)
        ]
        fitting = by_title or [c for c in fitting if not c.heads]
    if len(fitting) > 1 and not phrase.title_head:
        fitting = [c for c in fitting if normalize_name(c.name) == word[0]] or _most_named_before(fitting, n)
    if len(fitting) == 1 and not (
        phrase.title_head
        and fitting[0].heads
        and not are_alike_titles(phrase.title_head, fitting[0].heads)
        and len(_words(fitting[0].name)) == 1
    ):
        fitting[0].take(n, phrase)
        return
    cluster = Cluster(kind="person", name=phrase.name, local=len(fitting) > 1)
    cluster.take(n, phrase)
    clusters.append(cluster)


def _most_named_before(clusters: list[Cluster], n: int) -> list[Cluster]:
    """The one of `clusters` that a bare surname at phrase `n` must mean: the only one named so far, or the one that the text names first
    and most while the others are named once and not just now."""
    before = sorted((c for c in clusters if min(c.phrases) < n), key=lambda c: min(c.phrases))
    if len(before) < 2:
        return before
    lead, others = before[0], before[1:]
    is_lead = len(lead.phrases) > 1 and all(len(c.phrases) == 1 and n - max(c.phrases) > _JUST_NOW for c in others)
    return [lead] if is_lead else []


def _has_part(name: str, word: str) -> bool:
    words = _words(name)
    return bool(words) and (word in (words[0], words[-1]) or word == name_key(" ".join(words[-2:])))


def _fits_country(cluster: Cluster, phrase: Phrase) -> bool:
    return cluster.country is None or phrase.country is None or cluster.country == phrase.country


def are_alike_titles(head: str, heads: Iterable[str]) -> bool:
    return any(head == other or any(head in group and other in group for group in _EQUAL_TITLES) for other in heads)


def _order_offices(cluster: Cluster, phrases: Sequence[Phrase]) -> None:
    """The current offices first, fuller wordings first; one of each wording."""
    offices = [o for n in cluster.phrases for o in phrases[n].offices]
    seen: dict[tuple[str, str | None], Office] = {}
    for office in offices:
        key = (office.title.casefold(), office.qualifier)
        known = seen.get(key)
        if (
            known is None
            or (known.country is None and office.country)
            or (known.organization is None and office.organization)
        ):
            seen[key] = office
    kept = [o for o in seen.values() if not _is_shorter(o, list(seen.values()))]
    cluster.offices = sorted(kept, key=lambda o: o.qualifier == "former")
    countries = [o.country for o in cluster.offices if o.country]
    cluster.country = cluster.country or (countries[0] if countries else None)


def _is_shorter(office: Office, others: list[Office]) -> bool:
    """Whether another wording states the same office and more ("Secretary" beside "Secretary of Defense")."""
    words = office.title.casefold().split()
    for other in others:
        longer = other.title.casefold().split()
        if (
            other is not office
            and len(longer) > len(words)
            and other.qualifier != "former"
            and (office.qualifier in (None, other.qualifier))
            and words in (longer[: len(words)], longer[-len(words) :])
        ):
            return True
    return False
