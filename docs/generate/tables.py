"""Tables of settings, formats, columns and fields, from where the program keeps them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from importlib import resources

from detente.cli.exits import ExitCode
from detente.export.columns import COLUMNS
from detente.ledger import Filter
from detente.ledger.conditions import BY_TOPIC
from detente.ledger.filter_words import outer
from detente.ledger.topics import TOPICS
from detente.lexicon import ActEntry, OperatorEntry
from detente.read import ReadOptions, formats
from detente.settings import Settings
from detente.store import CODED, EVENTS, REVIEW_COLUMN, STRUCTS, TABLES, USER_VIEWS
from detente.watch import Manner, Source

from .markdown import code, docstring, table
from .wording import checked, words


def settings(_: str) -> str:
    """The settings of the coder."""
    return _fields_of(Settings)


def read_options(_: str) -> str:
    """What can be said about the input."""
    return _fields_of(ReadOptions)


def _fields_of(kind: type) -> str:
    meanings = docstring(kind).items("Args")
    rows = [(code(item.name), code(_default(item)), meanings[item.name]) for item in fields(kind)]
    return table(("Name", "Default", "What it does"), rows)


def _default(item: Field[object]) -> str:
    value = item.default
    if value is MISSING:
        return ""
    return f"{value:_}" if isinstance(value, int) and not isinstance(value, bool) else repr(value)


def suffixes(_: str) -> str:
    """The formats that are read."""
    return ", ".join(code(f".{name}") for name in formats())


def input_columns(_: str) -> str:
    """Names under which the parts of an article are found."""
    file = resources.files("detente.data") / "columns.toml"
    columns = tomllib.loads(file.read_text("utf-8"))["columns"]
    rows = [(part, ", ".join(map(code, names))) for part, names in columns.items()]
    return table(("Part", "Names"), rows)


def csv_columns(_: str) -> str:
    """The columns of the CSV output."""
    return table(("Column", "What it holds"), [(code(item.name), item.meaning) for item in COLUMNS])


def exit_codes(_: str) -> str:
    """The exit codes of the program."""
    meanings = checked("exit", [item.name for item in ExitCode])
    rows = [(code(str(item.value)), meanings[item.name]) for item in ExitCode]
    return table(("Code", "What it says"), rows)


def record(_: str) -> str:
    """The fields of the output record."""
    return table(("Field", "What it holds"), [(code(k), v) for k, v in words("record").items()])


def act_fields(_: str) -> str:
    """The fields of a base act in the lexicon."""
    return _entry_fields(ActEntry, "act")


def operator_fields(_: str) -> str:
    """The fields of an operator in the lexicon."""
    return _entry_fields(OperatorEntry, "operator")


def _entry_fields(kind: type, section: str) -> str:
    names = [item.name for item in fields(kind) if item.name != "source"]
    meanings = checked(section, names)
    return table(("Field", "What it says"), [(code(name), meanings[name]) for name in names])


def views(_: str) -> str:
    """The views of a ledger with their columns."""
    parts = []
    for name in (*USER_VIEWS, CODED):
        table_ = TOPICS[name].table if name in TOPICS else _STORED.get(name, EVENTS)
        parts.append(f"### {name}\n\n{_meaning(name, table_.meaning)}")
        if name in _SAME_COLUMNS:
            continue
        columns = [
            (code(item.name), code(_short(item.type)), item.meaning) for item in table_.columns
        ]
        if name == "events":
            columns.append((code(REVIEW_COLUMN[0]), code(REVIEW_COLUMN[1]), REVIEW_COLUMN[2]))
        parts.append(table(("Column", "Type", "What it holds"), columns))
    return "\n\n".join([*parts, "### Parties and other structs", _structs()])


_STORED = {item.name: item for item in TABLES}
_SAME_COLUMNS = {"contacts", CODED}


def _meaning(name: str, meaning: str) -> str:
    if name == "events":
        return "A row is one coded mention of an act, with its evidence, as analysts corrected it."
    if name == CODED:
        return "The same as `events` without `review`, as the coder had them, before corrections."
    return f"A row is {meaning}."


def _short(kind: str) -> str:
    """A type with its structs by name."""
    for name, text in STRUCTS.items():
        kind = kind.replace(text, name)
    return kind


def _structs() -> str:
    rows = []
    for name, text in STRUCTS.items():
        inner = _short(text.removeprefix("STRUCT"))
        rows.append((code(name), code(inner)))
    return table(("Type", "Fields"), rows)


def filters(_: str) -> str:
    """What a list can be filtered by."""
    meanings = docstring(Filter).items("Args")
    rows = []
    for item in fields(Filter):
        option = f"--{outer(item.name)}"
        rows.append((code(item.name), code(option), _topics(item.name), meanings[item.name]))
    return table(("In Python", "Option", "Of", "What it asks for"), rows)


def _topics(name: str) -> str:
    """Of what a field is a filter."""
    topics = [topic for topic, known in BY_TOPIC.items() if name in known] or list(BY_TOPIC)
    without = BY_TOPIC.keys() - topics
    if len(without) > 1:
        return ", ".join(topics)
    return f"all but {without.pop()}" if without else "all"


def watch_manner(_: str) -> str:
    """How hosts are asked."""
    return _fields_of(Manner)


def watch_source(_: str) -> str:
    """What can be said of a source that is watched."""
    return _fields_of(Source)


BLOCKS: dict[str, Callable[[str], str]] = {
    "settings": settings,
    "read-options": read_options,
    "suffixes": suffixes,
    "input-columns": input_columns,
    "csv-columns": csv_columns,
    "exit-codes": exit_codes,
    "record": record,
    "act-fields": act_fields,
    "operator-fields": operator_fields,
    "views": views,
    "filters": filters,
    "watch-manner": watch_manner,
    "watch-source": watch_source,
}
