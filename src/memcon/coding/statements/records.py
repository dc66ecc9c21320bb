"""Statements: the attribution relations as records, with their speaker resolved, their medium and time."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.coding.statements.acts import act_of
from memcon.coding.statements.attribution import Attributions
from memcon.coding.statements.headlines import below_headlines
from memcon.coding.statements.within import told_once
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.ids import content_id
from memcon.domain.labels import POINTS_IN_TIME, VERBAL
from memcon.domain.records import Phrase, Statement, ToldAs
from memcon.domain.spans import Evidence, Span, cite
from memcon.lexicon import values, words

_MEDIA: tuple[tuple[tuple[str, ...], str], ...] = tuple((tuple(n.split()), m) for n, m in values("medium").items())
"""Words in the cue's own clause → the medium of a statement; the first of the class that stands there counts."""

_LEADING_TO_A_MEDIUM = words("leading_to_a_medium")

_LONGEST_QUOTE = 3000

_STEPS = 5
"""Words between a time and the cue that it is the time of, at most."""

_DEADLINE = words("leading_to_a_deadline")


def find_statements(index: TextIndex, attributions: Attributions) -> tuple[Statement, ...]:
    """A statement for every attribution relation, in text order, with its confidence."""
    relations = (r for r in index.annotation.attributions if r.content and (r.source or r.cue))
    found = [_statement(index, attributions, r) for r in relations]
    return below_headlines(index, told_once(tuple({s.id: s for s in found}.values())))


def _statement(index: TextIndex, attributions: Attributions, relation: AttributionRelation) -> Statement:
    text = index.text
    speaker = attributions.speaker(relation)
    cue = relation.cue[0] if relation.cue else None
    anchor = cue or relation.source[0]
    tokens = index.inside(anchor)
    parts = (*relation.source, *relation.cue, *relation.content)
    content, document = tuple(sorted(relation.content)), index.annotation.document
    hedge = attributions.hedge_near(tokens[0]) if len(tokens) else None
    return Statement(
        id=content_id(
            "statement", document.id, *map(document.offset, (anchor.start, content[0].start, content[-1].end))
        ),
        speaker=speaker.actor,
        speakers=speaker.actors,
        speaker_text=relation.source[0].of(text) if relation.source else None,
        speaker_span=relation.source[0] if relation.source else None,
        cue=Phrase(text=cue.of(text), span=cue) if cue is not None else None,
        content_text=" ".join(s.of(text) for s in content),
        content_spans=content,
        quote_type=relation.quote_type,
        evidence=_evidence(text, parts),
        medium=_medium(index, tokens, content) if len(tokens) else None,
        when=_when(index, tokens, content) if len(tokens) else None,
        hedge=hedge,
        grade=attributions.grade(speaker, hedge),
        speaker_kind=speaker.kind,
        via=attributions.relays([r for r in attributions.chain(anchor.start) if r is not relation]),
        act=act_of(index, relation),
        on_behalf_of=speaker.on_behalf_of,
        confidence=relation.confidence,
        factuality=_told_as(index, content),
        uttered=_told_as(index, relation.cue),
    )


def _told_as(index: TextIndex, spans: Sequence[Span]) -> ToldAs | None:
    """How the topmost verb in `spans` is told, or the topmost noun or adjective where no verb stands."""
    tokens = [i for span in spans for i in index.inside(span) if i in index.annotation.factuality_at]
    verbs = [i for i in tokens if index.tokens[i].pos in VERBAL]
    top = min(verbs or tokens, key=index.tree.depth, default=None)
    if top is None:
        return None
    found = index.factuality(top)
    words = (index.tokens[o.token] for o in found.operators)
    return ToldAs(
        is_negative=found.is_negative,
        certainty=found.certainty,
        time=found.time,
        words=tuple(Phrase(text=w.text, span=w.span) for w in words),
    )


def _evidence(text: str, parts: Sequence[Span]) -> tuple[Evidence, ...]:
    """One quotation from the first to the last word of the statement; its parts where that would be long."""
    whole = Span(min(p.start for p in parts), max(p.end for p in parts))
    if whole.end - whole.start <= _LONGEST_QUOTE:
        return (cite(text, whole),)
    return tuple(cite(text, p) for p in sorted(parts))


def _outside(index: TextIndex, tokens: range, content: Sequence[Span]) -> list[int]:
    """The tokens of the cue's sentence that are not what is said."""
    sentence = index.sentence(tokens[0])
    said = [c for c in content if c.overlaps(sentence.span)]
    return [i for i in range(sentence.first, sentence.last) if not any(index.tokens[i].span in c for c in said)]


def _medium(index: TextIndex, tokens: range, content: Sequence[Span]) -> str | None:
    outside = _outside(index, tokens, content)
    words = [index.tree.lemma(i) if index.tree.lower(i) != "remarks" else "remarks" for i in outside]
    there = set(words)
    for names, medium in _MEDIA:
        for k in range(len(words) - len(names) + 1) if there.issuperset(names) else ():
            is_named = tuple(words[k : k + len(names)]) == names and _is_way(index, outside[k])
            if is_named and outside[k + len(names) - 1] - outside[k] == len(names) - 1:
                return medium
    return None


def _is_way(index: TextIndex, i: int) -> bool:
    """Whether a preposition of place or means leads the noun phrase at token `i` ("in an interview", "on Twitter")."""
    return any(index.tree.lower(j) in _LEADING_TO_A_MEDIUM for j in range(max(0, i - 4), i))


def _when(index: TextIndex, tokens: range, content: Sequence[Span]) -> str | None:
    """The time that hangs on the cue and stands outside the content."""
    verb = next((i for i in tokens if index.tokens[i].pos == "VERB"), tokens[0])
    for i in _outside(index, tokens, content):
        timex = index.timex_at.get(i)
        if timex is None or timex.edtf is None or timex.type not in POINTS_IN_TIME or ".." in timex.edtf:
            continue
        if _hangs_on(index, i, verb, content):
            return timex.edtf
    return None


def _hangs_on(index: TextIndex, i: int, verb: int, content: Sequence[Span]) -> bool:
    """Whether the time at token `i` is that of the saying: it hangs on the cue, not through a word of the content, and is no deadline."""
    for _ in range(_STEPS):
        if i == verb:
            return True
        i = index.tokens[i].head
        if index.tree.lower(i) in _DEADLINE or any(index.tokens[i].span in c for c in content):
            return False
    return i == verb
