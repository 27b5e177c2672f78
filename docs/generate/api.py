"""The library reference: signatures and docstrings of the public classes and functions."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from .markdown import code, docstring, table

_WIDEST = 88


def reference(path: str) -> str:
    """What the program says of one public name.

    Args:
        path: the name with its module ("detente.Coder"); of a class that callers are handed and do
            not build, what to show behind a colon: ``fields``, or names of methods
            ("detente.Event:fields,to_dict").
    """
    name, _, chosen = path.partition(":")
    module, _, attribute = name.rpartition(".")
    documented = getattr(import_module(module), attribute)
    if chosen:
        return "\n\n".join(_methods(documented, chosen.split(",")))
    return "\n\n".join(_parts(attribute, documented))


def _parts(name: str, documented: Any) -> Iterator[str]:
    yield _call(name, documented)
    yield from _described(documented)
    if inspect.isclass(documented):
        yield from _methods(documented, [item for item in vars(documented) if item[0] != "_"])


def _methods(kind: type, names: list[str]) -> Iterator[str]:
    for name in names:
        member = vars(kind).get(name)
        if name == "fields":
            yield table(("Field", "Meaning"), _meanings(kind))
        elif inspect.isfunction(member):
            yield _call(f".{name}", member)
            yield from _described(member)
        elif isinstance(member, property) and member.fget:
            yield f"```text\n.{name}: {inspect.signature(member.fget).return_annotation}\n```"
            yield from _described(member)


def _described(documented: Any) -> Iterator[str]:
    text = docstring(documented)
    yield text.text
    if "Args" in text.sections:
        yield table(("Argument", "Meaning"), _meanings(documented))
    for heading in ("Returns", "Yields"):
        if heading in text.sections:
            yield f"{heading}: {' '.join(text.sections[heading].split())}"
    raised = text.items("Raises")
    if raised:
        reasons = (f"{code(name)} ({why.rstrip('.')})" for name, why in raised.items())
        yield f"Raises {', '.join(reasons)}."


def _meanings(documented: Any) -> list[tuple[str, str]]:
    return [(code(name), text) for name, text in docstring(documented).items("Args").items()]


def _call(name: str, documented: Any) -> str:
    """How something is called, with the types of what goes in and comes out."""
    signature = inspect.signature(documented)
    parameters = _parameters(signature)
    result = signature.return_annotation
    ending = ")" if inspect.isclass(documented) else f") -> {result}"
    line = f"{name}({', '.join(parameters)}{ending}"
    if len(line) > _WIDEST:
        line = "\n".join([f"{name}(", *(f"    {item}," for item in parameters), ending])
    return f"```text\n{line}\n```"


def _parameters(signature: inspect.Signature) -> list[str]:
    """Parameters as written, with the star from which on they have to be named."""
    found: list[str] = []
    starred = any(item.kind is item.VAR_POSITIONAL for item in signature.parameters.values())
    for item in signature.parameters.values():
        if item.name == "self":
            continue
        if item.kind is item.KEYWORD_ONLY and not starred:
            found.append("*")
            starred = True
        found.append(_parameter(item))
    return found


def _parameter(item: inspect.Parameter) -> str:
    star = "*" if item.kind is item.VAR_POSITIONAL else ""
    text = f"{star}{item.name}: {item.annotation}"
    if item.default is item.empty:
        return text
    plain = item.default is None or isinstance(item.default, str | int | float | tuple)
    return f"{text} = {repr(item.default) if plain else f'{type(item.default).__name__}()'}"
