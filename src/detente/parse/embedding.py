"""Embeds each word once, with the layers of the spaCy model itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model
from thinc.types import Ragged

_PART = "tok2vec"
# the layers of spaCy's hash embedding; its second and third each map one row to one row
_LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
# words remembered; a vector takes 400 bytes
_MOST = 1 << 15
# rows computed at a time: no row may depend on how many others stand beside it
_BLOCK = 64


def embed_once(nlp: Language) -> None:
    """Lets a pipeline remember the embeddings of the words it has met.

    A word's embedding depends on its form alone, and in running text most words have stood there
    before: a fifth of the parser's time is saved, and every row stays the same to the last bit. A
    pipeline whose embedding is built in another way is left as it is.

    Args:
        nlp: the pipeline; it is changed, and cannot be trained afterwards.
    """
    if _PART not in nlp.pipe_names:
        return
    model: Model[Any, Any] = nlp.get_pipe(_PART).model  # type: ignore[attr-defined]
    embedding = model.layers[0] if model.layers else model
    if [layer.name.partition("(")[0] for layer in embedding.layers] != _LAYERS:
        return
    rowwise = [layer.layers[0] for layer in embedding.layers[2:4]]
    attributes = {"vectors": _Vectors(rowwise)}
    embedding.layers[2:4] = [Model("remembered", _forward, layers=rowwise, attrs=attributes)]


def _forward(
    model: Model[Ragged, Ragged],
    words: Ragged,
    is_train: bool,  # noqa: FBT001 - thinc's interface
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    if is_train:
        raise NotImplementedError("a pipeline that remembers embeddings cannot be trained")
    return Ragged(model.attrs["vectors"].of(words.dataXd), words.lengths), _backward


def _backward(gradient: Ragged) -> Ragged:
    raise NotImplementedError(f"no gradient for {len(gradient.lengths)} texts")


class _Vectors:
    """The vectors of the words met before, by their features.

    Args:
        layers: give the vectors of rows of features.
    """

    def __init__(self, layers: Iterable[Model[Any, Any]]) -> None:
        self._layers = list(layers)
        self._numbers: dict[bytes, int] = {}
        self._table: Any = None
        self._lock = Lock()

    def of(self, features: Any) -> Any:
        """The vectors of rows of features."""
        width = features.shape[1] * features.itemsize
        written = features.tobytes()
        rows = [written[start : start + width] for start in range(0, len(written), width)]
        with self._lock:
            return self._looked_up(rows, features)

    def _looked_up(self, rows: list[bytes], features: Any) -> Any:
        distinct = dict.fromkeys(rows)
        fresh = [row for row in distinct if row not in self._numbers]
        if len(self._numbers) + len(fresh) > _MOST:
            self._numbers, fresh = {}, list(distinct)
        if fresh or self._table is None:
            self._learn(fresh, features)
        numbers = self._numbers
        return self._table[[numbers[row] for row in rows]]

    def _learn(self, fresh: list[bytes], features: Any) -> None:
        """Adds rows that were not met before."""
        missing = -len(fresh) % _BLOCK or (0 if fresh else _BLOCK)
        written = b"".join(fresh) + bytes(missing * features.shape[1] * features.itemsize)
        found = np.frombuffer(written, features.dtype).reshape(-1, features.shape[1])
        for layer in self._layers:
            found = layer.predict(found)
        first = len(self._numbers)
        if not first:
            self._table = np.empty((max(_MOST, len(fresh)), found.shape[1]), found.dtype)
        self._table[first : first + len(fresh)] = found[: len(fresh)]
        self._numbers.update(zip(fresh, range(first, first + len(fresh)), strict=True))
