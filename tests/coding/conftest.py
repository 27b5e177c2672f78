"""One coder for the tests that need the model, one small lexicon for those that do not."""

from __future__ import annotations

import pytest
from small_lexicon import write_lexicon

from detente import Coder
from detente.lexicon import Lexicon


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return write_lexicon(tmp_path_factory.mktemp("lexicon"))
