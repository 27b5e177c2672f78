"""Ids within one run."""

from __future__ import annotations

import time
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.read.identity import Identities
from detente.records import Article


def distinguish(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    identities = Identities()
    articles = [identities.distinguish(Article(id=id_, text=text)) for id_, text in pairs]
    return [(article.id, article.text) for article in articles]


def test_another_text_of_the_same_id_is_kept_under_its_own() -> None:
    pairs = [("a", "One."), ("a", "Two."), ("a", "One."), ("a", "Two."), ("a", "Three.")]
    assert [id_ for id_, _ in distinguish(pairs)] == ["a", "a-2", "a", "a-2", "a-3"]


def test_a_made_up_id_avoids_given_ones() -> None:
    pairs = [("a-2", "One."), ("a", "Two."), ("a", "Three."), ("a-3", "Four.")]
    assert [id_ for id_, _ in distinguish(pairs)] == ["a-2", "a", "a-3", "a-3-2"]


def test_a_column_that_holds_no_ids_stays_fast() -> None:
    start = time.perf_counter()
    found = distinguish([("same", str(number)) for number in range(20_000)])
    assert len(dict(found)) == 20_000
    assert time.perf_counter() - start < 5


words = st.sampled_from(["a", "a-2", "a-3", "b", "a-2-2"])


@settings(deadline=None)
@given(st.lists(st.tuples(words, st.sampled_from("xyz"))))
def test_an_id_stands_for_one_text(pairs: list[tuple[str, str]]) -> None:
    found = distinguish(pairs)
    assert [text for _, text in found] == [text for _, text in pairs]
    assert len(dict(found)) == len(set(found))
    assert {text for _, text in pairs} <= {text for _, text in found}
    assert found[:1] == pairs[:1]
