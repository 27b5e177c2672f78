"""Writes a trained network as the files that ship.

The encoder is quantised to eight bits, which makes it a quarter as large and twice as fast.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.batches import Labels
from training.network import STATUSES, Caster, Reader

_CAST = ("word", "category", "mention", "tie", "near", "state", "rank", "last")
_SHARED = {
    "word": {0: "acts"},
    "category": {0: "acts"},
    "mention": {0: "mentions"},
    "tie": {0: "acts", 1: "mentions"},
    "near": {0: "acts", 1: "mentions"},
    "state": {0: "states", 1: "mentions"},
    "rank": {0: "states"},
    "last": {0: "acts", 1: "states"},
}


def write(
    folder: Path, reader: Reader, caster: Caster, labels: Labels, tokenizer: Path, notes: str
) -> None:
    """Writes all files of a network, and the card that describes them.

    Args:
        folder: where to; the file of markers lies there already.
        reader: the trained encoder.
        caster: the trained rest.
        labels: the names behind its numbers.
        tokenizer: the encoder's own file of words.
        notes: lines of TOML on how it was trained.
    """
    reader.eval()
    caster.eval()
    whole = folder / "reader.whole.onnx"
    _export_reader(reader, whole)
    quantize_dynamic(whole, folder / "reader.onnx", weight_type=QuantType.QInt8)
    whole.unlink()
    _export_caster(caster, folder / "caster.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    names = ("reader.onnx", "caster.onnx", "tokenizer.json", "markers.toml")
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "card.toml").write_text(_card(labels, sums, notes), "utf-8")


def _export_reader(reader: Reader, path: Path) -> None:
    pieces = torch.ones(1, 12, dtype=torch.long)
    length = {0: "passages", 1: "pieces"}
    torch.onnx.export(
        reader,
        (pieces, pieces),
        str(path),
        input_names=["pieces", "parties"],
        output_names=["hidden", "told"],
        dynamic_axes={"pieces": length, "parties": length, "hidden": length, "told": length},
        opset_version=17,
        dynamo=False,
    )


def _export_caster(caster: Caster, path: Path) -> None:
    width = caster.answer[0].in_features
    acts, mentions, states = 2, 5, 3
    given = (
        torch.zeros(acts, width),
        torch.zeros(acts, dtype=torch.long),
        torch.zeros(mentions, width),
        torch.zeros(acts, mentions, dtype=torch.long),
        torch.zeros(acts, mentions, dtype=torch.long),
        torch.ones(states, mentions),
        torch.zeros(states, dtype=torch.long),
        torch.zeros(acts, states, dtype=torch.long),
    )
    torch.onnx.export(
        caster,
        given,
        str(path),
        input_names=list(_CAST),
        output_names=["states", "mentions", "status", "mode"],
        dynamic_axes=_SHARED,
        opset_version=17,
        dynamo=False,
    )


def _card(labels: Labels, sums: dict[str, str], notes: str) -> str:
    files = "\n".join(f'"{name}" = "{value}"' for name, value in sums.items())
    return (
        "# What the network's files are and say; written by training/train.py.\n\n"
        f"categories = {list(labels.categories)!r}\n"
        f"modes = {list(labels.modes)!r}\n"
        f"statuses = {list(STATUSES)!r}\n\n"
        f"[files]\n{files}\n\n[training]\n{notes}\n"
    )
