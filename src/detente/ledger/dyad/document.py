"""The answer about a pair as JSON; its form is told in docs/relations.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.records import Party

if TYPE_CHECKING:
    from detente.ledger.dyad.balance import Balance, Band, Month
    from detente.ledger.dyad.claims import Claims, Denial, DyadClaim
    from detente.ledger.dyad.entry import Entry, Report
    from detente.ledger.dyad.openness import Openness
    from detente.ledger.dyad.silence import LevelSilence
    from detente.ledger.dyad.view import DyadView

Record = dict[str, Any]
_DIGITS = 3


def document_of(view: DyadView) -> Record:
    """The answer, ready for ``json.dumps``."""
    last = view.contacts.last
    return {
        "sides": [{"code": side.code, "name": side.name} for side in view.sides],
        "version": view.version,
        "day": view.day.isoformat(),
        "as_of": _day(view.known_on),
        "happenings": view.happenings,
        "last_report": _day(view.last_report),
        "last_report_in_ledger": _day(view.last_in_ledger),
        "days_since_contact": view.days_since_contact,
        "last_contact": _entry(last) if last else None,
        "last_contacts": {
            str(level): _entry(entry) for level, entry in view.contacts.by_level.items()
        },
        "silence": {
            "levels": [_silence(item) for item in view.silence.levels],
            "said": _entries(view.silence.said),
        },
        "openness": [_openness(item) for item in view.openness],
        "disruptions": {
            "number": view.disruptions.number,
            "listed": _entries(view.disruptions.listed),
        },
        "claims": [_claims(item) for item in view.claims],
        "balance": _balance(view.balance),
        "neighbours": {
            code: [{"code": item.code, "happenings": item.happenings} for item in items]
            for code, items in view.neighbours.items()
        },
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _entries(entries: Iterable[Entry]) -> list[Record]:
    return [_entry(entry) for entry in entries]


def _entry(entry: Entry) -> Record:
    when = entry.when
    return {
        "happening": entry.happening,
        "event": entry.category,
        "mode": entry.mode,
        "quad_code": entry.quad_code,
        "status": str(entry.status),
        "assertion": str(entry.assertion),
        "date": when.first.isoformat() if when else None,
        "enddate": when.last.isoformat() if when else None,
        "date_basis": str(when.basis) if when else None,
        "actor": [_party(party) for party in entry.actors],
        "recipient": [_party(party) for party in entry.recipients],
        "level": str(entry.level) if entry.level else None,
        "channel": entry.channel,
        "place": entry.place,
        "context": list(entry.topics),
        "condition": entry.condition,
        "text": entry.text,
        "reports": _reports(entry.reports),
    }


def _party(party: Party) -> Record:
    return {
        "code": party.code,
        "sector": party.sector,
        "entity_text": party.entity_text,
        "identifier_text": party.identifier_text,
        "identifier_id": party.identifier_id,
        "office": party.office,
    }


def _reports(reports: Iterable[Report]) -> list[Record]:
    return [
        {
            "event": report.event,
            "id": report.id,
            "publication": report.publication,
            "published": _day(report.published),
        }
        for report in reports
    ]


def _silence(item: LevelSilence) -> Record:
    return {
        "level": str(item.level),
        "since": item.since.isoformat(),
        "days": item.days,
        "talks": item.talks,
        "longest_gap": item.longest_gap,
        "unusual": item.is_unusual,
        "last_contact": item.last.happening,
    }


def _openness(item: Openness) -> Record:
    return {
        "code": item.code,
        "ready": _entries(item.ready),
        "refuses": _entries(item.refuses),
        "refusing_since": _day(item.refusing_since),
    }


def _claims(claims: Claims) -> Record:
    listed = [_claim(claim) for claim in claims.listed]
    return {"code": claims.code, "number": claims.number, "listed": listed}


def _claim(claim: DyadClaim) -> Record:
    return {
        "id": claim.id,
        "happening": claim.happening,
        "claimant": _party(claim.claimant),
        "event": claim.category,
        "mode": claim.mode,
        "said_on": _day(claim.said_on),
        "text": claim.text,
        "reports": _reports(claim.reports),
        "denials": [_denial(denial) for denial in claim.denials],
    }


def _denial(denial: Denial) -> Record:
    return {
        "id": denial.id,
        "claimant": _party(denial.claimant),
        "said_on": _day(denial.said_on),
        "text": denial.text,
        "reports": _reports(denial.reports),
    }


def _balance(balance: Balance) -> Record:
    return {
        "months": [_month(month) for month in balance.months],
        "running": _month(balance.running) if balance.running else None,
        "usual": {
            "cooperation": _band(balance.cooperation),
            "conflict": _band(balance.conflict),
            "net": _band(balance.net),
        },
        "recent": round(balance.recent, _DIGITS),
        "trend": str(balance.trend) if balance.trend else None,
    }


def _month(month: Month) -> Record:
    return {
        "month": f"{month.first:%Y-%m}",
        "cooperation": month.cooperation,
        "conflict": month.conflict,
    }


def _band(band: Band) -> Record:
    return {name: round(getattr(band, name), _DIGITS) for name in ("mean", "low", "high")}
