from __future__ import annotations

import json
from pathlib import Path

import pytest

from agentfs.syntax.languages import LANGUAGES
from tests.unit.cli.conftest import Run

TEXT = """\
import os


class Outer:
    def inner(self):
        pass

    # said of the second
    def inner(self, again):
        pass


def top(): pass
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_languages(run: Run) -> None:
    lines = run("languages").out.splitlines()
    assert lines[0].split() == ["NAME", "FILES", "#!", "MERGED", "BY", "SYMBOLS"]
    assert [line.split()[0] for line in lines[1:]] == [each.name for each in LANGUAGES]
    found = {one["name"]: one for one in json.loads(run("languages", "--json").out)}
    assert "*.py" in found["python"]["files"]
    assert "python" in found["python"]["interpreters"]
    assert (found["python"]["merged_by"], found["python"]["symbols"]) == ("structure", True)
    assert (found["gomod"]["merged_by"], found["gomod"]["symbols"]) == ("entries", False)
    assert "Makefile" in found["make"]["files"]


def test_symbols(run: Run) -> None:
    Path("a.py").write_text(TEXT)
    rows = [line.split() for line in run("symbols", "a.py").out.splitlines()]
    assert rows == [
        ["SYMBOL", "KIND", "LINES"],
        ["a.py::<imports>", "imports", "1"],
        ["a.py::Outer", "class", "4-10"],
        ["a.py::Outer.inner", "function", "5-6"],
        ["a.py::Outer.inner#2", "function", "8-10"],
        ["a.py::top", "function", "13"],
    ]


def test_symbols_as_json(run: Run) -> None:
    Path("a.py").write_text(TEXT)
    found = json.loads(run("symbols", "a.py", "--json").out)
    assert (found["file"], found["parse"]) == ("a.py", "clean")
    inner = next(one for one in found["symbols"] if one["symbol"] == "Outer.inner#2")
    assert (inner["kind"], inner["line"], inner["end_line"]) == ("function", 8, 10)
    assert TEXT[inner["start"] : inner["end"]].startswith("# said of the second")


def test_language_of_a_file_without_a_name_that_says(run: Run) -> None:
    Path("text").write_text(TEXT)
    assert run("symbols", "text").out.splitlines()[1].split() == ["text::<file>", "file", "1-13"]
    assert "text::top" in run("symbols", "text", "--language", "Python").out


def test_broken_files_and_missing_ones(run: Run) -> None:
    Path("a.py").write_text("def f():\n    pass\n\ndef (:\n")
    result = run("symbols", "a.py")
    assert "a.py::f" in result.out
    assert result.err == "agentfs: the file has syntax errors: some may be missing\n"
    assert run("symbols", "missing.py").status == 3
    result = run("symbols", "a.py", "--language", "jav")
    assert (result.status, result.out) == (81, "")
    assert "near it: java" in result.err
