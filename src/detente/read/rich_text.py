"""Rich text (RTF): an article, or the export of a news archive."""

from __future__ import annotations

import io
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.press import documents
from detente.read.reader import RawArticle, binary

_START = b"{\\rtf"
# A file of rich text is some times as long as its words.
_MARKUP = 20
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,9})? ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<plain>[^\\{}]+|\\)",
    re.DOTALL,
)
_LINE_ENDS = re.compile(rb"[\r\n\0]+")
_DEEPEST = 1_000
_WORD = 0x10000


@binary
def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The article of a document, or the articles of an export, a paragraph a line."""
    limit = min(_MARKUP * options.max_file_characters, _MOST)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"is a document of more than {limit:,} bytes", "split it")
    if not data.lstrip().startswith(_START):
        raise UnreadableError("is no rich text: it does not begin with {\\rtf", "see what it is")
    yield from documents(rich_lines(data), options)


_MOST = 200_000_000


def rich_lines(data: bytes) -> list[str]:
    """The paragraphs of a document, a table's cells each for itself.

    Raises:
        UnreadableError: its groups do not close, or lie too deep.
    """
    words = _Words()
    place = 0
    while match := _TOKEN.match(data, place):
        place = match.end()
        if match["word"] == b"bin":
            place += max(0, int(match["number"] or 0))
            continue
        words.take(match)
    if words.depth:
        raise UnreadableError(
            "is rich text that is cut short: a group is left open", "save it again"
        )
    return words.lines()


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces.

    Args:
        hidden: whether its words are none of the text.
        fallback: characters that stand in for one of Unicode, and follow it.
        begun: whether anything stood in it yet.
    """

    hidden: bool = False
    fallback: int = 1
    begun: bool = False


class _Words:
    """Takes the tokens of rich text, and keeps the words."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._bytes = bytearray()
        self._codec = "cp1252"
        self._groups: list[_Group] = []
        self._now = _Group()
        self._skip = 0

    @property
    def depth(self) -> int:
        """Groups that are open."""
        return len(self._groups)

    def lines(self) -> list[str]:
        """The paragraphs, blank ones left out."""
        self._flush()
        # Characters beyond the 16 bits of rich text come as two halves.
        halves = "".join(self._pieces).encode("utf-16-le", "surrogatepass")
        text = halves.decode("utf-16-le", "surrogatepass")
        lines = (line.strip() for line in text.split("\n"))
        return [line for line in lines if line]

    def take(self, token: re.Match[bytes]) -> None:
        """Take the next token."""
        if token["brace"]:
            self._brace(token["brace"])
        elif token["word"]:
            self._word(token["word"].decode("ascii"), token["number"])
        elif token["byte"]:
            self._letters(bytes.fromhex(token["byte"].decode("ascii")))
        elif token["sign"]:
            self._sign(token["sign"])
        else:
            self._letters(_LINE_ENDS.sub(b"", token["plain"]))

    def _brace(self, brace: bytes) -> None:
        self._skip = 0
        if brace == b"{":
            if len(self._groups) >= _DEEPEST:
                raise UnreadableError("is rich text with groups that lie too deep", "save it again")
            self._groups.append(self._now)
            self._now = replace(self._now, begun=False)
        elif self._groups:
            self._now = self._groups.pop()

    def _word(self, word: str, number: bytes | None) -> None:
        value = int(number) if number else None
        names = _names()
        if word in names.hidden and not self._now.begun:
            self._now = replace(self._now, hidden=True)
        elif word == "u" and value is not None:
            self._unicode(value)
        elif word == "uc":
            self._now = replace(self._now, fallback=max(0, value or 0))
        elif word == "ansicpg" and value:
            self._codec = _codec(value)
        elif word in names.characters:
            self._put(names.characters[word])
        self._now = replace(self._now, begun=True)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            # A kind of group that older programs pass over.
            self._now = replace(self._now, hidden=True)
        elif sign in {b"\r", b"\n"}:
            self._put("\n")
        elif sign in {b"\\", b"{", b"}"}:
            self._letters(sign)
        else:
            self._put({b"~": "\xa0", b"_": "-"}.get(sign, ""))

    def _letters(self, letters: bytes) -> None:
        if self._skip:
            dropped = min(self._skip, len(letters))
            letters, self._skip = letters[dropped:], self._skip - dropped
        if letters and not self._now.hidden:
            self._bytes += letters
        if letters:
            self._now = replace(self._now, begun=True)

    def _unicode(self, value: int) -> None:
        # Numbers are of 16 bits and have a sign; some programs write those of all characters.
        code = value % _WORD if value < 0 else value
        self._put(chr(code) if code <= sys.maxunicode else "\ufffd")
        self._skip = self._now.fallback

    def _put(self, text: str) -> None:
        if not self._now.hidden:
            self._flush()
            self._pieces.append(text)

    def _flush(self) -> None:
        if self._bytes:
            self._pieces.append(self._bytes.decode(self._codec, "detente.mark"))
            self._bytes.clear()


@dataclass(frozen=True, slots=True)
class _Names:
    """Control words: those that begin what is no text, and those that stand for characters."""

    hidden: frozenset[str]
    characters: dict[str, str]


@cache
def _names() -> _Names:
    file = resources.files("detente.data") / "rich_text.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    return _Names(frozenset(table["hidden"]), table["characters"])


def _codec(page: int) -> str:
    name = {65001: "utf-8", 10000: "mac_roman"}.get(page, f"cp{page}")
    try:
        return name if isinstance(b"a".decode(name), str) else "cp1252"
    except (LookupError, ValueError):
        return "cp1252"
