"""Embeds each distinct word of a batch once, with the layers of the spaCy model itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model
from thinc.types import Ragged

_PART = "tok2vec"
# the layers of spaCy's hash embedding; its second and third each map one row to one row
_LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


def embed_distinct(nlp: Language) -> None:
    """Lets the embedding of a pipeline see every distinct word of a batch only once.

    A word's embedding depends on its form alone, and in running text most words have stood there
    before: a seventh of the parser's time is saved, and every row stays the same to the last bit. A
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
    embedding.layers[2:4] = [Model("distinct", _forward, layers=rowwise)]


def _forward(
    model: Model[Ragged, Ragged],
    words: Ragged,
    is_train: bool,  # noqa: FBT001 - thinc's interface
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    if is_train:
        raise NotImplementedError("a pipeline that embeds distinct words cannot be trained")
    features: Any = words.dataXd
    numbers, found = _distinct(np.ascontiguousarray(features))
    for layer in model.layers:
        found = layer.predict(found)
    return Ragged(found[numbers], words.lengths), _backward


def _backward(gradient: Ragged) -> Ragged:
    raise NotImplementedError(f"no gradient for {len(gradient.lengths)} texts")


def _distinct(features: Any) -> tuple[list[int], Any]:
    """The number of each row among the distinct ones, and those."""
    width = features.shape[1] * features.itemsize
    written = features.tobytes()
    rows: dict[bytes, int] = {}
    numbers = [
        rows.setdefault(written[start : start + width], len(rows))
        for start in range(0, len(written), width)
    ]
    distinct = np.frombuffer(b"".join(rows), features.dtype) if rows else features
    return numbers, distinct.reshape(-1, features.shape[1])
