"""The description of the API: whole, taught by examples, and true of what is answered."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from api_asking import API
from api_examples import EXAMPLES, answers
from hypothesis import HealthCheck, given, settings
from jsonschema_rs import validator_for
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema
from served import served
from starlette.testclient import TestClient

from detente.ledger.filter_words import fields_of, outer
from detente.ledger.topics import TOPICS
from detente.serve import app

NAMES = sorted({*json.loads(EXAMPLES.read_text("utf-8")), "codebook"})
# These take nothing that could be wrong.
ALWAYS = frozenset(("codebook", "version"))
CASES = [
    (name, mode)
    for name in NAMES
    for mode in GenerationMode
    if not (name in ALWAYS and mode.is_negative)
]
REFUSALS = {"expected-statuses": [400, 404, 405, 406, 413, 414, 415, 422]}
CONFIG = schemathesis.Config.from_dict({"checks": {"negative_data_rejection": REFUSALS}})


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    client = TestClient(app(tmp_path_factory.mktemp("none") / "ledger"), "http://127.0.0.1")
    found: dict[str, Any] = client.get(f"{API}/openapi.json").json()
    return found


def operations(description: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The operations by their names."""
    found = [item for methods in description["paths"].values() for item in methods.values()]
    named = {item["operationId"]: item for item in found}
    assert len(named) == len(found)
    return named


def test_everything_is_told_and_shown(description: dict[str, Any]) -> None:
    for name, operation in operations(description).items():
        assert operation["summary"], name
        assert operation["description"], name
        assert operation["tags"], name
        for parameter in operation.get("parameters", []):
            assert parameter["description"].strip(), (name, parameter["name"])
            schema = parameter["schema"]
            is_shown = "examples" in schema or "enum" in str(schema) or "$ref" in str(schema)
            is_told = parameter["name"] in {"cursor", "format"} or "default" in schema
            assert is_shown or is_told, (name, parameter["name"])
    assert "securitySchemes" in description["components"]


def test_every_list_takes_the_filters_of_its_command(description: dict[str, Any]) -> None:
    for topic in TOPICS:
        parameters = operations(description)[f"list_{topic}"]["parameters"]
        names = {parameter["name"] for parameter in parameters}
        own = {"limit", "cursor", "format", "version", "at", "order"}
        assert names == {*map(outer, fields_of(topic)), *own}


def test_what_cannot_be_answered_is_described_as_a_problem(description: dict[str, Any]) -> None:
    for operation in operations(description).values():
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"]
            elif status in {"200", "201"}:
                assert "application/json" in answer["content"]


def test_the_examples_are_what_is_answered(description: dict[str, Any], tmp_path: Path) -> None:
    kept = json.loads(EXAMPLES.read_text("utf-8"))
    assert answers(tmp_path) == kept, "python tests/serve/api_examples.py writes them anew"
    named = operations(description)
    assert kept.keys() | {"codebook"} == named.keys()
    for name, shown in kept.items():
        (status,) = {"200", "201"} & named[name]["responses"].keys()
        content = named[name]["responses"][status]["content"]["application/json"]
        (example,) = content["examples"].values()
        assert example["value"] == shown["answer"]
        schema = {**content["schema"], "components": description["components"]}
        validator_for(schema).validate(shown["answer"])


@pytest.fixture(scope="module")
def described(
    sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenApiSchema]:
    """The description of the API of the sample reports, which may be corrected."""
    folder = tmp_path_factory.mktemp("described") / "ledger"
    with served(Path(shutil.copytree(sample_ledger, folder))) as site:
        yield schemathesis.openapi.from_url(f"{site.address}{API}/openapi.json", config=CONFIG)


@pytest.mark.model
@pytest.mark.parametrize(("name", "mode"), CASES)
def test_whatever_is_asked_is_answered_as_described(
    described: OpenApiSchema, name: str, mode: GenerationMode
) -> None:
    operation = described.find_operation_by_id(name)

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    def ask(case: Case[Any]) -> None:
        # What is well formed can still be no code of the codebook.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()
