"""Makes the reader and opens the inputs that a command's options ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.cli.options import field_mapping
from memcon.domain.readers import OWN

if TYPE_CHECKING:
    from memcon.domain.documents import Capture
    from memcon.domain.problems import Problem
    from memcon.ingest import Reader
    from memcon.readers import Together


@dataclass(slots=True, kw_only=True)
class Inputs:
    """The captures of the inputs named, and how far they have been consumed, in bytes. `total` is None when it can't be told."""

    names: Sequence[str]
    published: str | None = None
    mapping: tuple[str, ...] = ()
    follows_links: bool = False
    consumed: int = field(default=0, init=False)

    @property
    def total(self) -> int | None:
        """The bytes of all files named; None with standard input among them."""
        return None if "-" in self.names else sum(_size(name) for name in self.names)

    def captures(self) -> Iterator[Capture | Problem]:
        """Each document's capture, or the problem that keeps it out."""
        from memcon.acquire import acquire
        from memcon.domain.documents import Capture

        fields = field_mapping(self.mapping)
        given = acquire(
            self.names,
            stdin=sys.stdin.buffer,
            fields=fields,
            published=self.published,
            follows_links=self.follows_links,
        )
        for found in given:
            if isinstance(found, Capture):
                self.consumed += len(found.data)
            yield found


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
