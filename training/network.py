"""The network: a small reader of passages, and what is asked of its reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from detente.learned import Vocabulary
from detente.learned.passages import Passage
from detente.learned.places import DISTANCES, RANKS
from detente.learned.ties import TIES
from detente.learned.vocabulary import PARTIES_AT_MOST

STATUSES = ("actual", "negated", "future", "hypothetical")
ROLES = ("actor", "recipient", "speaker")
_KIND = 64
_KEY = 128
_TIE = 24
_NEAR = 16
# a word tells a given act about once in a thousand; training starts from there
_RARE = -4.0
# how far the numbers of states lie apart before training
_SPREAD = 0.05


class Reader(nn.Module):
    """The encoder and the question asked of every word: which acts does it tell?

    Args:
        base: folder of the encoder that training starts from.
        categories: number of PLOVER categories.
        layers: how many of its layers are used; the first ones.
    """

    def __init__(self, base: Path, categories: int, layers: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base), add_pooling_layer=False)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.width = width = self.encoder.config.hidden_size
        self.category = nn.Sequential(
            nn.Dropout(0.1),
            nn.Linear(width, width),
            nn.GELU(),
            nn.Dropout(0.1),
            nn.Linear(width, categories),
        )
        nn.init.constant_(self.category[-1].bias, _RARE)

    def hidden(self, pieces: Tensor, parties: Tensor, mask: Tensor | None = None) -> Tensor:
        """The reading of each piece.

        Args:
            pieces: passages x pieces, numbers of pieces.
            parties: the same size, numbers of the states named there.
            mask: the same size, 0 for padding; None where there is none.
        """
        found = self.encoder(input_ids=pieces, token_type_ids=parties, attention_mask=mask)
        return found.last_hidden_state

    def forward(self, pieces: Tensor, parties: Tensor) -> tuple[Tensor, Tensor]:
        """The reading of each piece of a passage, and what acts it tells, as logits."""
        hidden = self.hidden(pieces, parties)
        return hidden, self.category(hidden)


class Caster(nn.Module):
    """The question asked of a word that tells an act: who takes which part, how, and whether.

    Args:
        width: numbers in a piece's reading.
        categories: number of PLOVER categories.
        modes: number of PLOVER modes, with none.
    """

    def __init__(self, width: int, categories: int, modes: int) -> None:
        super().__init__()
        self.kind = nn.Embedding(categories, _KIND)
        self.tie = nn.Embedding(len(TIES), _TIE)
        self.near = nn.Embedding(DISTANCES, _NEAR)
        self.asked = nn.ModuleList(nn.Linear(width + _KIND, _KEY) for _ in ROLES)
        self.answer = nn.ModuleList(nn.Linear(width, _KEY) for _ in ROLES)
        self.both = nn.Sequential(
            nn.Linear(2 * width + _KIND + _TIE + _NEAR, 192),
            nn.GELU(),
            nn.Dropout(0.1),
            nn.Linear(192, len(ROLES)),
        )
        self.rank = nn.Embedding(RANKS, 8)
        self.last = nn.Embedding(DISTANCES, 8)
        self.state = nn.Sequential(nn.Linear(_KIND + 16, 48), nn.GELU(), nn.Linear(48, len(ROLES)))
        self.same = nn.Embedding(categories, 1)
        self.status = nn.Linear(width + _KIND, len(STATUSES))
        self.mode = nn.Sequential(nn.Linear(width + _KIND, 128), nn.GELU(), nn.Linear(128, modes))

    def forward(
        self,
        word: Tensor,
        category: Tensor,
        mention: Tensor,
        tie: Tensor,
        near: Tensor,
        state: Tensor,
        rank: Tensor,
        last: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits of states by role, of mentions by role, of statuses and of modes.

        Args:
            word: acts x width, readings of the words that tell them.
            category: acts, numbers of their categories.
            mention: mentions x width, readings of their marks.
            tie: acts x mentions, numbers of ties.
            near: acts x mentions, numbers of distances.
            state: states x mentions, 1 where a mention is of a state, else 0.
            rank: states, how often they are named, as a rank.
            last: acts x states, number of the distance to the nearest mention.
        """
        asked = torch.cat([word, self.kind(category)], -1)
        single = self._mentions(asked, mention, tie, near)
        none = (1 - state) * -1e4
        grouped = torch.logsumexp(single[:, :, None, :] + none[None, None], -1)
        states = grouped + self._states(category, rank, last)
        # nobody acts on itself as often as on another
        echo = self.same(category) * torch.sigmoid(states[0]).detach()
        states = torch.stack([states[0], states[1] + echo, states[2]])
        return states, single, self.status(asked), self.mode(asked)

    def _mentions(self, asked: Tensor, mention: Tensor, tie: Tensor, near: Tensor) -> Tensor:
        acts, mentions = tie.shape
        match = torch.stack(
            [
                ask(asked) @ answer(mention).T / _KEY**0.5
                for ask, answer in zip(self.asked, self.answer, strict=True)
            ]
        )
        joined = torch.cat(
            [
                asked[:, None].expand(acts, mentions, -1),
                mention[None].expand(acts, mentions, -1),
                self.tie(tie),
                self.near(near),
            ],
            -1,
        )
        return match + self.both(joined).permute(2, 0, 1)

    def _states(self, category: Tensor, rank: Tensor, last: Tensor) -> Tensor:
        acts, states = last.shape
        joined = torch.cat(
            [
                self.kind(category)[:, None].expand(acts, states, -1),
                self.rank(rank)[None].expand(acts, states, -1),
                self.last(last),
            ],
            -1,
        )
        return self.state(joined).permute(2, 0, 1)


def start(reader: Reader, vocabulary: Vocabulary) -> None:
    """Makes an encoder fit to train: markers mean plain words, states have numbers.

    The table that tells a sentence from the one before it, which nothing here uses, tells instead
    which state a piece names.
    """
    embeddings = reader.encoder.embeddings
    words = embeddings.word_embeddings.weight.data
    for kind, word in vocabulary.kinds.items():
        words[vocabulary.kind(kind)] = words[vocabulary.number(word)]
    plain = embeddings.token_type_embeddings.weight.data[0]
    table = nn.Embedding(PARTIES_AT_MOST + 1, plain.shape[0])
    table.weight.data.normal_(0, _SPREAD)
    table.weight.data += plain
    table.weight.data[0] = plain
    embeddings.token_type_embeddings = table
    reader.encoder.config.type_vocab_size = PARTIES_AT_MOST + 1


@dataclass(frozen=True, slots=True)
class Padded:
    """Passages as one table of pieces.

    Args:
        pieces: passages x pieces.
        parties: the same size.
        mask: the same size, 0 for padding.
    """

    pieces: Tensor
    parties: Tensor
    mask: Tensor


def padded(passages: Sequence[Passage]) -> Padded:
    """Passages as one table of pieces."""
    longest = max(len(passage.pieces) for passage in passages)
    pieces, parties, mask = (
        torch.zeros(len(passages), longest, dtype=torch.long) for _ in range(3)
    )
    for row, passage in enumerate(passages):
        size = len(passage.pieces)
        pieces[row, :size] = torch.tensor(passage.pieces)
        parties[row, :size] = torch.tensor(passage.parties)
        mask[row, :size] = 1
    return Padded(pieces, parties, mask)
