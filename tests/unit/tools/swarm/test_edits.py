"""Every tool on a plain folder: what it leaves there is what `changed` says."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from tools.rig.programs import ProgramFailed
from tools.swarm.edits import EditFailed, Job, changed, perform
from tools.swarm.messages import Edit, Shape, Tool

PATH = "folder/module.py"
CODE = b"""\
class Some:
    @property
    def first(self):
        a = 1
        b = 2
        return a

    def last(self):
        a = 1
        b = 2
        return a
"""
ON_LANDMARKS = [
    (tool, shape)
    for tool in (Tool.PYTHON, Tool.SED, Tool.VIM, Tool.PATCH, Tool.REDIRECT)
    for shape in (Shape.ABOVE, Shape.BELOW, Shape.ON)
    if not (tool in (Tool.SED, Tool.VIM, Tool.REDIRECT) and shape is Shape.BELOW)
    and not (tool in (Tool.PATCH, Tool.REDIRECT) and shape is Shape.ON)
]


@pytest.fixture
def view(tmp_path: Path) -> Path:
    root = tmp_path / "view"
    (root / "folder").mkdir(parents=True)
    (root / PATH).write_bytes(CODE)
    (tmp_path / "scratch").mkdir()
    return root


def edit_of(tool: Tool, shape: Shape, **fields: object) -> Edit:
    planned = {"path": PATH, "opening": "    def last(", **fields}
    return Edit(agent="agent-1", number=7, marker="mark_7e", tool=tool, shape=shape, **planned)  # type: ignore[arg-type]


def job_of(edit: Edit, view: Path, early: bytes | None = None) -> Job:
    if shutil.which(edit.tool.value.split(" ", maxsplit=1)[0]) is None and edit.tool is Tool.VIM:
        pytest.skip("vim is not installed")
    return Job(edit, view, view.parent / "scratch", early)


@pytest.mark.parametrize("opening", ["    def first(", "    def last("])
@pytest.mark.parametrize(("tool", "shape"), ON_LANDMARKS)
def test_at_a_landmark(view: Path, tool: Tool, shape: Shape, opening: str) -> None:
    edit = edit_of(tool, shape, opening=opening)
    perform(job_of(edit, view))
    content = (view / PATH).read_bytes()
    assert content == changed(edit, CODE)
    assert b"mark_7e" in content
    ast.parse(content)


@pytest.mark.parametrize("tool", [Tool.REDIRECT, Tool.APPEND, Tool.COPY])
def test_at_the_end_twice(view: Path, tool: Tool) -> None:
    edit = edit_of(tool, Shape.END)
    perform(job_of(edit, view))
    perform(job_of(edit, view))
    assert (view / PATH).read_bytes() == CODE + 2 * b"# agent-1: mark_7e\n"


@pytest.mark.parametrize(
    ("tool", "before"), [(Tool.REDIRECT, b""), (Tool.APPEND, b""), (Tool.COPY, CODE)]
)
def test_a_file_that_is_not_there_yet(view: Path, tool: Tool, before: bytes) -> None:
    edit = edit_of(tool, Shape.END, path="own.py", target=PATH)
    perform(job_of(edit, view, early=CODE))
    assert (view / "own.py").read_bytes() == before + b"# agent-1: mark_7e\n"


def test_an_early_edit_is_made_from_what_was_read_then(view: Path) -> None:
    edit = edit_of(Tool.PYTHON, Shape.ABOVE, early=True)
    (view / PATH).write_bytes(b"# something else\n" + CODE)
    perform(job_of(edit, view, early=CODE))
    assert (view / PATH).read_bytes() == changed(edit, CODE)


def test_rename_into_a_folder_that_is_not_there_yet(view: Path) -> None:
    edit = edit_of(Tool.MOVE, Shape.RENAME, target="new/mark_7e.py")
    perform(job_of(edit, view))
    assert (view / "new/mark_7e.py").read_bytes() == CODE
    assert not (view / PATH).exists()


@pytest.mark.parametrize("tool", [Tool.VIM, Tool.REDIRECT, Tool.APPEND, Tool.SED])
def test_a_tool_that_fails_is_heard_of(view: Path, tool: Tool) -> None:
    edit = edit_of(tool, Shape.ABOVE, path="no/such/folder.py")
    with pytest.raises((ProgramFailed, EditFailed, OSError)):
        perform(job_of(edit, view))


def test_an_edit_that_is_not_shown_afterwards_is_a_failure(view: Path) -> None:
    edit = edit_of(Tool.SED, Shape.ABOVE, opening="def not_there(")
    with pytest.raises(EditFailed, match="does not show"):
        perform(job_of(edit, view))
    assert (view / PATH).read_bytes() == CODE
