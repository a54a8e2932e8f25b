"""What Python code uses, and nothing binds any more."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.findings import FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.names.scopes import left_unbound
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of

BASE = """import os

COUNT = 1


def one(value):
    total = value
    return total


def two():
    return 2
"""


def found(left: str, right: str, result: str, base: str = BASE) -> list[tuple[str, int]]:
    texts = (base.encode(), left.encode(), right.encode())
    language = language_of(RepoPath(b"a.py"), b"")
    assert language is not None
    findings = list(left_unbound(Judged(texts, result.encode(), language)))
    assert all(each.kind is FindingKind.UNDEFINED for each in findings)
    return [(each.what, each.line) for each in findings]


@pytest.mark.parametrize(
    ("taken", "added", "name"),
    [
        (("value", "number"), ("return total", "return total + value"), "value"),
        (("import os\n", ""), ("return 2", "return os.cpu_count()"), "os"),
        (("COUNT = 1\n", ""), ("return 2", "return COUNT"), "COUNT"),
        (("two", "both"), ("total = value", "total = value + two()"), "two"),
    ],
)
def test_a_name_that_one_side_took_away(
    taken: tuple[str, str], added: tuple[str, str], name: str
) -> None:
    left, right = BASE.replace(*taken), BASE.replace(*added)
    result = left.replace(*added)
    assert result != left
    assert [what for what, _ in found(left, right, result)] == [name]


def test_the_line_is_that_of_the_use() -> None:
    left = BASE.replace("value", "number")
    right = BASE.replace("return total", "return total + value")
    result = left.replace("return total", "return total + value")
    assert found(left, right, result) == [("value", 8)]


def test_what_an_input_leaves_unbound_is_somebody_elses() -> None:
    left = BASE.replace("import os\n", "")
    right = BASE.replace("return 2", "return unheard_of")
    result = left.replace("return 2", "return unheard_of")
    assert found(left, right, result) == []


@pytest.mark.parametrize(
    "binding",
    [
        "from os import *\n",
        "try:\n    import os\nexcept ImportError:\n    pass\n",
        "def set_up():\n    global os\n    import os\n",
        "class os:\n    pass\n",
        "for os in ():\n    pass\n",
    ],
)
def test_another_binding_will_do(binding: str) -> None:
    left = BASE.replace("import os\n", binding)
    right = BASE.replace("return 2", "return os.cpu_count()")
    result = left.replace("return 2", "return os.cpu_count()")
    assert found(left, right, result) == []


def test_what_cannot_be_read_says_nothing() -> None:
    left = BASE.replace("import os\n", "")
    right = BASE.replace("return 2", "return os.cpu_count(")
    assert found(left, right, right.replace("import os\n", "")) == []
    assert found(left, right, left.replace("return 2", "return os")) == []
