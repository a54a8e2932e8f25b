from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath

import pytest

from tools.checks.rules import FUNCTION_LINES, MODULE_LINES, Source, problems_in, problems_of


def found(text: str, path: str = "agentfs/views/overlay.py") -> list[str]:
    return [str(p) for p in problems_of(Source(PurePosixPath(path), text, ast.parse(text)))]


def function_of(lines: int) -> str:
    return "def save():\n" + "    pass\n" * (lines - 1)


def test_module_at_the_limit_passes_and_one_line_more_does_not() -> None:
    assert found("x = 1\n" * MODULE_LINES) == []
    assert len(found("x = 1\n" * (MODULE_LINES + 1))) == 1


@pytest.mark.parametrize("prefix", ["", "async "])
def test_function_at_the_limit_passes_and_one_line_more_does_not(prefix: str) -> None:
    assert found(prefix + function_of(FUNCTION_LINES)) == []
    assert "save of 81 lines" in found(prefix + function_of(FUNCTION_LINES + 1))[0]


@pytest.mark.parametrize("name", ["helpers.py", "utils.py", "common.py"])
def test_names_that_say_nothing(name: str) -> None:
    assert len(found("", f"agentfs/merge/{name}")) == 1
    assert len(found("", f"tests/support/{name}")) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "except Exception:\n    raise",
        "except (OSError, Exception) as error:\n    raise",
        "except:\n    pass",
        "except BaseException:\n    pass",
        "except BaseException as error:\n    raise OSError from error",
    ],
)
def test_broad_except_only_at_the_edges(clause: str) -> None:
    text = f"try:\n    save()\n{clause}\n"
    assert found(text) == ["agentfs/views/overlay.py:3: catches everything, and is no edge"]
    assert found(text, "agentfs/cli/main.py") == []
    assert found(text, "tests/unit/test_it.py") == []


@pytest.mark.parametrize(
    "clause",
    [
        "except OSError:\n    pass",
        "except BaseException:\n    undo()\n    raise",
        "except:\n    raise",
    ],
)
def test_excepts_that_are_fine(clause: str) -> None:
    assert found(f"try:\n    save()\n{clause}\n") == []


@pytest.mark.parametrize(
    "text", ["import time\ntime.sleep(1)\n", "import os\nfrom time import sleep, time\n"]
)
def test_sleeping_tests(text: str) -> None:
    assert len(found(text, "tests/mount/test_it.py")) == 1
    assert found(text, "agentfs/daemon/start.py") == []


def test_every_package_needs_a_docstring(tmp_path: Path) -> None:
    for name, text in (("a", '"""What it is."""\n'), ("b", ""), ("c", None)):
        folder = tmp_path / "agentfs" / name
        folder.mkdir(parents=True)
        (folder / "module.py").touch()
        if text is not None:
            (folder / "__init__.py").write_text(text)
    assert [str(problem.path) for problem in problems_in(tmp_path)] == [
        "agentfs/b/__init__.py",
        "agentfs/c/__init__.py",
    ]


def test_problems_are_ordered_by_path_and_line(tmp_path: Path) -> None:
    package = tmp_path / "agentfs"
    package.mkdir()
    (package / "__init__.py").write_text('"""It."""\n')
    (package / "b.py").write_text("try:\n    pass\nexcept:\n    pass\n" * 2)
    (package / "a.py").write_text("try:\n    pass\nexcept:\n    pass\n")
    problems = problems_in(tmp_path)
    assert [(str(p.path), p.line) for p in problems] == [
        ("agentfs/a.py", 3),
        ("agentfs/b.py", 3),
        ("agentfs/b.py", 7),
    ]
