"""What an address can ask a list for, with the words that the OpenAPI teaches it by."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from detente.ledger.conditions import BY_TOPIC
from detente.ledger.filter_words import FIELD_WORDS
from detente.ledger.filters import Filter, Order
from detente.serve.api.forms import Form

_LONGEST, _MOST_VALUES = 200, 20
_USUAL, _MOST = 100, 1000
_LATEST_VERSION = 2**53
_ASIDE = frozenset(("version", "at", "cursor", "limit", "format"))

Version = Annotated[
    int | None,
    Field(ge=1, le=_LATEST_VERSION, description="Read the ledger as this version has it."),
]
Moment = Annotated[
    datetime | None,
    Field(description="Read it as it was at this time, in UTC where it names no zone."),
]
_Value = Annotated[str, Field(min_length=1, max_length=_LONGEST)]


class ListAsked(BaseModel):
    """What every list can be asked for."""

    model_config = ConfigDict(extra="forbid")

    version: Version = None
    at: Moment = None
    order: Annotated[Order, Field(description="By the day of the act.")] = Order.OLDEST
    limit: Annotated[int, Field(ge=1, le=_MOST, description="The most on one page.")] = _USUAL
    cursor: Annotated[
        str | None,
        Field(max_length=_LONGEST, description="Where the page begins: `next` of the one before."),
    ] = None
    format: Annotated[
        Form | None, Field(description="The form, where it is not the Accept header's.")
    ] = None

    def wanted(self, **more: Any) -> Filter:
        """The filter that is asked for.

        Args:
            more: further fields of the filter.

        Raises:
            QuestionError: a value is none that there is.
        """
        given = self.model_dump(exclude_none=True, exclude=set(_ASIDE))
        return Filter.of(**{**given, **more})


def asked_of(topic: str) -> type[ListAsked]:
    """What a list of a topic can be asked for.

    Args:
        topic: of ``detente.ledger.topics.TOPICS``.
    """
    fields: dict[str, Any] = {name: _field(name) for name in BY_TOPIC[topic]}
    return create_model(f"{topic.capitalize()}Asked", __base__=ListAsked, **fields)


def _field(name: str) -> tuple[Any, Any]:
    words = FIELD_WORDS[name]
    if words.is_day:
        field = Field(description=words.told, examples=[words.example])
        return Annotated[_Value | None, field], None
    field = Field(max_length=_MOST_VALUES, description=words.told, examples=[[words.example]])
    return Annotated[list[_Value] | None, field], None
