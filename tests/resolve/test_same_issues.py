"""Which long-running issues are judged one."""

from __future__ import annotations

from itertools import permutations

import pytest

from memcon.domain.actors import Actor
from memcon.domain.records import Process
from memcon.resolve.issues import Issue, issues_of
from memcon.resolve.same_issues import judge_issues


def issue(
    id: str,
    sort: str = "truce",
    sides: str = "",
    *,
    body: str = "",
    words: str = "",
    scene: str = "",
    year: int | None = 2024,
) -> Issue:
    return Issue(
        id=id,
        sort=sort,
        countries=frozenset(sides.split()),
        bodies=frozenset(body.split()),
        names=frozenset(w.lower() for w in words.split() if w[0].isupper()),
        marks=frozenset(w for w in words.split() if not w[0].isupper()),
        scene=frozenset(scene.split()),
        year=year,
    )


def joined(*issues: Issue) -> list[tuple[str, ...]]:
    return [j.subjects for j in judge_issues(issues).joined]


ACCESSION = issue("a", "accession", "PER", body="union")
TRUCE = issue("a", sides="PER TCD")
TRANSFER = issue("a", "transfer", "PER TCD", words="wartime operational")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (ACCESSION, issue("b", "accession", "PER", body="union", year=2028), True),
        (ACCESSION, issue("b", "accession", "TCD", body="union"), False),
        (ACCESSION, issue("b", "accession", "PER", body="alliance"), False),
        (ACCESSION, issue("b", "accession", "PER"), True),
        (ACCESSION, issue("b", "accession", body="union"), True),
        (ACCESSION, issue("b", "withdrawal", "PER", body="union"), False),
        (ACCESSION, issue("b", "accession", "PER", body="union", year=2012), False),
        (ACCESSION, issue("b", "accession", "PER", body="union", year=None), True),
        (TRUCE, issue("b", sides="TCD PER", year=2025), True),
        (TRUCE, issue("b", sides="TCD PER", year=2027), False),
        (TRUCE, issue("b", sides="PER NOR"), False),
        (TRUCE, issue("b", scene="PER TCD NOR"), True),
        (TRUCE, issue("b", scene="NOR SWE"), False),
        (TRANSFER, issue("b", "transfer", words="wartime operational"), True),
        (TRANSFER, issue("b", "transfer", "PER", words="civil"), False),
        (TRANSFER, issue("b", "transfer", "PER TCD", words="civil"), True),
        (
            issue("a", "settlement", "SYR", words="Geneva"),
            issue("b", "settlement", "SYR", words="Astana"),
            False,
        ),
        (issue("a", "settlement", "SYR"), issue("b", "settlement", "SYR", year=2020), True),
        (issue("a", "settlement", "ETH", words="Dam"), issue("b", "settlement", "ETH SDN"), False),
        (issue("a", "settlement", "TUR", scene="ISR"), issue("b", "settlement", "TUR SYR"), False),
        (
            issue("a", "withdrawal", "NOR", scene="SYR"),
            issue("b", "withdrawal", "NOR", scene="AFG"),
            False,
        ),
    ],
)
def test_two_issues(one: Issue, other: Issue, is_one: bool) -> None:
    """What joins two of them, and what keeps them apart."""
    assert joined(one, other) == ([("a", "b")] if is_one else [])


def test_a_truce_told_again_years_later_is_another_one() -> None:
    """Unless it was told of all the time."""
    first, last = issue("a", sides="PER TCD", year=2012), issue("c", sides="PER TCD", year=2014)
    assert joined(first, last) == []
    assert joined(first, issue("b", sides="PER TCD", year=2013), last) == [("a", "b"), ("b", "c")]


def test_what_nobody_knows_the_day_of_joins_no_two() -> None:
    """A truce of unknown day is neither of two that lie years apart."""
    first, last = issue("a", sides="PER TCD", year=2012), issue("c", sides="PER TCD", year=2024)
    found = judge_issues([first, issue("b", sides="PER TCD", year=None), last])
    assert found.joined == ()


def test_what_fits_two_is_neithers() -> None:
    """An accession to a union that two countries are to join is in doubt, and for a person to decide."""
    found = judge_issues(
        [ACCESSION, issue("b", "accession", "TCD", body="union"), issue("c", "accession", body="union")]
    )
    assert found.joined == ()
    assert {pair[:2] for pair in found.doubts} == {("a", "c"), ("b", "c")}


def test_the_order_of_issues_changes_nothing() -> None:
    """Whatever comes first."""
    known = [
        ACCESSION,
        issue("b", "accession", "PER"),
        issue("c", "accession", "TCD", body="union"),
        issue("d", "accession", "PER", body="union", year=2026),
    ]
    told = {judge_issues(order) for order in permutations(known)}
    assert len(told) == 1
    assert joined(*known) == [("a", "b"), ("a", "d")]


def test_a_judgement_tells_why() -> None:
    """The sort, and what the two share; or that they are told alike."""
    again = issue("b", sides="PER TCD", words="fragile", year=2025)
    found = judge_issues([TRUCE, again, issue("c", sides="PER TCD NOR")]).joined
    assert {judged.by for judged in found} == {"rule:same-process@1"}
    assert [(judged.subjects, judged.why) for judged in found] == [
        (("a", "b"), "same sort, sides and names, told within a few years"),
        (("a", "c"), "same sort (truce), two sides shared, a side shared"),
    ]


# --- what is known of one document's processes -----------------------------------------------------------------------------

NORWAY = Actor(id="actor_n", name="Norway", kind="state", country="NOR", key="NOR")
UNION = Actor(id="actor_u", name="the Union", kind="organization", key="union")


def process(id: str, **told: object) -> Process:
    return Process(id=id, name="an issue", evidence=(), **told)  # type: ignore[arg-type]


def told(*processes: Process, text: str = "", published: str | None = "2024-05-15") -> dict[str, Issue]:
    return issues_of(processes, (NORWAY, UNION), {"actor_u": "name_u"}, text, published)


def test_an_issue_is_known_by_sort_sides_words_and_year() -> None:
    """Equal facts of two documents give one id, whatever the order in which they are told."""
    one = process(
        "p",
        issue="transfer",
        parties=("actor_n", "actor_u"),
        countries=("NOR",),
        marks=("Delta", "fast"),
        aliases=("x",),
    )
    other = process("q", issue="transfer", parties=("actor_u",), countries=("NOR",), marks=("fast", "Delta"))
    [found] = told(one).values()
    assert found == told(other, published="2024-12")["q"]
    assert (found.sort, found.countries, found.bodies, found.names, found.marks, found.year) == (
        "transfer",
        frozenset({"NOR"}),
        frozenset({"name_u"}),
        frozenset({"delta"}),
        frozenset({"fast"}),
        2024,
    )
    assert told(other, published="2023")["q"].id != found.id


def test_of_two_that_are_told_alike_the_first_has_the_name() -> None:
    """The reader of the document told them apart."""
    assert list(
        told(process("p", issue="truce", countries=("NOR",)), process("q", issue="truce", countries=("NOR",)))
    ) == ["p"]


def test_what_nothing_is_told_of_has_no_name() -> None:
    """No side, no word, and no country that the text is about; or not even what sort of issue it is."""
    assert (
        told(process("p", issue="truce", marks=("fragile",)), process("q", countries=("NOR",)), text="Norway waits.")
        == {}
    )


def test_a_document_about_a_country_tells_the_scene() -> None:
    """Where few sides are named, what the text names again and again counts."""
    assert told(process("p", issue="truce"), text="Norway. " * 3)["p"].scene == {"NOR"}
    assert told(process("p", issue="truce"), text="Norway. " * 2) == {}
