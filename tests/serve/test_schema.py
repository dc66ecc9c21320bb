"""`/api/v1` asked with whatever its description allows and forbids: it answers as it says, and never with an error of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.serve.conftest import connect_to

pytestmark = [pytest.mark.model, pytest.mark.slow]

HERE = {"host": "127.0.0.1:8765"}
EACH = 10
"""Questions drawn for each operation."""


def test_every_operation_answers_as_the_description_says(ledger: Path, reader: Any) -> None:
    """Status, content type and schema of what is drawn from the description, right and wrong."""
    import schemathesis
    from schemathesis.checks import not_a_server_error
    from schemathesis.core.result import Ok
    from schemathesis.specs.openapi import checks

    wanted = [
        not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
    ]
    with connect_to(ledger, reader, per_second=1e9) as client:
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app, headers=HERE)
        tried = 0
        for result in schema.get_all_operations():
            assert isinstance(result, Ok)
            operation = result.ok()
            tried += 1

            @settings(
                max_examples=EACH,
                deadline=None,
                derandomize=True,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(case=operation.as_strategy())
            def answers(case: Any) -> None:
                case.call_and_validate(checks=wanted, headers=HERE)

            answers()
    assert tried > 20
