"""The pages that adding is measured on."""

from __future__ import annotations

from eval.pages import Step, pages, steps
from memcon.domain.documents import Capture
from memcon.extract import extract


def test_pages_are_articles_and_no_two_alike() -> None:
    """Each has its day and its outlet; what stands around the article is no part of its text."""
    found = [extract(Capture(ref="r", data=page.encode(), media_type="text/html"))[0] for page in pages(17)]
    documents = [document for document in found if document is not None]

    assert 17 == len({document.text for document in documents})
    assert ["2015-01-01", "2015-01-17"] == [documents[0].published, documents[-1].published]
    assert {"Meridian Courier"} == {document.publisher for document in documents}
    assert not any(
        word in document.text for document in documents for word in ("reader1", "Story number", "measurement")
    )


def test_steps_are_tenths() -> None:
    """Whatever the number of pages."""
    told = list(steps(range(20), 20))

    assert [2 * n for n in range(1, 11)] == [step.pages for step in told]
    assert isinstance(told[0], Step)
    assert told[-1].seconds >= told[0].seconds
    assert told[-1].memory > 1
