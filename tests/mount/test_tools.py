"""Ordinary tools, in a real view.  Each saves, and what it saved reaches the trunk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.site import LIMIT, Site

A = "src/a.py"


def run(command: list[str], view: Path, text: str | None = None) -> None:
    subprocess.run(command, cwd=view, input=text, text=True, timeout=LIMIT, check=True)


def with_python(view: Path) -> None:
    program = f"t = open({A!r}).read(); open({A!r}, 'w').write(t.replace('return 1', 'return 9'))"
    run([sys.executable, "-c", program], view)


def with_python_rename(view: Path) -> None:
    program = (
        f"import os; t = open({A!r}).read().replace('return 1', 'return 9');"
        f"open('src/new', 'w').write(t); os.replace('src/new', {A!r})"
    )
    run([sys.executable, "-c", program], view)


def with_sed(view: Path) -> None:
    run(["sed", "-i", "s/return 1/return 9/", A], view)


def with_vim(view: Path) -> None:
    run(["vim", "-u", "NONE", "-es", "-c", "%s/return 1/return 9/", "-c", "wq", A], view)


def with_vim_backup(view: Path) -> None:
    """The way of a user's vim: the file is renamed away and written anew."""
    settings = "set nocp backup writebackup backupcopy=no swapfile"
    run(
        ["vim", "-u", "NONE", "-es", "-c", settings, "-c", "%s/return 1/return 9/", "-c", "wq", A],
        view,
    )


def with_shell(view: Path) -> None:
    run(["sh", "-c", f"sed 's/return 1/return 9/' {A} > t.tmp.1 && cat t.tmp.1 > {A}"], view)


def with_cp(view: Path) -> None:
    run(["sh", "-c", f"sed 's/return 1/return 9/' {A} > t.tmp.1 && cp t.tmp.1 {A}"], view)


def with_mv(view: Path) -> None:
    run(["sh", "-c", f"sed 's/return 1/return 9/' {A} > t.tmp.1 && mv t.tmp.1 {A}"], view)


def with_tee(view: Path) -> None:
    text = (view / A).read_text().replace("return 1", "return 9")
    run(["sh", "-c", f"tee {A} >/dev/null"], view, text)


def with_dd(view: Path) -> None:
    text = (view / A).read_text().replace("return 1", "return 9")
    run(["dd", f"of={A}", "status=none"], view, text)


def with_perl(view: Path) -> None:
    run(["perl", "-pi", "-e", "s/return 1/return 9/", A], view)


PATCH = "\n".join(
    [
        f"--- a/{A}",
        f"+++ b/{A}",
        "@@ -1,5 +1,5 @@",
        " def f1():",
        "-    return 1",
        "+    return 9",
        " ",
        " ",
        " def f2():",
        "",
    ]
)


def with_git_apply(view: Path) -> None:
    run(["git", "apply", "-"], view, PATCH)


def with_patch(view: Path) -> None:
    run(["patch", "-p1", "-s"], view, PATCH)


def with_mmap(view: Path) -> None:
    program = (
        f"import mmap; f = open({A!r}, 'r+b'); m = mmap.mmap(f.fileno(), 0);"
        "i = m.find(b'return 1'); m[i:i+8] = b'return 9'; m.flush()"
    )
    run([sys.executable, "-c", program], view)


def with_mmap_and_no_flush(view: Path) -> None:
    program = (
        f"import mmap; f = open({A!r}, 'r+b'); m = mmap.mmap(f.fileno(), 0); f.close();"
        "i = m.find(b'return 1'); m[i:i+8] = b'return 9'; m.close()"
    )
    run([sys.executable, "-c", program], view)


EDITORS = [
    with_python,
    with_python_rename,
    with_sed,
    with_vim,
    with_vim_backup,
    with_shell,
    with_cp,
    with_mv,
    with_tee,
    with_dd,
    with_perl,
    with_git_apply,
    with_patch,
    with_mmap,
    with_mmap_and_no_flush,
]


@pytest.mark.parametrize("edit", EDITORS, ids=lambda edit: edit.__name__)
def test_an_edit_reaches_the_trunk(site: Site, ann: Path, edit: Callable[[Path], None]) -> None:
    if edit is with_patch and shutil.which("patch") is None:
        pytest.fail("patch is not installed; tools/setup installs it")
    before = set(site.trunk_files())
    edit(ann)
    assert "return 9" in (ann / A).read_text()
    site.settle()
    wanted = site.git("show", f"main:{A}").replace("return 1", "return 9")
    assert site.trunk(A) == wanted.encode()
    assert set(site.trunk_files()) == before
    assert sorted(os.listdir(ann / "src")) == ["a.py", "b.py", "deep"] or edit is with_vim_backup
