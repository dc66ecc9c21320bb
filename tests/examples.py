"""How many examples a property is tried on: an eighth of them in the fast tests, all of them in `make slow`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

_SHARE = 1 if os.environ.get("MEMCON_TEST_EXAMPLES") == "all" else 8


def drawn(examples: int) -> Callable[[Callable[..., None]], Any]:
    """Tries a property on so many examples with all of them asked for, on at least five otherwise, however slow the machine is."""
    tried = settings(max_examples=max(5, examples // _SHARE), deadline=None, suppress_health_check=list(HealthCheck))
    return lambda test: pytest.mark.drawn(tried(test))
