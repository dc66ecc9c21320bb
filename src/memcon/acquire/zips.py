"""Zip files: folders of documents, web archives (WACZ) and books (EPUB); an office document is one, too, but a document by itself."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast
from urllib.parse import unquote

from memcon.acquire.members import (
    MOST_MEMBERS,
    Member,
    Members,
    Room,
    Unpacked,
    damaged,
    skipped,
)
from memcon.acquire.refs import ref_of
from memcon.domain.problems import Problem

BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, OverflowError, IndexError, KeyError,
)  # fmt: skip
"""What the library raises for zip files that are cut, forged or packed in a way that it does not know."""

_OFFICE = {
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "AndroidManifest.xml": "a program",
    "META-INF/MANIFEST.MF": "a Java archive",
}

_LONGEST_XML = 5_000_000
_FEWEST_CHARACTERS = 300
"""Of a chapter with less (a cover, a title page) nothing is said."""


def kind_of_zip(stream: BinaryIO) -> str:
    """What a zip file is: "docx", "epub", "wacz" or "zip"; or, in words, another that is not read. Raises one of `BROKEN`."""
    with zipfile.ZipFile(stream) as archive:
        names = [info.filename for info in archive.infolist()[:2000]]
    stream.seek(0)
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return "wacz"
    told = (words for start, words in _OFFICE.items() if any(name.startswith(start) for name in names))
    return next(told, "zip")


def read_zip(stream: BinaryIO, ref: str, room: Room) -> Members:
    """The files in a zip file in the order of their names; hidden ones are skipped as in a folder."""
    with zipfile.ZipFile(stream) as archive:
        infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda info: info.filename)
        if not infos:
            yield Problem(
                code="folder_empty", message="there are no files in the archive", hint="check that it was packed well", ref=ref, is_fatal=False,
            )  # fmt: skip
        for info in infos[:MOST_MEMBERS]:
            if any(part.startswith(".") and part not in (".", "..") for part in info.filename.split("/")):
                continue
            if info.filename.startswith("__MACOSX/"):
                continue
            yield _opened(archive, info, ref, room)
        if len(infos) > MOST_MEMBERS:
            yield skipped(ref, {"any": len(infos) - MOST_MEMBERS}, f"files beyond the first {MOST_MEMBERS:,}")


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, ref: str, room: Room) -> Member | Problem:
    """A file of a zip file to be read, or why it must not be."""
    name = info.filename.replace("\\", "/")
    place = f"{ref}/{ref_of(name)}"
    mode = info.external_attr >> 16
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return Problem(
            code="member_outside",
            message=f"a file in the archive is called {name[:200]!r}, which leads out of it",
            hint="it is not read; somebody packed it to overwrite files where it is unpacked",
            ref=ref,
        )
    if stat.S_ISLNK(mode):
        return Problem(
            code="link_skipped",
            message=f"{name[:200]!r} in the archive is a link",
            hint="give what it points to",
            ref=ref,
            is_fatal=False,
        )
    if info.flag_bits & 1:
        return Problem(
            code="encrypted", message="the file is locked with a password", hint="unpack it with its password first", ref=place
        )  # fmt: skip
    try:
        opened = cast(BinaryIO, Unpacked(cast(BinaryIO, archive.open(info)), room))
    except BROKEN as error:
        return damaged(place, f"{type(error).__name__}: {error}")
    return Member(ref=place, stream=opened, suffix=PurePosixPath(name).suffix)


def read_wacz(stream: BinaryIO, ref: str, room: Room) -> Members:
    """The WARC files in a web archive."""
    with zipfile.ZipFile(stream) as archive:
        for info in sorted(archive.infolist(), key=lambda each: each.filename):
            if info.filename.startswith("archive/") and info.filename.endswith((".warc", ".warc.gz")):
                yield _opened(archive, info, ref, room)


# --- books -------------------------------------------------------------------------------------------------------------------


def read_epub(stream: BinaryIO, ref: str, room: Room) -> Members:
    """The chapters of a book in the order in which it is read; what the book says of itself counts where a chapter says nothing."""
    with zipfile.ZipFile(stream) as archive:
        names = {info.filename: info for info in archive.infolist()}
        if "META-INF/encryption.xml" in names and "META-INF/rights.xml" in names:
            yield Problem(
                code="encrypted", message="the book is locked by its seller", hint="memcon reads open books", ref=ref
            )
            return
        container = _xml(archive, names, "META-INF/container.xml")
        package_path = next(iter(container.xpath("//*[local-name()='rootfile']/@full-path")), "")
        package = _xml(archive, names, package_path)
        announced = _book(package)
        unread: Counter[str] = Counter()
        for path, media_type in _spine(package, package_path):
            info = names.get(path)
            if info is None:
                yield damaged(f"{ref}/{ref_of(path)}", "the book lists a chapter that is not in it")
            elif media_type not in ("application/xhtml+xml", "text/html"):
                unread[media_type] += 1
            elif info.file_size >= _FEWEST_CHARACTERS:
                opened = _opened(archive, info, ref, room)
                yield (
                    opened
                    if isinstance(opened, Problem)
                    else Member(ref=opened.ref, stream=opened.stream, suffix=".xhtml", announced=announced)
                )
        if unread:
            yield skipped(ref, unread, "parts")


def _xml(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], path: str) -> Any:
    """A file of the book's own description. Raises `ValueError` where it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if path not in names:
        raise ValueError(f"the book lacks {path[:100]!r}")
    with archive.open(names[path]) as opened:
        try:
            return etree.fromstring(opened.read(_LONGEST_XML), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(f"{path[:100]!r} is no XML") from error


def _book(package: Any) -> dict[str, str]:
    """What the book says of itself."""
    found: dict[str, str] = {}
    for key, name in (
        ("publisher", "publisher"),
        ("published", "date"),
        ("language", "language"),
        ("byline", "creator"),
    ):
        values = package.xpath(f"//*[local-name()='metadata']/*[local-name()='{name}']/text()")
        told = "; ".join(dict.fromkeys(" ".join(str(value).split()) for value in values[:20]))
        if told:
            found[key] = told
    return found


def _spine(package: Any, package_path: str) -> Iterator[tuple[str, str]]:
    """The paths of the chapters with their media types, without those of lists of contents."""
    items = {item.get("id"): item for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")}
    base = PurePosixPath(package_path).parent
    for place in package.xpath("//*[local-name()='spine']/*[local-name()='itemref']")[:MOST_MEMBERS]:
        item = items.get(place.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split():
            href = unquote((item.get("href") or "").partition("#")[0])
            yield str(base / href), item.get("media-type") or ""
