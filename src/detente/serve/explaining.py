"""Codes a report again to say why its events were coded as they were."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from detente.records import Article

if TYPE_CHECKING:
    from detente.coding import Coding
    from detente.pipeline import Coder

_KEPT = 64


class Explainer:
    """Codes one report at a time; what it coded lately is kept.

    The coder is loaded when the first report asks for it, or by ``load``.
    """

    def __init__(self) -> None:
        self._coder: Coder | None = None
        self._lock = threading.Lock()
        self._coded: OrderedDict[str, Coding] = OrderedDict()

    def load_later(self) -> None:
        """Load the coder meanwhile, so that the first who asks need not wait for it."""
        threading.Thread(target=self.load, daemon=True).start()

    def load(self) -> Coder:
        """The coder, loaded where it is not yet.

        Raises:
            ModelError: the language model is not installed.
        """
        from detente.pipeline import Coder  # noqa: PLC0415 - its language library loads slowly

        with self._lock:
            if self._coder is None:
                self._coder = Coder()
            return self._coder

    def coding(self, article: Article) -> Coding:
        """What comes of a report.

        Raises:
            ModelError: the language model is not installed.
            CodingError: the report cannot be coded, through a fault of the program.
        """
        coder, key = self.load(), article.key
        with self._lock:
            if key not in self._coded:
                self._coded[key] = coder.coding(article)
                if len(self._coded) > _KEPT:
                    self._coded.popitem(last=False)
            self._coded.move_to_end(key)
            return self._coded[key]
