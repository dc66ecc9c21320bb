"""Plain text: the document's text is the text as given."""

from __future__ import annotations

from memcon.domain.documents import Capture
from memcon.extract.content import Content, ContentFormat
from memcon.extract.decode import decode


def read(capture: Capture) -> Content:
    decoded = decode(capture.data, ref=capture.ref, is_html=False, charset=capture.stated.get("charset"))
    if decoded.text is None:
        return Content(text=None, problems=decoded.problems)
    return Content(text=decoded.text, stated={**capture.announced, **capture.stated}, problems=decoded.problems)


FORMAT = ContentFormat(name="text", media_type="text/plain", suffixes=(".txt", ".text"), read=read)
