"""From the parts that a format gives to a checked article."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import PurePosixPath

from detente.read.columns import language_names
from detente.read.dates import parse_published
from detente.read.decode import UNDECODED
from detente.read.fault import UnreadableError, shown
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle
from detente.read.registry import stem_of
from detente.read.sources import SourceFile
from detente.records import Article

_CODE = re.compile(r"([a-z]{2})([-_].*)?", re.ASCII)
_STDIN_STEM = "stdin"


def assemble(raw: RawArticle, file: SourceFile, options: ReadOptions) -> Article:
    """Check the parts of an article and put them together.

    Args:
        raw: the parts.
        file: where they were read.
        options: what the user said about the input.

    Raises:
        UnreadableError: the text or another part cannot be used.
    """
    language = _word(raw.language, "language")
    return Article(
        id=_word(raw.id, "id") or _derived_id(raw, file),
        text=_body(raw.text, options),
        published=_published(raw.published, options),
        title=_word(raw.title, "title"),
        url=_word(raw.url, "url"),
        publication=_word(raw.publication, "publication"),
        language=_code(language) if language else options.language,
        source=name_within(file, raw.member),
    )


def name_within(file: SourceFile, member: str | None) -> str:
    """The name of a source, or of a file inside it: ``archive.zip/paris.txt``."""
    return file.name if member is None else f"{file.name}/{member}"


def too_long(options: ReadOptions) -> UnreadableError:
    """What is wrong with an article over the limit."""
    problem = f"text longer than {options.max_characters:,} characters, the limit of one article"
    return UnreadableError(problem, "split it into its articles, or raise max_characters")


def _derived_id(raw: RawArticle, file: SourceFile) -> str:
    path = file.path if raw.member is None else PurePosixPath(raw.member)
    name = _STDIN_STEM if path is None else stem_of(path)
    stem = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return stem if raw.record in (None, 1) else f"{stem}-{raw.record}"


def _body(text: object, options: ReadOptions) -> str:
    if text is None or (isinstance(text, str) and not text.strip()):
        raise UnreadableError(
            "the text is empty", "leave the record out, or see why it has no text"
        )
    if not isinstance(text, str):
        raise UnreadableError(f"the text is {shown(text)}, not text", "give it as one string")
    if len(text) > options.max_characters:
        raise too_long(options)
    check_characters(text, "text")
    return text


def _word(value: object, part: str) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")  # several news services give {"id": ..., "name": ...}
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        problem = f"the {part} is {shown(value)}, not text"
        raise UnreadableError(problem, f"give it as text, or name another key for the {part}")
    word = str(value).strip()
    check_characters(word, part)
    return word or None


def check_characters(text: str, part: str) -> None:
    """Make sure that all characters of a part of an article are some.

    Raises:
        UnreadableError: there are null bytes, or bytes that no encoding explains.
    """
    if "\0" in text:
        raise UnreadableError(f"null bytes in the {part}", "take them out, or name the encoding")
    if found := UNDECODED.search(text):
        problem = f"character {found.start() + 1} of the {part} cannot be decoded"
        raise UnreadableError(problem, "save it as UTF-8, or name its encoding")


def _published(value: object, options: ReadOptions) -> date | datetime | str | None:
    if value is None:
        return options.published
    return parse_published(value, day_first=options.day_first)


def _code(language: str) -> str:
    name = language.lower()
    match = _CODE.fullmatch(name)
    return match[1] if match else language_names().get(name, name)
