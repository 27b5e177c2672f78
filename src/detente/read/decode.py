"""From bytes to characters, without losing or moving any."""

from __future__ import annotations

import codecs
import io
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.read.fault import UnreadableError
from detente.read.options import ReadOptions

# Stand-ins for bytes that no encoding explains; a record that holds one is rejected alone.
UNDECODED = re.compile("[\ud800-\udfff]")

_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_CONTROL_SHARE = 0.05
_MARK = "detente.mark"
_SALVAGE = "detente.cp1252"

# UTF-32 before UTF-16, whose mark is the beginning of the other's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode a source.

    Args:
        name: name of the codec.
        errors: name of the handler for bytes that the codec refuses.
    """

    name: str
    errors: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The first bytes of a format that is not text.

    Args:
        starts: the bytes.
        name: what it is, with its article.
        remedy: what the user can do.
        suffixes: those under which it is read.
    """

    starts: bytes
    name: str
    remedy: str
    suffixes: frozenset[str]


def encoding_of(head: bytes, asked: str | None) -> Encoding:
    """The encoding that the first bytes show: a byte order mark, else as asked, else UTF-8.

    Args:
        head: the first bytes, at least four unless the source is shorter.
        asked: what the user said, or None.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return Encoding(name, _MARK)
    return Encoding(asked, _MARK) if asked else Encoding("utf-8", _SALVAGE)


def text_of(stream: io.BufferedReader, options: ReadOptions, newline: str) -> io.TextIOWrapper:
    r"""The characters of a stream, none translated.

    Args:
        stream: the bytes.
        options: what the user said about the input.
        newline: ``"\n"`` to end lines there only, ``""`` to end them at ``\r`` as well.
    """
    encoding = encoding_of(stream.peek(), options.encoding)
    return io.TextIOWrapper(stream, encoding.name, encoding.errors, newline)


def refuse_binary(head: bytes, asked: str | None) -> None:
    """Check that the first bytes of a source can be text.

    Args:
        head: the first bytes, some thousands.
        asked: encoding that the user named, or None.

    Raises:
        UnreadableError: they are those of another format, or control characters are on most lines.
    """
    for signature in signatures():
        if head.startswith(signature.starts):
            raise UnreadableError(f"is {signature.name}, not text", signature.remedy)
    encoding = encoding_of(head, asked)
    lines = head.decode(encoding.name, encoding.errors).split("\n")
    controls = [len(_CONTROL.findall(line)) for line in lines]
    crowded = sum(controls) > _CONTROL_SHARE * sum(len(line) + 1 for line in lines)
    if crowded and 2 * sum(map(bool, controls)) > len(lines):
        problem = "is binary, or text in an encoding that was not recognised"
        raise UnreadableError(problem, "convert it to UTF-8 text, or name its encoding")


def refuse_other(head: bytes, suffix: str) -> None:
    """Check that the first bytes of a source are not those of another format than its name says.

    Args:
        head: the first bytes.
        suffix: the ending of its name, without the dot.

    Raises:
        UnreadableError: they are.
    """
    for signature in signatures():
        if head.startswith(signature.starts) and suffix not in signature.suffixes:
            raise UnreadableError(f"is {signature.name}, not a .{suffix} file", signature.remedy)


@cache
def signatures() -> tuple[Signature, ...]:
    """The known formats that are not text, from ``data/formats.toml``."""
    table = tomllib.loads((resources.files("detente.data") / "formats.toml").read_text("utf-8"))
    return tuple(
        Signature(
            bytes.fromhex(entry["starts"]),
            entry["name"],
            entry["remedy"],
            frozenset(entry.get("suffixes", ())),
        )
        for entry in table["signatures"]
    )


def _mark(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    refused = fault.object[fault.start : fault.end]
    return "".join(chr(0xDC00 + byte) for byte in refused), fault.end


def _salvage(fault: UnicodeError) -> tuple[str, int]:
    # Byte by byte, so that one stray byte in a UTF-8 archive does not garble all its accents.
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    refused = fault.object[fault.start : fault.end]
    return refused.decode("cp1252", _MARK), fault.end


codecs.register_error(_MARK, _mark)
codecs.register_error(_SALVAGE, _salvage)
