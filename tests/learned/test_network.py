"""The files of the network are those that the card describes, or nothing runs."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from detente.errors import ModelError
from detente.learned import Network

_FOLDER = Path(str(files("detente") / "data" / "learned"))
_PASSAGE_FREE = ("tokenizer.json", "markers.toml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(_FOLDER, tmp_path / "learned"))


def test_the_shipped_files_are_those_of_their_card(copy: Path) -> None:
    network = Network(copy)
    assert network.vocabulary.pieces("attack")
    assert len(network.categories) == 16
    assert network.modes[0] == ""


@pytest.mark.parametrize("name", _PASSAGE_FREE)
def test_a_changed_file_is_refused(copy: Path, name: str) -> None:
    path = copy / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ModelError, match=f"{name} is not the file"):
        _ = Network(copy).vocabulary


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"missing: .*tokenizer"):
        _ = Network(copy).vocabulary


def test_a_folder_without_a_card_is_no_network(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        Network(tmp_path)
