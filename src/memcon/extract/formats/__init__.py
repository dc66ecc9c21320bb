"""The formats that documents come in, one module each. To add one, write its module and name it here (docs/how-to/add-a-source.md)."""

from memcon.extract.formats import docx, html, markdown, pdf, record, text

FORMATS = (
    text.FORMAT,
    markdown.FORMAT,
    html.FORMAT,
    pdf.FORMAT,
    docx.FORMAT,
    record.FORMAT,
)
