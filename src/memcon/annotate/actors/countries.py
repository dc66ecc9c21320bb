"""The state of an actor where it is certain without standing at the name: by a dated office in a pack, by the leader of a government, by
the officers of a body, by the body of an officer, and for bare ministries by the others that the text names as barely.

The last rests on how news is written: a ministry of the home government is "the Foreign Ministry", any other is "the Peruvian Foreign
Ministry". So where the bare ministries and ministers whose state is known all serve one state, the remaining bare ones do too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.annotate.actors.body_keys import organization_key
from memcon.annotate.actors.clusters import Cluster, are_alike_titles
from memcon.domain.actors import Office
from memcon.knowledge.entries import Tenure
from memcon.knowledge.lookup import Knowledge
from memcon.knowledge.names import name_key, normalize_name
from memcon.knowledge.validity import overlaps
from memcon.lexicon.marks import marked

_NO_OFFICES = marked("office_nouns", "free")
_GOVERNMENT_OF = "government of "


def add_countries(clusters: Sequence[Cluster], published: str | None, knowledge: Knowledge) -> None:
    """Fills in states of persons and bodies that are still open; `published` is the document's date (EDTF)."""
    persons = [c for c in clusters if c.kind == "person"]
    bodies = [c for c in clusters if c.kind == "organization"]
    for cluster in _stateless(persons):
        cluster.country = _of_person(cluster, published, knowledge)
    for body in _stateless(bodies):
        leader = (body.key or "").partition(_GOVERNMENT_OF)[2]
        body.country = _of_leader(leader, persons, knowledge) if leader else _of_officers(body, persons)
    home = _home(persons, bodies)
    for body in _stateless(bodies):
        if _is_ministry(body.key):
            body.country = home
    for cluster in _stateless(persons):
        cluster.country = _of_body(cluster, bodies)


def _stateless(clusters: Sequence[Cluster]) -> list[Cluster]:
    return [c for c in clusters if c.country is None]


def _of_person(cluster: Cluster, published: str | None, knowledge: Knowledge) -> str | None:
    """The state of the only known officer of this name, when that office is not at odds with the titles in the text."""
    tenures = _tenures(cluster, published, knowledge)
    held = {w for t in tenures for w in t.title.casefold().split()}
    heads = cluster.heads - _NO_OFFICES
    is_at_odds = bool(heads) and not any(are_alike_titles(h, held) for h in heads)
    return None if is_at_odds else _only(t.country for t in tenures)


def _tenures(cluster: Cluster, published: str | None, knowledge: Knowledge) -> tuple[Tenure, ...]:
    """The offices of all persons of this name; of a surname alone of those with such a title, or who are in office when the text appears."""
    tenures = knowledge.tenures(cluster.name, published) or knowledge.tenures(cluster.name)
    if tenures or " " in cluster.name:
        return tenures
    if cluster.heads:
        return _of_surname(cluster, published, knowledge)
    return knowledge.in_office(cluster.name, published) if published is not None else ()


def _only(countries: Iterable[str | None]) -> str | None:
    """The one state that all of `countries` are, None when they are none or more."""
    found = set(countries)
    return found.pop() if len(found) == 1 else None


def _of_surname(cluster: Cluster, published: str | None, knowledge: Knowledge) -> tuple[Tenure, ...]:
    """The offices of all who bear this one word as first or last name and hold an office of such a title when the text appears."""
    if published is None:
        return ()
    word = normalize_name(cluster.name)
    found = []
    for tenure in knowledge.people:
        parts = normalize_name(tenure.person).split()
        titles = set(tenure.title.casefold().split())
        if (
            word in (parts[0], parts[-1])
            and overlaps(tenure.valid, published)
            and any(are_alike_titles(h, titles) for h in cluster.heads)
        ):
            found.append(tenure)
    return tuple(found)


def _of_leader(name: str, persons: Sequence[Cluster], knowledge: Knowledge) -> str | None:
    words = normalize_name(name).split()
    for cluster in persons:
        parts = normalize_name(cluster.name).split()
        if name_key(cluster.name) == name_key(name) or (len(words) == 1 and words[0] in (parts[:1] + parts[-1:])):
            return cluster.country
    return _only(t.country for t in knowledge.tenures(name))


def _body_of(office: Office) -> str | None:
    """The normal form of the body that an office belongs to: as stated, or a minister's ministry."""
    if office.organization is not None:
        return organization_key(office.organization)
    title = office.title.casefold()
    return (
        organization_key(f"{title[:-8]}ministry") if title.endswith(" minister") and title != "prime minister" else None
    )


def _of_officers(body: Cluster, persons: Sequence[Cluster]) -> str | None:
    """The state of the persons whose office is of this body ("vice minister at the Foreign Ministry", "Defence Minister")."""
    return _only(o.country or c.country for c in persons for o in c.offices if _body_of(o) == body.key)


def _of_body(cluster: Cluster, bodies: Sequence[Cluster]) -> str | None:
    """The state of the only body in the text that a person's current office is of."""
    keys = {_body_of(o) for o in cluster.offices if o.qualifier != "former"} - {None}
    return _only(b.country for b in bodies if b.key in keys)


def _is_ministry(key: str | None) -> bool:
    return key is not None and key.endswith(" ministry")


def _home(persons: Sequence[Cluster], bodies: Sequence[Cluster]) -> str | None:
    """The one state that all bare ministries and ministers of the text serve, as far as known."""
    found = {b.country for b in bodies if _is_ministry(b.key) and not b.is_stated}
    found |= {c.country for c in persons for o in c.offices if o.country is None and _is_ministry(_body_of(o))}
    return _only(found - {None})
