"""Attribution on PolNeAR: who says what, as character spans, from raw text alone.

Per role: characters (white space left out) in any relation's source, cue or content, compared as sets. Relation: source, cue and content
each share a character with those of one gold relation (or both have no source), matched one to one. `shown` are the relations at
the confidence at which statements are shown by default. `diplomacy` repeats the figures for documents with three or more diplomacy terms.
`rules` are the same figures with the learned tagger switched off.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval import Counts, f1, precision, recall, tally
from eval.matching import matched
from eval.reading import read_parses
from memcon.annotate.attributions import find_attributions, load_tagger
from memcon.annotate.encoder import load_encoder
from memcon.domain.annotation import AttributionRelation
from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.documents import read_blocks
from memcon.domain.spans import Span
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar

FILE = "polnear/dev.jsonl"

ROLES = ("source", "cue", "content")

DIPLOMACY_TERMS = (
    "ally", "allies", "ambassador", "bilateral", "ceasefire", "denuclearization", "diplomacy", "diplomat", "diplomatic", "diplomats",
    "embassy", "foreign minister", "foreign policy", "multilateral", "nato", "negotiations", "nuclear deal", "peace talks", "sanctions",
    "secretary of state", "summit", "treaty", "united nations",
)  # fmt: skip

_TERM = re.compile(r"\b(?:" + "|".join(DIPLOMACY_TERMS) + r")\b", re.IGNORECASE)

FIGURES = {
    "source.f1": f1("source"),
    "cue.f1": f1("cue"),
    "content.f1": f1("content"),
    "relation.f1": f1("relation"),
    "relation.precision": precision("relation"),
    "relation.recall": recall("relation"),
    "shown.precision": precision("shown"),
    "shown.recall": recall("shown"),
    "diplomacy.source.f1": f1("diplomacy.source"),
    "diplomacy.cue.f1": f1("diplomacy.cue"),
    "diplomacy.content.f1": f1("diplomacy.content"),
    "diplomacy.relation.f1": f1("diplomacy.relation"),
    "diplomacy.shown.precision": precision("diplomacy.shown"),
    "rules.source.f1": f1("rules.source"),
    "rules.cue.f1": f1("rules.cue"),
    "rules.content.f1": f1("rules.content"),
    "rules.relation.f1": f1("rules.relation"),
    "rules.relation.precision": precision("rules.relation"),
}

Roles = dict[str, tuple[Span, ...]]


def is_about_diplomacy(text: str) -> bool:
    """Whether a text has three or more of DIPLOMACY_TERMS."""
    return len(_TERM.findall(text)) >= 3


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every document in `path` (JSON lines with `text` and `attributions`)."""
    with path.open(encoding="utf-8", newline="") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    tagger, encoder = load_tagger(), load_encoder()
    for record, (document, parse) in zip(records, read_parses([str(r["text"]) for r in records]), strict=True):
        gold = [
            {role: tuple(Span(*s) for s in relation[role]) for role in ROLES} for relation in record["attributions"]
        ]
        tree = Tree(parse.tokens, grammar())
        encoded = encoder.encode(document.text, read_blocks(document))
        learned = find_attributions(tree, parse.sentences, document, tagger, encoded)
        by_rules = find_attributions(tree, parse.sentences, document)
        counts: Counts = {}
        prefixes = ("", "diplomacy.") if is_about_diplomacy(document.text) else ("",)
        for prefix in prefixes:
            compare(counts, prefix, document.text, gold, learned)
            tally_relations(counts, f"{prefix}shown", gold, [r for r in learned if r.confidence >= SHOWN_CONFIDENCE])
        compare(counts, "rules.", document.text, gold, by_rules)
        yield counts


def compare(
    counts: Counts, prefix: str, text: str, gold: Sequence[Roles], found: Sequence[AttributionRelation]
) -> None:
    """Adds the character counts of every role and the relation counts of one document."""
    for role in ROLES:
        right = _characters(text, [span for relation in gold for span in relation[role]])
        given = _characters(text, [span for relation in found for span in getattr(relation, role)])
        tally(counts, prefix + role, hits=len(right & given), found=len(given), gold=len(right))
    tally_relations(counts, f"{prefix}relation", gold, found)


def tally_relations(counts: Counts, name: str, gold: Sequence[Roles], found: Sequence[AttributionRelation]) -> None:
    given = [{role: getattr(relation, role) for role in ROLES} for relation in found]
    tally(counts, name, hits=len(matched(gold, given, agrees)), found=len(given), gold=len(gold))


def agrees(one: Roles, other: Roles) -> bool:
    """Whether cue, content and source overlap, or neither has a source."""
    return all(
        any(a.overlaps(b) for a in one[role] for b in other[role])
        or (role == "source" and not one[role] and not other[role])
        for role in ROLES
    )


def _characters(text: str, spans: Sequence[Span]) -> set[int]:
    return {n for span in spans for n in range(span.start, span.end) if not text[n].isspace()}
