"""A part of the book that is enough for some records: what stands of it at a point on both clocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from memcon.domain.entries import Assertion, Recorded
from memcon.domain.views import Source, Views
from memcon.ledger.claims import source_key
from memcon.ledger.views import assemble


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """`entries` are the assertions that stand, `sources` the documents that they are from, `canonical` the id that each merged record in them goes
    by."""

    entries: Sequence[Recorded] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    canonical: Mapping[str, str] = field(default_factory=dict)

    def views(self) -> Views:
        """Its records, put together by the same functions as the whole book."""
        ordered = sorted(self.sources.values(), key=source_key)
        seen = assemble(self.entries, {source.document: source for source in ordered}, self.canonical)
        persons = {
            entry.id for r in self.entries if isinstance(entry := r.entry, Assertion) and entry.document == entry.id
        }
        return replace(seen, documents=tuple(s for s in seen.documents if s.document not in persons))
