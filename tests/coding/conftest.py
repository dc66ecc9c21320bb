"""Reading a few sentences as memcon does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.coding import code
from memcon.domain.annotation import Annotation
from memcon.domain.reading import Reading
from memcon.knowledge import Knowledge


@pytest.fixture(scope="session")
def read(annotate: Callable[..., Annotation], knowledge: Knowledge) -> Callable[..., Reading]:
    """A function from a text and its publication date to its reading."""

    def run(text: str, published: str | None = "2024-05-15") -> Reading:
        return code(annotate(text, published), knowledge)

    return run
