"""What the user can say about the input."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from detente.errors import SettingsError
from detente.read import ReadOptions


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"encoding": "latin-99"}, "encoding 'latin-99' is unknown"),
        ({"encoding": "hex"}, "encoding 'hex' is unknown"),
        ({"encoding": ""}, "is unknown"),
        ({"max_characters": 0}, "at least 1 character"),
        ({"max_file_characters": -1}, "at least 1 character"),
        ({"published": "soon"}, "default date of publication wrong date 'soon'; write it as"),
        ({"published": "03/04/2023"}, "ambiguous"),
    ],
)
def test_settings_that_cannot_be(given: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        ReadOptions(**given)  # type: ignore[arg-type]


def test_the_default_date_takes_every_form() -> None:
    assert ReadOptions(published="12 November 2023").published == date(2023, 11, 12)
    assert ReadOptions(published="03/04/2023", day_first=True).published == date(2023, 4, 3)
    moment = datetime(2023, 11, 12, 8, 0, tzinfo=UTC)
    assert ReadOptions(published=moment).published is moment
