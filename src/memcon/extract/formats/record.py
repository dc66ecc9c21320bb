"""One record of a JSON input: its text as given, with what stands beside it. How JSON is parted into records is told in `memcon.acquire`."""

from __future__ import annotations

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.extract.characters import replace_surrogates
from memcon.extract.content import Content, ContentFormat


def read(capture: Capture) -> Content:
    text = capture.stated.get("text")
    if text is None:
        problem = Problem(
            code="text_missing",
            message="the record has no text",
            hint="the text is looked for under 'text'; name another field with --map text=FIELD",
            ref=capture.ref,
        )
        return Content(text=None, problems=(problem,))
    text, problems = replace_surrogates(text, ref=capture.ref)
    return Content(text=text, stated=capture.stated, problems=problems)


FORMAT = ContentFormat(name="record", media_type="application/json", read=read)
