"""The words of the network as numbers, and the markers that stand in place of names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tokenizers import Tokenizer

from detente.errors import ModelError

_OTHER = "UNK"
# BERT's vocabularies hold words that mean nothing, for use such as this one
_SPARE = "[unused{}]"
# a passage that names more states than this has the last ones share a number
PARTIES_AT_MOST = 20


class Vocabulary:
    """Turns words and markers into the numbers that the network reads.

    Args:
        tokenizer: a file as the ``tokenizers`` library writes it, with BERT's spare words.
        markers: the TOML file of the kinds of party.
    """

    def __init__(self, tokenizer: Path, markers: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.kinds: Mapping[str, str] = tomllib.loads(markers.read_text("utf-8"))["kinds"]
        self._kinds = {kind: self._spare(place) for place, kind in enumerate(self.kinds)}
        self._words: dict[str, tuple[int, ...]] = {}
        self.first = self.number("[CLS]")
        self.last = self.number("[SEP]")

    def number(self, piece: str) -> int:
        """The number of a piece of the vocabulary.

        Raises:
            ModelError: the vocabulary does not have it.
        """
        number: int | None = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError(f"the network's tokenizer does not know {piece!r}")
        return number

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at least one."""
        known = self._words.get(word)
        if known is None:
            known = tuple(self._tokenizer.encode(word, add_special_tokens=False).ids)
            self._words[word] = known = known or (self.number("[UNK]"),)
        return known

    def kind(self, kind: str) -> int:
        """The number of the marker that stands for a name of a kind."""
        return self._kinds.get(kind, self._kinds[_OTHER])

    def _spare(self, place: int) -> int:
        return self.number(_SPARE.format(place))
