"""The files that an input names: itself, or those in the folder, in sorted order. Links out of a folder are followed only where that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from memcon.acquire.refs import ref_of
from memcon.domain.problems import Problem

ON_LINKS = "--follow-links reads what links point to"


def walk(given: str, *, follows_links: bool = False) -> Iterator[str | Problem]:
    """The paths of the files that `given` names, or the problem with it.

    A link that the caller names is followed, as anybody would expect. One that stands in a folder may have been put there by somebody else: it is followed where it points into the
    same folder, and elsewhere only where it `follows_links`; else a problem says so.
    """
    path = Path(given)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError):  # a name that no file can have
        is_folder = exists = False
    if not exists:
        yield Problem(
            code="input_not_found",
            message=f"there is no file or folder {given!r}",
            hint="check the spelling, and the folder that the command runs in",
            ref=ref_of(given),
        )
    elif not is_folder:
        yield given
    else:
        yield from _walk_folder(given, follows_links)


def _walk_folder(given: str, follows_links: bool) -> Iterator[str | Problem]:
    failed: list[Problem] = []
    is_empty, seen, root = True, set[str](), os.path.realpath(given)
    steps = os.walk(given, onerror=lambda e: failed.append(unreadable(str(e.filename), e)), followlinks=follows_links)
    for folder, folders, files in steps:
        shown, left_out = [], []
        for name in sorted(f for f in folders if not f.startswith(".")):
            path = os.path.join(folder, name)
            real = os.path.realpath(path)
            if os.path.islink(path) and not follows_links:
                # What a link into the folder points to is walked where it stands.
                left_out += [] if _is_within(real, root) else [_link_skipped(path)]
            elif real not in seen:  # a link to a folder above would be walked for ever
                seen.add(real)
                shown.append(name)
        folders[:] = shown
        yield from left_out
        for file in sorted(f for f in files if not f.startswith(".")):
            is_empty = False
            path = os.path.join(folder, file)
            is_kept_out = os.path.islink(path) and not follows_links and not _is_within(os.path.realpath(path), root)
            yield _link_skipped(path) if is_kept_out else path
    yield from failed
    if is_empty and not failed:
        yield Problem(
            code="folder_empty",
            message=f"the folder {given!r} holds no files",
            hint="files whose name begins with a full stop are skipped",
            ref=ref_of(given),
            is_fatal=False,
        )


def unreadable(path: str, error: OSError) -> Problem:
    return Problem(
        code="input_not_readable",
        message=f"{path!r} can't be read: {error.strerror or error}",
        hint="check that the file is still there and that you may read it",
        ref=ref_of(path),
    )


def _is_within(real: str, root: str) -> bool:
    return os.path.commonpath([real, root]) == root


def _link_skipped(path: str) -> Problem:
    return Problem(
        code="link_skipped",
        message=f"{path!r} is a link out of the folder",
        hint=ON_LINKS,
        ref=ref_of(path),
        is_fatal=False,
    )
