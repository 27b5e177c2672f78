from __future__ import annotations

import threading
import time

import pytest

from detente.serve.memory import Memory


def test_an_answer_is_kept_for_a_while() -> None:
    now = [0.0]
    memory, made = Memory(lambda: now[0]), []

    def make() -> int:
        made.append(now[0])
        return len(made)

    assert memory.recall("a", 10, make) == 1
    now[0] = 10
    assert memory.recall("a", 10, make) == 1
    assert memory.recall("b", 10, make) == 2
    now[0] = 10.1
    assert memory.recall("a", 10, make) == 3
    memory.forget()
    assert memory.recall("a", 10, make) == 4


def test_of_many_who_ask_at_once_one_has_it_made() -> None:
    memory, made = Memory(), []

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return 7

    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(memory.recall("a", 10, make)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, len(made)) == ([7] * 8, 1)


def test_what_cannot_be_made_is_tried_anew() -> None:
    memory = Memory()

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        memory.recall("a", 10, fail)
    assert memory.recall("a", 10, lambda: 1) == 1


def test_it_does_not_grow_without_end() -> None:
    memory = Memory()
    for number in range(1_000):
        memory.recall(number, 10, lambda: 0)
    assert len(memory._kept) <= 256
