"""Which phrases name the same state or body: states by code, bodies by their normal form."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.annotate.actors.clusters import Cluster, fit
from memcon.annotate.actors.phrases import Phrase
from memcon.domain.rules import rule
from memcon.knowledge.names import name_key, normalize_name
from memcon.lexicon import words

_GOVERNMENT_OF = "government of "
_MINISTRIES = tuple(f" {noun}" for noun in words("ministries"))


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
    for n, phrase in sorted(named, key=lambda item: not item[1].country):
        keys = {phrase.key or "", name_key(phrase.name)}
        near = {id(c): c for key in keys for c in by_key.get(key, ()) if fit(c.country, phrase.country)}
        cluster = _nearest_before(list(near.values()), n)
        if cluster is None:
            cluster = Cluster(kind="organization", name=phrase.name, key=phrase.key)
            clusters.append(cluster)
        for key in keys:
            if cluster not in by_key.setdefault(key, []):
                by_key[key].append(cluster)
        cluster.take(n, phrase)
        cluster.name = max(cluster.name, phrase.name, key=len)
    for reason in SAME_BODY:
        for cluster, longer in reason(clusters):
            longer.absorb(cluster)
            clusters.remove(cluster)
    for cluster in clusters:
        cluster.phrases.sort()
    return clusters


def _nearest_before(fitting: list[Cluster], n: int) -> Cluster | None:
    """The only one of `fitting`, else the one named last before phrase `n`."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    before = [c for c in fitting if min(c.phrases) < n]
    return max(before, key=lambda c: max(k for k in c.phrases if k < n), default=None)


@rule(
    yes=["The Ann Holm government resigned. The Holm government was old."],
    no=["The Ann Holm government followed the Rosa Lind government. The Vidal government was old."],
)
def shorter_leader(clusters: Sequence[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """ "The Roe government" and "the Ann Roe government", when only one such is named."""
    leaders = [
        (c, key.removeprefix(_GOVERNMENT_OF)) for c in clusters if (key := c.key or "").startswith(_GOVERNMENT_OF)
    ]
    full = [(c, normalize_name(name).split()) for c, name in leaders if " " in name]
    found = []
    for cluster, name in leaders:
        short = normalize_name(name)
        fitting = [c for c, words in full if short in (words[0], words[-1])]
        if " " not in name and len(fitting) == 1:
            found.append((cluster, fitting[0]))
    return found


@rule(
    yes=["The House Judiciary Committee met. The Judiciary Committee objected."],
    no=["The Harbour Foreign Ministry met. The Foreign Ministry objected."],
)
def shorter_name(clusters: Sequence[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """ "The Judiciary Committee" and "the House Judiciary Committee", when only one such is named; a bare ministry may be any state's."""
    by_end, found = _by_their_ends(clusters), []
    for cluster in clusters:
        key = cluster.key or ""
        longer = [c for c in by_end.get(key, ()) if fit(c.country, cluster.country)]
        if len(longer) == 1 and " " in key and not key.endswith(_MINISTRIES):
            found.append((cluster, longer[0]))
    return found


def _by_their_ends(clusters: Sequence[Cluster]) -> dict[str, list[Cluster]]:
    """The bodies by each end of their names of two words or more; of names with "of" by none."""
    by_end: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        words = (cluster.key or "").split()
        for i in range(1, len(words) - 1 if "of" not in words else 0):
            by_end.setdefault(" ".join(words[i:]), []).append(cluster)
    return by_end


SAME_BODY = (shorter_leader, shorter_name)
