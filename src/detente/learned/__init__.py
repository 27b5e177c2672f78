"""Learned: what a small trained network, blind to names, takes the words of a report for."""

from detente.learned.judge import Judge, default_network
from detente.learned.network import Network
from detente.learned.page import Page, page_of
from detente.learned.vocabulary import Vocabulary

__all__ = ["Judge", "Network", "Page", "Vocabulary", "default_network", "page_of"]
