"""The closed lists against which tables are held: codes, sectors, roles, kinds, categories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from detente.lexicon.entries import Outcome
from detente.lexicon.lint.columns import COUNTRIES
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import TomlTable

FILE = "codebook.toml"
_SECTIONS = (
    "codes",
    "bodies_of_states",
    "sectors",
    "roles",
    "roles_of_titles",
    "kinds",
    "categories",
    "contexts",
    "positions",
)


@dataclass(frozen=True, slots=True)
class Codebook:
    """What there is.

    Args:
        states: codes of states.
        others: codes of whoever is no state.
        bodies_of_states: those of them that are bodies of states.
        sectors: sector codes.
        roles: kinds of office in the people tables.
        title_roles: kinds of office in offices.toml.
        kinds: kinds that a table's rows can have, by table.
        contexts: PLOVER contexts.
        clause_places: where a party can stand in a clause.
        noun_places: where it can stand around a noun.
        modes: modes by category.
    """

    states: frozenset[str]
    others: frozenset[str]
    bodies_of_states: frozenset[str]
    sectors: frozenset[str]
    roles: frozenset[str]
    title_roles: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    contexts: frozenset[str]
    clause_places: frozenset[str]
    noun_places: frozenset[str]
    modes: Mapping[str, frozenset[str]]

    def has_code(self, code: str) -> bool:
        """Whether a code is one of a state or one of the others."""
        return code in self.states or code in self.others

    def outcome_fault(self, text: str) -> str:
        """What is wrong with a ``CATEGORY`` or ``CATEGORY/mode``; empty where nothing is."""
        outcome = Outcome.of(text)
        if outcome.category not in self.modes:
            return f"no category {outcome.category!r}"
        if outcome.mode and outcome.mode not in self.modes[outcome.category]:
            return f"{outcome.category} has no mode {outcome.mode!r}"
        return ""


def codebook_of(tables: Tables) -> Codebook:
    """The closed lists that a folder states."""
    table = tables.toml(FILE)
    prepositions = _list(table, "positions", "prepositions")
    roles = _keys(table, "roles")
    return Codebook(
        states=frozenset(row["code"] for row in tables.rows("countries.csv", COUNTRIES)),
        others=_keys(table, "codes"),
        bodies_of_states=_list(table, "bodies_of_states", "codes"),
        sectors=_keys(table, "sectors"),
        roles=roles,
        title_roles=roles | _keys(table, "roles_of_titles"),
        kinds={name: _list(table, "kinds", name) for name in table.section("kinds").values},
        contexts=_list(table, "contexts", "names"),
        clause_places=prepositions | _list(table, "positions", "clause"),
        noun_places=prepositions | _list(table, "positions", "noun"),
        modes={
            entry.name: frozenset(_modes(entry.values.get("modes")))
            for entry in tables.toml("ontology.toml").sections()
        },
    )


def _modes(table: object) -> Iterable[str]:
    return table if isinstance(table, dict) else ()


def _keys(table: TomlTable, section: str) -> frozenset[str]:
    return frozenset(table.section(section).values)


def _list(table: TomlTable, section: str, name: str) -> frozenset[str]:
    return frozenset(table.section(section).words(name))


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of the codebook itself."""
    table = tables.toml(FILE)
    for section in _SECTIONS:
        if not table.section(section).values:
            yield Fault(FILE, 0, section, "the section is missing")
    for name in sorted(set(table.values) - set(_SECTIONS)):
        yield table.section(name).fault("unknown section")
    described = _keys(table, "categories")
    for name in sorted(described ^ codebook.modes.keys()):
        reason = f"{name} is not in ontology.toml" if name in described else f"nothing on {name}"
        yield table.section("categories").fault(reason, f"{name} =")
    for code in sorted(codebook.states & codebook.others):
        yield table.section("codes").fault(f"{code} is also the code of a state", f"{code} =")
    for code in sorted(codebook.bodies_of_states - codebook.others):
        yield table.section("bodies_of_states").fault(f"{code} is not among the codes", f'"{code}"')
