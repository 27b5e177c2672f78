"""Offices that stand beside the name of their holder."""

from __future__ import annotations

from bisect import bisect_left

from detente.lexicon.names import Token
from detente.lexicon.registry import FORMER_SECTOR
from detente.lexicon.registry_nouns import NounSense
from detente.link.draft import Draft, Kind, Mention
from detente.link.figures import Figure
from detente.link.offices import is_personal, owner_of, role_of, sector_of, sense_of, title_words
from detente.link.speech import with_conjuncts
from detente.link.wording import gender_of
from detente.records import Party, Phrase

UNKNOWN_SECTOR = "UNK"
_CIVILIAN = "CVL"
_SHORTEST_TITLE = 4
_COMMA = ", "
_STOPS = frozenset(",.;:)")


def tokens_between(draft: Draft, start: int, end: int) -> list[Token]:
    """The words between two offsets."""
    first = bisect_left(draft.token_starts, start)
    return draft.tokens[first : bisect_left(draft.token_starts, end)]


def beside(draft: Draft, phrase: Phrase) -> list[int]:
    """Phrases in apposition to one, either way; a comma alone joins what the parser left apart."""
    found = _before_comma(draft, phrase)
    renamed = draft.settings[phrase.index].renamed
    if renamed is not None and renamed not in found:
        found.append(renamed)
    found += [other for other in phrase.appositions if other not in found]
    following = phrase.index + 1
    if following not in found and _follows(draft, phrase, following):
        found.append(following)
    return found


def _before_comma(draft: Draft, phrase: Phrase) -> list[int]:
    """Phrases that end, with all that hangs on them, at the comma before a phrase."""
    start = phrase.span.start
    touching = draft.phrase_ending.get(start - 1)
    if touching is not None and draft.text[start - 1] == " " and _is_bare_title(draft, touching):
        return [touching]
    if draft.text[start - len(_COMMA) : start] != _COMMA or phrase.first_conjunct is not None:
        return []
    ends = draft.reaches
    return [
        other
        for other in ends.get(start - len(_COMMA), ())
        if not _coordinated(draft, other, phrase)
    ]


def _is_bare_title(draft: Draft, index: int) -> bool:
    """Whether a phrase that only a space parts from a name can be its title."""
    sense = sense_of(draft, index)
    return sense is not None and sense.person


def _follows(draft: Draft, phrase: Phrase, other: int) -> bool:
    """Whether a phrase stands between commas after another."""
    if other >= len(draft.document.phrases):
        return False
    record = draft.phrase(other)
    if draft.text[phrase.span.end : record.span.start] != _COMMA or _coordinated(
        draft, other, phrase
    ):
        return False
    return draft.text[record.span.end : record.span.end + 1] in _STOPS and not _is_titled(
        draft, record
    )


def _is_titled(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase tells an office before the name that it ends in."""
    mention = draft.heads.get(phrase.index)
    if mention is None or not isinstance(mention.meaning, Figure):
        return False
    return any(
        sense is not None and sense.person
        for token in tokens_between(draft, phrase.span.start, mention.start)
        for sense in [draft.registry.nouns.find([token.fold])]
    )


def _coordinated(draft: Draft, other: int, phrase: Phrase) -> bool:
    """Whether two phrases belong to one coordination."""
    record = draft.phrase(other)
    return _first(record) == _first(phrase)


def _first(phrase: Phrase) -> int:
    return phrase.index if phrase.first_conjunct is None else phrase.first_conjunct


def titles_of(draft: Draft, phrase: Phrase, name_start: int) -> list[int]:
    """Phrases that tell the office of the person whom a phrase names; the phrase itself may be one.

    Args:
        draft: the document.
        phrase: the phrase that ends in the name.
        name_start: offset of the name.
    """
    found = []
    if _own_title(draft, phrase, name_start):
        found.append(phrase.index)
    setting = draft.settings[phrase.index]
    named_inside = phrase.span.start < name_start - _SHORTEST_TITLE
    if setting.holder is not None and setting.marker == "of" and named_inside:
        found.append(setting.holder)
    others = beside(draft, phrase)
    if phrase.first_conjunct is not None:
        others += [
            other
            for other in beside(draft, draft.phrase(phrase.first_conjunct))
            if draft.phrase(other).plural
        ]
    for other in others:
        sense = sense_of(draft, other)
        if not is_personal(draft, other, sense):
            continue
        if draft.phrase(other).plural and not _heads_list(draft, phrase, other):
            continue
        if other < phrase.index or not _names_another(draft, other):
            found.append(other)
    return found


def _heads_list(draft: Draft, phrase: Phrase, title: int) -> bool:
    """Whether an office in the plural is that of all in a list: "the journalists Ash and Birch"."""
    first = _first(phrase)
    return (
        first in draft.phrase(title).appositions
        or draft.phrase_ending.get(draft.phrase(first).span.start - 1) == title
    )


def _names_another(draft: Draft, title: int) -> bool:
    """Whether an office after a name is followed by the name of its own holder."""
    end = max(draft.reach(title), draft.phrase(title).span.end)
    return draft.text[end : end + len(_COMMA)] == _COMMA and draft.text[end + 2 : end + 3].isupper()


def _own_title(draft: Draft, phrase: Phrase, name_start: int) -> bool:
    words = tokens_between(draft, phrase.span.start, name_start)
    return bool(words) and titled_by(draft, words[-1].fold)


def titled_by(draft: Draft, word: str) -> bool:
    """Whether a word before a capitalised word makes it a person: an office or a courtesy."""
    if word in draft.words.names_courtesy:
        return True
    sense = draft.registry.nouns.find([word])
    return sense is not None and sense.person


def take_title(draft: Draft, figure: Figure, title: int, phrase: Phrase, name_start: int) -> None:
    """Gives a person the office, sector and state that a phrase tells.

    Args:
        draft: the document.
        figure: the person.
        title: index of the phrase that tells the office.
        phrase: the phrase that ends in the name.
        name_start: offset of the name.
    """
    sense, owner, how = _told(draft, figure, title, phrase, name_start)
    if owner is not None and not figure.code:
        figure.code = owner.code
    if sense is None or figure.sector != UNKNOWN_SECTOR:
        return
    record = draft.phrase(title)
    figure.gender = figure.gender or gender_of(draft, record)
    end = _title_end(draft, title, phrase, name_start)
    former = sense.role == "former" or any(
        modifier.lemma.lower() in draft.words.names_former for modifier in record.modifiers
    )
    role = sense.role if title == phrase.index else role_of(draft, title, sense)
    minister = role != sense.role
    figure.sector = (
        _past(sense) if former else "GOV" if minister else sector_of(draft, sense, owner)
    )
    figure.role = "" if former else role
    figure.office = (
        None if former or record.plural else title_words(draft, record.span.start, end) or None
    )
    figure.reason = f"introduced as '{draft.text[record.span.start : end].strip(' ,')}'"
    if owner is not None:
        figure.reason += f" ({owner.meaning.name} {how})"


def _past(sense: NounSense) -> str:
    return FORMER_SECTOR if sense.role else _CIVILIAN


def _told(
    draft: Draft, figure: Figure, title: int, phrase: Phrase, name_start: int
) -> tuple[NounSense | None, Mention | None, str]:
    """The sense of an office beside a name, whose it is, and how that is told."""
    if title == phrase.index:
        words = [token.fold for token in tokens_between(draft, phrase.span.start, name_start)]
        _take_courtesy(draft, figure, words)
        sense = draft.registry.nouns.find(words) if words else None
        owner, how = owner_of(draft, title)
        return sense, owner, how
    owner, how = owner_of(draft, title)
    if owner is None or owner.meaning is figure:
        owner, how = owner_of(draft, phrase.index)
    return sense_of(draft, title), owner, how


def _take_courtesy(draft: Draft, figure: Figure, words: list[str]) -> None:
    for word in words:
        if word in draft.words.names_courtesy_female:
            figure.gender = "f"
        elif word in draft.words.names_courtesy_male:
            figure.gender = "m"


def _title_end(draft: Draft, title: int, phrase: Phrase, name_start: int) -> int:
    """Where an office's words end: with the complements that hang on it, before the name."""
    if title == phrase.index or draft.settings[phrase.index].holder == title:
        return name_start
    end, queue = draft.phrase(title).span.end, [title]
    while queue:
        for marker, inner in draft.phrase(queue.pop()).complements:
            mention = draft.heads.get(inner)
            if marker in ("of", "for") and not (mention and isinstance(mention.meaning, Figure)):
                end = max(end, draft.phrase(inner).span.end)
                queue.append(inner)
    return min(end, name_start) if draft.phrase(title).span.end <= name_start else end


def link_titles(draft: Draft) -> None:
    """Gives the phrase of an office the person whom the text names with it."""
    for phrase in draft.document.phrases:
        index = phrase.index
        if index in draft.parties or index in draft.heads or index in draft.absorbed:
            continue
        sense = sense_of(draft, index)
        if is_personal(draft, index, sense):
            named = _named_beside(draft, phrase)
            if named and (len(named) > 1 or not phrase.plural):
                draft.settle(index, named, Kind.PEOPLE if phrase.plural else Kind.PERSON)


def _named_beside(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The person in apposition to an office, or at the end of the phrase after "of"."""
    others = beside(draft, phrase)
    for marker, inner in phrase.complements:
        mention = draft.heads.get(inner)
        if (
            marker == "of"
            and mention
            and draft.phrase(inner).span.start < mention.start - _SHORTEST_TITLE
        ):
            others.append(inner)
    following = draft.phrase_from.get(draft.reach(phrase.index) + len(_COMMA))
    if following is not None and _names_another(draft, phrase.index):
        others.insert(0, following)
    for other in others:
        mention = draft.heads.get(other)
        if mention and isinstance(mention.meaning, Figure) and other in draft.parties:
            return with_conjuncts(draft, other) if phrase.plural else draft.parties[other]
    return ()
