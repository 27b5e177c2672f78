"""What the tools can be asked for: pages are small, since a model reads all of an answer."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from detente.serve.questions import Name, OfPage, OfRelation, OfTopic, OfVersion

_USUAL, _MOST = 10, 50
_FEW, _MANY = 3, 20
_PARTY = "A code, name or adjective: FRA, France, french."


class Few(OfPage):
    """A page of a list."""

    limit: int = Field(_USUAL, ge=1, le=_MOST, description="How many records at most.")


class FewOfTopic(Few, OfTopic):
    """A page of a list that can be filtered."""


class FewCorrections(Few):
    """A page of the corrections."""

    stale: bool = Field(default=False, description="Only those that no longer fit what is coded.")


class OfPair(OfRelation):
    """The relation of two parties."""

    first: Name = Field(description=_PARTY, examples=["FRA"])
    second: Name = Field(description="The other one.", examples=["Russia"])
    limit: int = Field(_FEW, ge=1, le=_MANY, description="Happenings and claims in each list.")


class OfReport(OfVersion):
    """A report."""

    key: Name = Field(
        description="Its key: `article` of the evidence.", examples=["8d1b5c0a4e7f29b6a3c1d0e2"]
    )


class OfParty(BaseModel):
    """A party."""

    model_config = ConfigDict(extra="forbid")

    name: Name = Field(description=_PARTY, examples=["Frnace"])


class Nothing(BaseModel):
    """Nothing has to be said."""

    model_config = ConfigDict(extra="forbid")
