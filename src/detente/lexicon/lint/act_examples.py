"""Examples of acts and operators: a sentence and the event it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.lexicon.entries import Outcome
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.toml_table import Entry
from detente.records import Status

_FORM = "SENTENCE => ACTORS CATEGORY/mode RECIPIENTS [status], or SENTENCE => nothing"
_EVENT = re.compile(
    r"(?P<sentence>.+) => (?P<actors>\S+) (?P<act>\S+) (?P<recipients>\S+)(?: (?P<status>\S+))?"
)
_SENTENCE = re.compile(r"[\"“]?[A-Z].*[.?!][\"”]?")
_NOBODY = "-"
_NOTHING = " => nothing"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the event it tells.

    Args:
        sentence: the sentence.
        actors: codes of who acts.
        outcome: category, and the mode where the example states it; None where it tells no event.
        recipients: codes of on whom.
        status: status where the example states it, else None.
    """

    sentence: str
    actors: tuple[str, ...] = ()
    outcome: Outcome | None = None
    recipients: tuple[str, ...] = ()
    status: str | None = None

    @classmethod
    def of(cls, text: str) -> Example:
        """Reads ``SENTENCE => ACTORS CATEGORY/mode RECIPIENTS [status]``, or ``SENTENCE => nothing``.

        Raises:
            ValueError: the text has another form.
        """
        if text.endswith(_NOTHING):
            return cls(text.removesuffix(_NOTHING))
        match = _EVENT.fullmatch(text)
        if match is None:
            message = f"an example has the form {_FORM}"
            raise ValueError(message)
        return cls(
            match["sentence"],
            _codes(match["actors"]),
            Outcome.of(match["act"]),
            _codes(match["recipients"]),
            match["status"],
        )


def _codes(text: str) -> tuple[str, ...]:
    return () if text == _NOBODY else tuple(text.split("+"))


def example_faults(entry: Entry, codebook: Codebook, fewest: int) -> Iterator[Fault]:
    """Examples that are too few or state what there is not.

    Args:
        entry: an act or operator.
        codebook: what there is.
        fewest: how many there must be.
    """
    texts = entry.words("examples")
    if len(texts) < fewest:
        yield entry.fault(f"{len(texts)} examples where {fewest} are needed", "examples =")
    for text in texts:
        reason = _fault(text, codebook)
        if reason:
            yield entry.fault(f"example {text!r}: {reason}", text.split(" => ")[0])


def _fault(text: str, codebook: Codebook) -> str:
    try:
        example = Example.of(text)
    except ValueError as fault:
        return str(fault)
    if not _SENTENCE.fullmatch(example.sentence):
        return "begin with a capital and end with a full stop"
    for code in (*example.actors, *example.recipients):
        if not codebook.has_code(code):
            return f"no code {code!r}"
    if example.status and example.status not in list(Status):
        return f"no status {example.status!r}"
    return codebook.outcome_fault(str(example.outcome)) if example.outcome else ""


def is_sentence(text: str) -> bool:
    """Whether a text begins with a capital and ends as a sentence does."""
    return _SENTENCE.fullmatch(text) is not None
