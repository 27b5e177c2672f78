"""The relation of two parties: contacts, silence, openness, disruptions, claims, balance."""

from detente.ledger.dyad.balance import Balance, Band, Month, Trend
from detente.ledger.dyad.claims import Claims, Denial, DyadClaim
from detente.ledger.dyad.contacts import Contacts
from detente.ledger.dyad.entry import Entry, Report
from detente.ledger.dyad.neighbours import Neighbour
from detente.ledger.dyad.openness import Openness
from detente.ledger.dyad.parties import Side, side_of, sides_of
from detente.ledger.dyad.period import MONTHS
from detente.ledger.dyad.silence import LevelSilence, Silence
from detente.ledger.dyad.view import LISTED, Disruptions, DyadView, dyad_view

__all__ = [
    "LISTED",
    "MONTHS",
    "Balance",
    "Band",
    "Claims",
    "Contacts",
    "Denial",
    "Disruptions",
    "DyadClaim",
    "DyadView",
    "Entry",
    "LevelSilence",
    "Month",
    "Neighbour",
    "Openness",
    "Report",
    "Side",
    "Silence",
    "Trend",
    "dyad_view",
    "side_of",
    "sides_of",
]
