"""Arrow and Parquet: the native record with typed columns."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TextIO

from detente.errors import MissingExtraError, OutputError
from detente.records import Article, Event, Telling

if TYPE_CHECKING:
    from typing import BinaryIO

    import pyarrow as pa

_EXTRA = "frames"
_BATCH = 10_000
_DAYS = ("date", "enddate", "coded_date")
_HALVES = re.compile("[\ud800-\udfff]")


class _Sink(Protocol):
    """What takes batches: a writer of Parquet or of a stream."""

    def write_batch(self, batch: Any) -> object:
        """Take a batch of rows."""
        ...

    def close(self) -> object:
        """Write what comes after the last."""
        ...


class _ColumnWriter(ABC):
    """Writes batches of records.

    Args:
        stream: where to write; it must stand on bytes, which a terminal does not show.

    Raises:
        MissingExtraError: pyarrow is not installed.
        OutputError: the stream takes text only.

    Attributes:
        left_out: nothing; every event goes in.
        lost: nothing; every field is kept.
    """

    form: ClassVar[str]
    per_happening: ClassVar[bool] = False

    def __init__(self, stream: TextIO) -> None:
        self._library = _library(self.form)
        self._bytes = _bytes_of(stream, self.form)
        self._schema = _schema(self._library)
        self._sink: _Sink | None = None
        self._waiting: list[Mapping[str, Any]] = []
        self.left_out: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()

    @abstractmethod
    def opened(self, sink: BinaryIO, schema: pa.Schema) -> _Sink:
        """The writer of the library."""

    def report(self, _article: Article, events: Sequence[Event], /) -> None:
        """Keep the records of one report until a batch is full."""
        for event in events:
            self.write(event)

    def write(self, event: Event, _tellings: Sequence[Telling] = (), /) -> None:
        """Keep the record of an event until a batch is full."""
        self._waiting.append(_typed(event.to_dict()))
        if len(self._waiting) >= _BATCH:
            self._pass_on()

    def finish(self, *, skipped: int = 0) -> None:  # noqa: ARG002 - records stand for themselves
        """Write the last batch, and what closes the file."""
        self._pass_on()
        if self._sink is not None:
            self._sink.close()
        self._bytes.flush()

    def _pass_on(self) -> None:
        if self._sink is None:
            self._sink = self.opened(self._bytes, self._schema)
        if self._waiting:
            batch = self._library.RecordBatch.from_pylist(self._waiting, schema=self._schema)
            self._sink.write_batch(batch)
            self._waiting = []


class ParquetWriter(_ColumnWriter):
    """Writes a Parquet file."""

    form = "parquet"

    def opened(self, sink: BinaryIO, schema: pa.Schema) -> _Sink:
        """The writer of Parquet."""
        from pyarrow import parquet  # noqa: PLC0415 - an extra

        made: _Sink = parquet.ParquetWriter(sink, schema, compression="zstd")
        return made


class ArrowWriter(_ColumnWriter):
    """Writes a stream of Arrow's interprocess format."""

    form = "arrow"

    def opened(self, sink: BinaryIO, schema: pa.Schema) -> _Sink:
        """The writer of a stream."""
        from pyarrow import ipc  # noqa: PLC0415 - an extra

        made: _Sink = ipc.new_stream(sink, schema)
        return made


def _library(form: str) -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise MissingExtraError(f"output as {form}", _EXTRA) from fault
    return pa


def _bytes_of(stream: TextIO, form: str) -> BinaryIO:
    below = getattr(stream, "buffer", None)
    if below is None or stream.isatty():
        raise OutputError(f"{form} is no text; write it to a file with -o FILE")
    found: BinaryIO = below
    return found


def _typed(record: dict[str, Any]) -> dict[str, Any]:
    """A record with its days as such, and without halves of surrogate pairs."""
    made: dict[str, Any] = _whole(record)
    for name in _DAYS:
        made[name] = _day(made[name])
    made["cite_info"]["published"] = _day(made["cite_info"]["published"])
    return made


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _HALVES.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list) else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _schema(pa: Any) -> Any:
    """The types of the native record."""
    text, number, real, day = pa.string(), pa.int64(), pa.float64(), pa.date32()

    def struct(**fields: Any) -> Any:
        return pa.struct(list(fields.items()))

    place = {"start": number, "end": number}
    party = struct(
        code=text,
        sector=text,
        entity_text=text,
        identifier_text=text,
        identifier_id=text,
        office=text,
        **place,
    )
    speaker = struct(
        code=text, sector=text, entity_text=text, identifier_text=text, relation=text, **place
    )
    where = struct(name=text, country=text, lat=real, lon=real, geonames_id=number, **place)
    cited = struct(id=text, source=text, title=text, publication=text, published=day, language=text)
    fields = {
        "id": text,
        "date": day,
        "enddate": day,
        "date_basis": text,
        "actor": pa.list_(party),
        "recipient": pa.list_(party),
        **{name: pa.list_(text) for name in ("event", "mode", "context")},
        "quad_code": number,
        "event_scale": real,
        "cameo": text,
        "goldstein": real,
        "status": text,
        "historical": pa.bool_(),
        "attribution": pa.list_(speaker),
        "event_loc": where,
        "event_text": pa.list_(text),
        "size": struct(dead=number, injured=number, arrested=number),
        "condition": struct(text=text, **place),
        "text": text,
        "text_info": struct(sequence=number, **place),
        "mentions": pa.list_(number),
        "cite_info": cited,
        "confidence": real,
        "coder": text,
        "lexicon": text,
        "coded_date": day,
    }
    return pa.schema(list(fields.items()))
