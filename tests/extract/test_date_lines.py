"""Lines that say when a text was published."""

from __future__ import annotations

import pytest

from memcon.extract.date_lines import is_date_line, read_date_line, read_mixed_line, time_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: 4 May 2021, 09:15", [("published", "2021-05-04", "09:15")]),
        ("date 2021-05-04", [("published", "2021-05-04", None)]),
        ("Tuesday, May 4, 2021", [("bare", "2021-05-04", None)]),
        ("Updated : 2021-05-04 18:20 KST", [("updated", "2021-05-04", "18:20+09:00")]),
        ("Posted on May 4, 2021 at 6:20 p.m. EDT by Ingrid Solberg", [("published", "2021-05-04", "18:20-04:00")]),
        (
            "Published May 4, 2021 | Last updated May 5, 2021 07:00",
            [("published", "2021-05-04", None), ("updated", "2021-05-05", "07:00")],
        ),
        ("2021-05-04T09:15:30+02:00", [("bare", "2021-05-04", "09:15+02:00")]),
        ("Tue, 4 May 2021 07:15:00 GMT", [("bare", "2021-05-04", "07:15+00:00")]),
        (
            "입력 2021.05.04 07:15 수정 2021.05.04 08:15",
            [("published", "2021-05-04", "07:15"), ("updated", "2021-05-04", "08:15")],
        ),
        ("2021년 5월 4일 (화) 오후 3:40", [("bare", "2021-05-04", "15:40")]),
        ("등록 : 2021. 5. 4. 07:15", [("published", "2021-05-04", "07:15")]),
        ("2021. 13. 4. 07:15", []),
        ("Modified : May 4, 2021 21:01", [("updated", "2021-05-04", "21:01")]),
        ("(Corrected: 4 May 2021)", [("updated", "2021-05-04", None)]),
        (
            "Originally published May 4, 2021; amended May 6, 2021",
            [("published", "2021-05-04", None), ("updated", "2021-05-06", None)],
        ),
        ("4 May 2021 | 08:51 KST", [("bare", "2021-05-04", "08:51+09:00")]),
        ("2021-05-04 08:51 (UTC+9)", [("bare", "2021-05-04", "08:51+09:00")]),
        ("Published 4 May 2021 Updated 2 hours ago", [("published", "2021-05-04", None)]),
        ("The pact was amended 4 May 2021", []),
        ("12:05 a.m. May 4, 2021", [("bare", "2021-05-04", "00:05")]),
        ("Modified on : May.4,2021 08:02 KST", [("updated", "2021-05-04", "08:02+09:00")]),
        ("Mei.4,2021 08:02", []),
        ("Last updated 4 May 2021 — See all updates", [("updated", "2021-05-04", None)]),
        ("4 May 2021, 14:02 MSK", [("bare", "2021-05-04", "14:02+03:00")]),
        ("4 May 2021, 14:02 IST", [("bare", "2021-05-04", "14:02")]),
        ("14:02 May 4, 2021", [("bare", "2021-05-04", "14:02")]),
        (
            "PUBLISHED: 02:31 GMT, 4 May 2021 | UPDATED: 22:19 GMT, 5 May 2021",
            [("published", "2021-05-04", "02:31+00:00"), ("updated", "2021-05-05", "22:19+00:00")],
        ),
        ("4 May 2021 Last updated at 11:11 GMT", [("bare", "2021-05-04", None)]),
        ("Tuesday, May 4, 2021 | Updated 8:52 PM EDT", [("bare", "2021-05-04", None)]),
        ("09:15 May 4, 2021 10:20 May 5, 2021", [("bare", "2021-05-04", "09:15"), ("bare", "2021-05-05", None)]),
        ("Story Created: May 4, 2021 at 9:56 AM AKDT", [("published", "2021-05-04", "09:56-08:00")]),
        ("Edited time: May 4, 2021 02:15", [("updated", "2021-05-04", "02:15")]),
        ("on May 4 2021, 5:55p", [("bare", "2021-05-04", "17:55")]),
        ("POSTED: 1052 GMT (1852 HKT), May 4, 2021", [("published", "2021-05-04", None)]),
        ("May 4, 2021, 8:51 am (Korea time)", [("bare", "2021-05-04", "08:51")]),
        ("4 May 2021 1451 hrs", [("bare", "2021-05-04", None)]),
        ("Release: May 4, 2021", [("published", "2021-05-04", None)]),
        ("Release of May 4, 2021", []),
        ("The first time, May 4, 2021", []),
        ("The hall opened on May 4, 2021", []),
        ("Published", []),
        ("x" * 500 + " May 4, 2021", []),
    ],
)
def test_read(line: str, expected: list[tuple[str, str, str | None]]) -> None:
    """Every date with its role and its own time of day."""
    found = read_date_line(line)

    assert [(d.role, d.edtf, d.time) for d in found] == expected
    assert all(line[d.span.start : d.span.end].strip() for d in found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("HERRING NEWS - May 4, 2021 - 14:02 | All, Coast", [("bare", "2021-05-04", "14:02")]),
        ("All News 14:02 May 4, 2021", [("bare", "2021-05-04", "14:02")]),
        ("Ingrid Solberg   |04.05.2021 - Update : 05.05.2021", []),  # 4 May or April 5
        ("Ingrid Solberg | 14.05.2021 - Update : 15.05.2021", [("bare", "2021-05-14", None), ("updated", "2021-05-15", None)]),
        (
            "HNS | Bergen | Updated: 14-05-2021 14:02 IST | Created: 14-05-2021 12:01 IST",
            [("updated", "2021-05-14", "14:02"), ("published", "2021-05-14", "12:01")],
        ),
        ("Published - May 4, 2021 02:02 pm IST - NEW BERGEN", [("published", "2021-05-04", "14:02")]),
        ("BERGEN May 4, 2021 - 2:02 pm GMT+3", [("bare", "2021-05-04", "14:02+03:00")]),
        ("4 May 2021 | Peace and Fisheries", [("bare", "2021-05-04", None)]),
        ("Peace and Fisheries, 4 May 2021", []),  # no bar, no time: a title's own date
        ("Fisheries Summit | 4 May 2021 | 14:02", []),  # the day of an event
        ("WHEN: May 4, 2021 at 2 p.m. in Bergen", []),
        ("Envoys to meet at 14:02 May 4, 2021", []),
        ("May 4, 2021", []),
        ("x | " * 50 + "May 4, 2021", []),
    ],
)  # fmt: skip
def test_mixed(line: str, expected: list[tuple[str, str, str | None]]) -> None:
    """Dates beside the names of writers, outlets, sections and places; no dates of headlines, sentences and events."""
    found = read_mixed_line(line)

    assert [(d.role, d.edtf, d.time) for d in found] == expected


def test_release_marks_are_date_lines_without_a_date() -> None:
    """They say when it may be published."""
    assert is_date_line("FOR IMMEDIATE RELEASE:")
    assert is_date_line("Embargoed until noon")
    assert not is_date_line("The release was immediate")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 3 p.m. today", "15:00"),
        ("13:99", None),
        ("at 12 p.m.", "12:00"),
        ("00:30 UTC+9", "00:30+09:00"),
        ("at 22:45 hours", "22:45"),
        ("none", None),
        ("3 a day", None),
        ("at 14:02 Sgt. Dahl", "14:02"),
        ("at 14:02 SGT", "14:02+08:00"),
        ("3:05a", "03:05"),
        ("14 p.m.", None),
    ],
)
def test_time_of(text: str, expected: str | None) -> None:
    """The 24-hour clock, with a zone only where it is plain."""
    assert expected == time_of(text)
