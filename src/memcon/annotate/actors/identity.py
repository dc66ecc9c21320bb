"""Which phrases name the same person: full names by spelling, surnames by what the text has named, several bearers by their titles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from memcon import lexicon
from memcon.annotate.actors.clusters import Cluster, are_alike_titles, fit
from memcon.annotate.actors.phrases import Phrase
from memcon.domain.actors import Office
from memcon.domain.rules import rule
from memcon.knowledge.names import may_share_initials, name_key, normalize_name, same_name
from memcon.lexicon.marks import marked

_NEAREST = 40
"""How many persons that share a word of their names are compared with a new one."""
_JUST_NOW = 3
"""Within so many phrases another bearer of the surname is still in mind."""
_SONS, _GENERATIONS = lexicon.words("child_of"), lexicon.words("generations")
_SHORT_NAMES = lexicon.values("short_given_name")
_ROYAL = marked("office_nouns", "royal")
_ARTICLES = tuple(f"{article}-" for article in lexicon.words("articles_of_names"))


def gather_persons(phrases: Sequence[Phrase]) -> list[Cluster]:
    """One cluster a person: full names first, then each shorter name to the only full one that it fits, by title where several do."""
    named = [(n, p) for n, p in enumerate(phrases) if p.kind == "person" and p.form == "name"]
    clusters = _gather_full([(n, p) for n, p in named if len(_words(p.name)) > 1], phrases)
    for n, phrase in named:
        if len(_words(phrase.name)) == 1:
            _join_short(clusters, n, phrase)
    for cluster in clusters:
        cluster.phrases.sort()
        _order_offices(cluster, phrases)
    return clusters


def _gather_full(named: Sequence[tuple[int, Phrase]], phrases: Sequence[Phrase]) -> list[Cluster]:
    """One cluster a person with a full name, called by the longest; the longest names come first."""
    clusters: list[Cluster] = []
    by_word: dict[str, list[int]] = {}
    for n, phrase in sorted(named, key=lambda item: -len(_words(item[1].name))):
        words = _words(phrase.name)
        near = dict.fromkeys(c for w in (words[0], words[-1]) for c in by_word.get(w, ())[-_NEAREST:])
        cluster = next((clusters[c] for c in near if _is_same(phrase.name, phrases[clusters[c].phrases[0]].name)), None)
        if cluster is None:
            cluster = Cluster(kind="person", name=phrase.name)
            clusters.append(cluster)
            for word in words:
                by_word.setdefault(word, []).append(len(clusters) - 1)
        cluster.take(n, phrase)
    for cluster in clusters:
        cluster.phrases.sort()
        cluster.name = max((phrases[k].name for k in cluster.phrases), key=lambda name: len(_words(name)))
    return clusters


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name as keys; a hyphenated word is one, an Arabic article before a hyphen is left out."""
    return tuple(key for word in name.split() if (key := name_key(without_article(word))) and key not in _GENERATIONS)


def without_article(word: str) -> str:
    """A word of a name without the Arabic article that a hyphen ties to it: "al-Roe" gives "Roe"."""
    is_article = word.casefold().replace("‑", "-").startswith(_ARTICLES)
    return word.split("-" if "-" in word else "‑", 1)[1] if is_article else word


def _is_same(one: str, two: str) -> bool:
    short, long = sorted((_in_full(_words(one)), _in_full(_words(two))), key=len)
    if not may_share_initials(one, two):
        return False
    return (
        same_name(one, two) or short == long or (len(short) > 1 and any(reason(short, long) for reason in SAME_PERSON))
    )


def _in_full(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name with its given name in full: "Joe Roe" as "Joseph Roe"."""
    return (_SHORT_NAMES.get(words[0], words[0]), *words[1:]) if len(words) > 1 else words


@rule(
    yes=[
        "Prince Omar Karim Haddad came. Prince Karim Haddad objected.",
        "Minister Maria Ana Ruiz came. Minister Ana Ruiz objected.",
    ],
    no=["Prince Omar bin Karim Haddad came. Prince Karim Haddad objected."],
)
def ends_alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The longer name only has more before: not where that makes it a son's or a daughter's."""
    before = len(long) - len(short) - 1
    return before >= 0 and long[before + 1 :] == short and long[before] not in _SONS


@rule(
    yes=["Robert James Hale came. Robert Hale objected.", "Minister Thomas R. Hale came. Minister Tom Hale objected."],
    no=["Robert James Hale came. Robert James objected."],
)
def adds_middle(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The longer name has more in the middle."""
    return len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1]


@rule(
    yes=["Juan Carlos Ruiz Vidal came. Juan Carlos Ruiz objected."],
    no=["Robert James Hale came. Robert James objected."],
)
def adds_last(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The longer name has more behind three words."""
    return 2 < len(short) < len(long) and short == long[: len(short)]


SAME_PERSON = (ends_alike, adds_middle, adds_last)


def _join_short(clusters: list[Cluster], n: int, phrase: Phrase) -> None:
    """Puts a one-word name to the person it can only mean; else it stays a person of its own."""
    word = _words(phrase.name)[0]
    fitting = [
        c for c in clusters if _has_part(c.name, word) and fit(c.country, phrase.country) and _may_reign(c, phrase)
    ]
    kept = fitting
    if len(fitting) > 1:
        kept = next((found for reason in WHO_OF_NAME if (found := reason(fitting, n, phrase))), [])
    if len(kept) == 1 and not _is_namesake(kept[0], phrase):
        kept[0].take(n, phrase)
        return
    cluster = Cluster(kind="person", name=phrase.name, local=len(kept) > 1)
    cluster.take(n, phrase)
    clusters.append(cluster)


@rule(
    yes=[
        "Ambassador Kevin Holm met Chairman Paul Holm. Ambassador Holm left.",
        "Chairman Kevin Holm met Envoy Paul Holm. Chair Holm left.",
    ],
    no=["Ambassador Kevin Holm met Chairman Paul Holm. Holm left."],
)
def by_title(fitting: list[Cluster], n: int, phrase: Phrase) -> list[Cluster]:
    """Those of the same title, else of a title that may be said of the same office, else those without any."""
    head = phrase.title_head
    if not head:
        return []
    same = [c for c in fitting if head in c.heads]
    return same or [c for c in fitting if are_alike_titles(head, c.heads)] or [c for c in fitting if not c.heads]


@rule(
    yes=["Minister Ann Holm met Mayor Paul Holm. President Holm came. Holm left."],
    no=["Ambassador Kevin Holm met Chairman Paul Holm. Ambassador Holm left."],
)
def by_bare_name(fitting: list[Cluster], n: int, phrase: Phrase) -> list[Cluster]:
    """Without a title: whoever has only that name."""
    word = _words(phrase.name)[0]
    return [] if phrase.title_head else [c for c in fitting if normalize_name(c.name) == word]


@rule(
    yes=["Minister Ann Holm came. Holm left. Peru and Chile agreed. Mayor Paul Holm slept."],
    no=["Ambassador Kevin Holm met Chairman Paul Holm. Ambassador Holm left."],
)
def by_order(fitting: list[Cluster], n: int, phrase: Phrase) -> list[Cluster]:
    """Without a title: the only one named so far, or the one that the text names first and most while the others are named once and not
    just now."""
    before = sorted((c for c in fitting if min(c.phrases) < n), key=lambda c: min(c.phrases))
    if phrase.title_head or len(before) < 2:
        return [] if phrase.title_head else before
    lead, others = before[0], before[1:]
    is_lead = len(lead.phrases) > 1 and all(len(c.phrases) == 1 and n - max(c.phrases) > _JUST_NOW for c in others)
    return [lead] if is_lead else []


WHO_OF_NAME = (by_title, by_bare_name, by_order)


def _is_namesake(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether two bearers of one word alone have titles that no one person has."""
    head = phrase.title_head
    is_other = bool(head and cluster.heads) and not are_alike_titles(head or "", cluster.heads)
    return is_other and len(_words(cluster.name)) == 1


@rule(
    yes=["Prince Omar Haddad came. Prince Omar left."],
    no=["President Tom Omar came. King Omar of Peru left."],
)
def _may_reign(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether whoever is called by a ruler's title and one word may be the person: such titles stand before the first name, not before a surname."""
    if phrase.title_head not in _ROYAL or cluster.heads & _ROYAL:
        return True
    words = _words(cluster.name)
    return len(words) < 2 or words[0] == _words(phrase.name)[0]


def _has_part(name: str, word: str) -> bool:
    words = _words(name)
    return bool(words) and (word in (words[0], words[-1]) or word == name_key(" ".join(words[-2:])))


def _order_offices(cluster: Cluster, phrases: Sequence[Phrase]) -> None:
    """The current offices first, fuller wordings first; one of each wording."""
    seen: dict[tuple[str, str | None], Office] = {}
    for office in (o for n in cluster.phrases for o in phrases[n].offices):
        key = (office.title.casefold(), office.qualifier)
        if key not in seen or _tells_more(office, seen[key]):
            seen[key] = office
    kept = [o for o in seen.values() if not _is_shorter(o, list(seen.values()))]
    cluster.offices = sorted(kept, key=lambda o: o.qualifier == "former")
    cluster.country = cluster.country or next((o.country for o in cluster.offices if o.country), None)


def _tells_more(office: Office, known: Office) -> bool:
    """Whether an office of the same wording has the state or the body that the known one lacks."""
    return bool((known.country is None and office.country) or (known.organization is None and office.organization))


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
