"""A small lexicon: a few base acts, with the operators and function words that ship."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from detente.lexicon import Lexicon
from detente.lexicon.lexicon import lexicon_from

_SHIPPED = (
    "ontology.toml",
    "speech.toml",
    "modes.toml",
    "light_verbs.toml",
    "contexts.toml",
    "counts.toml",
    "off_topic.toml",
    "operators.toml",
    "goldstein.csv",
)
_ACTS = """
[[act]]
id = "assault.attack"
category = "ASSAULT"
verbs = ["attack"]
nouns = ["attack"]
unless = ["budget", "inflation", "cold attack"]
recipient = ["object", "on", "against"]
noun_recipient = ["on", "against"]

[[act]]
id = "consult.meet"
category = "CONSULT"
verbs = ["meet"]
nouns = ["meeting", "talk"]
recipient = ["object", "with"]
reciprocal = true

[[act]]
id = "aid.help"
category = "AID"
verbs = ["help"]
nouns = ["help"]
weak = true
noun_recipient = ["for", "to"]

[[act]]
id = "retreat.release"
category = "RETREAT"
mode = "release"
verbs = ["release"]
nouns = ["release"]
noun_recipient = ["of"]

[[act]]
id = "accuse.condemn"
category = "ACCUSE"
mode = "disapprove"
verbs = ["condemn"]

[[act]]
id = "coerce.arrest"
category = "COERCE"
mode = "arrest"
verbs = ["arrest"]
nouns = ["arrest"]
noun_recipient = ["of"]
default_actor = "COP"

[[act]]
id = "coerce.sentence"
category = "COERCE"
mode = "arrest"
also = "SANCTION/convict"
verbs = ["sentence"]
needs = ["year", "prison"]
needs_in = ["to"]
default_actor = "JUD"

[[act]]
id = "protest.protest"
category = "PROTEST"
nouns = ["protest"]
default_actor = "CVL"

[[act]]
id = "sanction.sanction"
category = "SANCTION"
verbs = ["impose"]
nouns = ["sanction"]
needs = ["sanction"]
recipient = ["on", "object"]
noun_recipient = ["on", "against"]

[[act]]
id = "accuse.violate"
category = "ACCUSE"
mode = "allege"
speaker = true
verbs = ["violate"]
"""


def write_lexicon(folder: Path, acts: str = _ACTS) -> Lexicon:
    """A lexicon with a few acts, and the operators and function words that ship.

    Args:
        folder: where to write it.
        acts: its base acts.
    """
    shipped = resources.files("detente.data")
    for name in _SHIPPED:
        (folder / name).write_text((shipped / name).read_text("utf-8"), "utf-8")
    (folder / "acts").mkdir(exist_ok=True)
    (folder / "acts" / "acts.toml").write_text(acts, "utf-8")
    return lexicon_from(folder)
