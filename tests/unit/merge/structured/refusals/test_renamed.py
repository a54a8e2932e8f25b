"""What one side gave another name while the other uses it once more."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.refusals.renamed import uses_renamed
from tests.support.trees import node

BASE = """\
def f(items):
    total = 0
    for item in items:
        total += item
    return total
"""
MORE = BASE.replace("return total", "log(total)\n    return total")


def of(base: str, left: str, right: str, kind: str = "function_definition") -> bool:
    one, two, three = (node(text, kind) for text in (base, left, right))
    return uses_renamed((one, two, three))


def test_another_name_here_and_one_use_more_there() -> None:
    assert of(BASE, BASE.replace("total", "amount"), MORE)
    assert of(BASE, MORE, BASE.replace("total", "amount"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (BASE.replace("total", "amount"), BASE.replace("items", "values")),
        (BASE.replace("total", "amount"), MORE.replace("total", "amount")),
        (BASE.replace("    return total\n", "    return len(items)\n"), MORE),
        ("def f(items):\n    return sum(items)\n", MORE),
    ],
    ids=["no use more", "the same name", "still there", "no new name"],
)
def test_what_is_no_use_of_an_old_name(left: str, right: str) -> None:
    assert not of(BASE, left, right)
    assert not of(BASE, right, left)


def test_only_in_a_function() -> None:
    texts = [f"class A:\n    {text.replace(chr(10), chr(10) + '    ')}" for text in (BASE, MORE)]
    renamed = texts[0].replace("total", "amount")
    assert not of(texts[0], renamed, texts[1], "class_definition")
