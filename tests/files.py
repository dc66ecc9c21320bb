"""Files of the kinds that memcon reads, made by hand or by the libraries that write them, for tests."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from functools import cache
from typing import Any

SAID = "The Norwegian foreign minister met the Finnish foreign minister in Oslo on Monday."
LATER = "The two sides agreed to meet again in May, the Norwegian ministry said in a statement."


def page(title: str, *paragraphs: str, head: str = "") -> str:
    """A page of an article."""
    body = "".join(f"<p>{each}</p>" for each in paragraphs or (SAID, LATER))
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def zipped(files: Mapping[str, bytes | str], *, packing: int = zipfile.ZIP_DEFLATED, level: int | None = None) -> bytes:
    """A zip file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing, compresslevel=level) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


@cache
def bomb(times: int = 1) -> bytes:
    """Fifty million zeros, packed so many times by gzip; by zlib at none."""
    if not times:
        return zlib.compress(bytes(50_000_000))
    return gzip.compress(bytes(50_000_000) if times == 1 else bomb(times - 1))


def pdf(*pages: Sequence[str], info: str = "", is_cut: bool = False) -> bytes:
    """A PDF with the lines of each page in one column."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
    ]
    for n, lines in enumerate(pages):
        drawn = "BT /F1 11 Tf 60 760 Td 14 TL " + " ".join(f"({_escaped(line)}) Tj T*" for line in lines) + " ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{value}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out if is_cut else out + end.encode()


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def word(*paragraphs: tuple[str, str], rows: Sequence[Sequence[str]] = (), **properties: Any) -> bytes:
    """A Word document of paragraphs, each with the name of its style, and a table."""
    import docx

    document = docx.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def letter(
    text: str | None,
    *,
    html: str | None = None,
    sender: str = "Press Office <press@mfa.example>",
    files: Sequence[tuple[str, str, bytes]] = (),
    **head: str,
) -> bytes:
    """A letter with its text in one or two forms, and attachments as (name, media type, bytes)."""
    message = EmailMessage()
    for name, value in (
        {
            "from": sender,
            "subject": "Ministers meet in Oslo",
            "date": "Tue, 4 Nov 2025 17:30:00 +0100",
        }
        | head
    ).items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html") if text is not None else message.set_content(html, subtype="html")
    for name, media_type, data in files:
        kind, _, subtype = media_type.partition("/")
        message.add_attachment(data, maintype=kind, subtype=subtype, filename=name)
    return message.as_bytes()


def warc(*records: tuple[str, str, bytes], is_packed: bool = True, status: str = "200 OK", **headers: str) -> bytes:
    """A web archive of answers as (address, media type, body)."""
    parts = [_record("warcinfo", "a.warc", "application/warc-fields", b"software: test\r\n")]
    for address, media_type, body in records:
        told = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{told}\r\n".encode() + body
        parts.append(_record("response", address, "application/http; msgtype=response", answer))
    return b"".join(gzip.compress(part) if is_packed else part for part in parts)


def _record(kind: str, address: str, media_type: str, block: bytes) -> bytes:
    """A record of a web archive."""
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-11-05T10:00:00Z\r\nContent-Type: {media_type}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def book(chapters: Mapping[str, str], *, metadata: str = "", items: str = "") -> bytes:
    """An EPUB."""
    manifest = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>
    <manifest>{manifest}{items}</manifest><spine>{spine}</spine></package>"""
    container = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/book.opf": package}
    return zipped(files | {f"OEBPS/{name}": text for name, text in chapters.items()})
