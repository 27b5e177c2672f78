"""The API keeps what its OpenAPI promises, whatever it is sent."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from served import Served

pytestmark = pytest.mark.model
_EACH, _FEWEST = 10, 15


def test_every_operation_keeps_its_promise(own_site: Served) -> None:
    schema = schemathesis.openapi.from_url(f"{own_site.address}/api/v1/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) >= _FEWEST
    for operation in operations:
        _try(operation)


def _try(operation: schemathesis.APIOperation[Any, Any, Any, Any]) -> None:
    @settings(
        max_examples=_EACH,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def tried(case: schemathesis.Case[Any]) -> None:
        # A code that fits the schema may still be no party's.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    tried()
