from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.world import World

TEXT = "def f():\n    return 1\n\n\ndef g():\n    return 2\n\n\ndef h():\n    return 3\n"


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Makes worlds; when the test is over everything in them must be sound."""
    worlds: list[World] = []

    def make_world(**files: str | bytes) -> World:
        named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
        worlds.append(World.make(tmp_path / f"repo{len(worlds)}", named))
        return worlds[-1]

    yield make_world
    for world in worlds:
        world.log.close()


@pytest.fixture
def world(make: Callable[..., World]) -> Iterator[World]:
    """With files a.py, b.txt and d/c.txt."""
    made = make(a_py=TEXT, b_txt="b\n", d__c_txt="c\n")
    yield made
    made.assert_sound()
