"""The small registry of the link tests."""

from __future__ import annotations

import pytest
from link_documents import write_registry

from detente.lexicon.registry import Registry


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    return write_registry(tmp_path_factory.mktemp("registry"))
