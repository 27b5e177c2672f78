"""The words of ``data/anaphora.toml``: pronouns, generic nouns, what names can hold."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class AnaphoraWords:
    """Closed word lists of the link stage; each field is ``group_list`` of the file."""

    names_not_given: frozenset[str]
    names_not_family: frozenset[str]
    names_titles: frozenset[str]
    names_courtesy: frozenset[str]
    names_courtesy_female: frozenset[str]
    names_courtesy_male: frozenset[str]
    names_particles: frozenset[str]
    names_led: frozenset[str]
    names_based: frozenset[str]
    names_before_hyphen: frozenset[str]
    names_former: frozenset[str]
    names_not_holder: frozenset[str]
    roles_single: frozenset[str]
    roles_weighty: frozenset[str]
    violence_nouns: frozenset[str]
    place_of_states: frozenset[str]
    place_of_towns: frozenset[str]
    place_of_capitals: frozenset[str]
    place_town_nouns: frozenset[str]
    place_in_verbs: frozenset[str]
    place_visits: frozenset[str]
    place_musters: frozenset[str]
    place_harms: frozenset[str]
    pronouns_male: frozenset[str]
    pronouns_female: frozenset[str]
    pronouns_thing: frozenset[str]
    pronouns_plural: frozenset[str]
    pronouns_pair: frozenset[str]
    pronouns_minded: frozenset[str]
    pronouns_speaker: frozenset[str]
    pronouns_speakers: frozenset[str]
    sectors_keeping: frozenset[str]
    generic_nobody: frozenset[str]
    sectors_armed: frozenset[str]
    generic_some: frozenset[str]
    generic_bare: frozenset[str]
    generic_quantities: frozenset[str]
    generic_adjectival: frozenset[str]
    generic_attributes: frozenset[str]
    names_months: frozenset[str]
    names_month_words: frozenset[str]
    generic_associates: frozenset[str]
    generic_singles: frozenset[str]
    genders_female: frozenset[str]
    genders_male: frozenset[str]
    sport_verbs: frozenset[str]
    generic_states: frozenset[str]
    generic_states_plural: frozenset[str]
    generic_things: frozenset[str]
    generic_collective: frozenset[str]
    generic_leaders: frozenset[str]
    generic_forms: frozenset[str]
    generic_anybody: frozenset[str]
    generic_heads: frozenset[str]
    generic_ministries: frozenset[str]
    generic_members: frozenset[str]
    sectors_state: frozenset[str]
    sectors_local: frozenset[str]
    sectors_placed: frozenset[str]
    sectors_party: frozenset[str]
    sectors_bystanders: frozenset[str]
    generic_sides: frozenset[str]
    generic_persons: frozenset[str]
    generic_groups: frozenset[str]
    generic_organisations: frozenset[str]
    generic_bodies: frozenset[str]
    generic_counterparts: frozenset[str]
    generic_both: frozenset[str]
    generic_pointing: frozenset[str]
    generic_reproach: frozenset[str]
    generic_articles: frozenset[str]
    violence_stateless: str
    sectors_opposed: str
    topics: Mapping[str, str]
    numbers: Mapping[str, int]
    story_weights: tuple[int, int, int, int]


@cache
def anaphora_words() -> AnaphoraWords:
    """The word lists that ship."""
    table = tomllib.loads((resources.files("detente.data") / "anaphora.toml").read_text("utf-8"))
    weights = table["story"]
    lists: dict[str, Any] = {}
    for item in fields(AnaphoraWords):
        group, _, name = item.name.partition("_")
        if name and group != "story":
            value = table[group][name]
            lists[item.name] = value if isinstance(value, str) else frozenset(value)
    topics = {word: role for role, words in table["topics"].items() for word in words}
    order = (weights["title"], weights["first"], weights["second"], weights["rest"])
    return AnaphoraWords(**lists, topics=topics, numbers=table["numbers"], story_weights=order)
