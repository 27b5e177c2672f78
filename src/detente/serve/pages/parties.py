"""Parties, and people and bodies that act for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.ledger.dyad import side_of
from detente.ledger.profile import Known
from detente.lexicon import default_registry
from detente.lexicon.registry_rows import OfficeRole, Person
from detente.serve.asked import ALL_CONTACTS
from detente.serve.charts import chart_answer, map_chart
from detente.serve.site import site_of
from detente.serve.wording import name

_NOT_FOUND, _LIST_AGE_S = 404, 60
_SORTS: dict[str, tuple[Callable[[Known], Any], bool]] = {
    "happenings": (attrgetter("happenings"), True),
    "name": (lambda party: name(party.code), False),
    "last": (lambda party: str(party.last or ""), True),
}
_HIGH_OFFICES = (
    OfficeRole.HEAD_OF_STATE,
    OfficeRole.HEAD_OF_GOVERNMENT,
    OfficeRole.FOREIGN_MINISTER,
    OfficeRole.DEFENCE_MINISTER,
    OfficeRole.ORGANISATION_HEAD,
)
_HELD_SHOWN = 8


def parties(request: Request) -> Response:
    """The parties that occur."""
    site = site_of(request)
    sort = request.query_params.get("sort", "happenings")
    with site.readers.reading() as ledger:
        found = site.memory.recall("parties", _LIST_AGE_S, ledger.parties)
        version = ledger.version
    key, falling = _SORTS.get(sort, _SORTS["happenings"])
    shown = sorted(found, key=key, reverse=falling)
    return site.page(request, "parties.html", parties=shown, sort=sort, version=version)


def party(request: Request) -> Response:
    """A party: with whom it deals, its offices, what it claims and what is claimed about it."""
    site = site_of(request)
    side = side_of(request.path_params["code"])
    if side.code != request.path_params["code"]:
        return RedirectResponse(f"/parties/{side.code}", 307)
    with site.readers.reading() as ledger:
        profile = ledger.profile(side.code)
        version = ledger.version
    return site.page(
        request,
        "party.html",
        side=side,
        profile=profile,
        all_contacts=ALL_CONTACTS,
        offices=_offices(side.code),
        version=version,
    )


def party_map(request: Request) -> Response:
    """Those with whom a party deals, on a map."""
    code = side_of(request.path_params["code"]).code
    with site_of(request).readers.reading() as ledger:
        dealings = ledger.profile(code).dealings
    return chart_answer(request, lambda colours, width: map_chart(code, dealings, colours, width))


def actor(request: Request) -> Response:
    """A person, or a body without a code of its own.

    Raises:
        HTTPException: neither the registry nor the ledger knows them.
    """
    site, identity = site_of(request), request.path_params["identity"]
    person = next((item for item in default_registry().people if item.id == identity), None)
    code = person.offices[-1].code if person else ""
    with site.readers.reading() as ledger:
        if not code:
            code = _code_in(ledger.listing(identity=identity, limit=1).listed, identity)
        profile = ledger.person(identity, code)
        version = ledger.version
    if person is None and not profile.happenings:
        raise HTTPException(_NOT_FOUND, "Nobody of this name is known.")
    return site.page(
        request,
        "actor.html",
        identity=identity,
        title=_title(person, profile.latest, identity),
        person=person,
        code=code,
        profile=profile,
        all_contacts=ALL_CONTACTS,
        version=version,
    )


def _offices(code: str) -> list[tuple[OfficeRole, list[Any]]]:
    """Who held the high offices of a party, the last first."""
    held = default_registry().offices
    found = ((role, list(reversed(held.get((code, role), ())))) for role in _HIGH_OFFICES)
    return [(role, rows[:_HELD_SHOWN]) for role, rows in found if rows]


def _code_in(entries: Sequence[Any], identity: str) -> str:
    for entry in entries:
        for item in (*entry.actors, *entry.recipients):
            if item.identifier_id == identity:
                return str(item.code)
    return ""


def _title(person: Person | None, entries: Sequence[Any], identity: str) -> str:
    if person is not None:
        return person.name
    for entry in entries:
        for item in (*entry.actors, *entry.recipients):
            if item.identifier_id == identity:
                return str(item.identifier_text)
    return identity
