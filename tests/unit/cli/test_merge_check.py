from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

BASE = "def f():\n    return 1\n\n\ndef g():\n    return 2\n"
LEFT = BASE.replace("1", "10")
RIGHT = BASE.replace("2", "20")
GOOD = LEFT.replace("2", "20")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("b", BASE), ("l", LEFT), ("r", RIGHT), ("good", GOOD), ("bad", LEFT)):
        Path(f"{name}.py").write_text(text)


def test_a_result_that_can_be_accounted_for(run: Run) -> None:
    result = run("merge-check", "b.py", "l.py", "r.py", "good.py")
    assert (result.status, result.out, result.err) == (0, "Nothing amiss.\n", "")


def test_a_result_that_lost_something(run: Run) -> None:
    result = run("merge-check", "b.py", "l.py", "r.py", "bad.py")
    assert result.status == 1
    assert "bad.py:6: lost: right put in `20`" in result.out
    found = json.loads(run("merge-check", "b.py", "l.py", "r.py", "bad.py", "--json").out)
    assert found["language"] == "python"
    assert {"kind": "lost", "what": "20", "line": 6} in [
        {key: one[key] for key in ("kind", "what", "line")} for one in found["findings"]
    ]
    assert all(one["reason"] for one in found["findings"])


def test_language_by_option_and_by_path(run: Run) -> None:
    doubled = GOOD + "\n\ndef f():\n    return 10\n"
    Path("doubled").write_text(doubled)
    for option in (["--path", "x.py"], ["--language", "python"], []):
        words = ["merge-check", "b.py", "l.py", "r.py", "doubled", "--json", *option]
        assert json.loads(run(*words).out)["language"] == "python"
    assert run("merge-check", "b.py", "l.py", "r.py", "doubled").status == 1


@pytest.mark.parametrize(
    "words",
    [
        ("b.py", "l.py", "r.py"),
        ("b.py", "l.py", "r.py", "missing"),
        ("b.py", "l.py", "r.py", "good.py", "--language", "klingon"),
        ("b.py", "l.py", "r.py", "."),
    ],
)
def test_trouble_is_not_a_finding(run: Run, words: tuple[str, ...]) -> None:
    result = run("merge-check", *words)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
