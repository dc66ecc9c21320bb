"""Sources that a newer version of themselves replaces, and sources that are prints of one text: what judgements say of documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from memcon.domain.entries import NEW_VERSION, Judgement
from memcon.domain.views import Source


def replaced_by(judgements: Iterable[Judgement], canonical: Mapping[str, str], known: Iterable[str]) -> dict[str, str]:
    """Each of the `known` documents of which a newer version is known, with that. `judgements` are those in force; a person who parts two
    documents, by which `canonical` has them apart, goes before the rule."""
    ids = frozenset(known)
    found = {}
    for judged in judgements:
        if judged.kind == "same" and judged.by.partition("@")[0] == NEW_VERSION:
            older, newer = judged.subjects
            if older in ids and newer in ids and canonical.get(older, older) == canonical.get(newer, newer):
                found[older] = newer
    return found


def marked(source: Source, canonical: Mapping[str, str], newer: Mapping[str, str]) -> Source:
    """The source with what judgements say of it: whose witness it is, and by what it is replaced."""
    witness, by = canonical.get(source.document), newer.get(source.document)
    return (
        source
        if (source.witness, source.replaced_by) == (witness, by)
        else replace(source, witness=witness, replaced_by=by)
    )
