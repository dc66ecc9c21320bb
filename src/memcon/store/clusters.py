"""By which id each record goes: the mergers that judgements make, kept as they grow.

What counts is `memcon.resolve.clusters.canonical_ids` over all judgements. It asks of no record for more than the judgements on records that chains of `same` join to it. So
a new judgement asks for these alone; and for none where it is plain what it changes: a record that nobody has judged before joins a cluster of any size and moves nobody, and two
clusters in which nobody was parted from anybody become one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from memcon.domain.entries import Judgement, Recorded
from memcon.resolve.clusters import canonical_ids
from memcon.resolve.namesakes import is_of_a_name
from memcon.store.lookup import chunks, insert_new
from memcon.store.rows import ANYBODY, recorded_of
from memcon.store.schema import entries, judged, merged, parted, withdrawn

_NAMED_BY = 20
"""Judgements looked at, at first, for one of a name."""


class Clusters:
    """The clusters of a ledger in the middle of an append that ends with the entry `now`."""

    def __init__(self, connection: Connection, now: int) -> None:
        self._connection = connection
        self._now = now
        self._moved: dict[str, str] = {}
        self._is_first: dict[str, bool] = {}

    def settle(self, found: Sequence[Recorded], changed: Sequence[tuple[Recorded, bool]]) -> frozenset[str]:
        """Takes in the new judgements among `found`, and those among `changed`, each with whether it is withdrawn now or stands again. Gives the ids of the
        records that go by another id now."""
        unsettled: set[str] = set()
        withdrawn_now = {r.entry.id: is_gone for r, is_gone in changed}
        new = {r.entry.id for r in found}
        bearers = self._name_bearers([r for r in found if r.entry.id not in withdrawn_now])
        for recorded in (*found, *(r for r, _ in changed if r.entry.id not in new)):
            ruling = recorded.entry
            if not isinstance(ruling, Judgement) or ruling.kind not in ("same", "different") or ruling.id in bearers:
                continue
            if ruling.kind == "different":
                self._note_parted(ruling.subjects)
            is_new, is_gone = ruling.id in new, withdrawn_now.get(ruling.id, False)
            if is_new and is_gone:
                continue  # taken back before it came to hold
            if not (self._has_left(ruling) if is_gone else self._is_settled(ruling, is_new=is_new)):
                unsettled.update(ruling.subjects)
        if unsettled:
            self._settle_anew(unsettled)
        return frozenset(self._moved)

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        """The id that each of `ids` goes by now."""
        asked = list(dict.fromkeys(ids))
        found = {id: id for id in asked}
        for some in chunks(asked):
            query = select(merged.c.id, merged.c.canonical).where(merged.c.id.in_(some), merged.c.until.is_(None))
            found.update((row.id, row.canonical) for row in self._connection.execute(query))
        return found

    def ever(self, ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """All ids that each of `ids` ever went by, itself among them."""
        found = {id: {id} for id in ids}
        for some in chunks(ids):
            for row in self._connection.execute(select(merged.c.id, merged.c.canonical).where(merged.c.id.in_(some))):
                found[row.id].add(row.canonical)
        return {id: frozenset(held) for id, held in found.items()}

    def _name_bearers(self, found: Sequence[Recorded]) -> frozenset[str]:
        """Gives names to records that nobody has judged before: most judgements do no more than that. Tells which those were."""
        named = [r.entry for r in found if isinstance(r.entry, Judgement) and is_of_a_name(r.entry)]
        fresh: set[str] = set()
        for some in chunks([judgement.subjects[1] for judgement in named]):
            query = self._naming(judged.c.subject).where(judged.c.subject.in_(some)).group_by(judged.c.subject)
            fresh.update(self._connection.execute(query.having(func.count() == 1)).scalars())
        goes_by = self.canonical(judgement.subjects[0] for judgement in named)
        plain = [j for j in named if j.subjects[1] in fresh and goes_by[j.subjects[0]] == j.subjects[0]]
        self._move({id: judgement.subjects[0] for judgement in plain for id in judgement.subjects})
        return frozenset(judgement.id for judgement in plain)

    def _is_settled(self, ruling: Judgement, *, is_new: bool) -> bool:
        """Whether it was plain what a judgement changes that came or stands again, and is done."""
        ids = sorted(dict.fromkeys(ruling.subjects))
        if len(ids) != 2:
            return len(ids) < 2
        goes_by = self.canonical(ids)
        one, other = (goes_by[id] for id in ids)
        if ruling.kind == "different":
            return one != other  # they are two already, and stay so
        names = [ruling.subjects[0]] if is_of_a_name(ruling) else []
        if one != other and (any(map(self._is_fresh, ids)) or not self._has_parted([one, other])):
            self._unite((one, other), names)
            return True
        if one == other and is_new and ruling.is_by_rule and len(self._rulings_on_both(ids)) == 1:
            self._unite((one,), names)
            return True
        return False

    def _has_left(self, ruling: Judgement) -> bool:
        """Whether it was plain what a judgement changes that is withdrawn now, and is done: a record that nothing else was ever judged of leaves a name."""
        if ruling.kind != "same" or not is_of_a_name(ruling):
            return False
        name, id = ruling.subjects
        if not self._is_fresh(id) or self.canonical([id])[id] == id or not self._is_a_name(name):
            return False
        self._move({id: id})
        return True

    def _unite(self, clusters: tuple[str, ...], names: Iterable[str]) -> None:
        """One cluster of several; it goes by the id of a name, else the first of all in alphabetical order."""
        root = min((*clusters, *names), key=lambda id: (not self._is_a_name(id), id))
        if clusters == (root,):
            return
        members = {root, *clusters}
        for cluster in clusters:
            if cluster != root:
                query = select(merged.c.id).where(merged.c.canonical == cluster, merged.c.until.is_(None))
                members.update(self._connection.execute(query).scalars())
        self._move(dict.fromkeys(members, root))

    def _settle_anew(self, ids: set[str]) -> None:
        """The clusters of all that judgements ever joined to `ids`, from these judgements."""
        family, rulings = set(ids), dict[str, Recorded]()
        asked = set(ids)
        while asked:
            found = [r for r in self._judgements_on(asked) if r.entry.id not in rulings]
            rulings |= {r.entry.id: r for r in found}
            joined = {id for r in found if r.entry.kind == "same" for id in r.entry.subjects}  # type: ignore[union-attr]
            asked = joined - family
            family |= asked
        standing = self._standing(sorted(rulings.values(), key=lambda r: r.seq))
        now = canonical_ids(standing)
        self._move({id: now.get(id, id) for id in family})

    def _move(self, now: Mapping[str, str]) -> None:
        """Writes by which id each record goes now; a record of its own has no row."""
        held = dict.fromkeys(now, "")
        for some in chunks(list(now)):
            query = select(merged.c.id, merged.c.canonical).where(merged.c.id.in_(some), merged.c.until.is_(None))
            held.update((row.id, row.canonical) for row in self._connection.execute(query))
        size = Counter(now.values())
        wanted = {id: "" if root == id and size[id] == 1 else root for id, root in now.items()}
        changed = {id: root for id, root in wanted.items() if root != held[id]}
        for some in chunks([id for id in changed if held[id]]):
            row = merged.c.id.in_(some) & merged.c.until.is_(None)
            self._connection.execute(update(merged).where(row).values(until=self._now))
        rows = [{"id": id, "canonical": root, "since": self._now} for id, root in changed.items() if root]
        if rows:
            self._connection.execute(insert(merged), rows)
        self._moved |= {id: root or id for id, root in changed.items() if (root or id) != (held[id] or id)}

    def _is_fresh(self, id: str) -> bool:
        """Whether one judgement alone names the record: the one that has just come."""
        query = self._naming(judged.c.judgement).where(judged.c.subject == id).limit(2)
        return len(self._connection.execute(query).all()) == 1

    def _naming(self, column: Any) -> Any:
        """A column of what judgements name, as far as the book goes: an index that is made anew must not look ahead."""
        return select(column).join(entries, entries.c.id == judged.c.judgement).where(entries.c.seq <= self._now)

    def _rulings_on_both(self, ids: Sequence[str]) -> set[str]:
        one, other = (
            set(self._connection.execute(self._naming(judged.c.judgement).where(judged.c.subject == id)).scalars())
            for id in ids
        )
        return one & other

    def _has_parted(self, clusters: Sequence[str]) -> bool:
        """Whether anybody in the clusters was ever judged different from anybody."""
        alone = select(parted.c.id).where(parted.c.id.in_(clusters)).limit(1)
        within = select(parted.c.id).join(merged, merged.c.id == parted.c.id)
        within = within.where(merged.c.canonical.in_(clusters), merged.c.until.is_(None)).limit(1)
        return any(self._connection.execute(query).first() is not None for query in (alone, within))

    def _note_parted(self, ids: Iterable[str]) -> None:
        insert_new(self._connection, parted, [{"id": id} for id in dict.fromkeys(ids)])

    def _is_a_name(self, id: str) -> bool:
        """Whether a judgement that stands gives the id to a record as its name's."""
        if id not in self._is_first:
            query = select(entries).join(judged, judged.c.judgement == entries.c.id)
            query = query.where(judged.c.subject == id, judged.c.place == 0, _stands(), entries.c.seq <= self._now)
            some = self._loaded(query.limit(_NAMED_BY))
            found = any(is_of_a_name(judgement) for judgement in some)
            if not found and len(some) == _NAMED_BY:
                found = any(is_of_a_name(judgement) for judgement in self._loaded(query))
            self._is_first[id] = found
        return self._is_first[id]

    def _loaded(self, query: Any) -> list[Judgement]:
        rows = self._connection.execute(query).mappings()
        found = (recorded_of(row, ANYBODY).entry for row in rows)
        return [entry for entry in found if isinstance(entry, Judgement)]

    def _judgements_on(self, ids: Iterable[str]) -> list[Recorded]:
        found: list[Recorded] = []
        for some in chunks(sorted(ids)):
            naming = select(judged.c.judgement).where(judged.c.subject.in_(some))
            query = select(entries).where(entries.c.id.in_(naming), entries.c.seq <= self._now)
            rows = self._connection.execute(query).mappings()
            found += (recorded_of(row, ANYBODY) for row in rows)
        return found

    def _standing(self, found: Sequence[Recorded]) -> list[Judgement]:
        gone: set[int] = set()
        for some in chunks([r.seq for r in found]):
            query = select(withdrawn.c.seq).where(withdrawn.c.seq.in_(some), withdrawn.c.until.is_(None))
            gone.update(self._connection.execute(query).scalars())
        return [r.entry for r in found if r.seq not in gone and isinstance(r.entry, Judgement)]


def _stands() -> Any:
    gone = select(withdrawn.c.seq).where(withdrawn.c.seq == entries.c.seq, withdrawn.c.until.is_(None))
    return ~gone.exists()
