"""`memcon brief`: what the ledger holds about one matter since a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from memcon.cli.options import as_of_option, ledger_option, recorded_option

if TYPE_CHECKING:
    from memcon.report.brief import Material


@click.command("brief")
@click.option("--about", required=True, metavar="NAME|ID|TOPIC", help="A person, body, state, channel or topic.")
@click.option("--since", required=True, metavar="DATE", help="From DATE on (2025-11-03, 2025-11 or 2025).")
@click.option(
    "--until", metavar="DATE", help="Up to DATE; what was published later is left out.  [default: --as-of, else today]"
)
@click.option(
    "--format", "form", type=click.Choice(["md", "html"]), default="md", show_default=True, help="Markdown or HTML."
)
@as_of_option
@recorded_option
@ledger_option
def brief_command(
    about: str,
    since: str,
    until: str | None,
    form: str,
    ledger: str | None,
    as_of: str | None,
    recorded: str | None,
) -> None:
    """Write a brief: latest, what changed, upcoming, for and against, commitments, processes, what is open; every sentence with its sources.

    A sentence says what a record says; [n] are the quotations at the foot.

    \b
    Examples:
      memcon brief --about "Security Consultative Meeting" --since 2025-09
      memcon brief --about transfer --since 2025 --as-of 2025-11-03 --format html > brief.html
    """
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.lists import near_hint
    from memcon.cli.terminal import print_text, tell
    from memcon.ledger.asked import window_of
    from memcon.lists import brief_material
    from memcon.report.brief import brief_of
    from memcon.report.brief_pages import brief_html, brief_markdown

    last = until or as_of or _today()
    window_of(since, last)
    point: dict[str, Any] = {"published": as_of or until, "recorded": recorded}
    with existing_ledger(ledger) as book:
        material: Material = brief_material(book, about, since=since, until=last, **point)
        written = brief_of(material)
        if not written.notes:
            hint = near_hint(book, about, "actor") or near_hint(book, about, "channel")
            tell(f"nothing is told of {about!r} in that time", hint or "an earlier --since, or fewer words, find more")
    print_text((brief_html if form == "html" else brief_markdown)(written).rstrip())


def _today() -> str:
    from memcon.store.ledger import utc_now

    return utc_now()[:10]
