"""What a program can ask a ledger for: every parameter with what it means and an example."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, create_model
from pydantic.json_schema import SkipJsonSchema

from detente.errors import QuestionError
from detente.ledger.filter_words import DAYS, FIELDS, FieldWords, fields_of, outer
from detente.ledger.filters import Filter, moment_of
from detente.serve.cursors import LAST_VERSION, Cursor, cursor_of, question_digest

LONGEST_VALUE, _MOST_VALUES = 200, 40
_MOST_LISTED = 200
# What tells one page, version or form of an answer from another, and not one question.
_OUTSIDE = frozenset(("version", "at", "limit", "cursor", "format"))

# Days are counted from and to these.
_FIRST, _LAST = date(1900, 1, 1), date(9000, 1, 1)

Text = Annotated[str, StringConstraints(max_length=LONGEST_VALUE)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_VALUE)]


def without_default(schema: dict[str, Any]) -> None:
    """A parameter that is left out has no value, and none that the description could name."""
    schema.pop("default", None)


class OfVersion(BaseModel):
    """Which version of the ledger is asked."""

    model_config = ConfigDict(extra="forbid")

    version: Annotated[int, Field(ge=1, le=LAST_VERSION)] | SkipJsonSchema[None] = Field(
        None,
        json_schema_extra=without_default,
        description="As the ledger was in this version; the latest unless said otherwise.",
        examples=[3],
    )
    at: Text | SkipJsonSchema[None] = Field(
        None,
        json_schema_extra=without_default,
        description="As the ledger was then: a day, which stands for its end, or a moment, in UTC"
        " where it names no zone.",
        examples=["2023-11-12", "2023-11-12T08:00"],
    )

    def bound(self, cursor: Cursor | None = None) -> tuple[int | None, datetime | None]:
        """The version and the time that are asked, either of which may be None.

        Args:
            cursor: where a list goes on, in the version of its first page.

        Raises:
            QuestionError: two versions are named, or the time is none.
        """
        if self.version is not None and self.at is not None:
            raise QuestionError("name a version or a time, not both")
        if cursor is None:
            return self.version, None if self.at is None else moment_of(self.at)
        if self.at is not None or self.version not in (None, cursor.version):
            raise QuestionError(
                f"the cursor is of version {cursor.version}; name no other, and no time"
            )
        return cursor.version, None


class OfPage(OfVersion):
    """A page of a list; who asks for one says how many records it can have."""

    limit: int
    cursor: Annotated[str, StringConstraints(max_length=1_000)] | SkipJsonSchema[None] = Field(
        None,
        json_schema_extra=without_default,
        description="Where to go on: `next` of the page before, with the same filters and order."
        " It is bound to the version of the first page, whatever is added meanwhile.",
    )

    def question(self, name: str) -> str:
        """A digest of what is asked, whichever page of it.

        Args:
            name: of the list.
        """
        asked = self.model_dump(exclude={*_OUTSIDE}, mode="json")
        return question_digest(name, sorted(asked.items()))

    def going_on(self, name: str) -> Cursor | None:
        """Where the list goes on; None for its first page.

        Args:
            name: of the list.

        Raises:
            QuestionError: the cursor is none, or that of another question.
        """
        return None if self.cursor is None else cursor_of(self.cursor, self.question(name))


class OfTopic(OfPage):
    """A page of a list that can be filtered; each list adds its fields."""

    order: Annotated[str, StringConstraints(pattern="^(oldest|newest)$")] = Field(
        "oldest",
        description="oldest or newest first, by the day of the act; what has no day comes last.",
        examples=["newest"],
    )

    def wanted(self) -> Filter:
        """The filter.

        Raises:
            QuestionError: a value is none that there is.
        """
        given = {name: getattr(self, name, None) for name in FIELDS}
        chosen = {name: value for name, value in given.items() if value not in (None, [])}
        return Filter.of(**chosen, order=self.order, limit=self.limit)


class OfRelation(OfVersion):
    """The relation of two parties."""

    as_of: Annotated[date, Field(ge=_FIRST, le=_LAST)] | SkipJsonSchema[None] = Field(
        None,
        json_schema_extra=without_default,
        description="As it was known then: reports published by that day, and days counted to it;"
        " today unless said otherwise.",
        examples=["2023-11-30"],
    )
    limit: int = Field(
        12, ge=1, le=_MOST_LISTED, description="The most happenings and claims in a list of it."
    )


_Topic = TypeVar("_Topic", bound=OfTopic)


def of_topic(topic: str, base: type[_Topic]) -> type[_Topic]:
    """What a list can be asked for.

    Args:
        topic: one of ``TOPICS``.
        base: how its pages are asked for.
    """
    fields: dict[str, Any] = {name: _field(name, words) for name, words in fields_of(topic).items()}
    return create_model(f"Of{topic.title()}", __base__=base, **fields)


def _field(name: str, words: FieldWords) -> tuple[Any, Any]:
    alias = outer(name) if outer(name) != name else None
    if name in DAYS:
        day = Field(
            None,
            alias=alias,
            description=words.text,
            examples=[words.example],
            json_schema_extra=without_default,
        )
        return Text | SkipJsonSchema[None], day  # type: ignore[misc]
    several = Field(
        default_factory=list[str],
        max_length=_MOST_VALUES,
        description=words.text,
        examples=[[words.example]],
    )
    return Annotated[list[Text], BeforeValidator(_listed)], several


def _listed(value: Any) -> Any:
    """One value is a list of one, as many a program writes it."""
    return [value] if isinstance(value, str) else value
