"""Classes whose words stand under marks: `by = { "GOV royal" = "king queen" }` says of each word all that it can do, parted by blanks."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.lexicon.tables import classes


def marks_of(name: str, language: str = "en") -> Mapping[str, tuple[str, ...]]:
    """The marks under which each word of the class `name` stands; a word that stands under none is left out."""
    return {word: tuple(str(value).split()) for word, value in classes(language)[name].values.items()}


def marked(name: str, mark: str, language: str = "en") -> frozenset[str]:
    """The words of the class `name` that stand under `mark`."""
    return frozenset(word for word, marks in marks_of(name, language).items() if mark in marks)


def sectors(name: str, language: str = "en") -> Mapping[str, str]:
    """The PLOVER sector of each word of the class `name`: its mark in capitals, "" where the word does not tell."""
    return {
        word: next((mark for mark in marks if mark.isupper()), "") for word, marks in marks_of(name, language).items()
    }
