"""Within one article, one happening is one record: mentions that tell the same are joined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from detente.records import DateBasis, DateSpan, Event, Party, Status

_NEAR = 3
_LONG_WORD = 5
_CONTACT = "CONSULT"
# the sector of places that stand for their state
_PLACE = "UNK"
_ONCE_A_DAY = frozenset(("REJECT",))
_SAYING = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))


def happenings(events: list[Event]) -> list[Event]:
    """Events with repeated mentions folded into the best one, in the order of the text."""
    kept: list[Event] = []
    alike: defaultdict[tuple[str, Status], list[int]] = defaultdict(list)
    for event in events:
        places = alike[event.category, event.status]
        for place in places:
            if _same(kept[place], event):
                kept[place] = _joined(kept[place], event)
                break
        else:
            places.append(len(kept))
            kept.append(event)
    return kept


def before_silence(events: list[Event]) -> list[Event]:
    """Events, with those marked as background that a silence since then has ended.

    "They have not spoken since" puts every undated contact of the two before the report's own news.
    """
    silences = [
        event
        for event in events
        if event.status is Status.NEGATED and event.actors and event.category == _CONTACT
    ]
    return [
        replace(event, historical=True, when=_undated(event))
        if any(_ends(silence, event) for silence in silences)
        else event
        for event in events
    ]


def _ends(silence: Event, event: Event) -> bool:
    if event.status is not Status.ACTUAL or event.category != silence.category:
        return False
    worded = event.when is not None and event.when.words is not None
    return not worded and _pair(silence) == _pair(event)


def _pair(event: Event) -> set[str]:
    return {party.code for party in (*event.actors, *event.recipients)}


def _undated(event: Event) -> DateSpan | None:
    published = event.citation.published
    if published is None:
        return None
    reason = "before the silence that the report tells of"
    return DateSpan(published, published, DateBasis.PUBLISHED, None, reason)


def _same(first: Event, second: Event) -> bool:
    """Whether two events of one category and status are mentions of one happening."""
    if not _days_agree(first.when, second.when) or not _parties_agree(first, second):
        return False
    if _is_elaborated(first, second):
        return True
    if not _modes_agree(first, second):
        return False
    if first.category in _SAYING:
        if _conditions_agree(first, second):
            return True
        return _near(first, second) and _words_agree(first, second)
    return _near(first, second) or _words_agree(first, second)


def _conditions_agree(first: Event, second: Event) -> bool:
    """Whether two offers or refusals hang on a condition told in the same words."""
    if first.condition is None or second.condition is None:
        return False
    mine, others = (
        {word for word in event.condition.text.lower().split() if len(word) > _LONG_WORD}
        for event in (first, second)
        if event.condition is not None
    )
    return bool(mine & others)


def _is_elaborated(first: Event, second: Event) -> bool:
    """Whether a refusal is told again in other words: between the same two, of the same day, near."""
    return (
        first.category in _ONCE_A_DAY
        and _near(first, second)
        and _same_single_day(first.when, second.when)
    )


def _same_single_day(first: DateSpan | None, second: DateSpan | None) -> bool:
    return (
        first is not None
        and second is not None
        and first.basis is second.basis is DateBasis.TEXT
        and first.first == first.last == second.first == second.last
    )


def _modes_agree(first: Event, second: Event) -> bool:
    return first.mode == second.mode or not first.mode or not second.mode


def _near(first: Event, second: Event) -> bool:
    sentences = (first.sentence, *first.mentions)
    return min(abs(number - second.sentence) for number in sentences) <= _NEAR


def _words_agree(first: Event, second: Event) -> bool:
    if first.sentence == second.sentence:
        return True
    mine = {words.text.lower()[:5] for words in first.words}
    return any(words.text.lower()[:5] in mine for words in second.words)


def _days_agree(first: DateSpan | None, second: DateSpan | None) -> bool:
    if first is None or second is None:
        return True
    if DateBasis.PUBLISHED in (first.basis, second.basis):
        return True
    return first.first <= second.last and second.first <= first.last


def _parties_agree(first: Event, second: Event) -> bool:
    mine, others = _codes(first), _codes(second)
    if not mine[1] and not mine[0] <= others[0] | others[1] and not others[0] <= mine[0]:
        return False
    actors = bool(mine[0] & others[0]) or not mine[0] or not others[0]
    recipients = bool(mine[1] & others[1]) or not mine[1] or not others[1]
    return actors and recipients and _sectors_agree(first, second)


def _sectors_agree(first: Event, second: Event) -> bool:
    """Two named persons of one state are two; a state and its minister are one."""
    names = [
        {
            party.identifier_text
            for party in event.recipients
            if party.identifier_id and party.gender
        }
        for event in (first, second)
    ]
    return not names[0] or not names[1] or bool(names[0] & names[1])


def _codes(event: Event) -> tuple[set[str], set[str]]:
    return {party.code for party in event.actors}, {party.code for party in event.recipients}


def _joined(first: Event, second: Event) -> Event:
    best, other = (second, first) if _weight(second) > _weight(first) else (first, second)
    numbers = sorted(
        {first.sentence, second.sentence, *first.mentions, *second.mentions} - {best.sentence}
    )
    when = best.when
    if other.when is not None and (when is None or when.basis is DateBasis.PUBLISHED):
        if other.when.basis is DateBasis.TEXT:
            when = other.when
    return replace(
        best,
        actors=best.actors or other.actors,
        recipients=_recipients(best, other),
        mode=best.mode or other.mode,
        when=when,
        historical=other.historical if when is other.when else best.historical,
        condition=best.condition or other.condition,
        mentions=tuple(numbers),
        trace=(*best.trace, f"told again in sentence {other.sentence}"),
    )


def _recipients(best: Event, other: Event) -> tuple[Party, ...]:
    """On whom an act falls: all that one sentence names, people before places."""
    if best.sentence != other.sentence or best.category in _SAYING:
        return best.recipients or other.recipients
    named = {party.key for party in best.recipients}
    more = tuple(party for party in other.recipients if party.key not in named)
    return tuple(sorted(best.recipients + more, key=lambda party: party.sector == _PLACE))


def _weight(event: Event) -> tuple[int, int, int]:
    named = sum(
        1 + bool(party.office or party.gender)
        for party in (*event.actors, *event.recipients)
        if party.entity_text
    )
    dated = event.when is not None and event.when.basis is DateBasis.TEXT
    return (int(not event.attribution), int(bool(event.recipients)) + named, int(dated))
