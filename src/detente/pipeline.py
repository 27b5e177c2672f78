"""The only file that orders the stages: parse, link, coding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import tee
from typing import TYPE_CHECKING

from detente.coding import Coding, Judgement, Stamp, coded, related
from detente.coding.relation import Relation
from detente.errors import CodingError, MissingExtraError
from detente.lexicon import (
    Lexicon,
    Registry,
    default_joining,
    default_lexicon,
    default_registry,
    registry_with,
)
from detente.link import Linker, linked
from detente.parse import Parser
from detente.records import Article, Document, Event, LinkedDocument, Span
from detente.settings import CoderKind, Settings
from detente.version import CODER

if TYPE_CHECKING:
    from detente.learned import Judge


class Coder:
    """Codes reports into events.

    Loading the language model takes about a second; keep one coder for all reports.

    Args:
        settings: how to code; None for the defaults.
        lexicon: what words mean; None for the one that ships.
        registry: who is who; None for the one that ships, with the actors that settings name.

    Raises:
        ModelError: the language model is not installed.
        LexiconError: the lexicon or registry has a fault.
        MissingExtraError: the joint coder is asked for and its libraries are not installed.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        lexicon: Lexicon | None = None,
        registry: Registry | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.lexicon = lexicon or default_lexicon()
        self.registry = registry or _registry_for(self.settings)
        self._parser = Parser(self.settings.model, self.settings.batch_size)
        self._linker = Linker(self.registry, self.lexicon.speech.verbs)
        self._judge = self._judge_for(self.settings.coder)

    @property
    def digest(self) -> str:
        """Short hash of the lexicon, the registry and the network, as events carry it."""
        digests = [self.lexicon.digest, self.registry.digest]
        if self._judge is not None:
            digests.append(self._judge.digest)
        return "-".join(digests)

    def code(self, article: Article) -> list[Event]:
        """The events of one report, in the order of the text."""
        return list(self.coding(article).events)

    def code_many(self, articles: Iterable[Article]) -> Iterator[Event]:
        """The events of many reports, report by report; parsing is batched over them."""
        for coding in self.codings(articles):
            yield from coding.events

    def coding(self, article: Article) -> Coding:
        """The events of one report, with the clauses that gave none and why."""
        return next(self.codings([article]))

    def codings(
        self,
        articles: Iterable[Article],
        on_fault: Callable[[CodingError], None] | None = None,
    ) -> Iterator[Coding]:
        """The same for many reports, in their order.

        Args:
            articles: the reports.
            on_fault: called with what a report met that cannot be coded, which is then left out;
                None to raise it.

        Raises:
            CodingError: a report cannot be coded, through a fault of the program.
        """
        today = datetime.now(UTC).date()
        stamp = Stamp(CODER, self.digest, today, self.settings.background_days)
        for article, document in self._parsed(articles):
            try:
                found = linked(self._linker, document, article)
                coding = coded(article, found, self.lexicon, stamp, self._judgement(found))
            except Exception as cause:
                fault = CodingError(article.id, article.source, cause)
                if on_fault is None:
                    raise fault from cause
                on_fault(fault)
                continue
            yield coding

    def linked_many(self, articles: Iterable[Article]) -> Iterator[LinkedDocument]:
        """Many reports as the link stage leaves them, in their order."""
        for article, document in self._parsed(articles):
            yield linked(self._linker, document, article)

    def _parsed(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Document]]:
        kept, parsed = tee(articles)
        return zip(kept, self._parser.parse_many(item.text for item in parsed), strict=True)

    def relate(self, text: str, actor: tuple[int, int], recipient: tuple[int, int]) -> Relation:
        """What one marked party does to another in a sentence.

        Args:
            text: the sentence.
            actor: start and end of the words for the one who acts, in characters, half-open.
            recipient: start and end of the words for the other.

        Raises:
            ArticleError: a mark lies outside the text.
        """
        article = Article(id="relate", text=text)
        found = linked(self._linker, self._parser.parse(text), article)
        judge = None if self._judge is None else self._judge.opinions
        return related(found, self.lexicon, Span(*actor), Span(*recipient), judge)

    def _judge_for(self, kind: CoderKind) -> Judge | None:
        if kind is CoderKind.GRAMMAR:
            return None
        try:
            from detente.learned import Judge, default_network  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as fault:
            raise MissingExtraError("the joint coder", "network") from fault
        return Judge(default_network(), self.lexicon.speech.days)

    def _judgement(self, found: LinkedDocument) -> Judgement | None:
        if self._judge is None:
            return None
        return Judgement(self._judge.opinions(found), default_joining())


def _registry_for(settings: Settings) -> Registry:
    return default_registry() if settings.actors is None else registry_with(settings.actors)
