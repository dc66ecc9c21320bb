"""`memcon doctor`: does everything that memcon needs stand where it should?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from memcon.cli.options import json_option, ledger_option

if TYPE_CHECKING:
    from memcon.settings import Settings

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found; `hint` says what to do when it is not `is_ok`."""

    name: str
    is_ok: bool
    detail: str
    hint: str = ""


@click.command("doctor")
@click.option("--deep", "is_deep", is_flag=True, help="Look the whole ledger through too, as memcon db check does.")
@ledger_option
@json_option
@click.pass_context
def doctor_command(context: click.Context, is_deep: bool, ledger: str | None, as_json: bool) -> None:
    """Check that memcon can work here: Python, settings, language model, tables, packs, statement model, readers, ledger, samples.

    Ends with code 2 when something is missing.
    """
    from memcon.cli.terminal import print_json, print_lines
    from memcon.report.contract import Page, record_json
    from memcon.report.layout import Piece, line

    is_well = True
    for finding in findings(ledger, is_deep=is_deep):
        is_well = is_well and finding.is_ok
        if as_json:
            print_json(record_json(finding, Page()))
            continue
        mark = Piece("ok", "done") if finding.is_ok else Piece("no", "off")
        print_lines([line(Piece(finding.name.ljust(12), "strong"), finding.detail, margin=mark, indent=4)])
        if finding.hint and not finding.is_ok:
            print_lines([line(Piece(finding.hint, "faint"), indent=16)])
    context.exit(0 if is_well else 2)


def findings(ledger: str | None, *, is_deep: bool = False) -> list[Finding]:
    """Runs every check; one that fails becomes a finding and does not stop the others."""
    from memcon.errors import MemconError
    from memcon.settings import load_settings

    found = [_python()]
    try:
        settings = load_settings(**({"ledger": ledger} if ledger else {}))
    except MemconError as error:
        return [*found, Finding(name="settings", is_ok=False, detail=str(error), hint=error.hint)]
    for name, check in {**CHECKS, **(DEEP if is_deep else {})}.items():
        try:
            found.append(Finding(name=name, is_ok=True, detail=check(settings)))
        except MemconError as error:
            found.append(Finding(name=name, is_ok=False, detail=str(error), hint=error.hint))
        except Exception as error:
            # A doctor that falls ill itself is of no use: whatever a check raises is its finding.
            detail = f"{type(error).__name__}: {error}"
            found.append(Finding(name=name, is_ok=False, detail=detail, hint="install memcon again"))
    return found


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding(
        name="python",
        is_ok=sys.version_info[:2] >= OLDEST_PYTHON,
        detail=f"{version} at {sys.executable}",
        hint="memcon needs Python 3.11 or later",
    )


def _settings(settings: Settings) -> str:
    from memcon.settings import config_file

    path = config_file()
    return f"{path}" if path.is_file() else f"none of your own; they would be in {path}"


def _language(settings: Settings) -> str:
    from memcon.annotate.nlp import DEFAULT_MODEL, load_pipeline

    name = settings.spacy_model or DEFAULT_MODEL
    pipeline = load_pipeline(name)
    return f"{name} {pipeline.meta['version']}"


def _tables(settings: Settings) -> str:
    from memcon.annotate.factuality.lexicon import load_lexicon
    from memcon.codebook import load_codebook
    from memcon.lexicon import classes

    load_lexicon()
    book, words = load_codebook(), classes()
    return f"{len(book.kinds)} kinds of event, {len(book.statuses.entries)} statuses, {len(words)} classes of words"


def _packs(settings: Settings) -> str:
    from memcon.knowledge import load

    knowledge = load(settings.packs, settings.pack_folders)
    return ", ".join(f"{name} {version}" for name, version in knowledge.packs)


def _statements(settings: Settings) -> str:
    from memcon.annotate.attributions import load_tagger
    from memcon.annotate.encoder import load_encoder
    from memcon.errors import UsageError

    if settings.attribution == "rules":
        return "found by rules, as the settings say"
    try:
        load_tagger()
        load_encoder()
    except UsageError:
        return "found by rules; this installation has no learned model"
    return "found by the learned model"


def _readers(settings: Settings) -> str:
    """Nobody is asked: an endpoint may cost, and a plugin is loaded when it is asked for."""
    from memcon.endpoint import checked_address
    from memcon.plugins import GROUPS, find_plugins

    others = sum(len(find_plugins(group)) for group in GROUPS)
    plugins = f"; {others} plugins, see memcon plugins" if others else ""
    if not settings.llm_address or not settings.llm_model:
        return f"memcon's own; no language model is named{plugins}"
    address = checked_address(settings.llm_address, has_key=settings.llm_key is not None)
    return f"memcon's own, and llm: {settings.llm_model} at {address}{plugins}"


def _ledger(settings: Settings) -> str:
    from pathlib import Path

    from memcon.cli.ledgers import shown_place
    from memcon.store.ledger import LedgerStore

    place = settings.ledger
    if "://" not in place and not Path(place).expanduser().exists():
        return f"none yet; memcon add makes it at {shown_place(place)}"
    ledger = LedgerStore.open(place, create=False, is_read_only=True)
    try:
        counts = ledger.counts()
    finally:
        ledger.close()
    return f"{shown_place(place)}: {counts['documents']} documents, {counts['entries']} entries, {counts['problems']} problems"


def _whole_ledger(settings: Settings) -> str:
    """Raises `LedgerError` with the first of what is wrong."""
    from pathlib import Path

    from memcon.errors import LedgerError
    from memcon.store.ledger import LedgerStore

    place = settings.ledger
    if "://" not in place and not Path(place).expanduser().exists():
        return "there is none yet"
    ledger = LedgerStore.open(place, create=False, is_read_only=True)
    try:
        wrong = ledger.check()
    finally:
        ledger.close()
    if wrong:
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise LedgerError(f"{wrong[0]}{more}", hint="memcon db check tells all; go back to a copy")
    return "sound: texts, entries, quotations and index agree"


def _samples(settings: Settings) -> str:
    from memcon.cli.demo import sample_folder

    folder = sample_folder()
    return f"{sum(1 for path in folder.iterdir() if path.is_file())} files in {folder}"


CHECKS: dict[str, Callable[[Settings], str]] = {
    "settings": _settings,
    "language": _language,
    "tables": _tables,
    "packs": _packs,
    "statements": _statements,
    "readers": _readers,
    "ledger": _ledger,
    "samples": _samples,
}
"""Each check says what it found, or raises what is wrong."""

DEEP: dict[str, Callable[[Settings], str]] = {"whole ledger": _whole_ledger}
"""Checks that take long on a large ledger."""
