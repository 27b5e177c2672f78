"""The entries of the lexicon: what a word can mean, as data says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.records import Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """A category, with the mode it is sure to have.

    Args:
        category: PLOVER category.
        mode: PLOVER mode, or None.
    """

    category: str
    mode: str | None = None

    @classmethod
    def of(cls, text: str) -> Outcome:
        """Reads ``CATEGORY`` or ``CATEGORY/mode``."""
        category, _, mode = text.partition("/")
        return cls(category, mode or None)

    def __str__(self) -> str:
        return f"{self.category}/{self.mode}" if self.mode else self.category


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a category: its PLOVER score and nearest CAMEO code."""

    score: float
    cameo: str


@dataclass(frozen=True, slots=True)
class Category:
    """A PLOVER category.

    Args:
        name: e.g. ``CONSULT``.
        quad: quad code, 1 to 4.
        score: PLOVER's intensity score.
        cameo: nearest CAMEO code.
        verbal: whether saying it is doing it, so that a speaker's own act needs no attribution.
        voices: whether doing it is a way of saying something (a protest).
        actor_optional: whether it is told of nobody known ("was attacked").
        recipient_required: whether it is told only of two sides.
        recipient_sought: whether a recipient that syntax leaves open is looked for in its clause.
        recipient_carried: whether it is then taken from what was told just before.
        recipient_foreign: whether an official of one's own is what it is done with, not to whom
            ("recalled its ambassador").
        irrealis: whether what it is about is not told as done ("called for an attack").
        blames: whether it is directed at whoever does what it is about.
        not_by: sectors whose doings are none of it (a tourist's trip is no state visit).
        future: what it is called while it is still to come, or None where it stays itself.
        modes: its modes by name.
    """

    name: str
    quad: int
    score: float
    cameo: str
    verbal: bool = False
    voices: bool = False
    actor_optional: bool = False
    recipient_required: bool = False
    recipient_sought: bool = True
    recipient_carried: bool = False
    recipient_foreign: bool = False
    irrealis: bool = False
    blames: bool = False
    not_by: frozenset[str] = frozenset()
    future: Outcome | None = None
    modes: Mapping[str, Mode] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActEntry:
    """A base act: words that mean it, and where its parties stand.

    The fields are those of ``data/acts/*.toml``, described in CONTRIBUTING.md.
    """

    id: str
    category: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    needs_in: tuple[str, ...] = ("object",)
    unless: frozenset[str] = frozenset()
    noun_needs: frozenset[str] = frozenset()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    noun_actor: tuple[str, ...] = ("possessor", "by", "between", "from", "modifier")
    noun_recipient: tuple[str, ...] = ("on", "against", "of", "to", "toward", "with", "for")
    reciprocal: bool = False
    default_actor: str | None = None
    default_recipient: str | None = None
    speaker: bool = False
    negated_only: bool = False
    negated: Outcome | None = None
    also: Outcome | None = None
    yields: bool = False
    weak: bool = False
    told_only: bool = False
    by: frozenset[str] = frozenset()
    not_by: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class OperatorEntry:
    """An operator: takes an act and gives an act. The fields are those of ``data/operators.toml``."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    needs_marker: frozenset[str] = frozenset()
    actor: str = "subject"
    recipient: str = "inner"
    gives: Mapping[str, str] = field(default_factory=dict)
    negated_gives: Mapping[str, str] = field(default_factory=dict)
    status: Status = Status.ACTUAL
    future: str = ""
    keeps: str = ""
    claims: bool = False
    refusable: bool = False
    restores: bool = False
    alone: Outcome | None = None
    alone_recipient: tuple[str, ...] = ("object",)
    alone_never: frozenset[str] = frozenset()
    infinitive_only: bool = False
    own_only: bool = False
    others_only: bool = False
    others: Status | None = None
    unshifted_only: bool = False
    singular_only: bool = False
    forecasts: bool = False
    nominal_only: bool = False
    examples: tuple[str, ...] = ()
    source: str = ""

    def result(self, category: str, mode: str | None = None, *, negated: bool = False) -> str:
        """What an inner act becomes: ``same``, ``none`` or an outcome.

        Args:
            category: category of the inner act.
            mode: its mode; a key ``CATEGORY/mode`` goes before one of the category alone.
            negated: whether the inner act is negated ("agreed not to").
        """
        if negated:
            found = self.negated_gives.get(category) or self.negated_gives.get("default")
            if found:
                return found
        precise = self.gives.get(f"{category}/{mode}") if mode else None
        return precise or self.gives.get(category) or self.gives.get("default", "same")


@dataclass(frozen=True, slots=True)
class ModeCue:
    """Words that tell the mode of an act of a category."""

    category: str
    mode: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of saying and of doubt, from ``data/speech.toml``."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    doubtful_nouns: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    prepositions: frozenset[str]
    hearsay: frozenset[str]
    carriers: frozenset[str]
    questions: frozenset[str]
    bystanders: frozenset[str]
    holding: frozenset[str]
    reflexives: frozenset[str]
    demanding: frozenset[str]
    days: frozenset[str]
    conditionals: frozenset[str]
    refuting: frozenset[str]
    untrue: frozenset[str]
    true: frozenset[str]
    earlier: frozenset[str]
    excluding: frozenset[str]
    near_misses: frozenset[str]
    negative_determiners: frozenset[str]
    conditions: frozenset[str]
    doubtful_adjectives: frozenset[str]
    future_adjectives: frozenset[str]
    negative_adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject whose wording sounds like events and is none, from ``data/off_topic.toml``.

    Args:
        name: e.g. ``sport``.
        words: words that belong to it and hardly to politics.
        alone: those of which one is enough; "oldyear" stands for any from 1000 to 1899.
        serious: categories of acts that are told even in such a sentence.
        shared: words for acts that the subject uses as well.
        sentence: how many of them in one sentence put the sentence off topic.
        share: how many in a hundred words put the whole report off topic.
    """

    name: str
    words: frozenset[str]
    alone: frozenset[str]
    serious: frozenset[str]
    shared: frozenset[str]
    sentence: int
    share: float


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Verbs that lend their subject to an act told by a noun, from ``data/light_verbs.toml``."""

    agent: frozenset[str]
    undergoer: frozenset[str]
    occurrence: frozenset[str]
