"""Letters and mailboxes."""

from __future__ import annotations

import io

import pytest

from memcon.acquire import mail as mail_module
from memcon.acquire.mail import read_mail, read_mbox
from memcon.acquire.members import Member
from memcon.domain.problems import Problem
from tests.files import LATER, SAID, letter, page, pdf

FROM = b"From press@mfa.example Tue Nov  4 17:30:00 2025\n"


def read(data: bytes) -> list[Member | Problem]:
    return [*read_mail(io.BytesIO(data), "a.eml")]


def box(data: bytes) -> list[Member | Problem]:
    return [*read_mbox(io.BytesIO(data), "a.mbox")]


def outline(got: list[Member | Problem]) -> list[str]:
    return [f"{each.ref} {each.suffix}" if isinstance(each, Member) else each.code for each in got]


def text_of(item: Member | Problem) -> str:
    return item.stream.read().decode() if isinstance(item, Member) else item.code


def test_a_letter_s_head_says_what_its_text_is() -> None:
    """The subject is its title, the sender who wrote it; an address alone names nobody."""
    [first] = read(letter(SAID, subject="Möte i Oslo: ministrar"))
    [second] = read(letter(SAID, sender="press@mfa.example"))

    assert isinstance(first, Member)
    assert isinstance(second, Member)
    assert {
        "title": "Möte i Oslo: ministrar",
        "published": "Tue, 04 Nov 2025 17:30:00 +0100",
        "byline": "Press Office",
        "charset": "utf-8",
    } == first.stated
    assert "byline" not in second.stated
    assert SAID == text_of(first).strip()


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (f"{SAID} {LATER}", ".txt"),
        ("View this letter in your browser: https://fjord.example/view", ".html"),
        (" ".join(f"Story {n} https://fjord.example/{n}" for n in range(30)), ".html"),
        (None, ".html"),
    ],
)
def test_of_two_forms_the_plain_one_counts_unless_it_is_a_stub(text: str | None, suffix: str) -> None:
    """A line that leads to the browser and a list of links are none."""
    assert [f"a.eml {suffix}"] == outline(read(letter(text, html=page("Ministers meet"))))


def test_attachments_are_documents() -> None:
    """By their media type, or by their names where that says nothing; the others are counted."""
    files = [
        ("a/b.pdf", "application/pdf", pdf([SAID])),
        ("c.docx", "application/octet-stream", b"PK"),
        ("logo.png", "image/png", b"a"),
        ("x.bin", "application/octet-stream", b"a"),
    ]
    got = read(letter("See the release.", files=files))

    assert ["a.eml .txt", "a.eml/a_b.pdf .pdf", "a.eml/c.docx .docx", "members_skipped"] == outline(got)
    assert pdf([SAID]) == (got[1].stream.read() if isinstance(got[1], Member) else b"")


def test_letters_in_a_mailbox() -> None:
    """Each by its Message-ID, else by its number; a line of its text that begins with "From" parts nothing."""
    text = f"{SAID}\nFrom Oslo they went on.\n>From Bergen, too.\n"
    data = FROM + letter(text, message_id="<1@mfa.example>") + b"\n" + FROM + letter(LATER)
    got = box(data.replace(b"\nFrom Oslo", b"\n>From Oslo"))

    assert ["1@mfa.example .txt", "a.mbox#2 .txt"] == outline(got)
    assert "\nFrom Oslo they went on.\nFrom Bergen, too." in text_of(got[0])


def test_a_letter_that_is_too_long_costs_that_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one is read."""
    monkeypatch.setattr(mail_module, "MAX_LETTER", 3_000)
    data = FROM + letter("a " * 5_000) + b"\n" + FROM + letter(LATER)

    assert ["too_large", "a.mbox#2 .txt"] == outline(box(data))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["archive_damaged"]),
        (b"no header at all\n\ntext", ["archive_damaged"]),
        (letter(None, files=[("a.png", "image/png", b"a")]), ["empty", "members_skipped"]),
        (b"Subject: =?utf-8?q?=FF=FE?=\nDate: never\nFrom: \x00\n\nThe envoys met.", ["a.eml .txt"]),
        (
            b"Subject: a\nContent-Type: multipart/mixed; boundary=a\n\n"
            + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 3_000,
            None,
        ),
        (b"Subject: a\nContent-Type: text/plain; charset=nonsense\n\nThe envoys met.", ["a.eml .txt"]),
        (b"Subject: a\nContent-Transfer-Encoding: base64\n\n!!!!", ["a.eml .txt"]),
    ],
)
def test_hostile_letters(data: bytes, expected: list[str] | None) -> None:
    """None stops the run; what has no head is none."""
    found = outline(read(data))

    assert expected is None or expected == found
