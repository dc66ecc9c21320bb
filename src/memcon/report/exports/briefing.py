"""The brief of `memcon brief` as a file, in Markdown and in HTML; at its foot the state of the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from memcon.report.brief_pages import brief_html, brief_markdown
from memcon.report.exports.material import Material


def export_brief(material: Material) -> Iterator[bytes]:
    """In CommonMark."""
    assert material.brief is not None
    yield f"{brief_markdown(material.brief)}\n---\n\n{escape(_foot(material))}\n".encode()


def export_brief_html(material: Material) -> Iterator[bytes]:
    """As one page that loads nothing."""
    assert material.brief is not None
    foot = f"<footer>{escape(_foot(material))}</footer>\n</body></html>"
    yield brief_html(material.brief).replace("</body></html>", foot).encode()


def _foot(material: Material) -> str:
    edition = material.edition
    told = [f"{edition.program}, ledger {edition.version}"]
    told += [f"as of {edition.as_of}"] if edition.as_of else []
    told += [f"licence: {edition.licence}"] if edition.licence else []
    return "; ".join(told)
