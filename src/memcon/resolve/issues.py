"""What is compared of two long-running issues: their sort, whose they are, the words that tell one from another, and about when they were told.

As with persons, what is compared are bearers of names, of which there are few: all documents of a year that tell of one sort of issue with the same sides and words
give it one name (`memcon.resolve.namesakes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from memcon.domain.actors import ActorFacts
from memcon.domain.dates import interval_of
from memcon.domain.ids import content_id
from memcon.domain.records import Process
from memcon.knowledge.names import normalize_name
from memcon.lexicon import words

OWNED = words("issue_of_one_country")
_WITH_AN_OBJECT = words("issue_told_by_its_object")
_SHORT_LIVED = words("issue_that_is_soon_over")
FEW_SIDES = 2
"""With so many sides an issue is known by them; one with fewer also by what else its document is about."""
_MOST_IN_SCENE = 2
_OFTEN = 3
"""How often a document names a country that it is about, at least."""
_YEARS = 6
_FEW_YEARS = 1
"""Two tellings of one issue lie at most so many years apart, if none lies between; a truce or a release is soon over, and the next is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The bearer of a name of an issue. `id` is the name's, `sort` what sort of issue it is. `countries` (alpha-3) and `bodies` (ids of names) are its sides; `names` and `marks` the words that
    tell it from others, proper names and, where the sort has an object, other words, as keys. `scene` are the countries that the document is most about, where it tells few sides; `year` is that of publication, None where unknown."""

    id: str
    sort: str
    countries: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    year: int | None = None

    @property
    def sides(self) -> frozenset[str]:
        return self.countries | self.bodies

    @property
    def is_owned(self) -> bool:
        """Whether it is one country's at a time: an accession, a withdrawal."""
        return self.sort in OWNED


def issues_of(
    processes: Iterable[Process],
    actors: Iterable[ActorFacts],
    named: Mapping[str, str],
    text: str,
    published: str | None,
) -> dict[str, Issue]:
    """The issue that each process (by its id) of one document is, for those of which the document tells enough; `named` are the ids of names by the ids of actors. Of two that
    are told alike only the first: who read it told them apart."""
    held = tuple(actors)
    bodies = {actor.id: named[actor.id] for actor in held if actor.kind == "organization" and actor.id in named}
    about = _scene(held, text)
    found: dict[str, Issue] = {}
    taken: set[str] = set()
    for process in processes:
        issue = _issue(process, bodies, about, published)
        if issue is not None and issue.id not in taken:
            taken.add(issue.id)
            found[process.id] = issue
    return found


def _issue(process: Process, bodies: Mapping[str, str], about: frozenset[str], published: str | None) -> Issue | None:
    if process.issue is None:
        return None
    day = interval_of(published)
    has_object = process.issue in _WITH_AN_OBJECT
    told = Issue(
        id="",
        sort=process.issue,
        countries=frozenset(process.countries),
        bodies=frozenset(bodies[id] for id in process.parties if id in bodies),
        names=frozenset(normalize_name(w) for w in process.marks if w[:1].isupper()),
        marks=frozenset(normalize_name(w) for w in process.marks if not w[:1].isupper() and has_object),
        year=day.end.year if day is not None else None,
    )
    if len(told.sides) < FEW_SIDES:
        told = replace(told, scene=about)
    if not (told.sides or told.names or told.marks or told.scene):
        return None
    return replace(told, id=content_id("process", *_plain(told).values()))


def _plain(issue: Issue) -> dict[str, object]:
    held = {f.name: getattr(issue, f.name) for f in fields(Issue) if f.name != "id"}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in held.items()}


def to_plain(issue: Issue) -> dict[str, object]:
    """The issue as values that JSON has."""
    return {"id": issue.id, **_plain(issue)}


def of_plain(held: Mapping[str, object]) -> Issue:
    """The issue that `to_plain` wrote."""
    return Issue(**{k: frozenset(v) if isinstance(v, list) else v for k, v in held.items()})  # type: ignore[arg-type]


def _scene(actors: Iterable[ActorFacts], text: str) -> frozenset[str]:
    """The states that a text names most often, by any of their names: at most two, none that is named much less than the first."""
    count: Counter[str] = Counter()
    for actor in actors:
        if actor.kind == "state" and actor.country:
            count[actor.country] += sum(text.count(name) for name in dict.fromkeys((actor.name, *actor.aliases)))
    ranked = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_IN_SCENE]
    return frozenset(land for land, n in ranked if n >= _OFTEN and 3 * n >= ranked[0][1])


# What excludes that two issues are one.


def other_sort(one: Issue, other: Issue) -> bool:
    return one.sort != other.sort


def other_countries(one: Issue, other: Issue) -> bool:
    """Each names a country that the other does not."""
    return bool(one.countries - other.countries and other.countries - one.countries)


def other_bodies(one: Issue, other: Issue) -> bool:
    return bool(one.bodies and other.bodies and not one.bodies & other.bodies)


def other_names(one: Issue, other: Issue) -> bool:
    """Both are told by proper names, and share none ("the Geneva process", "the Astana process")."""
    return bool(one.names and other.names and not one.names & other.names)


def other_scene(one: Issue, other: Issue) -> bool:
    """Of no side, or of one country that may have several such at a time (its troops may leave two others), in documents about other countries."""
    is_open = one.is_owned or not (one.sides and other.sides)
    return is_open and bool(one.scene and other.scene) and is_about_others(one, other)


EXCLUDING = (other_sort, other_countries, other_bodies, other_names, other_scene)


# What speaks for it.


def same_name(one: Issue, other: Issue) -> bool:
    return bool(one.names & other.names)


def same_words(one: Issue, other: Issue) -> bool:
    return bool(one.marks & other.marks)


def two_sides_shared(one: Issue, other: Issue) -> bool:
    return len(one.sides & other.sides) >= FEW_SIDES


def same_sides(one: Issue, other: Issue) -> bool:
    return bool(one.sides) and one.sides == other.sides


def a_side_shared(one: Issue, other: Issue) -> bool:
    return bool(one.sides & other.sides)


def same_scene(one: Issue, other: Issue) -> bool:
    return len(one.scene) >= FEW_SIDES and one.scene == other.scene


def sides_of_the_scene(one: Issue, other: Issue) -> bool:
    """One names no side, and the other's are what its document is about."""
    told, open_ = (one, other) if one.sides else (other, one)
    return not open_.sides and bool(told.countries) and told.countries <= open_.scene


FEATURES = (
    same_name, same_words, same_sides, two_sides_shared, a_side_shared, same_scene, sides_of_the_scene,
)  # fmt: skip


def are_near_in_time(earlier: int | None, later: int | None, sort: str) -> bool:
    """Whether two tellings of a sort of issue may be of one by their years; one of unknown date may be of any."""
    if earlier is None or later is None:
        return True
    return later - earlier <= (_FEW_YEARS if sort in _SHORT_LIVED else _YEARS)


def excluded_by(one: Issue, other: Issue) -> str | None:
    """What excludes that the two are one, be it over others; None when nothing does."""
    return next((_named(question) for question in EXCLUDING if question(one, other)), None)


def features_of(one: Issue, other: Issue) -> tuple[str, ...]:
    """The names of what speaks for it, whichever comes first."""
    return tuple(_named(feature) for feature in FEATURES if feature(one, other))


def is_sure(one: Issue, other: Issue) -> bool:
    """Whether what the two share tells that they are one, as long as nothing excludes it."""
    if has_other_words(one, other) and not two_sides_shared(one, other):
        return False
    if same_name(one, other) or (
        same_words(one, other) and (same_sides(one, other) or len(one.marks & other.marks) > 1)
    ):
        return True
    if two_sides_shared(one, other):
        return not one.is_owned or one.countries == other.countries
    return (same_sides(one, other) or not (one.sides or other.sides)) and not one.is_owned and _fits_scene(one, other)


def is_likely(one: Issue, other: Issue) -> bool:
    """Whether the two may be one, where nothing else fits: they share a side, or what one document is about."""
    if has_other_words(one, other) or is_about_others(one, other) or is_one_of_several(one, other):
        return False
    return a_side_shared(one, other) or same_words(one, other) or sides_of_the_scene(one, other)


def is_about_others(one: Issue, other: Issue) -> bool:
    """Whether each document is about countries beside the shared sides, and none of them are the same."""
    shared = one.countries & other.countries
    mine, theirs = (one.countries | one.scene) - shared, (other.countries | other.scene) - shared
    return bool(mine and theirs and not mine & theirs)


def is_one_of_several(one: Issue, other: Issue) -> bool:
    """Whether one is told by side and proper name, the other by side alone: a dispute over a certain dam is not any settlement of the country's."""
    return bool(one.sides and other.sides) and bool(one.names) != bool(other.names) and not two_sides_shared(one, other)


def has_other_words(one: Issue, other: Issue) -> bool:
    return bool(one.marks and other.marks and not one.marks & other.marks)


def _fits_scene(one: Issue, other: Issue) -> bool:
    """A single side is shared: that does where the documents are about the same too, or one tells of nothing else."""
    return bool(one.sides) or same_scene(one, other)


def _named(question: object) -> str:
    return str(getattr(question, "__name__", "")).replace("_", " ")


def keys_of(issue: Issue) -> frozenset[str]:
    """What two issues must share to be compared: the sort, with a side, a word, or a country of the scene where no side is told."""
    told: Sequence[str] = [*(issue.sides or issue.scene), *issue.names, *issue.marks]
    return frozenset(f"{issue.sort} {each}" for each in told)
