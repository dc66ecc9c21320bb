"""Actors and their mentions in one document: the rules in their order, then identity, then references."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.annotate.actors.acronyms import find_acronyms
from memcon.annotate.actors.appositions import find_appositions
from memcon.annotate.actors.countries import add_countries
from memcon.annotate.actors.groups import find_governments, find_groups, find_pronouns, find_sides
from memcon.annotate.actors.identity import (
    Cluster,
    gather_organizations,
    gather_persons,
    gather_states,
)
from memcon.annotate.actors.names import find_bare, find_repeated, find_single
from memcon.annotate.actors.organizations import find_introduced, find_organizations
from memcon.annotate.actors.parties import SideResolver
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.references import References
from memcon.annotate.actors.states import find_states
from memcon.annotate.actors.titled import find_titled
from memcon.annotate.actors.tokens import Marks
from memcon.domain.actors import Actor, Mention
from memcon.domain.annotation import Sentence
from memcon.domain.documents import Document
from memcon.domain.ids import content_id
from memcon.domain.spans import Span
from memcon.domain.tokens import Token
from memcon.knowledge.lookup import Knowledge
from memcon.knowledge.names import name_key


def find_actors(
    document: Document, tokens: Sequence[Token], sentences: Sequence[Sentence], knowledge: Knowledge
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Who acts in the document, and every place that names them, in text order.

    Actors come in the order of their first mention. The text's own words decide first; `knowledge` tells states, known bodies, and
    the state of a person whose dated office it knows.
    """
    marks = Marks(document, tokens, sentences, knowledge.gazetteer)
    phrases = find_phrases(marks)
    clusters = [*gather_persons(phrases), *gather_organizations(phrases), *gather_states(phrases)]
    add_countries(clusters, document.published, knowledge)
    sides = SideResolver(marks, phrases)
    for code in sorted(sides.codes() - {c.code for c in clusters if c.kind == "state"}):
        name = knowledge.state_by_code[code].name if code in knowledge.state_by_code else code
        clusters.append(Cluster(kind="state", name=name, country=code, code=code, sector="GOV"))
    references = References(marks, phrases, clusters, sides)
    references.run()
    return _build(marks, phrases, references)


def find_phrases(marks: Marks) -> list[Phrase]:
    """The phrases that name actors, in text order; none overlaps another. What is claimed first wins, so the surest rules come first."""
    claims = Claims(len(marks.tokens))
    pairs = find_acronyms(marks.tokens, marks.text)
    long_forms = {short.of(marks.text): " ".join(long.of(marks.text).split()) for long, short in pairs}
    find_titled(marks, claims)
    find_governments(marks, claims)
    find_bare(marks, claims)
    find_appositions(marks, claims)
    find_repeated(marks, claims)
    find_introduced(marks, claims, pairs)
    find_organizations(marks, claims, long_forms)
    find_single(marks, claims)
    find_sides(marks, claims)
    find_groups(marks, claims)
    find_states(marks, claims)
    find_pronouns(marks, claims)
    return claims.in_order()


def _build(
    marks: Marks, phrases: Sequence[Phrase], references: References
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    ids = [_identify(marks, phrases, c) for c in references.clusters]
    mentions = tuple(
        Mention(
            span=marks.span(p.first, p.last),
            head=marks.span(p.head_first, p.head_last),
            head_token=_head_token(marks, p),
            form=p.form,
            actors=tuple(dict.fromkeys(ids[c] for c in references.of[n])),
            office=p.office,
            is_possessive=_is_possessive(marks, p),
        )
        for n, p in enumerate(phrases)
        if n in references.of
    )
    places: dict[str, list[Span]] = {}
    for mention in mentions:
        for actor in mention.actors:
            places.setdefault(actor, []).append(mention.span)
    by_id: dict[str, Actor] = {}
    for cluster, identifier in zip(references.clusters, ids, strict=True):
        if identifier in places and identifier not in by_id:
            by_id[identifier] = _actor(cluster, identifier, tuple(places[identifier]))
    return tuple(by_id[i] for i in places), mentions


def _identify(marks: Marks, phrases: Sequence[Phrase], cluster: Cluster) -> str:
    """An id of this document: of the name, or for an unnamed actor of its place. Who is the same elsewhere is not decided here."""
    key, document = _key(cluster), marks.document
    if key is None:
        span = marks.span(phrases[min(cluster.phrases)].first, phrases[min(cluster.phrases)].last)
        return content_id("actor", cluster.kind, document.id, *map(document.offset, (span.start, span.end)))
    return content_id("actor", cluster.kind, document.id, key, cluster.country or "")


def _key(cluster: Cluster) -> str | None:
    if cluster.kind == "state":
        return cluster.code
    return None if cluster.local else name_key(cluster.key or cluster.name) or None


def _actor(cluster: Cluster, identifier: str, mentions: tuple[Span, ...]) -> Actor:
    sector = cluster.sector
    if cluster.kind == "person" and cluster.offices and all(o.qualifier == "former" for o in cluster.offices):
        sector = "ELI"
    return Actor(
        id=identifier,
        name=cluster.name,
        kind=cluster.kind,  # type: ignore[arg-type]
        country=cluster.country,
        sector=sector,
        offices=tuple(cluster.offices),
        aliases=tuple(dict.fromkeys(n for n in cluster.names if n != cluster.name)),
        mentions=mentions,
        key=_key(cluster),
    )


def _head_token(marks: Marks, phrase: Phrase) -> int:
    for i in range(phrase.head_last - 1, phrase.head_first - 1, -1):
        if not phrase.head_first <= marks.tokens[i].head < phrase.head_last:
            return i
    return phrase.head_last - 1


def _is_possessive(marks: Marks, phrase: Phrase) -> bool:
    if phrase.form == "pronoun":
        return marks.tokens[phrase.first].tag == "PRP$"
    following = phrase.last
    return (
        following < len(marks.words) and marks.words[following] in ("'s", "’s", "'", "’") and marks.is_glued(following)
    )
