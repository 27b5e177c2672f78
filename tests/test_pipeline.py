"""One report that meets a fault of the program takes no other down with it."""

from __future__ import annotations

from datetime import date

import pytest

from detente import Article, Coder
from detente.errors import CodingError


class Broken(Article):
    """A report whose day cannot be told."""

    __slots__ = ()

    @property
    def published_on(self) -> date | None:
        raise IndexError("no such day")


SOUND = Article(id="sound", text="France condemned Iran.", published="2023-11-12")
BROKEN = Broken(id="broken", text="France condemned Iran.", source="reports/broken.txt")

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def test_a_fault_names_the_report_and_its_cause(coder: Coder) -> None:
    with pytest.raises(CodingError) as raised:
        coder.code(BROKEN)
    assert str(raised.value).startswith("reports/broken.txt: article 'broken' cannot be coded")
    assert "IndexError: no such day" in str(raised.value)
    assert isinstance(raised.value.__cause__, IndexError)


def test_the_other_reports_are_coded(coder: Coder) -> None:
    faults: list[CodingError] = []
    found = list(coder.codings([SOUND, BROKEN, SOUND], on_fault=faults.append))
    assert [coding.article for coding in found] == [SOUND, SOUND]
    assert [len(coding.events) for coding in found] == [1, 1]
    assert len(faults) == 1
