"""One coder for the tests that need the model, one small lexicon for those that do not."""

from __future__ import annotations

import pytest
from small_lexicon import write_lexicon

from detente import Coder, Settings
from detente.lexicon import Lexicon
from detente.settings import CoderKind


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder(Settings(coder=CoderKind.GRAMMAR))


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return write_lexicon(tmp_path_factory.mktemp("lexicon"))
