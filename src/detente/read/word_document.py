"""Word documents (DOCX): an article, or the export of a news archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.packing import Proportion
from detente.read.press import documents
from detente.read.reader import RawArticle, binary
from detente.read.stream import Pulled, sought
from detente.read.zip_archive import opened_member, opened_zip

_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _TAB = f"{_W}p", f"{_W}t", f"{_W}tab"
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
# The same words a second time, for programs that know no text boxes.
_DOUBLED = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_REMEDY = "save it again, or save it as text"
_CHUNK = 65_536


@binary
def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The article of a document, or the articles of an export, a paragraph a line."""
    with sought(stream) as file, opened_zip(file) as archive:
        lines = list(_limited(_lines(archive), options))
    yield from documents(lines, options)


def _limited(lines: Iterator[str], options: ReadOptions) -> Iterator[str]:
    room = options.max_file_characters
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            problem = f"is a document of more than {options.max_file_characters:,} characters"
            raise UnreadableError(problem, "split it, or raise max_file_characters")
        yield line


def _lines(archive: ZipFile) -> Iterator[str]:
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
    )
    paragraph = _Paragraphs()
    for data in _content(archive):
        try:
            parser.feed(data)
            for event, node in parser.read_events():
                yield from paragraph.ended(node) if event == "end" else paragraph.begun(node)
        except etree.XMLSyntaxError as fault:
            raise UnreadableError(
                "is a Word document with broken XML or an endless paragraph", _REMEDY
            ) from fault
    if not paragraph.is_done:
        raise UnreadableError("is a damaged Word document (its text ends early)", _REMEDY)


class _Paragraphs:
    """Puts paragraphs together from the elements of a document."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._doubled = 0
        self.is_done = False

    def begun(self, node: etree._Element) -> Iterator[str]:
        """Take note of where an element begins; a paragraph in a paragraph ends what is before."""
        self._doubled += node.tag == _DOUBLED
        if node.tag == _PARAGRAPH:
            yield from self._end()

    def ended(self, node: etree._Element) -> Iterator[str]:
        """Take in a whole element, and give the paragraph that it ends."""
        self._doubled -= node.tag == _DOUBLED
        if node.tag == _TEXT and not self._doubled:
            self._words.append(node.text or "")
        elif node.tag == _TAB and not self._doubled and self._is_in_run(node):
            self._words.append("\t")
        elif node.tag in _BREAKS:
            self._words.append("\n")
        elif node.tag == _PARAGRAPH:
            yield from self._end()
            node.clear()
        self.is_done = node.getparent() is None

    def _end(self) -> Iterator[str]:
        if self._words:
            yield "".join(self._words)
            self._words = []

    @staticmethod
    def _is_in_run(node: etree._Element) -> bool:
        parent = node.getparent()
        return parent is not None and parent.tag == f"{_W}r"


def _content(archive: ZipFile) -> Iterator[bytes]:
    try:
        item = archive.getinfo(_PART)
    except KeyError as fault:
        raise UnreadableError("is no Word document: it has no text part", _REMEDY) from fault
    member = opened_member(archive, item)
    proportion = Proportion(lambda: item.compress_size)

    def pull(size: int) -> bytes:
        data = member.pull(size)
        proportion.add(len(data))
        return data

    stream = io.BufferedReader(Pulled(pull))
    while data := stream.read(_CHUNK):
        yield data
