"""Datelines: place, date, agency."""

from __future__ import annotations

import pytest

from memcon.extract.datelines import read_dateline


@pytest.mark.parametrize(
    ("text", "place", "date", "wire"),
    [
        ("BERGEN, May 4 (Yonhap) -- The envoys met.", "BERGEN", "XXXX-05-04", "Yonhap"),
        ("BERGEN (AP) — The envoys met.", "BERGEN", None, "AP"),
        ("BERGEN, Norway (May 4, 2021) – The envoys met.", "BERGEN, Norway", "2021-05-04", None),
        ("BERGEN, Norway (May 4)  The envoys met.", "BERGEN, Norway", "XXXX-05-04", None),
        ("BERN, May 4 (Xinhua) -- The envoys met.", "BERN", "XXXX-05-04", "Xinhua"),
        ("MOSCOW, May 4. /TASS/. The envoys met.", "MOSCOW", "XXXX-05-04", "TASS"),
        ("NEW YORK/BERN, May 4 (Reuters) - The envoys met.", "NEW YORK/BERN", "XXXX-05-04", "Reuters"),
        ("WASHINGTON, D.C. — The envoys met.", "WASHINGTON, D.C.", None, None),
        ("BERN, 4 May 2021 - The envoys met.", "BERN", "2021-05-04", None),
        ("Kathmandu: The envoys of Norway and Chad met.", "Kathmandu", None, None),
        ("BERN: The envoys of Norway and Chad met.", "BERN", None, None),
        ("Bergen, May 4 (Yonhap) -- The envoys met.", "Bergen", "XXXX-05-04", "Yonhap"),
        ("Paris (AFP) - The envoys met.", "Paris", None, "AFP"),
        ("(Reuters) - The envoys met.", None, None, "Reuters"),
        ("May 4 (Reuters) - The envoys met.", None, "XXXX-05-04", "Reuters"),
        ("CAIRO (MENA) - The envoys met.", "CAIRO", None, "MENA"),
        ("BERGEN, May 4, 2021 (Herring Wire) -- The envoys met.", "BERGEN", "2021-05-04", "Herring Wire"),
        ("BERGEN, May 4 (NordPresse) — The envoys met.", "BERGEN", "XXXX-05-04", "NordPresse"),
        ("BERGEN (Fjord News Agency) — The envoys met.", "BERGEN", None, "Fjord News Agency"),
        ("BERGEN (Norway) — The envoys met.", "BERGEN", None, None),
        ("BERGEN, May 4 (local time) — The envoys met.", "BERGEN", "XXXX-05-04", None),
        ("BERGEN, May 4 (Herring Wire Photo) — The envoys met.", "BERGEN", "XXXX-05-04", None),
        ("BERGEN, Norway (May 4,2021) The envoys met.", "BERGEN, Norway", "2021-05-04", None),
        ("BERGEN, Norway (Nov. 4. 2021) The envoys met.", "BERGEN, Norway", "2021-11-04", None),
        ("BERGEN, May 4. 2021 (HWA) -- The envoys met.", "BERGEN", "2021-05-04", "HWA"),
        ("BERGEN, 4th May, 2021 (Herring Wire) -- The envoys met.", "BERGEN", "2021-05-04", "Herring Wire"),
        ("BERGEN, May 4, 2021, HWA -- The envoys met.", "BERGEN", "2021-05-04", "HWA"),
        ("Bergen, May 4, 2021, HWA -- The envoys met.", "Bergen", "2021-05-04", "HWA"),
        ("BERGEN _", "BERGEN", None, None),
        ("BERGEN, Norway (AP) _", "BERGEN, Norway", None, "AP"),
        ("TROMSØ, Norway — The envoys met.", "TROMSØ, Norway", None, None),
    ],
)
def test_positive(text: str, place: str | None, date: str | None, wire: str | None) -> None:
    """The forms of the agencies and of releases."""
    found = read_dateline(text, 10)

    assert found is not None
    assert (found.dateline.place, found.dateline.date, found.wire) == (place, date, wire)
    assert found.dateline.span.start == 10
    assert found.is_alone == ("met" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance — met.",
        "May 4 (a Tuesday) - The envoys met.",
        "May 4 (Harbour Wire) - The envoys met.",
        "NATO - The alliance met.",
        "QUESTION: When did they meet?",
        "UPDATE 1 - Envoys meet",
        "Bergen: The envoys of Norway and Chad met.",
        "Kathmandu: a town of temples and markets that many visit.",
        "Kathmandu: Envoys meet",
        "U.S. - Norwegian talks",
        "Minister Solberg, May 4 — the day",
        "Envoy Novak (Oslo) - said",
        "The envoys met in BERGEN — at last.",
        "UNESCO (United Nations Educational, Scientific and Cultural Organization) — The agency",
        "BREAKING — Envoys meet",
        "A - B",
        "HERRING TALKS NOT OVER, JUST TOO LATE - The envoys met.",
        "WHAT BERGEN WANTS — The envoys met.",
        "",
    ],
)
def test_negative(text: str) -> None:
    """Capitals before a dash are not always a place."""
    assert read_dateline(text) is None
