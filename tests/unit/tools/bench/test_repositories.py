from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools.bench import repositories
from tools.rig.git import Git


def test_a_generated_repository_has_so_many_files_and_is_sound(tmp_path: Path) -> None:
    git = Git(repositories.generate(tmp_path, 250))
    assert len(git.text("ls-tree", "-r", "--name-only", "main").splitlines()) == 250
    assert len(git.text("ls-tree", "--name-only", "main").splitlines()) == 40
    assert git.text("fsck", "--strict") == ""


@pytest.mark.parametrize("count", [1, 4, 500])
def test_lines_of_python(count: int) -> None:
    assert len(repositories.lines_of_python(count).splitlines()) == count


def test_500_lines_parse() -> None:
    ast.parse(repositories.lines_of_python(500))
