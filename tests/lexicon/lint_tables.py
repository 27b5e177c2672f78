"""A small data folder without a fault, to break one table of at a time."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from detente.lexicon.entries import LightVerbs, Speech
from detente.lexicon.folding import Points
from detente.lexicon.lint import Fault, faults
from detente.lexicon.relations import RelationActs

# the lists of fold/words.toml
WORD_LISTS = ("grammar", "reporting", "times", "actors", "meeting")

TABLES = {
    "SOURCES.md": (
        "`acts/` `fold/` `people/` `ambiguous_names.csv` `base_forms.toml` `bodies.toml` `codebook.toml`\n"
        "`contexts.toml` `counts.toml` `countries.csv` `goldstein.csv` `grammar.toml` `groups.csv`\n"
        "`institutions.csv` `light_verbs.toml` `modes.toml` `off_topic.toml` `offices.toml`\n"
        "`ontology.toml` `operators.toml` `organisations.csv` `places.csv` `relations.toml`\n"
        "`speech.toml` `territories.csv`\n"
    ),
    "codebook.toml": """\
[codes]
UNO = "United Nations"
IGO = "other bodies of states"
[bodies_of_states]
codes = ["UNO", "IGO"]
[sectors]
GOV = "government"
REB = "rebels"
JUD = "courts"
IGO = "body of states"
[roles]
head-of-state = "president"
foreign-minister = "foreign minister"
spokesperson = "spokesperson"
[roles_of_titles]
police = "police"
[kinds]
groups = ["armed"]
institutions = ["court"]
organisations = ["organ"]
places = ["city", "sea"]
placeless = ["sea"]
bodies = ["government"]
[categories]
CONSULT = "Meets."
ASSAULT = "Uses violence."
[contexts]
names = ["military", "legal"]
[positions]
clause = ["subject", "object"]
noun = ["possessor", "modifier"]
prepositions = ["on", "with", "by"]
""",
    "base_forms.toml": """\
verbs = ["bring"]
nouns = ["news"]
particles = ["up", "out", "of"]
""",
    "grammar.toml": """\
[compounds]
open = ["sit-in"]
""",
    "ontology.toml": """\
[CONSULT]
quad = 1
score = 2.5
cameo = "040"
future = "CONSULT"
not_by = ["REB"]
modes.phone = { score = 1.5, cameo = "041" }

[ASSAULT]
actor_optional = true
quad = 4
score = -9.0
cameo = "190"
modes.aerial = { score = -9.5, cameo = "195" }
modes.drone = { score = -9.5, cameo = "195" }
""",
    "goldstein.csv": "cameo,goldstein\n040,1.0\n041,1.0\n042,1.9\n190,-10.0\n195,-10.0\n",
    "modes.toml": """\
[[mode]]
category = "ASSAULT"
mode = "drone"
words = ["drone"]

[[mode]]
category = "ASSAULT"
mode = "aerial"
words = ["jet", "air raid"]
""",
    "contexts.toml": 'military = ["army", "missile"]\nlegal = ["court"]\n',
    "acts/consult.toml": """\
# who meets

[[act]]
id = "consult.meet"
category = "CONSULT"
contexts = ["military"]
cameo = "042"
verbs = ["meet up", "bring"]
nouns = ["talk", "peace talk"]
needs = ["news"]
needs_in = ["object"]
noun_actor = ["possessor", "by"]
default_actor = "GOV"
examples = [
  "France met Mali. => FRA+MLI CONSULT -",
  "France may meet Mali. => FRA+MLI CONSULT - hypothetical",
]
""",
    "acts/assault.toml": """\
[[act]]
id = "assault.attack"
category = "ASSAULT"
verbs = ["attack"]
nouns = ["attack", "sit-in"]
examples = ["France attacked Mali. => FRA ASSAULT MLI", "Mali was attacked. => - ASSAULT MLI"]

[[act]]
id = "assault.bomb"
category = "ASSAULT"
mode = "aerial"
verbs = ["bomb"]
examples = ["France bombed Mali. => FRA ASSAULT/aerial MLI", "Mali bombed Mali. => MLI ASSAULT MLI"]
""",
    "operators.toml": """\
[implicit]
future = "plan"
negated_future = "refuse"
demand = "plan"
[[operator]]
id = "plan"
verbs = ["plan"]
gives = { default = "same" }
future = "ontology"
status = "future"
examples = ["France plans to meet Mali. => FRA CONSULT MLI"]

[[operator]]
id = "refuse"
verbs = ["refuse"]
gives = { default = "none", "ASSAULT/aerial" = "CONSULT/phone" }
alone = "CONSULT"
alone_recipient = ["object"]
examples = ["France refused. => FRA CONSULT -"]
""",
    "speech.toml": "".join(f'{item.name} = ["word"]\n' for item in fields(Speech)),
    "light_verbs.toml": "".join(f'{item.name} = ["hold"]\n' for item in fields(LightVerbs)),
    "fold/levels.toml": '[roles]\nheads = ["head-of-state"]\n\n[offices]\nenvoys = ["envoy"]\n',
    "fold/words.toml": "".join(f'{name} = ["the {name}"]\n' for name in WORD_LISTS),
    "fold/evidence.toml": "".join(
        [
            "join = 0.0\napart = -2.0\n\n[points]\n",
            *(f"{item.name} = 0.5\n" for item in fields(Points)),
        ]
    ),
    "relations.toml": "".join(
        ["[acts]\n", *(f'{item.name} = ["CONSULT"]\n' for item in fields(RelationActs))]
    ),
    "counts.toml": '[verbs]\ndead = ["kill"]\n\n[numbers]\none = 1\n',
    "off_topic.toml": '[sport]\nwords = ["goal"]\nsentence = 2\nshare = 2.0\n',
    "offices.toml": """\
[[office]]
id = "president"
role = "head-of-state"
sector = "GOV"
titles = ["president", "head of state"]
example = "The French president left."
""",
    "bodies.toml": """\
[[body]]
id = "government"
sector = "GOV"
kind = "government"
nouns = ["government", "ministry"]
example = "The ministries in Mali are shut."
""",
    "countries.csv": (
        "code,name,aliases,adjectives,people,capital,seats\n"
        "FRA,France,French Republic,French,French,Paris,Elysée\n"
        "MLI,Mali,,Malian,Malians|Malian,Bamako,\n"
        "NER,Niger,,Nigerien,Nigeriens,Niamey,\n"
    ),
    "territories.csv": "name,aliases,adjectives,code,sector\nAzawad,,Azawadi,MLI,\n",
    "places.csv": (
        "name,aliases,code,kind\nGao,,MLI,city\nNorth Sea,,,sea\nSay,,NER,city\nSay,,MLI,city\n"
    ),
    "institutions.csv": "id,name,aliases,code,sector,kind\ncour-fra,Cour de Cassation,,FRA,JUD,court\n",
    "organisations.csv": (
        "id,name,aliases,code,sector,kind,start,end\nun,United Nations,UN|U.N.,UNO,IGO,organ,1945,\n"
    ),
    "groups.csv": (
        "id,name,aliases,code,sector,kind,start,end\n"
        "mnla,National Movement,MNLA,MLI,REB,armed,2011-10,2015\n"
        "mnla-new,National Movement (new),National Movement,MLI,REB,armed,2015-06,\n"
    ),
    "ambiguous_names.csv": "name,codes,clues\nSay,NER|MLI,Mopti|Djenné\n",
    "people/shared.toml": """\
[names]
"Ann Roy" = 2

[offices]
openings = ["deputy "]
titles = ["spokesperson"]
""",
    "people/africa.csv": (
        "id,name,family,gender,aliases,code,sector,role,office,start,end\n"
        "ba-keita,Ba Keïta,Keïta,m,Ba I. Keïta,MLI,GOV,head-of-state,president,2013-09-04,2020-08\n"
        "al-toure,Al Touré,Touré,m,,MLI,GOV,head-of-state,president,2020-08-18,\n"
        "al-toure,Al Touré,Touré,m,,MLI,GOV,spokesperson,spokesperson,2015,2019\n"
        "ba-keita,Ba Keïta,Keïta,m,Ba I. Keïta,MLI,GOV,spokesperson,spokesperson,2010,2017\n"
    ),
    "people/europe.csv": (
        "id,name,family,gender,aliases,code,sector,role,office,start,end\n"
        "ann-roy,Ann Roy,Roy,f,,FRA,GOV,foreign-minister,foreign minister,2010-11-14,2012\n"
        "ann-roy-uno,Ann Roy,Roy,f,,UNO,IGO,spokesperson,spokesperson,2011,\n"
    ),
}


def written(folder: Path, tables: dict[str, str]) -> Path:
    """A folder with some tables."""
    for name, text in tables.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def broken(folder: Path, name: str, old: str, new: str) -> list[Fault]:
    """The faults of the small folder with one table changed.

    Args:
        folder: where to write it.
        name: the table.
        old: words that it has once.
        new: words in their place.
    """
    text = TABLES[name]
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
    return faults(written(folder, TABLES | {name: text.replace(old, new)}))
