"""Links, notes and emphasis in Markdown."""

from __future__ import annotations

import pytest

from memcon.domain.documents import Capture
from memcon.extract import extract
from memcon.extract.markdown_inline import LONGEST, without_inline_marks


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("The envoy of [Norway](/wiki/Norway) came.", "The envoy of Norway came."),
        ('[Tallinn](https://wiki.example/Tallinn_(city) "Tallinn (city)")', "Tallinn"),
        ("[a](<b c>) and [d](e 'f') and [g](h (i))", "a and d and g"),
        ("[two\nlines](/a)", "two\nlines"),
        ('met[[1]](#cite_note-1)[[2]](#cite_note-2) in Oslo.[3][14] Then[[edit](/e "Edit")]', "met in Oslo. Then"),
        (
            "signed.[citation needed] Then[note 2] they left.[^a]\n\n[^a]: A note.",
            "signed. Then they left.\n\n A note.",
        ),
        (
            '[Eero Salo][salo] and [Salo][] and [salo] met.\n\n[salo]: /wiki/Salo "Eero"\n',
            "Eero Salo and Salo and salo met.\n\n",
        ),
        ("[[Ada Lind|Minister Lind]] met [[Mari Tamm]].", "Minister Lind met Mari Tamm."),
        ("[![Flag](/flag.png)](/wiki/File:Flag.png)Norway ![x](y.png)and Peru", "Norway and Peru"),
        ("<https://gov.example/a> said", "https://gov.example/a said"),
        ("The **envoy** of *Norway* met __his__ _host_ ***today***.", "The envoy of Norway met his host today."),
        ("Oslo<sup>[1]</sup><br/>and <b class='x'>Lima</b><!-- a\nb -->.", "Oslo and Lima."),
        ("[a **b**](c)", "a b"),
    ],
)
def test_marks_leave_what_is_read(source: str, read: str) -> None:
    """What a reader of the page sees."""
    assert read == without_inline_marks(source)


@pytest.mark.parametrize(
    "source",
    [
        'He said: "[T]he talks went well, [they] said"',
        "[text] (no link) and [x][y] and [1] of them",
        "2 * 3 * 4 and snake_case_name and a * b * c",
        "\\[Norway\\](no link)",
        "```\n[a](b) **c**\n```",
        "* an entry\n* another",
        "x < y and y > z",
        "<!-- has no end",
        "[" * 50,
    ],
)
def test_what_is_no_mark_stays(source: str) -> None:
    """Brackets of editors, figures, names of code, lists."""
    assert source == without_inline_marks(source)


def test_an_article_of_an_encyclopedia_is_read_as_its_words() -> None:
    """Headings without their links for editors, and blocks that stand where their words are."""
    source = """# Harbour accord

The **Harbour accord** is an agreement between [Norway](/wiki/Norway) and [Finland](/wiki/Finland), signed in [Tallinn](/wiki/Tallinn).[[1]](#cite-1)

## History[[edit](/w/index.php?action=edit "Edit")]

The [Norwegian](/wiki/Norway) foreign minister met the [Finnish](/wiki/Finland) foreign minister in Oslo on 4 May 2030.
"""
    document, _ = extract(Capture(ref="r", data=source.encode(), media_type="text/markdown"))

    assert document is not None
    assert ["Harbour accord", "History"] == [
        b.span.of(document.text) for b in document.blocks if b.kind in ("title", "heading")
    ]
    assert "between Norway and Finland, signed in Tallinn.\n" in document.text
    assert "The Norwegian foreign minister met the Finnish foreign minister" in document.text


@pytest.mark.parametrize("mark", ["[", "[a](", "[[", "**a ", "<!--", "[![a](b)", "[a]: ", "<sup>"])
def test_hostile_marks_take_no_time(mark: str) -> None:
    """Marks that are opened and never closed; a text too long to be a document is left as it is."""
    assert len(without_inline_marks(mark * (20_000 // len(mark)))) <= 20_000
    assert mark * LONGEST == without_inline_marks(mark * LONGEST)
