"""Front matter: YAML within bounds, which makes text and nothing else."""

from __future__ import annotations

import pytest

from memcon.domain.documents import Capture
from memcon.extract import extract
from memcon.extract.front_matter import MAX_FRONT_MATTER, read_front_matter
from tests.seconds import within

BODY = "The envoys of Norway and Denmark met in Bergen on Tuesday, the ministry said.\n"


@pytest.mark.parametrize(
    ("matter", "stated"),
    [
        ('title: "Envoys: \\"we met\\""', {"title": 'Envoys: "we met"'}),
        ("title: 'The host''s word'", {"title": "The host's word"}),
        (
            "title: >-\n  Envoys meet\n  in Bergen\ndate: 2021-05-04",
            {"title": "Envoys meet in Bergen", "published": "2021-05-04"},
        ),
        ("title: |\n  Envoys meet\n  in Bergen", {"title": "Envoys meet in Bergen"}),
        ("title: Envoys meet # in Bergen", {"title": "Envoys meet"}),
        (
            "source_url: https://example.org/a\nmodified_time: 2021-05-05T07:00:00Z\nPub-Date: 2021-05-04",
            {"published": "2021-05-04", "updated": "2021-05-05T07:00:00Z", "url": "https://example.org/a"},
        ),
        (
            "author:\n  name: Ingrid Solberg\nkeywords: [herring, Bergen]",
            {"byline": "Ingrid Solberg", "tags": "herring; Bergen"},
        ),
        ("authors:\n- name: Ingrid Solberg\n- Pavel Novak", {"byline": "Ingrid Solberg; Pavel Novak"}),
        ("title: 2021\ndraft: yes\nnested: {a: {b: c}}", {"title": "2021"}),
        ("source: The Fjord Courier\npublisher: The Fjord Post", {"publisher": "The Fjord Post"}),
        ("# a comment\n\ntitle: Envoys meet", {"title": "Envoys meet"}),
    ],
)
def test_values_are_what_yaml_says(matter: str, stated: dict[str, str]) -> None:
    """Quoted, folded and escaped values are whole; known names go by the contract's."""
    front = read_front_matter(f"---\n{matter}\n---\n{BODY}", ref="x")

    assert front is not None
    assert (dict(front.stated), front.problem) == (stated, None)


@pytest.mark.parametrize(
    "text", ["---\nThe envoys met.\n---\n", "---\ntitle: no end\n", "title: x\n---\n", "---\n- a: b\n---\n", ""]
)
def test_rule_above_prose_is_no_front_matter(text: str) -> None:
    """Without an entry between two lines of hyphens there is none."""
    assert read_front_matter(text, ref="x") is None


LAUGHS = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *a]\n" for n in range(30))


@pytest.mark.parametrize(
    ("matter", "says", "title"),
    [
        ("title: Talks: day two", "it is no YAML: mapping values are not allowed here (line 2)", "Talks: day two"),
        ("title: [open", "it is no YAML: ", "[open"),
        ("title: &a Envoys\nmore: *a", "it has an anchor, on line 2", None),
        ("title: x\nmore: *a", "it has an alias, on line 3", None),
        ("title: !!python/object/apply:os.system [ls]", "it has a tag, on line 2", None),
        ("title: x\nmore: !env HOME", "it has a tag, on line 3", None),
        (LAUGHS, "it has an anchor, on line 2", None),
        ("title: x\nmore: " + "[" * 10_000, "it has more than 20 levels, on line 3", None),
        ("title: x\n? [a, b]\n: c", "it is no YAML: found unhashable key (line 3)", "x"),
    ],
)
def test_what_is_not_read_is_a_problem(matter: str, says: str, title: str | None) -> None:
    """The text is read all the same; what could grow or act is not even looked at."""
    text = f"---\n{matter}\n---\n{BODY}"
    front = read_front_matter(text, ref="x")
    document, problems = extract(Capture(ref="x", data=text.encode(), media_type="text/markdown"))

    assert front is not None
    assert front.problem is not None
    assert front.problem.message.startswith(f"the front matter was not read as YAML: {says}")
    assert front.stated.get("title") == title
    assert [(p.code, p.is_fatal) for p in problems] == [("front_matter_not_readable", False)]
    assert document is not None
    assert [b.span.of(text).strip() for b in document.blocks if b.kind == "body"] == [BODY.strip()]


def test_ten_megabytes_of_anchors_cost_nothing() -> None:
    """Front matter beyond its bound is left out unread."""
    matter = "".join(f"k{n}: &k{n} [x, x, x]\n" for n in range(450_000))
    text = f"---\n{matter}---\n{BODY}"
    document, problems = within(2, lambda: extract(Capture(ref="x", data=text.encode(), media_type="text/markdown")))

    assert len(text) > 9_000_000 > MAX_FRONT_MATTER
    assert [p.code for p in problems] == ["front_matter_not_readable"]
    assert document is not None
    assert document.text == BODY
