"""Actors and their mentions in one document: the rules in their order, then identity, then references."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.annotate.actors.acronyms import find_acronyms
from memcon.annotate.actors.appositions import find_appositions
from memcon.annotate.actors.bodies_and_states import gather_organizations, gather_states
from memcon.annotate.actors.clusters import Cluster
from memcon.annotate.actors.compounds import find_in_compounds
from memcon.annotate.actors.countries import add_countries
from memcon.annotate.actors.governments import find_governments
from memcon.annotate.actors.groups import find_groups, find_pronouns
from memcon.annotate.actors.hit import find_hit
from memcon.annotate.actors.identity import gather_persons
from memcon.annotate.actors.lexicon import POSSESSIVES
from memcon.annotate.actors.names import find_bare, find_in_office, find_repeated, find_single
from memcon.annotate.actors.organizations import find_introduced, find_organizations
from memcon.annotate.actors.parties import SideResolver
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.references import References
from memcon.annotate.actors.sides import find_sides
from memcon.annotate.actors.states import find_states
from memcon.annotate.actors.titled import find_titled
from memcon.annotate.actors.tokens import MarkedText
from memcon.annotate.quotes import QuotedText
from memcon.domain.actors import Actor, Mention
from memcon.domain.annotation import Sentence
from memcon.domain.documents import Document
from memcon.domain.ids import content_id
from memcon.domain.spans import Span
from memcon.domain.tree import Tree
from memcon.knowledge.lookup import Knowledge
from memcon.knowledge.names import name_key


def find_actors(
    document: Document, sentences: Sequence[Sentence], tree: Tree, quoted: QuotedText, knowledge: Knowledge
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Who acts in the document, and every place that names them, in text order.

    Actors come in the order of their first mention. The text's own words decide first; `knowledge` tells states, known bodies, titles, and
    the state of a person whose dated office it knows. `tree` is over the document's tokens, `quoted` what stands in quotation marks.
    """
    doc = MarkedText(document, sentences, tree, quoted, knowledge)
    phrases = find_phrases(doc)
    clusters = [*gather_persons(phrases), *gather_organizations(phrases), *gather_states(phrases)]
    add_countries(clusters, document.published, knowledge)
    sides = SideResolver(doc, phrases)
    for code in sorted(sides.codes() - {c.code for c in clusters if c.kind == "state"}):
        name = knowledge.state_by_code[code].name if code in knowledge.state_by_code else code
        clusters.append(Cluster(kind="state", name=name, country=code, code=code, sector="GOV"))
    references = References(doc, phrases, clusters, sides)
    references.run()
    return _build(doc, phrases, references)


FINDERS = (
    find_titled,
    find_governments,
    find_bare,
    find_appositions,
    find_repeated,
    find_in_compounds,
    find_in_office,
    find_introduced,
    find_organizations,
    find_single,
    find_sides,
    find_groups,
    find_states,
    find_hit,
    find_pronouns,
)
"""What is claimed first wins, so the surest rules come first."""


def find_phrases(doc: MarkedText) -> list[Phrase]:
    """The phrases that name actors, in text order; none overlaps another."""
    claims = Claims(len(doc.tokens), find_acronyms(doc.tokens, doc.text))
    for finder in FINDERS:
        for _ in finder(doc, claims):
            pass
    return claims.in_order()


def _build(
    doc: MarkedText, phrases: Sequence[Phrase], references: References
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    ids = [_identify(doc, phrases, c) for c in references.clusters]
    mentions = tuple(
        Mention(
            span=doc.span(p.first, p.last),
            head=doc.span(p.head_first, p.head_last),
            head_token=_head_token(doc, p),
            form=p.form,
            actors=tuple(dict.fromkeys(ids[c] for c in references.of[n])),
            office=p.office,
            is_possessive=_is_possessive(doc, p),
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


def _identify(doc: MarkedText, phrases: Sequence[Phrase], cluster: Cluster) -> str:
    """An id of this document: of the name, or for an unnamed actor of its place. Who is the same elsewhere is not decided here."""
    key, document = _key(cluster), doc.document
    if key is None:
        span = doc.span(phrases[min(cluster.phrases)].first, phrases[min(cluster.phrases)].last)
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


def _head_token(doc: MarkedText, phrase: Phrase) -> int:
    for i in range(phrase.head_last - 1, phrase.head_first - 1, -1):
        if not phrase.head_first <= doc.tokens[i].head < phrase.head_last:
            return i
    return phrase.head_last - 1


def _is_possessive(doc: MarkedText, phrase: Phrase) -> bool:
    if phrase.form == "pronoun":
        return doc.tokens[phrase.first].tag == "PRP$"
    following = phrase.last
    return following < len(doc.words) and doc.words[following] in POSSESSIVES and doc.is_glued(following)
