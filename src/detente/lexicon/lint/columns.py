"""The columns of the CSV tables."""

COUNTRIES = ("code", "name", "aliases", "adjectives", "people", "capital", "seats")
TERRITORIES = ("name", "aliases", "adjectives", "code", "sector")
PLACES = ("name", "aliases", "code", "kind")
INSTITUTIONS = ("id", "name", "aliases", "code", "sector", "kind")
ORGANISATIONS = ("id", "name", "aliases", "code", "sector", "kind", "start", "end")
GROUPS = ("id", "name", "aliases", "code", "sector", "kind", "start", "end")
AMBIGUOUS_NAMES = ("name", "codes", "clues")
GOLDSTEIN = ("cameo", "goldstein")
PEOPLE = (
    "id",
    "name",
    "family",
    "gender",
    "aliases",
    "code",
    "sector",
    "role",
    "office",
    "start",
    "end",
)
