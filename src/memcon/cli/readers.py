"""Makes the reader and opens the inputs that a command's options ask for."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.cli.options import field_mapping
from memcon.domain.readers import OWN

if TYPE_CHECKING:
    from memcon.acquire.http import Fetcher
    from memcon.acquire.http.pages import Memory
    from memcon.domain.documents import Capture
    from memcon.domain.problems import Problem
    from memcon.ingest import Reader
    from memcon.readers import Together


@dataclass(slots=True, kw_only=True)
class Inputs:
    """The captures of the inputs named, and how far they have been consumed, in bytes. `total` is None when it can't be told. Pages are fetched as far as
    `allows_private` lets, and what was fetched is remembered in `memory`."""

    names: Sequence[str]
    published: str | None = None
    mapping: tuple[str, ...] = ()
    follows_links: bool = False
    allows_private: bool = False
    memory: Memory | None = None
    consumed: int = field(default=0, init=False)

    @property
    def total(self) -> int | None:
        """The bytes of all files named; None with standard input, an address or a source of another package among them."""
        from memcon.acquire.refs import is_address
        from memcon.acquire.sources import source_named

        if any(name == "-" or is_address(name) or source_named(name) for name in self.names):
            return None
        return sum(_size(name) for name in self.names)

    def captures(self) -> Iterator[Capture | Problem]:
        """Each document's capture, or the problem that keeps it out."""
        from memcon.acquire import acquire
        from memcon.acquire.coming import came
        from memcon.acquire.web import Web
        from memcon.domain.documents import Capture
        from memcon.store.ledger import utc_now

        fields = field_mapping(self.mapping)
        make = partial(make_fetcher, allows_private=self.allows_private)
        with Web(make, now=utc_now, memory=self.memory, fields=fields, published=self.published) as web:
            given = acquire(
                self.names,
                stdin=sys.stdin.buffer,
                fields=fields,
                published=self.published,
                follows_links=self.follows_links,
                fetch=web,
            )
            for found in came(given, utc_now):
                if isinstance(found, Capture):
                    self.consumed += len(found.data)
                yield found


def make_fetcher(*, allows_private: bool) -> Fetcher:
    """A client by the settings."""
    from memcon.acquire.http import Fetcher
    from memcon.settings import load_settings

    settings = load_settings()
    return Fetcher(allows_private=allows_private, contact=settings.contact, pace=settings.pace)


def with_listed(inputs: Sequence[str], lists: Sequence[str]) -> tuple[str, ...]:
    """The inputs, and the addresses that the files `lists` name, one a line; what stands behind # is a remark. Raises `UsageError` for a list that can't be read, or
    where a line is no address."""
    from memcon.acquire.refs import is_address
    from memcon.errors import UsageError

    found = list(inputs)
    for name in lists:
        try:
            text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"can't read the list {name!r}: {getattr(error, 'strerror', None) or error}") from error
        for n, line in enumerate(text.splitlines(), 1):
            address = re.sub(r"(?:^|\s)#.*", "", line).strip()
            if address and not is_address(address):
                raise UsageError(
                    f"{name}, line {n}: no web address: {address[:100]!r}", hint="one address a line, with its https://"
                )
            found += [address] if address else []
    if not found:
        raise UsageError("there is nothing to read", hint="name files or addresses, or a list of addresses")
    return tuple(dict.fromkeys(found))


def make_reader(
    packs: Sequence[str] = (),
    without_packs: Sequence[str] = (),
    pack_folders: Sequence[str] = (),
    attribution: str | None = None,
    events: str | None = None,
    plover: str | None = None,
    has_reasons: bool = False,
    others: Sequence[str] = (),
) -> Reader | Together:
    """A reader by the settings, changed by what the command was given, with `others` beside it. Raises `UsageError` for a pack to do without that is not in use, and for a
    reader that there is not."""
    from memcon.errors import UsageError
    from memcon.ingest import Reader
    from memcon.settings import load_settings

    given = {"attribution": attribution, "events": events, "plover": plover}
    settings = load_settings(**{name: value for name, value in given.items() if value})
    used = list(dict.fromkeys([*settings.packs, *packs]))
    unknown = [name for name in without_packs if name not in used]
    if unknown:
        raise UsageError(f"no pack {unknown[0]!r} is in use", hint=f"in use: {', '.join(used)}")
    own = Reader(
        packs=tuple(name for name in used if name not in without_packs),
        pack_folders=(*settings.pack_folders, *(Path(folder) for folder in pack_folders)),
        spacy_model=settings.spacy_model,
        attribution=settings.attribution,
        events=settings.events,
        plover=settings.plover,
        has_reasons=has_reasons,
    )
    wanted = [name for name in dict.fromkeys(others) if name != OWN]
    if not wanted:
        return own
    from memcon.readers import Together, make_other

    return Together(own, [make_other(name, settings) for name in wanted])


def tell_costs(reader: object) -> None:
    """Says on standard error what other readers have cost, where they count it."""
    from memcon.cli.terminal import tell

    for other in getattr(reader, "others", ()):
        summary = getattr(other, "summary", None)
        if callable(summary) and (told := summary()):
            tell(str(told))


def _size(name: str) -> int:
    """Bytes of a file, or of all files in a folder; what can't be seen counts nothing."""
    if not os.path.isdir(name):
        return os.path.getsize(name) if os.path.isfile(name) else 0
    paths = (os.path.join(folder, file) for folder, _, files in os.walk(name) for file in files)
    return sum(os.path.getsize(path) for path in paths if os.path.isfile(path))
