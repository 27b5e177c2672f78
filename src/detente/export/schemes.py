"""Codes of other schemes: CAMEO's roles and levels, FIPS codes, sectors in the words of ICEWS."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.export.layouts import table_rows
from detente.records import Party

_BODIES = {"UNO": "IGOUNO", "EUR": "IGOEUREEC"}
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))


@cache
def fips() -> Mapping[str, str]:
    """FIPS 10-4 codes of states, by their own code; the first where a state has several."""
    rows = table_rows("fips.csv")
    return {row["code"]: row["fips"] for row in reversed(rows)}


@cache
def sectors(scheme: str) -> Mapping[str, str]:
    """What another scheme calls each sector.

    Args:
        scheme: ``cameo``, ``icews`` or ``acled``.
    """
    rows = table_rows("sectors.csv")
    wanted = (row for row in rows if row["scheme"] == scheme and row["written"] == "1")
    return {row["sector"]: row["name"] for row in wanted}


def role(party: Party) -> str:
    """CAMEO's role of a party; empty where there is none or it is unknown."""
    return sectors("cameo").get(party.sector, "")


def cameo_actor(party: Party) -> str:
    """CAMEO's code of a party: state or body, then role: ``FRAMIL``."""
    body = _BODIES.get(party.code)
    own_role = role(party)
    return body or party.code + ("" if own_role == party.code else own_role)


def root_of(cameo: str) -> str:
    """First level of a CAMEO code."""
    return cameo[:2]


def quad_of(cameo: str) -> int:
    """GDELT's quad class, which goes by the first level of the code."""
    return next(quad for last, quad in _QUADS if int(root_of(cameo)) <= last)


def penta_of(cameo: str) -> int:
    """Phoenix's penta class: a statement or an appeal is 0, the rest as in GDELT."""
    return 0 if root_of(cameo) in ("01", "02") else quad_of(cameo)
