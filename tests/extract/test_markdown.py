"""Markdown's markup."""

from __future__ import annotations

from memcon.extract.markdown import read_markup

TEXT = """---
title: "Envoys meet"
date: 2021-05-04
mood: calm
---
# Envoys Meet in Bergen #

The envoys met.

![a hall](hall.png)

## What Comes Next

```
# not a heading
```
"""


def test_headings_pictures_and_front_matter() -> None:
    """The first heading of the first level is the title."""
    markup = read_markup(TEXT, ref="x")

    assert [(b.kind, b.span.of(TEXT)) for b in markup.blocks[1:]] == [
        ("title", "Envoys Meet in Bergen"),
        ("boilerplate", "![a hall](hall.png)"),
        ("heading", "What Comes Next"),
    ]
    assert markup.blocks[0].span.of(TEXT).startswith("---\ntitle")
    assert dict(markup.stated) == {"title": "Envoys meet", "published": "2021-05-04"}


def test_plain_text_has_no_markup() -> None:
    """A rule is no front matter."""
    assert read_markup("---\nThe envoys met.\n---\n", ref="x").blocks == ()
    assert read_markup("#herring is a tag", ref="x").blocks == ()


def test_marks_of_markup_are_no_part_of_the_text() -> None:
    """Backslashes before marks and at the end of lines go, and blanks before a line break; the blocks stand in what is left."""
    markup = read_markup(
        "---\ntitle: A\n---\n# Envoys\\-at\\-large\n\nThe U\\.S\\. envoy met\\\nhis host  \nin C:\\temp.\n", ref="x"
    )

    assert markup.text == "---\ntitle: A\n---\n# Envoys-at-large\n\nThe U.S. envoy met\nhis host\nin C:\\temp.\n"
    assert [(b.kind, b.span.of(markup.text)) for b in markup.blocks] == [
        ("boilerplate", "---\ntitle: A\n---"),
        ("title", "Envoys-at-large"),
    ]
