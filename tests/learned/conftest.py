"""The network that ships, for the tests that need it."""

from __future__ import annotations

import pytest

from detente.learned import Judge, Network, default_network
from detente.lexicon import default_lexicon


@pytest.fixture(scope="session")
def network() -> Network:
    return default_network()


@pytest.fixture(scope="session")
def judge(network: Network) -> Judge:
    return Judge(network, default_lexicon().speech.days)
