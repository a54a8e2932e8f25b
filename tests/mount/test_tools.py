"""Ordinary tools, in a real view.  Each saves, and what it saved reaches the trunk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.site import LIMIT, Site


def run(command: list[str], view: Path, text: str | None = None) -> None:
    subprocess.run(command, cwd=view, input=text, text=True, timeout=LIMIT, check=True)


def with_python(view: Path, name: str) -> None:
    program = (
        f"t = open({name!r}).read(); open({name!r}, 'w').write(t.replace('return 1', 'return 9'))"
    )
    run([sys.executable, "-c", program], view)


def with_python_rename(view: Path, name: str) -> None:
    program = (
        f"import os; t = open({name!r}).read().replace('return 1', 'return 9');"
        f"open('new.txt', 'w').write(t); os.replace('new.txt', {name!r})"
    )
    run([sys.executable, "-c", program], view)


def with_sed(view: Path, name: str) -> None:
    run(["sed", "-i", "s/return 1/return 9/", name], view)


def with_vim(view: Path, name: str) -> None:
    run(["vim", "-u", "NONE", "-es", "-c", "%s/return 1/return 9/", "-c", "wq", name], view)


def with_vim_backup(view: Path, name: str) -> None:
    """The way of a user's vim: the file is renamed away and written anew."""
    settings = "set nocp backup writebackup backupcopy=no swapfile"
    run(
        [
            "vim",
            "-u",
            "NONE",
            "-es",
            "-c",
            settings,
            "-c",
            "%s/return 1/return 9/",
            "-c",
            "wq",
            name,
        ],
        view,
    )


def with_shell(view: Path, name: str) -> None:
    run(["sh", "-c", f"sed 's/return 1/return 9/' {name} > t.tmp.1 && cat t.tmp.1 > {name}"], view)


def with_cp(view: Path, name: str) -> None:
    run(["sh", "-c", f"sed 's/return 1/return 9/' {name} > t.tmp.1 && cp t.tmp.1 {name}"], view)


def with_mv(view: Path, name: str) -> None:
    run(["sh", "-c", f"sed 's/return 1/return 9/' {name} > t.tmp.1 && mv t.tmp.1 {name}"], view)


def with_tee(view: Path, name: str) -> None:
    text = (view / name).read_text().replace("return 1", "return 9")
    run(["sh", "-c", f"tee {name} >/dev/null"], view, text)


def with_dd(view: Path, name: str) -> None:
    text = (view / name).read_text().replace("return 1", "return 9")
    run(["dd", f"of={name}", "status=none"], view, text)


def with_perl(view: Path, name: str) -> None:
    run(["perl", "-pi", "-e", "s/return 1/return 9/", name], view)


def patch(name: str) -> str:
    lines = [
        f"--- a/{name}",
        f"+++ b/{name}",
        "@@ -1,5 +1,5 @@",
        " def f1():",
        "-    return 1",
        "+    return 9",
        " ",
        " ",
        " def f2():",
        "",
    ]
    return "\n".join(lines)


def with_git_apply(view: Path, name: str) -> None:
    run(["git", "apply", "-"], view, patch(name))


def with_patch(view: Path, name: str) -> None:
    run(["patch", "-p1", "-s"], view, patch(name))


def with_mmap(view: Path, name: str) -> None:
    program = (
        f"import mmap; f = open({name!r}, 'r+b'); m = mmap.mmap(f.fileno(), 0);"
        "i = m.find(b'return 1'); m[i:i+8] = b'return 9'; m.flush()"
    )
    run([sys.executable, "-c", program], view)


def with_mmap_and_no_flush(view: Path, name: str) -> None:
    program = (
        f"import mmap; f = open({name!r}, 'r+b'); m = mmap.mmap(f.fileno(), 0); f.close();"
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


TEXT = "\n\n".join(f"def f{n}():\n    return {n}\n" for n in (1, 2, 3))


@pytest.mark.parametrize("edit", EDITORS, ids=lambda edit: edit.__name__)
def test_an_edit_reaches_the_trunk(
    site: Site, ann: Path, edit: Callable[[Path, str], None]
) -> None:
    name = f"{edit.__name__}/a.py"
    (ann / name).parent.mkdir()
    (ann / name).write_text(TEXT)
    site.settle()
    before = site.trunk_files()
    edit(ann, name)
    wanted = TEXT.replace("return 1", "return 9")
    assert (ann / name).read_text() == wanted
    site.settle()
    assert site.trunk(name) == wanted.encode()
    assert site.trunk_files() == before
    assert os.listdir((ann / name).parent) == ["a.py"]
