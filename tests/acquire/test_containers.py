"""Archives, mailboxes and books, as files and as what comes down a pipe."""

from __future__ import annotations

import gzip
import io
import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from memcon.acquire import acquire
from memcon.acquire import members as members_module
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from tests.files import LATER, SAID, book, letter, page, pdf, warc, word, zipped

Got = list[Capture | Problem]


def read(data: bytes, name: str, folder: Path) -> Got:
    path = folder / name
    path.write_bytes(data)
    return [*acquire([str(path)])]


def outline(got: Got, folder: Path) -> list[tuple[str, str]]:
    """Each result as its ref and its media type or problem code."""
    return [(g.ref.removeprefix(f"{folder}/"), g.media_type if isinstance(g, Capture) else g.code) for g in got]


def captures(got: Got) -> list[Capture]:
    return [each for each in got if isinstance(each, Capture)]


def test_a_zip_file_is_a_folder(tmp_path: Path) -> None:
    """Its files in the order of their names, each by its own format; hidden ones are skipped."""
    files = {
        "b/2.txt": SAID,
        "b/1.html": page("Ministers meet"),
        ".hidden.txt": SAID,
        "__MACOSX/x.txt": SAID,
        "a.json": json.dumps([{"id": "j1", "text": SAID}]),
    }
    got = read(zipped(files), "a.zip", tmp_path)

    assert [("j1", "application/json"), ("a.zip/b/1.html", "text/html"), ("a.zip/b/2.txt", "text/plain")] == outline(
        got, tmp_path
    )
    assert SAID.encode() == captures(got)[-1].data


def test_what_leads_out_of_an_archive_is_not_read(tmp_path: Path) -> None:
    """Paths upwards, from the root and of a drive; links; what is locked."""
    held = io.BytesIO(
        zipped(
            {"../up.txt": SAID, "a/../../up.txt": SAID, "/etc/root.txt": SAID, "C:\\drive.txt": SAID, "ok.txt": SAID}
        )
    )
    with ZipFile(held, "a") as archive:
        link = ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    got = read(held.getvalue(), "a.zip", tmp_path)

    assert ["member_outside"] * 4 == [each.code for each in got if isinstance(each, Problem) and each.is_fatal]
    assert ["link_skipped"] == [each.code for each in got if isinstance(each, Problem) and not each.is_fatal]
    assert ["ok.txt"] == [Path(each.ref).name for each in captures(got)]


def test_locked_files_are_said_to_be(tmp_path: Path) -> None:
    """One locked file costs that file."""
    data = bytearray(zipped({"a.txt": SAID, "b.txt": LATER}))
    for at in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[at] |= 1

    assert [("a.zip/a.txt", "encrypted"), ("a.zip/b.txt", "text/plain")] == outline(
        read(bytes(data), "a.zip", tmp_path), tmp_path
    )


def test_an_archive_that_swells_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what all its members unpack to, those of archives within it among them."""
    monkeypatch.setattr(members_module, "FLOOR", 1_000_000)
    bomb = zipped({f"{n}.txt": b"a " * 200_000 for n in range(9)})
    got = read(bomb, "a.zip", tmp_path)
    nested = read(zipped({f"{n}.zip": bomb for n in range(9)}), "b.zip", tmp_path)
    packed = read(gzip.compress((b'{"text": "' + b"a " * 50_000 + b'"}\n') * 60), "c.jsonl.gz", tmp_path)

    assert ["archive_too_large"] * 3 == [
        [g.code for g in each if isinstance(g, Problem)][-1] for each in (got, nested, packed)
    ]
    assert 2 <= len(captures(got)) < 9
    assert len(captures(nested)) < 9


def test_archives_in_archives(tmp_path: Path) -> None:
    """As deep as a letter in a mailbox in a zip file, and no deeper."""
    inner = zipped({"c.txt": SAID})
    for name in ("b.zip", "a.zip"):
        inner = zipped({name: inner})

    assert ["text/plain"] == [
        kind for _, kind in outline(read(zipped({"b.zip": zipped({"c.txt": SAID})}), "a.zip", tmp_path), tmp_path)
    ]
    assert ["text/plain"] == [kind for _, kind in outline(read(inner, "a.zip", tmp_path), tmp_path)]
    assert ["archive_too_deep"] == [
        kind for _, kind in outline(read(zipped({"z.zip": inner}), "a.zip", tmp_path), tmp_path)
    ]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (gzip.compress(page("Ministers meet").encode()), "a.html.gz", ["text/html"]),
        (gzip.compress(b'{"text": "one"}\n{"text": "two"}'), "a.jsonl.gz", ["application/json", "application/json"]),
        (gzip.compress(b"\0" * 257 + b"ustar" + b"\0" * 300), "a.tar.gz", ["kind_not_read"]),
        (zipped({"xl/workbook.xml": "a"}), "a.xlsx", ["kind_not_read"]),
        (zipped({"content.xml": "a"}), "a.odt", ["kind_not_read"]),
        (zipped({}), "a.zip", ["folder_empty"]),
        (b"PK\x03\x04" + b"junk" * 100, "a.zip", ["archive_damaged"]),
        (zipped({"a.txt": SAID * 50})[:-40], "a.zip", ["archive_damaged"]),
        (page("Not found").encode(), "a.zip", ["text/html"]),
        (b"\x1f\x8b\x08" + b"junk" * 100, "a.gz", ["text/plain", "archive_damaged"]),
    ],
    ids=["page", "records", "tar", "xlsx", "odt", "empty zip", "junk zip", "cut zip", "page called zip", "junk gzip"],
)
def test_packed_files(data: bytes, name: str, expected: list[str], tmp_path: Path) -> None:
    """What can't be opened is said to be what it is."""
    assert expected == [kind for _, kind in outline(read(data, name, tmp_path), tmp_path)]


def test_a_member_that_is_damaged_costs_that_member(tmp_path: Path) -> None:
    """Its checksum does not fit; the next one is read."""
    data = bytearray(zipped({"a.txt": SAID, "b.txt": LATER}, packing=0))
    at = data.find(SAID.encode())
    data[at : at + 3] = b"XXX"

    assert [("a.zip/a.txt", "archive_damaged"), ("a.zip/b.txt", "text/plain")] == outline(
        read(bytes(data), "a.zip", tmp_path), tmp_path
    )


def test_a_packed_list_is_read_up_to_where_it_was_cut(tmp_path: Path) -> None:
    """The records before the cut are kept, and the cut is said."""
    lines = [json.dumps({"id": f"j{n}", "text": sha256(str(n).encode()).hexdigest()}) for n in range(200)]
    whole = gzip.compress("\n".join(lines).encode())
    got = read(whole[: len(whole) // 2], "a.jsonl.gz", tmp_path)

    assert [f"j{n}" for n in range(20)] == [each.ref for each in captures(got)][:20]
    assert "archive_damaged" == outline(got, tmp_path)[-1][1]


def test_an_archive_comes_down_a_pipe() -> None:
    """What can't be gone back in is kept beside."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    [got] = acquire(["-"], stdin=Pipe(zipped({"a.txt": SAID})))

    assert isinstance(got, Capture)
    assert ("-/a.txt", SAID.encode()) == (got.ref, got.data)


def test_documents_are_told_by_their_bytes() -> None:
    """A Word document and a PDF without a name."""
    [first] = acquire(["-"], stdin=io.BytesIO(word(("Normal", SAID))))
    [second] = acquire(["-"], stdin=io.BytesIO(pdf([SAID])))

    assert ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"] == [
        each.media_type for each in (first, second) if isinstance(each, Capture)
    ]


def test_a_book_is_its_chapters(tmp_path: Path) -> None:
    """In the order of reading, with what the book says of itself; covers and lists of contents are passed over."""
    chapters = {"cover.xhtml": "<html><body>Cover</body></html>", "b.xhtml": page("Oslo"), "a.xhtml": page("Bergen")}
    metadata = "<dc:title>Accords</dc:title><dc:creator>Mari Tamm</dc:creator><dc:creator>Ada Lind</dc:creator><dc:publisher>Fjord Press</dc:publisher><dc:date>2025-11-04</dc:date>"
    got = captures(read(book(chapters, metadata=metadata), "a.epub", tmp_path))

    assert ["b.xhtml", "a.xhtml"] == [Path(each.ref).name for each in got]
    assert {"publisher": "Fjord Press", "published": "2025-11-04", "byline": "Mari Tamm; Ada Lind"} == got[0].announced


@pytest.mark.parametrize(
    "files",
    [
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": "<container><rootfiles><rootfile full-path='x.opf'/></rootfiles></container>"},
        {"META-INF/container.xml": "<!DOCTYPE a [<!ENTITY b 'c'>" + "<!ENTITY d '&b;&b;'>" * 99 + "]><a>&d;</a>"},
        {"META-INF/container.xml": "no XML"},
    ],
)
def test_books_that_are_none(files: dict[str, str], tmp_path: Path) -> None:
    """A description that is missing, broken or made to swell."""
    assert [("a.epub", "archive_damaged")] == outline(read(zipped(files), "a.epub", tmp_path), tmp_path)


def test_a_web_archive_in_its_package(tmp_path: Path) -> None:
    """WACZ: the WARC files in it."""
    held = warc(("https://fjord.example/1", "text/html", page("Ministers meet").encode()))
    got = read(
        zipped({"datapackage.json": "{}", "archive/a.warc.gz": held, "pages/pages.jsonl": '{"text": "no"}'}),
        "a.wacz",
        tmp_path,
    )

    assert [("https://fjord.example/1", "text/html")] == outline(got, tmp_path)


def test_a_letter_in_a_mailbox_in_a_zip_file(tmp_path: Path) -> None:
    """Each is opened in turn."""
    box = b"From a@b.example Tue Nov  4 17:30:00 2025\n" + letter(SAID, message_id="<m1@mfa.example>")

    assert [("m1@mfa.example", "text/plain")] == outline(read(zipped({"box.mbox": box}), "a.zip", tmp_path), tmp_path)
