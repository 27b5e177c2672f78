"""All checks of all tables, in one go."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from detente.lexicon.lint import (
    acts,
    ambiguous_names,
    bodies,
    codebook,
    countries,
    folding,
    goldstein,
    holders,
    identities,
    meanings,
    names,
    ontology,
    operators,
    people,
    places,
    relations,
    sources,
    titles,
    word_lists,
    wording,
)
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.tables import Tables


def faults(folder: Traversable) -> list[Fault]:
    """Everything that is wrong in a data folder, by file and line.

    Args:
        folder: laid out like ``detente/data``.
    """
    tables = Tables(folder)
    known = codebook.codebook_of(tables)
    found = [
        *codebook.faults(tables, known),
        *_meaning_faults(tables, known),
        *_actor_faults(tables, known),
        *sources.faults(tables),
    ]
    return sorted({*found, *tables.faults})


def _meaning_faults(tables: Tables, known: Codebook) -> Iterator[Fault]:
    """Faults of the tables that say what words mean."""
    forms = wording.wording_of(tables)
    entries = acts.act_entries(tables)
    used = {str(entry.values["cameo"]) for entry in entries if "cameo" in entry.values}
    yield from wording.faults(tables)
    yield from ontology.faults(tables, known)
    yield from ontology.cue_faults(tables, known, forms)
    yield from ontology.context_faults(tables, known)
    yield from goldstein.faults(tables, frozenset({*used, *ontology.used_codes(tables)}))
    yield from acts.faults(tables, known, forms)
    yield from operators.faults(tables, known, forms)
    yield from meanings.repeated_ids([*entries, *operators.operator_entries(tables)])
    yield from meanings.contested_words(entries)
    yield from word_lists.faults(tables, known)
    yield from word_lists.repetitions(tables)
    yield from folding.faults(tables, known)
    yield from relations.faults(tables, known)


def _actor_faults(tables: Tables, known: Codebook) -> Iterator[Fault]:
    """Faults of the tables that say who is who."""
    named = [*countries.names(tables), *places.names(tables), *bodies.names(tables)]
    yield from titles.faults(tables, known)
    yield from countries.faults(tables, known)
    yield from places.faults(tables, known)
    yield from bodies.faults(tables, known)
    yield from names.shared_names(named, ambiguous_names.stated(tables))
    yield from ambiguous_names.faults(tables, known, named)
    yield from people.faults(tables, known)
    yield from identities.faults(tables)
    yield from holders.faults(tables)
