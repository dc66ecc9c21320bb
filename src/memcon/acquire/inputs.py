"""Paths, folders and standard input, read within bounds: no input makes memory grow beyond `MAX_BYTES` times a small factor."""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from memcon.acquire.folders import unreadable, walk
from memcon.acquire.formats import MEMBERS, media_type_of, sniff
from memcon.acquire.json_lists import list_items
from memcon.acquire.members import OUTSIDE, Inside
from memcon.acquire.records import capture_record, checked_fields
from memcon.acquire.refs import is_address, ref_of
from memcon.acquire.sources import read_source, source_named
from memcon.acquire.tables import read_table
from memcon.acquire.unfit import few_told
from memcon.acquire.unread import not_read, unread_kind
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem

MAX_BYTES = 10_000_000
"""The most bytes of one document: a file of text or HTML, or one line of JSONL."""

MAX_LIST_BYTES = 100_000_000
"""The most bytes of one JSON file or table, which is held in memory as a whole. JSONL has no such limit."""

Fetch = Callable[[str], Iterable[Capture | Problem]]
"""From an address on the web to the captures of what stands there."""

_HEAD = 65_536
_DELIMITERS = {"csv": ",", "tsv": "\t"}
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def acquire(
    inputs: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    fields: Mapping[str, str] | None = None,
    published: str | None = None,
    follows_links: bool = False,
    fetch: Fetch | None = None,
) -> Iterator[Capture | Problem]:
    """A capture for each document in `inputs`, or the problem that keeps it out, in order.

    An input is a file, an archive (its members are read as files are), a folder (walked in sorted order; hidden files and folders are skipped, and links out of it unless it `follows_links`), or "-" for `stdin`. `fields` maps
    contract names to the records' names; `published` is the publication date that the user gives. `ref` is a record's id, else the
    path, with `#n` for the n-th record of a list and the n-th line of JSONL. Where there is a `fetch`, an input may be an address on the web too; "NAME:PLACE" is read by the source NAME of another package. Raises `PluginError` for a source that can't be loaded, `UsageError` for a contract name that does not exist.
    """
    return _acquire(inputs, stdin, checked_fields(fields or {}), published, follows_links, fetch)


def read_bytes(
    data: bytes, ref: str, *, suffix: str, fields: Mapping[str, str] | None = None, published: str | None = None
) -> Iterator[Capture | Problem]:
    """The captures of an input that is in memory, as `acquire` makes them of a file whose name ends in `suffix`."""
    return _read(io.BytesIO(data), ref, checked_fields(fields or {}), published, suffix)


def _acquire(
    inputs: Iterable[str],
    stdin: BinaryIO | None,
    fields: Mapping[str, str],
    published: str | None,
    follows_links: bool,
    fetch: Fetch | None,
) -> Iterator[Capture | Problem]:
    for given in inputs:
        if fetch is not None and is_address(given):
            yield from fetch(given)
            continue
        if (source := source_named(given)) is not None:
            yield from read_source(source, given.partition(":")[2], fields=fields, published=published)
            continue
        if given == "-":
            yield from _read(stdin or io.BytesIO(), "-", fields, published)
            continue
        for path in walk(given, follows_links=follows_links):
            if isinstance(path, Problem):
                yield path
            else:
                yield from _read_file(path, fields, published)


def _read_file(path: str, fields: Mapping[str, str], published: str | None) -> Iterator[Capture | Problem]:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            yield Problem(
                code="input_not_file",
                message=f"{path!r} is a device, pipe or socket, not a file",
                hint="to read from a pipe give - and feed it to standard input",
                ref=ref_of(path),
            )
            return
        with open(path, "rb") as stream:
            yield from _read(stream, ref_of(path), fields, published)
    except OSError as error:
        yield unreadable(path, error)


def _read(
    stream: BinaryIO,
    ref: str,
    fields: Mapping[str, str],
    published: str | None,
    suffix: str | None = None,
    inside: Inside = OUTSIDE,
) -> Iterator[Capture | Problem]:
    """The captures of one open input; `inside` is in which archives it stands."""
    head = stream.read(_HEAD)
    suffix = Path(ref).suffix if suffix is None else suffix
    found = sniff(head, suffix)
    if found in MEMBERS:
        from memcon.acquire.containers import Opened, read_members  # most inputs are no archives

        yield from read_members(
            Opened(stream=stream, head=head, ref=ref, format=found, suffix=suffix, inside=inside),
            lambda member, within: _read(member.stream, member.ref, fields, published, member.suffix, within),
        )
        return
    if found == "text" and (kind := unread_kind(head, suffix)) is not None:
        yield not_read(ref, kind)
        return
    if found == "jsonl" and not head.startswith(_UTF16_BOMS):
        yield from few_told(_read_lines(_Joined(head, stream), ref, fields, published), ref)
        return
    limit = MAX_LIST_BYTES if found in ("json", "jsonl", *_DELIMITERS) else MAX_BYTES
    data = head + stream.read(max(0, limit + 1 - len(head)))
    if len(data) > limit:
        yield _too_large(ref, found, limit)
    elif found == "json":
        yield from few_told(_read_json(data, ref, fields, published), ref)
    elif found in _DELIMITERS:
        yield from few_told(read_table(data, ref, fields, published, delimiter=_DELIMITERS[found]), ref)
    elif found == "jsonl":
        lines = io.BytesIO(data.decode("utf-16", "replace").encode("utf-8", "surrogatepass"))
        yield from few_told(_read_lines(_Joined(b"", lines), ref, fields, published), ref)
    else:
        yield Capture(ref=ref, data=data, media_type=media_type_of(found), given_published=published)


def _read_json(data: bytes, ref: str, fields: Mapping[str, str], published: str | None) -> Iterator[Capture | Problem]:
    """One record, or each of a list of records. A list is decoded record by record; what is wrong with one costs no other."""
    try:
        text = data.decode(json.detect_encoding(data), "surrogatepass")
    except ValueError as error:
        yield _bad_json(ref, error, data)
        return
    if text.lstrip()[:1] != "[":
        yield from _read_record(data, ref, fields, published)
        return
    has_some = False
    for item in list_items(text, limit=MAX_BYTES):
        has_some, place = True, f"{ref}#{item.n}"
        if item.error is not None:
            yield _bad_json(ref if item.is_last else place, item.error, data)
        elif item.size > MAX_BYTES:
            yield _too_large(place, "json", MAX_BYTES)
        else:
            yield from capture_record(item.value, ref=place, fields=fields, published=published)
    if not has_some:
        yield _no_records(ref)


def _read_record(
    data: bytes, ref: str, fields: Mapping[str, str], published: str | None
) -> Iterator[Capture | Problem]:
    """The one record, or, where there is one to a line, each of them."""
    try:
        if len(data) > MAX_BYTES:
            if not _is_json(data.partition(b"\n")[0]):
                yield _too_large(ref, "json", MAX_BYTES)
                return
        else:
            yield from capture_record(json.loads(data), ref=ref, fields=fields, published=published)
            return
    except (ValueError, RecursionError) as error:
        is_lines = isinstance(error, json.JSONDecodeError) and error.msg == "Extra data"
        if not is_lines or data.startswith(_UTF16_BOMS):
            yield _bad_json(ref, error, data)
            return
    yield from _read_lines(_Joined(b"", io.BytesIO(data)), ref, fields, published)


def _is_json(line: bytes) -> bool:
    """Whether a line alone is a value."""
    try:
        json.loads(line[: MAX_BYTES + 1])
    except (ValueError, RecursionError):
        return False
    return True


def _read_lines(
    lines: _Joined, ref: str, fields: Mapping[str, str], published: str | None
) -> Iterator[Capture | Problem]:
    """One record a line; a bad line is one problem and the next line is read."""
    n, count = 0, 0
    while line := lines.readline(MAX_BYTES + 1):
        n += 1
        place = f"{ref}#{n}"
        if len(line) > MAX_BYTES:
            lines.skip_line(line)
            count += 1
            yield _too_large(place, "jsonl", MAX_BYTES)
            continue
        line = line.removeprefix(b"\xef\xbb\xbf") if n == 1 else line
        if not line.strip():
            continue
        count += 1
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _bad_json(place, error, line, line=n)
            continue
        yield from capture_record(value, ref=place, fields=fields, published=published)
    if not count:
        yield _no_records(ref)


class _Joined:
    """A stream whose first bytes have been taken off already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._stream = stream

    def readline(self, limit: int) -> bytes:
        """The next line, at most `limit` bytes of it; b"" at the end."""
        line = self._head.readline(limit)
        if not line.endswith(b"\n") and len(line) < limit:
            line += self._stream.readline(limit - len(line))
        return line

    def skip_line(self, begun: bytes) -> None:
        """Reads on to the end of a line of which `begun` has been read."""
        while begun and not begun.endswith(b"\n"):
            begun = self.readline(_HEAD)


def _bad_json(ref: str, error: Exception, data: bytes, *, line: int = 0) -> Problem:
    if not data.strip():
        return _no_records(ref)
    place = f"line {line}: " if line else ""
    reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return Problem(
        code="json_not_valid",
        message=f"{place}not valid JSON: {reason[:200]}",
        hint="one JSON object, a list of objects, or (JSONL) one object a line, in UTF-8",
        ref=ref,
    )


def _no_records(ref: str) -> Problem:
    return Problem(code="empty", message="there are no records in it", hint="check that the export worked", ref=ref)


def _too_large(ref: str, found: str, limit: int) -> Problem:
    hint = (
        "give long lists as JSONL, one record a line, which is read piece by piece"
        if found == "json"
        else "split it into its documents, and give each as a file or a record"
    )
    return Problem(code="too_large", message=f"more than {limit:,} bytes in one {found} document", hint=hint, ref=ref)
