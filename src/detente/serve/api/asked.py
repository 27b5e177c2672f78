"""What an address of the API can ask for."""

from __future__ import annotations

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from detente.serve.api.forms import Form
from detente.serve.questions import OfPage, OfTopic, without_default

_USUAL, _MOST = 100, 1_000


class OfList(OfPage):
    """A page of a list, and the form in which it comes."""

    limit: int = Field(
        _USUAL, ge=1, le=_MOST, description="How many records a page has at most.", examples=[25]
    )
    format: Form | SkipJsonSchema[None] = Field(
        None,
        json_schema_extra=without_default,
        description="The form of the answer, whatever the header Accept says.",
    )


class OfTopicList(OfList, OfTopic):
    """The same of a list that can be filtered."""


class OfCorrections(OfList):
    """A page of the corrections."""

    stale: bool = Field(
        default=False, description="Only those that no longer fit what is coded.", examples=[True]
    )
