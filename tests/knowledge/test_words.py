from __future__ import annotations

import pytest
from spacy.language import Language

from memcon.knowledge import Record, load, words_of
from memcon.knowledge.gazetteer import names_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("U.S. Forces Korea", ("U.S.", "Forces", "Korea")),
        ("U.S.-South Korea", ("U.S.", "-", "South", "Korea")),
        ("Guinea-Bissau", ("Guinea", "-", "Bissau")),
        ("People's Republic of China", ("People", "'s", "Republic", "of", "China")),
        ("King’s Place", ("King", "'s", "Place")),
        ("Robert C. O'Brien", ("Robert", "C.", "O'Brien")),
        ("St. Lucia", ("St.", "Lucia")),
        ("G-20", ("G-20",)),
        ("OPEC+", ("OPEC+",)),
        ("P5+1", ("P5", "+", "1")),
        ("Washington, D.C.", ("Washington", ",", "D.C.")),
    ],
)
def test_names_are_cut_as_running_text_is(name: str, words: tuple[str, ...]) -> None:
    """Hyphens between letters, possessives, abbreviations and initials are cut as the tokeniser cuts them."""
    assert words_of(name) == words


@pytest.mark.model
def test_shipped_names_are_cut_as_spacy_cuts_them(nlp: Language) -> None:
    """Nearly every name in the shipped packs has the same words in spaCy's tokenisation of a sentence."""
    book = load()
    records: tuple[Record, ...] = (
        *book.states,
        *book.organizations,
        *book.people,
        *book.channels,
        *book.processes,
        *book.places,
    )
    names = {name for record in records for name, _ in names_of(record)}
    different = [
        n
        for n in names
        if tuple(w.text for w in nlp.tokenizer(f"of {n.replace('’', chr(39))} was"))[1:-1] != words_of(n)
    ]

    assert len(names) > 5000
    assert sorted(different) == []
