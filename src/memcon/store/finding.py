"""Candidates for a question, from the index: records in the order of time, by the records and words that they have to do with, by name, by the beginning of an
id. What is found may be more than fits as of the snapshot's point, never less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any

from sqlalchemy import and_, desc, func, literal, literal_column, null, or_, select, text, tuple_, union_all

from memcon.domain.dates import Interval
from memcon.domain.entries import SubjectKind
from memcon.errors import UsageError
from memcon.knowledge.names import normalize_name, same_name
from memcon.ledger.asked import Key, whole_words
from memcon.ledger.found_by import UNDATED
from memcon.store.lookup import among
from memcon.store.places import LONG
from memcon.store.schema import calendar, entries, judged, links, merged, names, phrases, sources
from memcon.store.snapshot import LIMIT, NOW, Snapshot, parts

FEW = 1_000
"""Up to so many records are fetched and put in order; where more fit, the calendar is gone through and each day's records are tested."""

SOME = 2_000
"""Names looked at for one question."""

MANY_FEW = 15_000
"""Where several conditions are to fit at once, each may fit so many records: no record may fit all of them, and going through the calendar would take it to its end."""

_LARGEST_BLOCK, _LARGEST_STEP = 512, 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Records that have to do, as one of the `properties`, with one of the `targets`: canonical ids, or words; with `via`, records linked so to such records."""

    properties: tuple[str, ...]
    targets: frozenset[str]
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """Records of a kind whose `property` has the `words` as a phrase; with `via`, records linked so to such records."""

    kind: str
    property: str
    words: str
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Records of which something was told in two ways: two spans of days, or two targets of one of the `properties`."""

    properties: tuple[str, ...]


Condition = tuple[Linked | Worded | Told, ...]
"""Of these at least one."""


def in_time(
    at: Snapshot,
    kind: str,
    *,
    windows: Sequence[Interval] = (),
    after: Key | None = None,
    conditions: Sequence[Condition] = (),
    sure: int = 0,
    size: int = 64,
    is_newest_first: bool = False,
) -> Iterator[list[Key]]:
    """The places in the calendar of the records of a kind that may fit, in order, in blocks: the first of `size`. A record may stand in several; where it
    stands now it says itself. None that was never told with `sure` in 100. With `is_newest_first` the order is turned round, but that what has no time stands last all the same."""
    tests = [*_seen_by(at), *([calendar.c.sure >= sure] if sure else [])]
    few = _few(at, conditions)
    if few is None:
        tests += (_test(at, each) for each in conditions)

    def walk(after: Key | None, tests: Sequence[Any], is_turned: bool) -> Iterator[Key]:
        if few is not None:
            return iter(_places(at, kind, windows, after, few, tests, is_turned=is_turned))
        return _walked(partial(_walk, at, kind, windows, tests, is_turned=is_turned), after, size)

    found: Iterator[Key]
    if is_newest_first:
        is_in_time = after is None or after[0] < _UNDATED_DAY
        dated = walk(after, [*tests, calendar.c.first_day < _UNDATED_DAY], True) if is_in_time else iter(())
        found = chain(dated, walk(BEHIND_ALL_TIMES if is_in_time else after, tests, False))
    else:
        found = walk(after, tests, False)
    for wanted in _sizes(size):
        block = list(islice(found, wanted))
        if not block:
            return
        yield block


def by_period(
    at: Snapshot,
    kind: str,
    letters: int,
    *,
    windows: Sequence[Interval] = (),
    conditions: Sequence[Condition] = (),
) -> list[tuple[str, int]]:
    """How many records of a kind may fit by the year (`letters` 4), month (7) or day (10) in which they begin, in order; one that is told with several days counts at each.
    What has no time is left out."""
    tests: list[Any] = [*_seen_by(at), calendar.c.first_day < _UNDATED_DAY]
    tests += [bound for window in windows for bound in _within(window, is_long=True)]
    few = _few(at, conditions)
    if few is None:
        tests += (_test(at, each) for each in conditions)
    period = func.substr(calendar.c.first_day, 1, letters)
    query = select(period, calendar.c.record).distinct().where(calendar.c.kind == kind, *tests)
    found: Counter[str] = Counter()
    for some in [None] if few is None else parts(sorted(few)):
        within = query if some is None else query.where(calendar.c.record.in_(some))
        found.update(row[0] for row in at.connection.execute(within))
    return sorted(found.items())


def named_so(at: Snapshot, asked: str, kind: SubjectKind) -> list[tuple[str, str]]:
    """The canonical ids of the records of a kind that ever had a name with `asked` in it, as whole words, or that is `asked` in another spelling, as far as a word of it, or the
    beginning of one, is the same; each with that name. Raises `UsageError` when they are more than can be meant.
    """
    query = select(names.c.record, names.c.name).where(names.c.kind == kind)
    if any(map(str.isalnum, asked)):
        query = query.where(_says(at, "names", names.c.name, asked))
    rows = at.connection.execute(query.limit(SOME + 1)).all()
    if len(rows) > SOME:
        raise UsageError(f"more than {SOME} names have {asked!r} in them", hint="give more of the name, or an id")
    words = whole_words(asked)
    found = {(row.record, row.name) for row in rows if words.search(row.name)}
    near = _names_by_word(at, normalize_name(asked).split(), kind)
    found |= {(r.record, r.name) for r in near if (r.record, r.name) not in found and same_name(asked, r.name)}
    goes_by = at.canonical(record for record, _ in found)
    return sorted({(goes_by.get(record, record), name) for record, name in found})


def some_with(at: Snapshot, asked: str, kind: SubjectKind, limit: int) -> list[str]:
    """The canonical ids of some records of a kind that ever had a name with `asked` in it, as whole words."""
    if not any(map(str.isalnum, asked)):
        return []
    query = select(names.c.record).where(names.c.kind == kind, _says(at, "names", names.c.name, asked))
    return at.canonical_of(at.connection.execute(query.limit(limit)).scalars())


def all_named(at: Snapshot, kind: SubjectKind) -> list[str]:
    """The canonical ids of all records of a kind that ever had a name."""
    return at.canonical_of(
        at.connection.execute(select(names.c.record).distinct().where(names.c.kind == kind)).scalars()
    )


def names_like(at: Snapshot, asked: str, kind: SubjectKind) -> list[str]:
    """Names of records of a kind of which a word begins as one of `asked` does."""
    return [row.name for row in _names_by_word(at, [word[:2] for word in normalize_name(asked).split()], kind)]


_BEGINNING = 3
"""Letters that a word of one spelling shares with the other's."""


def _names_by_word(at: Snapshot, words: Sequence[str], kind: SubjectKind) -> Sequence[Any]:
    """Names with a word that begins as one of `words` does, at most `SOME`."""
    beginnings = sorted({word[:_BEGINNING] for word in words if len(word) > 1})
    if not beginnings:
        return []
    query = select(names.c.record, names.c.name).where(names.c.kind == kind)
    if at.connection.dialect.name != "sqlite":
        query = query.where(or_(*(names.c.name.icontains(each, autoescape=True) for each in beginnings)))
    else:
        phrase = " OR ".join(f'"{each}"*' for each in beginnings)
        hits = text("names.seq IN (SELECT rowid FROM names_fts WHERE names_fts MATCH :names_beginnings)")
        query = query.where(hits.bindparams(names_beginnings=phrase))
    return at.connection.execute(query.limit(SOME)).all()


def linked_to(at: Snapshot, property: str, record: str, limit: int) -> list[str]:
    """The canonical ids of at most `limit` records that ever had to do with `record`, as that property."""
    query = select(links.c.record).distinct().where(links.c.property == property)
    members = at.members([record]).get(record, [record])
    return at.canonical_of(at.connection.execute(query.where(links.c.target.in_(members)).limit(limit)).scalars())


def linked_to_any(at: Snapshot, property: str, records: Sequence[str], limit: int) -> set[str]:
    """The canonical ids of the records that ever had to do with one of `records`, as that property: for each of these at most `limit`."""
    members = [id for ids in at.members(records).values() for id in ids]
    query = select(links.c.record).where(links.c.property == property, among(at.connection, links.c.target, members))
    most = limit * MANY_AT_ONCE
    found = at.connection.execute(query.limit(most)).scalars().all()
    if len(found) < most:
        return set(at.canonical_of(found))
    return {id for record in records for id in linked_to(at, property, record, limit)}


MANY_AT_ONCE = 20
"""Records with the most links that are looked up together; of more links they are looked up one by one."""


def told_after(at: Snapshot, kind: SubjectKind, day: str) -> list[str]:
    """The canonical ids of the records of a kind of which a document tells that may have come out after a day (ISO), and of those that a person corrected."""
    later = select(sources.c.document).where(sources.c.rank > f"{day}~", at.holds(sources))
    query = select(entries.c.subject).distinct().where(entries.c.document.in_(later), _is_of(kind))
    return at.canonical_of(at.connection.execute(query).scalars())


def recorded_after(at: Snapshot, kind: SubjectKind, seq: int) -> list[str]:
    """The canonical ids of the records of a kind on which an entry behind `seq` tells or rules."""
    new = select(entries.c.id).where(entries.c.seq > seq)
    told = select(entries.c.subject).distinct().where(entries.c.seq > seq, _is_of(kind))
    ruled = select(judged.c.subject).distinct().where(judged.c.judgement.in_(new))
    named = set(at.connection.execute(ruled).scalars())
    back = select(entries.c.subject).distinct().where(entries.c.id.in_(ruled), _is_of(kind))
    unruled = select(judged.c.subject).distinct().where(judged.c.judgement.in_(ruled))
    found = {*at.connection.execute(told).scalars(), *at.connection.execute(back).scalars()}
    named |= set(at.connection.execute(unruled).scalars())
    for start in range(0, len(named), LIMIT):
        some = sorted(named)[start : start + LIMIT]
        query = select(entries.c.subject).distinct().where(entries.c.subject.in_(some), _is_of(kind))
        found.update(at.connection.execute(query).scalars())
    return at.canonical_of(sorted(found))


def _is_of(kind: SubjectKind) -> Any:
    """That an entry tells of a record of that kind; hidden from the planner, which is to go by what few entries have."""
    return entries.c.subject_kind.concat("") == kind


def ids_like(at: Snapshot, beginning: str, limit: int) -> list[str]:
    """Canonical ids of records, and ids of documents, of which one id begins so; at most so many of each."""
    if not beginning:
        return []
    end = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    found: set[str] = set()
    for column in (entries.c.subject, merged.c.id):
        query = select(column).distinct().where(column >= beginning, column < end).order_by(column).limit(limit)
        found.update(at.connection.execute(query).scalars())
    return sorted(at.canonical_of(sorted(found)))


def _walked(walk: Callable[[Key | None, int], list[Key]], after: Key | None, size: int) -> Iterator[Key]:
    """The places that `walk` gives from there on, fetched many at once: what tests are asked for is made out anew each time."""
    step = 2 * size
    while True:
        found = walk(after, step)
        yield from found
        if len(found) < step:
            return
        after, step = found[-1], min(4 * step, _LARGEST_STEP)


def _walk(
    at: Snapshot,
    kind: str,
    windows: Sequence[Interval],
    tests: Sequence[Any],
    after: Key | None,
    size: int,
    *,
    is_turned: bool,
) -> list[Key]:
    """The next places in the calendar: those of short spans and those of long ones each by their own key."""
    found: list[Key] = []
    for is_long in (0, 1):
        query = select(*_KEY).where(calendar.c.kind == kind, calendar.c.is_long == is_long, *tests)
        for window in windows:
            query = query.where(*_within(window, is_long=bool(is_long)))
        if after is not None:
            query = query.where(_is_behind(after, is_turned=is_turned))
        order = [desc(each) for each in _KEY] if is_turned else _KEY
        found += map(tuple, at.connection.execute(query.order_by(*order).limit(size)).all())
    return sorted(found, reverse=is_turned)[:size]


def _is_behind(place: Key, *, is_turned: bool) -> Any:
    """The day is asked for once more, alone: by it the calendar's key is entered."""
    if is_turned:
        return and_(calendar.c.first_day <= place[0], tuple_(*_KEY) < tuple_(*place))
    return and_(calendar.c.first_day >= place[0], tuple_(*_KEY) > tuple_(*place))


def _seen_by(at: Snapshot) -> list[Any]:
    """That a place was given by the point that is asked, as far as the calendar tells."""
    tests: list[Any] = [] if at.seq == NOW else [calendar.c.since <= at.seq]
    return tests if at.published is None else [*tests, calendar.c.out_by <= at.published]


def _within(window: Interval, *, is_long: bool) -> list[Any]:
    """Days that overlap the window; a short span that does so begins soon before it at the earliest. What has no time does not."""
    start, end = window.start.isoformat(), window.end.isoformat()
    bounds = [calendar.c.first_day <= end, calendar.c.last_day >= start, calendar.c.first_day < _UNDATED_DAY]
    if not is_long and window.start.toordinal() > LONG:
        bounds.append(calendar.c.first_day >= window.start.fromordinal(window.start.toordinal() - LONG).isoformat())
    return bounds


def _places(
    at: Snapshot,
    kind: str,
    windows: Sequence[Interval],
    after: Key | None,
    records: Iterable[str],
    tests: Sequence[Any],
    *,
    is_turned: bool = False,
) -> list[Key]:
    """All places in the calendar of the records, in order."""
    asked, found = sorted(records), list[Key]()
    for start in range(0, len(asked), LIMIT):
        query = select(*_KEY).where(calendar.c.record.in_(asked[start : start + LIMIT]), calendar.c.kind == kind)
        query = query.where(*tests)
        for window in windows:
            query = query.where(*_within(window, is_long=True))
        found += map(tuple, at.connection.execute(query).all())
    behind = (key for key in found if after is None or (key < after if is_turned else key > after))
    return sorted(behind, reverse=is_turned)


def _sizes(size: int) -> Iterator[int]:
    """How many places are looked at, block after block: first `size`, which is nearly always enough; then a few, for a page that is short of a few; then more and
    more, for what hardly anything fits."""
    yield size
    size = max(size // 4, 8)
    while True:
        yield size
        size = min(2 * size, _LARGEST_BLOCK)


def _few(at: Snapshot, conditions: Sequence[Condition]) -> frozenset[str] | None:
    """The records that fit the conditions, as far as these are few; None where all conditions fit many."""
    known = [found for found in (_remembered(at, condition, FEW) for condition in conditions) if found is not None]
    if known:
        return frozenset.intersection(*known)
    if len(conditions) < 2:
        return None
    asked = tuple(conditions)
    if asked not in at.fitting:
        at.fitting[asked] = _narrowed(at, asked)
    return at.fitting[asked]


def _narrowed(at: Snapshot, conditions: Sequence[Condition]) -> frozenset[str] | None:
    """The records that fit one condition after the other: those that fit the first are fetched, and of these only those that fit the next."""
    found: frozenset[str] | None = None
    for condition in conditions:
        first = condition[0]
        if found is not None and len(condition) == 1 and isinstance(first, Linked) and first.via is None:
            found = _linked_of(at, first, found)
        elif (known := _remembered(at, condition, MANY_FEW)) is not None:
            found = known if found is None else found & known
    return found


def _linked_of(at: Snapshot, condition: Linked, records: frozenset[str]) -> frozenset[str]:
    """Those of the records that are linked so; where it takes too long to tell, all."""
    targets = _targets(at, condition.targets)
    if targets is None:
        return records
    found: set[str] = set()
    for some in parts(sorted(records)):
        query = select(links.c.record).distinct().where(among(at.connection, links.c.record, some))
        # the target is hidden from the planner: it is to go by the records
        query = query.where(links.c.property.in_(condition.properties), links.c.target.concat("").in_(targets))
        found.update(at.connection.execute(query).scalars().all())
    return frozenset(found)


def _targets(at: Snapshot, asked: Collection[str]) -> Any:
    """The canonical ids and the ids that go by them, as SQL or listed; None where they are very many."""
    goes_by = select(merged.c.id).where(merged.c.canonical.in_(sorted(asked)), at.holds(merged))
    if len(asked) == 1:  # of a name that everybody has thousands of ids are merged: these are not fetched
        return union_all(select(literal(next(iter(asked)))), goes_by)
    found = [*sorted(asked), *at.connection.execute(goes_by.limit(LIMIT)).scalars()]
    return found if len(found) < LIMIT else None


def _remembered(at: Snapshot, condition: Condition, most: int) -> frozenset[str] | None:
    """The records that fit a condition, looked up once for a snapshot: claims of precedent ask for the same kinds and parties again and again."""
    if (condition, most) not in at.fitting:
        at.fitting[condition, most] = _records(at, condition, most)
    return at.fitting[condition, most]


def _records(at: Snapshot, condition: Condition, most: int) -> frozenset[str] | None:
    found: set[str] = set()
    for each in condition:
        match each:
            case Linked():
                some = _linked(at, each, most)
            case Worded():
                some = _worded(at, each, most)
            case _:
                some = None
        if some is None:
            return None
        found |= some
    return frozenset(found) if len(found) <= most else None


def _linked(at: Snapshot, condition: Linked, most: int) -> frozenset[str] | None:
    if not condition.targets:
        return frozenset()
    targets = _targets(at, condition.targets)
    if targets is None:
        return None
    found = select(links.c.record).where(links.c.property.in_(condition.properties))
    is_target = among(at.connection, links.c.target, targets) if isinstance(targets, list) else None
    rows = _at_most(at, found.where(links.c.target.in_(targets) if is_target is None else is_target), most)
    if rows is None:
        return None
    if condition.via is None:
        return frozenset(rows)
    return _linked(at, Linked(properties=(condition.via,), targets=frozenset(at.canonical_of(rows))), most)


def _at_most(at: Snapshot, query: Any, most: int) -> Sequence[str] | None:
    """What the query finds, None where it is more: thousands are not fetched for nothing."""
    rows: Sequence[str]
    if most <= FEW:
        rows = at.connection.execute(query.limit(most + 1)).scalars().all()
        if len(rows) <= most or len(set(rows)) > most:
            return rows if len(rows) <= most else None
    found = query.distinct().limit(most + 1).cte("found")
    count = select(func.count()).select_from(found).scalar_subquery()
    told = select(found.columns[0]).where(count <= most).union_all(select(null()).where(count > most))
    rows = at.connection.execute(told).scalars().all()
    return None if rows and rows[0] is None else rows


def _worded(at: Snapshot, condition: Worded, most: int) -> frozenset[str] | None:
    if not any(map(str.isalnum, condition.words)):
        return None
    rows = at.connection.execute(_saying(at, condition).limit(most + 1)).scalars().all()
    if len(rows) > most:
        return None
    if condition.via is None:
        return frozenset(rows)
    return _linked(at, Linked(properties=(condition.via,), targets=frozenset(rows)), most)


def _saying(at: Snapshot, condition: Worded) -> Any:
    """The canonical ids of the records whose property has the words."""
    query = select(func.coalesce(merged.c.canonical, phrases.c.record)).distinct()
    query = query.select_from(phrases.outerjoin(merged, and_(merged.c.id == phrases.c.record, at.holds(merged))))
    query = query.where(phrases.c.kind == condition.kind, phrases.c.property == condition.property)
    return query.where(_says(at, "phrases", phrases.c.words, condition.words))


def _says(at: Snapshot, table: str, column: Any, asked: str) -> Any:
    """Whether the words of a row hold `asked`, or may."""
    if at.connection.dialect.name != "sqlite":
        return column.icontains(asked.strip(), autoescape=True)
    phrase = '"' + asked.strip().replace('"', '""') + '"'
    hits = text(f"{table}.seq IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :{table}_phrase)")
    return hits.bindparams(**{f"{table}_phrase": phrase})


def _test(at: Snapshot, condition: Condition) -> Any:
    """Whether a record of the calendar fits, as SQL. The record's name is hidden from the planner: it is to go by the calendar."""
    return or_(*(_test_of(at, each) for each in condition))


def _test_of(at: Snapshot, condition: Linked | Worded | Told) -> Any:
    match condition:
        case Linked():
            return _linked_test(at, condition)
        case Worded():
            return _worded_test(at, condition)
        case Told():
            return _told_test(condition)


def _told_test(condition: Told) -> Any:
    other, one, two = calendar.alias(), links.alias(), links.alias()
    is_other = or_(other.c.first_day != calendar.c.first_day, other.c.last_day != calendar.c.last_day)
    dated: Any = select(literal_column("1")).where(other.c.record == calendar.c.record, is_other)
    dated = dated.where(other.c.first_day < _UNDATED_DAY)
    linked: Any = select(literal_column("1")).where(one.c.record == calendar.c.record, two.c.record == one.c.record)
    linked = linked.where(one.c.property.in_(condition.properties), two.c.property == one.c.property)
    linked = linked.where(one.c.target < two.c.target)
    return or_(dated.correlate(calendar).exists(), linked.correlate(calendar).exists())


def _linked_test(at: Snapshot, condition: Linked) -> Any:
    if condition.via is not None:
        return _via_test(at, condition)
    goes_by = func.coalesce(merged.c.canonical, links.c.target)
    linked = links.outerjoin(merged, and_(merged.c.id == links.c.target, at.holds(merged)))
    query: Any = select(literal_column("1")).select_from(linked).where(links.c.record == calendar.c.record)
    query = query.where(links.c.property.in_(condition.properties), goes_by.in_(sorted(condition.targets)))
    return query.correlate(calendar).exists()


def _via_test(at: Snapshot, condition: Linked) -> Any:
    last = links.alias()
    linked = links.outerjoin(merged, and_(merged.c.id == links.c.target, at.holds(merged)))
    query: Any = select(literal_column("1")).select_from(linked).where(links.c.record == calendar.c.record)
    such: Any = select(literal_column("1")).where(last.c.record == func.coalesce(merged.c.canonical, links.c.target))
    such = such.where(last.c.property.in_(condition.properties), last.c.target.in_(sorted(condition.targets)))
    query = query.where(links.c.property == condition.via, such.correlate(links, merged).exists())
    return query.correlate(calendar).exists()


def _worded_test(at: Snapshot, condition: Worded) -> Any:
    if not any(map(str.isalnum, condition.words)):
        return literal_column("1") == literal_column("1")
    saying = _saying(at, condition)
    if condition.via is not None:
        goes_by = func.coalesce(merged.c.canonical, links.c.target)
        linked = links.outerjoin(merged, and_(merged.c.id == links.c.target, at.holds(merged)))
        saying = (
            select(links.c.record).select_from(linked).where(links.c.property == condition.via, goes_by.in_(saying))
        )
    return (calendar.c.record + "").in_(saying)


_KEY = (calendar.c.first_day, calendar.c.last_day, calendar.c.ordinal, calendar.c.record)
_UNDATED_DAY = UNDATED.start.isoformat()
BEHIND_ALL_TIMES: Key = (_UNDATED_DAY, "", 0, "")
"""Where the records begin of which no time is told."""
