"""Persons whom the text itself introduces, and what it says of their offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.lexicon.names import Token
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure
from detente.link.mentions import add_mentions, lies_in
from detente.link.offices import sense_of
from detente.link.titles import UNKNOWN_SECTOR, take_title, titled_by, titles_of, tokens_between
from detente.records import Phrase, PhraseKind

_AGE = re.compile(r",? \(?(?:an? )?\d{1,2}(?=[,);.]| [-–—]|[- ]year[- ]old)")
_LONGEST_NAME = 6
_GAP_BEFORE_WHO = 2
_CIVILIAN = "CVL"


_SUBJECT_SENTENCES = 2


def introduce(draft: Draft) -> None:
    """Adds the persons whom the text names in full, with what it says of their offices.

    Args:
        draft: the document, its mentions laid on phrases.
    """
    by_name = {figure.name: figure for figure in draft.figures}
    found: list[Mention] = []
    single: list[tuple[Phrase, list[Token]]] = []
    for phrase, run in _runs(draft):
        if len(run) == 1 or _name(run) in draft.registry.families:
            single.append((phrase, run))
        else:
            found += _introduced(draft, phrase, run, by_name)
    families = {figure.family for figure in by_name.values()}
    for phrase, run in single:
        if _name(run) not in families and _name(run) not in draft.registry.families:
            found += _introduced(draft, phrase, run, by_name)
    draft.figures = list(by_name.values())
    add_mentions(draft, found)


def _name(run: list[Token]) -> str:
    return " ".join(token.fold for token in run)


def _runs(draft: Draft) -> Iterator[tuple[Phrase, list[Token]]]:
    """Phrases with the words that look like a name the registry does not know."""
    for phrase in draft.document.phrases:
        if phrase.kind is not PhraseKind.NAME or phrase.index in draft.absorbed:
            continue
        if lies_in(draft.datelines, phrase.head_span.start):
            continue
        mention = draft.heads.get(phrase.index)
        if mention is not None:
            _title_known(draft, phrase, mention)
            continue
        run = _name_run(draft, phrase)
        if run:
            yield phrase, run


def _title_known(draft: Draft, phrase: Phrase, mention: Mention) -> None:
    """Lets the text give a person of the registry an office that the registry does not know of."""
    figure = mention.meaning
    if not isinstance(figure, Figure) or figure.office is not None:
        return
    titles = titles_of(draft, phrase, mention.start)
    if titles:
        known = figure.code, figure.sector, figure.reason
        figure.code, figure.sector = "", UNKNOWN_SECTOR
        for title in titles:
            take_title(draft, figure, title, phrase, mention.start)
        if figure.sector == UNKNOWN_SECTOR or not figure.office:
            figure.code, figure.sector, figure.reason = known
        figure.code = figure.code or known[0]


def _introduced(
    draft: Draft, phrase: Phrase, run: list[Token], by_name: dict[str, Figure]
) -> Iterator[Mention]:
    start, end = run[0].start, run[-1].end
    name = draft.text[start:end]
    figure = by_name.get(name)
    if figure is None and _is_person(draft, phrase, run):
        figure = by_name[name] = _stranger(draft, phrase, run)
    if figure is not None:
        yield Mention(start, end, figure)


def _name_run(draft: Draft, phrase: Phrase) -> list[Token]:
    """The words at a phrase's end that look like a personal name."""
    start = max(
        [phrase.span.start, *(mention.end for mention in draft.inner.get(phrase.index, ()))]
    )
    words = tokens_between(draft, start, phrase.head_span.end)
    run: list[Token] = []
    for token in reversed(words):
        if run and not (run[-1].joined and _may_be_given(draft, token)):
            break
        if not token.capital and token.fold not in draft.words.names_particles:
            break
        run.append(token)
    run.reverse()
    while run and not run[0].capital:
        run.pop(0)
    last = draft.text[run[-1].start : run[-1].end] if run else ""
    if (
        not last
        or last in draft.words.names_not_family
        or any(token.fold.isdigit() for token in run)
    ):
        return []
    before = words[: len(words) - len(run)]
    shortest = 1 if before and titled_by(draft, before[-1].fold) else 2
    return run if shortest <= len(run) <= _LONGEST_NAME else []


def _may_be_given(draft: Draft, token: Token) -> bool:
    written = draft.text[token.start : token.end]
    if written in draft.words.names_not_given or written in draft.words.names_not_family:
        return False
    if token.fold in draft.words.names_courtesy:
        return False
    return token.fold in draft.registry.given or draft.registry.nouns.find([token.fold]) is None


def _is_person(draft: Draft, phrase: Phrase, run: list[Token]) -> bool:
    """Whether anything but the capitals speaks for a person."""
    if any(token.fold in draft.registry.given for token in run[:-1]):
        return True
    if titles_of(draft, phrase, run[0].start) or _AGE.match(draft.text, run[-1].end):
        return True
    setting = draft.settings[phrase.index]
    if setting.subjectlike and setting.predicate in draft.verbs:
        return True
    following = phrase.index + 1
    if following < len(draft.document.phrases) and draft.phrase(following).head.lower() == "who":
        return draft.phrase(following).span.start - phrase.span.end <= _GAP_BEFORE_WHO
    return False


def _stranger(draft: Draft, phrase: Phrase, run: list[Token]) -> Figure:
    """A person whom only the text knows."""
    start, end = run[0].start, run[-1].end
    figure = Figure(
        name=draft.text[start:end],
        family=_family(draft, run),
        gender=draft.registry.given.get(run[0].fold, ""),
        code="",
        sector=UNKNOWN_SECTOR,
        office=None,
        role="",
        id=None,
        place=start,
        reason="named in the text, not in the registry",
    )
    for title in titles_of(draft, phrase, start):
        take_title(draft, figure, title, phrase, start)
    _take_company(draft, figure, phrase)
    if figure.sector == UNKNOWN_SECTOR and _AGE.match(draft.text, end):
        figure.sector = _CIVILIAN
    return figure


def _take_company(draft: Draft, figure: Figure, phrase: Phrase) -> None:
    """Takes state and sector from the name before a person's: "Islamic State suspect Neil Prakash"."""
    inner = draft.inner.get(phrase.index)
    if not inner:
        return
    company = inner[-1].meaning
    figure.code = figure.code or company.code
    if (
        figure.sector == UNKNOWN_SECTOR
        and not isinstance(company, Figure)
        and company.sector not in ("", "GOV")
    ):
        figure.sector = company.sector
        figure.reason = f"named with {company.name}"


def _family(draft: Draft, run: list[Token]) -> str:
    words = [token.fold for token in run]
    first = len(words) - 1
    while first > 1 and words[first - 1] in draft.words.names_particles:
        first -= 1
    return " ".join(words[first:])


def place_figures(draft: Draft) -> None:
    """Gives persons without a state that of the one spoken of before them, else the story's."""
    for phrase in draft.document.phrases:
        mention = draft.heads.get(phrase.index)
        if mention and isinstance(mention.meaning, Figure) and not mention.meaning.code:
            _place(draft, mention.meaning, phrase)
    for figure in draft.figures:
        if not figure.code and draft.story:
            figure.code = draft.story[0]


def _place(draft: Draft, figure: Figure, phrase: Phrase) -> None:
    figure.code = _described(draft, phrase)
    if not figure.code and figure.office and figure.sector in draft.words.sectors_state:
        figure.code = _subject_code(draft, phrase)


def _described(draft: Draft, phrase: Phrase) -> str:
    """The state of the nameless person of the sentence before: "A British man has been jailed."."""
    for index in range(phrase.index - 1, -1, -1):
        record = draft.phrase(index)
        if phrase.sentence - record.sentence > 1:
            return ""
        if record.plural or record.determiner not in ("a", "an") or index in draft.heads:
            continue
        sense = sense_of(draft, index)
        named = draft.inner.get(index)
        if sense is not None and sense.person and named and draft.settings[index].subjectlike:
            return named[0].code
    return ""


def _subject_code(draft: Draft, phrase: Phrase) -> str:
    """The state of the nearest subject before, two sentences back at most."""
    for index in range(phrase.index - 1, -1, -1):
        if phrase.sentence - draft.phrase(index).sentence > _SUBJECT_SENTENCES:
            return ""
        mention = draft.heads.get(index)
        if mention and mention.code and draft.settings[index].subjectlike:
            return mention.code
    return ""
