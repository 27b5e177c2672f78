"""What a clause's own form, and its place under others, make of the act it tells."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Context
from detente.lexicon import Speech
from detente.records import Clause, ClauseForm, ClauseLink, Status, Tense

_NEGATION_OF = {
    Status.ACTUAL: Status.NEGATED,
    Status.NEGATED: Status.ACTUAL,
    Status.FUTURE: Status.NEGATED,
    Status.HYPOTHETICAL: Status.NEGATED,
}
_TOPIC_OF_NOUN = frozenset(("of", "to", "on", "over"))
_TOPIC_OF_VERB = frozenset(("about", "against", "towards", "toward"))
_INFINITIVE_LINKS = frozenset(
    (ClauseLink.ADVERBIAL, ClauseLink.COMPLEMENT, ClauseLink.RELATIVE, ClauseLink.CONTROL)
)


def own_status(clause: Clause, context: Context) -> tuple[Status, str]:
    """The status that a clause's form gives, with the reason.

    Negation is left to ``negated``: it turns over what modality and tense have made.
    """
    if clause.question:
        return Status.HYPOTHETICAL, "asked as a question"
    if clause.modal == "would" and context.sayings and clause.tense is not Tense.FUTURE:
        return Status.FUTURE, "'would' in reported speech"
    if clause.modal and not (clause.modal == "can" and clause.negated):
        return Status.HYPOTHETICAL, f"modal '{clause.modal}'"
    if clause.tense is Tense.FUTURE:
        return Status.FUTURE, "future tense"
    if is_untold(clause):
        return Status.HYPOTHETICAL, "a form that does not say it was done"
    return Status.ACTUAL, "told as done"


def is_untold(clause: Clause) -> bool:
    """Whether a clause says neither that its act was done nor that it was not.

    Infinitives do, and gerunds that only name what a noun or word of saying is about ("talks about
    leaving").
    """
    if clause.form is ClauseForm.GERUND and clause.link is ClauseLink.COMPLEMENT:
        on_noun = clause.parent_phrase is not None and clause.marker in _TOPIC_OF_NOUN
        return on_noun or clause.marker in _TOPIC_OF_VERB
    return (
        clause.form is ClauseForm.INFINITIVE
        and clause.link in _INFINITIVE_LINKS
        and not clause.modal
    )


def as_said(clause: Clause) -> Clause:
    """A clause whose act is the saying of it, whenever what it tells is to come ("will pay a price")."""
    reported = "" if clause.modal == "would" else clause.modal
    return replace(clause, tense=Tense.PRESENT, modal=reported)


def surroundings(clause: Clause, context: Context, speech: Speech) -> Context:
    """The context inside a clause: doubt and negation that come from how it hangs."""
    open_links = (ClauseLink.ADVERBIAL, ClauseLink.ROOT)
    if clause.link in open_links and clause.marker in speech.conditionals:
        return context.under(Status.HYPOTHETICAL, f"inside an '{clause.marker}' clause")
    if clause.marker == "whether" or (
        clause.marker == "if" and clause.link is ClauseLink.COMPLEMENT
    ):
        return context.under(Status.HYPOTHETICAL, f"inside a '{clause.marker}' clause")
    if clause.marker in speech.excluding:
        return context.under(Status.NEGATED, f"after '{clause.marker}'")
    return context


def turned(status: Status) -> Status:
    """What negation makes of a status."""
    return _NEGATION_OF[status]


def combined(own: Status, outer: Status) -> Status:
    """The status of an act inside something of another status."""
    if outer is Status.ACTUAL:
        return own
    if own is Status.ACTUAL:
        return outer
    if outer is Status.NEGATED:
        return turned(own)
    if own is Status.NEGATED:
        return own
    return Status.HYPOTHETICAL if Status.HYPOTHETICAL in (own, outer) else outer
