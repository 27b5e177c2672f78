"""The trained network as it ships: two files that onnxruntime runs on one processor."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from detente.errors import ModelError
from detente.learned.passages import Passage
from detente.learned.question import Question
from detente.learned.vocabulary import Vocabulary

Floats = NDArray[np.float32]
_CARD = "card.toml"
_ERRORS_ONLY = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of them, as probabilities.

    Args:
        states: roles x words x states.
        mentions: roles x words x marks, as scores to compare.
        statuses: words x statuses.
        modes: words x modes.
    """

    states: Floats
    mentions: Floats
    statuses: Floats
    modes: Floats


class Network:
    """The network of a folder.

    Args:
        folder: holds ``card.toml``, which names the other files with their checksums.

    Raises:
        ModelError: a file is missing or is not the one that the card describes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self._card = tomllib.loads((folder / _CARD).read_text("utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as fault:
            message = f"the trained network in {folder} cannot be read: {fault}"
            raise ModelError(message) from fault
        self.categories: tuple[str, ...] = tuple(self._card["categories"])
        self.modes: tuple[str, ...] = tuple(self._card["modes"])
        self.statuses: tuple[str, ...] = tuple(self._card["statuses"])

    @property
    def digest(self) -> str:
        """Short hash of the network's files, as the coder's name carries it."""
        sums = "".join(sorted(self._card["files"].values()))
        return hashlib.sha256(sums.encode()).hexdigest()[:8]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words it reads."""
        return Vocabulary(self._file("tokenizer.json"), self._file("markers.toml"))

    @cached_property
    def _reader(self) -> Any:
        return _session(self._file("reader.onnx"))

    @cached_property
    def _caster(self) -> Any:
        return _session(self._file("caster.onnx"))

    def reading(self, passage: Passage) -> tuple[Floats, Floats]:
        """The reading of each piece, and how likely it tells each category.

        One passage at a time: what the quantised network says changes a little with the batch.
        """
        pieces = np.array([passage.pieces], np.int64)
        hidden, logits = self._reader.run(
            None, {"pieces": pieces, "parties": np.array([passage.parties], np.int64)}
        )
        return hidden[0], _sigmoid(logits[0])

    def answer(self, hidden: Floats, question: Question) -> Answer:
        """Who takes which part in some acts, how likely each status and mode is.

        Args:
            hidden: the reading of the passage's pieces.
            question: the acts.
        """
        given = {
            "word": hidden[question.positions],
            "category": np.array(question.categories, np.int64),
            "mention": hidden[question.marks],
            "tie": np.array(question.ties, np.int64),
            "near": np.array(question.distances, np.int64),
            "state": np.array(question.members, np.float32),
            "rank": np.array(question.ranks, np.int64),
            "last": np.array(question.nearest, np.int64),
        }
        states, mentions, statuses, modes = self._caster.run(None, given)
        return Answer(_sigmoid(states), mentions, _softmax(statuses), _softmax(modes))

    def _file(self, name: str) -> Path:
        path = self._folder / name
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as fault:
            raise ModelError(f"a file of the trained network is missing: {path}") from fault
        if found != self._card["files"].get(name):
            message = f"{path} is not the file that {_CARD} describes; install detente again"
            raise ModelError(message)
        return path


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)
