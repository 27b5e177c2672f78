from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.parse import Parser
from detente.parse.model import _BATCH_CHARACTERS, _batches, shifted
from detente.parse.tree import Tree
from detente.settings import Settings

lengths = st.lists(st.integers(0, _BATCH_CHARACTERS * 2), max_size=30)


@given(lengths, st.integers(1, 10))
def test_batches_hold_all_blocks_in_order_and_are_not_too_large(
    sizes: list[int], most: int
) -> None:
    blocks = ["x" * size for size in sizes]
    batches = list(_batches(blocks, most))
    assert [block for batch in batches for block in batch] == blocks
    for batch in batches:
        assert 1 <= len(batch) <= most
        assert sum(map(len, batch[:-1])) < _BATCH_CHARACTERS


def test_a_batch_is_given_on_before_more_is_read() -> None:
    def blocks() -> Iterator[str]:
        yield "a"
        yield "b"
        raise AssertionError("read too far")

    assert next(_batches(blocks(), 2)) == ["a", "b"]


heads = st.integers(1, 12).flatmap(
    lambda size: st.tuples(*(st.integers(0, index) for index in range(size)))
)


@given(heads, st.randoms())
def test_extents_are_those_of_the_words_below(drawn: tuple[int, ...], random: object) -> None:
    """Every word hangs on an earlier one or on itself; then the words are shuffled."""
    size = len(drawn)
    order = list(range(size))
    random.shuffle(order)  # type: ignore[attr-defined]
    parents = [0] * size
    for index, head in enumerate(drawn):
        parents[order[index]] = order[head]
    words = ["w"] * size
    tree = Tree(words, words, words, words, parents, range(size), [0] * size)
    for index in range(size):
        below = tree.subtree(index)
        assert tree.extent(index) == (below[0], below[-1])


def test_a_moved_tree_keeps_its_shape() -> None:
    words = ["France", "met", "Iran"]
    tree = Tree(words, words, words, words, [1, 1, 1], [0, 7, 11], [0, 0, 0])
    moved = shifted(tree, 10, 2)
    assert (moved.starts, moved.sentences) == ([10, 17, 21], [2, 2, 2])
    assert (tree.starts, tree.sentences) == ([0, 7, 11], [0, 0, 0])
    assert moved.extent(1) == tree.extent(1) == (0, 2)
    assert shifted(tree, 0, 0) is tree


@pytest.mark.model
def test_documents_are_the_same_whatever_the_batches() -> None:
    texts = [
        "France met Iran.\n\nIran agreed to meet again. It left.",
        "",
        "\n \n",
        "PARIS\n\nThe minister said: “We met.” - one\n- two",
        "Iran left",
    ]
    whole = list(Parser(Settings().model, 64).parse_many(texts))
    single = Parser(Settings().model, 1)
    assert list(single.parse_many(texts)) == whole
    assert [single.parse(text) for text in texts] == whole
    for text, document in zip(texts, whole, strict=True):
        assert document.text == text
        for phrase in document.phrases:
            assert phrase.span.of(text) == phrase.text
