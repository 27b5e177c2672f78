"""One measurement in a process of its own, on one core, its result as JSON on standard output.

``speed.py`` starts it with the threads of all libraries held to one.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from articles import dev_articles

from detente import Coder, Settings
from detente.coding import Stamp, coded
from detente.link import Linker, linked
from detente.parse import Parser
from detente.version import CODER

_ALONE = ("tok2vec", "tagger", "parser")
_STAGES = ("parse", "link", "coding")
_MACOS = "darwin"
_KILOBYTE = 1024


def rounds(shared: Path, count: int) -> dict[str, Any]:
    """Times of the whole of ``code`` and of tagger and parser alone on the same texts, in turns."""
    articles = dev_articles(shared)
    texts = [article.text for article in articles]
    coder, alone = Coder(), _alone()

    def code() -> None:
        for event in coder.code_many(articles):
            event.to_dict()

    def tag_and_parse() -> None:
        _use_up(alone.pipe(texts))

    code()
    tag_and_parse()
    times = [(_seconds(code), _seconds(tag_and_parse)) for _ in range(count)]
    return {"times": times, "words": sum(len(text.split()) for text in texts)}


def stages(shared: Path, count: int) -> dict[str, float]:
    """The least time that each stage took in some rounds, in seconds."""
    articles, coder, settings = dev_articles(shared), Coder(), Settings()
    parser = Parser(settings.model, settings.batch_size)
    linker = Linker(coder.registry, coder.lexicon.speech.verbs)
    stamp = Stamp(CODER, coder.digest, date.min, settings.background_days)
    times: list[list[float]] = []
    for _ in range(count):
        marks = [time.process_time()]
        documents = list(parser.parse_many(article.text for article in articles))
        marks.append(time.process_time())
        pairs = zip(documents, articles, strict=True)
        found = [linked(linker, document, article) for document, article in pairs]
        marks.append(time.process_time())
        for article, document in zip(articles, found, strict=True):
            coded(article, document, coder.lexicon, stamp)
        marks.append(time.process_time())
        times.append([end - start for start, end in pairwise(marks)])
    return dict(zip(_STAGES, map(min, zip(*times, strict=True)), strict=True))


def memory(shared: Path) -> dict[str, float]:
    """The most memory that coding takes, in millions of bytes."""
    _use_up(Coder().code_many(dev_articles(shared)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"megabytes": peak * (1 if sys.platform == _MACOS else _KILOBYTE) / 1e6}


def _alone() -> Any:
    """The coder's model with its tagger and parser, and what they rest on."""
    nlp = spacy.load(Settings().model)
    for part in set(nlp.component_names).difference(_ALONE):
        nlp.remove_pipe(part)
    return nlp


def _use_up(items: Iterable[object]) -> None:
    for _ in items:
        pass


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main(what: str, shared: str, count: str = "1") -> None:
    """Runs one measurement and writes its result."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    folder = Path(shared)
    if what == "rounds":
        result: Any = rounds(folder, int(count))
    else:
        result = stages(folder, int(count)) if what == "stages" else memory(folder)
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
