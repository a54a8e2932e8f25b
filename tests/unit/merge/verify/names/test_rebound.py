"""One name for a value that one side gives it and for a function that the other defines."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.names.rebound import defined_otherwise
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of

BASE = "first\n\nlast\n"


def found(path: str, one: str, other: str) -> list[tuple[str, int]]:
    """One side puts its line first, the other puts its own last."""
    language = language_of(RepoPath(path.encode()), b"")
    assert language is not None
    texts = [f"{one}\n{BASE}", f"{BASE}{other}\n"]
    result = f"{one}\n{BASE}{other}\n"
    inputs = (BASE.encode(), texts[0].encode(), texts[1].encode())
    swapped = (inputs[0], inputs[2], inputs[1])
    findings = list(defined_otherwise(Judged(inputs, result.encode(), language)))
    assert findings == list(defined_otherwise(Judged(swapped, result.encode(), language)))
    return [(each.what, each.line) for each in findings]


@pytest.mark.parametrize(
    ("path", "one", "other"),
    [
        ("a.py", "load = cached(raw)", "async def load(path):"),
        ("a.js", "export const load = memo(raw);", "export function load(x) {"),
        ("a.rb", "load = 1", "def load"),
        ("a.kt", "val load = memo(raw)", "fun load() {"),
    ],
)
def test_two_things_have_one_name(path: str, one: str, other: str) -> None:
    assert found(path, one, other) == [("load", 5)]


def test_a_module_has_two_of_one_name() -> None:
    assert found("a.lua", "M.load = memo(raw)", "function M.load(x)") == [("M.load", 5)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("load = cached(raw)", "def loads(path):"),
        ("load = cached(raw)", "    def load(path):"),
        ("load == cached(raw)", "def load(path):"),
        ("def load(path):", "def load(path):"),
    ],
)
def test_there_are_not_two(one: str, other: str) -> None:
    assert found("a.py", one, other) == []
