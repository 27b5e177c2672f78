"""PDF documents: an article, or the export of a news archive."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from detente.errors import MissingExtraError
from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.press import documents
from detente.read.reader import RawArticle, binary
from detente.read.stream import sought

try:
    from pypdf import PdfReader
except ModuleNotFoundError as missing:
    raise MissingExtraError("reading PDF documents", "pdf") from missing

# What it finds wrong in a file and mends is no matter of the user's.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

_HYPHENATED = re.compile(r"(?<=[a-zß-ÿ])-\n(?=[a-zß-ÿ])")
_REMEDY = "save its article as text"


@binary
def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The article of a document, or the articles of an export.

    Lines are those of the print; a word that was divided at the end of one is put together.
    """
    with sought(stream) as file:
        try:
            text = "\n".join(_pages(PdfReader(file), options.max_file_characters))
        except UnreadableError:
            raise
        except Exception as fault:  # any file may come, and its parts fail in many ways
            problem = f"is a PDF that cannot be taken apart ({type(fault).__name__})"
            raise UnreadableError(problem, _REMEDY) from fault
    if not text.strip():
        problem = "is a PDF without text, pictures of pages perhaps"
        raise UnreadableError(problem, "run text recognition (OCR) over it first")
    joined = _HYPHENATED.sub("", text)
    lines = [line for line in (line.strip() for line in joined.split("\n")) if line]
    yield from documents(lines, options)


def _pages(document: PdfReader, limit: int) -> Iterator[str]:
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableError("is a PDF with a password", "save it without")
    room = limit
    for page in document.pages:
        text = page.extract_text()
        room -= len(text)
        if room < 0:
            problem = f"is a document of more than {limit:,} characters"
            raise UnreadableError(problem, "split it, or raise max_file_characters")
        yield text
