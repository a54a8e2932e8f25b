"""Ordinary tools that write to what another agent holds: each that can show an error does.

Which of them notice what `close` answers is not ours to choose; what they leave is.
"""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agentfs.model.events import HoldReason
from agentfs.model.ids import AgentName
from tests.support.locker import Locker
from tests.support.site import LIMIT, Site, wait_for

TEXT = "\n\n".join(f"def f{n}():\n    return {n}\n" for n in (1, 2, 3))
VIM_ERROR = re.compile(r"\bE\d{3}: ")
Tool = Callable[[Path, str, str, str], tuple[int, str]]
"""Puts a new text for an old one in a file of the view; exit status, and what it said."""


def run(command: list[str], view: Path, text: str | None = None) -> tuple[int, str]:
    done = subprocess.run(
        command,
        cwd=view,
        input=text,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        env={**os.environ, "LC_ALL": "C"},
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def changed(view: Path, name: str, old: str, new: str) -> str:
    return (view / name).read_text().replace(old, new)


def python(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    program = (
        f"t = open({name!r}).read().replace({old!r}, {new!r})\n"
        f"with open({name!r}, 'w') as f: f.write(t)"
    )
    return run([sys.executable, "-c", program], view)


def sed(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    return run(["sed", "-i", f"s/{old}/{new}/", name], view)


def vim(view: Path, name: str, old: str, new: str, *settings: str) -> tuple[int, str]:
    """What it says goes to a file, as it has no terminal."""
    log = view / "vim.tmp.1"
    commands = (*settings, f"redir! > {log.name}", f"%s/{old}/{new}/", "silent! w", "qa!")
    ex = [part for command in commands for part in ("-c", command)]
    status, _ = run(["vim", "-u", "NONE", "-es", *ex, name], view)
    said = log.read_text()
    log.unlink()
    return status or int(VIM_ERROR.search(said) is not None), said


def vim_backup(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    """The way of a user's vim: the file is renamed away and written anew."""
    return vim(view, name, old, new, "set nocp backup writebackup backupcopy=no")


def nano(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    """In a terminal: cut the line, type another, write, leave without."""
    lines = (view / name).read_text().splitlines()
    at, line = next((n, each) for n, each in enumerate(lines, 1) if old in each)
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(view)
        os.environ.update(TERM="xterm", LC_ALL="C", LINES="24", COLUMNS="120")
        os.execvp("nano", ["nano", "--ignorercfiles", f"+{at},1", name])
    said = _until(terminal, "lines")
    end = "\r" if at < len(lines) else ""
    os.write(terminal, f"\x0b{line.replace(old, new)}{end}\x0f\r".encode())
    said += _until(terminal, "rote", "enied")
    os.write(terminal, b"\x18n")
    with contextlib.suppress(OSError):
        while os.read(terminal, 1 << 16):
            pass
    os.close(terminal)
    os.waitpid(pid, 0)
    return int("enied" in said), said


def _until(terminal: int, *texts: str) -> str:
    """What is printed until one of `texts` is."""
    seen, end = "", time.monotonic() + LIMIT
    while not any(text in seen for text in texts):
        assert time.monotonic() < end, seen
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 1 << 16).decode(errors="replace")
    return seen


def node(program: str) -> Tool:
    def run_node(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
        values = f"const n={name!r},o={old!r},w={new!r};const fs=require('fs');"
        return run(["node", "-e", values + program], view)

    return run_node


NODE_SYNC = node("fs.writeFileSync(n, fs.readFileSync(n,'utf8').replace(o,w))")
NODE_PROMISES = node(
    "fs.promises.writeFile(n, fs.readFileSync(n,'utf8').replace(o,w))"
    ".catch(e=>{console.error(e.message);process.exit(1)})"
)
NODE_CALLBACK = node(
    "fs.writeFile(n, fs.readFileSync(n,'utf8').replace(o,w),"
    "e=>{if(e){console.error(e.message);process.exit(1)}})"
)
NODE_RENAME = node(
    "const t=n+'.tmp.'+process.pid+'.1';"
    "fs.writeFileSync(t, fs.readFileSync(n,'utf8').replace(o,w));fs.renameSync(t,n)"
)


def cp(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    (view / "t.tmp.1").write_text(changed(view, name, old, new))
    return run(["cp", "t.tmp.1", name], view)


def mv(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    (view / "t.tmp.1").write_text(changed(view, name, old, new))
    return run(["mv", "t.tmp.1", name], view)


def tee(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    return run(["tee", name], view, changed(view, name, old, new))


def dd(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    return run(["dd", f"of={name}"], view, changed(view, name, old, new))


def perl(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    return run(["perl", "-pi", "-e", f"s/{old}/{new}/", name], view)


def shell(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    """Its `>` looks at no close."""
    (view / "t.tmp.1").write_text(changed(view, name, old, new))
    return run(["sh", "-c", f"cat t.tmp.1 > {name}"], view)


def diff(view: Path, name: str, old: str, new: str) -> str:
    before, after = (view / name).read_text(), changed(view, name, old, new)
    (view / "a.tmp.1").write_text(before)
    (view / "b.tmp.1").write_text(after)
    made = run(["diff", "-u", "a.tmp.1", "b.tmp.1"], view)[1]
    return made.replace("a.tmp.1", f"a/{name}").replace("b.tmp.1", f"b/{name}")


def patch(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    return run(["patch", "-p1"], view, diff(view, name, old, new))


def git_apply(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    return run(["git", "apply", "-"], view, diff(view, name, old, new))


def git_checkout(view: Path, name: str, old: str, new: str) -> tuple[int, str]:
    """Of a commit that has the new text: made with git's own plumbing, not in the view."""
    (view / "t.tmp.1").write_text(changed(view, name, old, new))
    script = (
        "export GIT_INDEX_FILE=$(git rev-parse --git-dir)/other;"
        "git read-tree HEAD; b=$(git hash-object -w t.tmp.1);"
        f"git update-index --cacheinfo 100644,$b,{name};"
        "c=$(git -c user.name=u -c user.email=u@e commit-tree $(git write-tree) -p HEAD -m x);"
        f"unset GIT_INDEX_FILE; git checkout $c -- {name}"
    )
    return run(["sh", "-c", script], view)


HELD, REFUSED = "held", "refused"
TOOLS: dict[str, tuple[Tool, str, bool]] = {
    # How it writes, what comes of that if a symbol is locked, whether it shows the error.
    "python": (python, HELD, True),
    "vim": (vim, HELD, True),
    "vim with backups": (vim_backup, HELD, True),
    "nano": (nano, HELD, True),
    "node sync": (NODE_SYNC, HELD, True),
    "node promises": (NODE_PROMISES, HELD, True),
    "node callback": (NODE_CALLBACK, HELD, True),
    "node rename": (NODE_RENAME, REFUSED, True),
    "cp": (cp, HELD, True),
    "mv": (mv, REFUSED, True),
    "tee": (tee, HELD, True),
    "dd": (dd, HELD, True),
    "perl -pi": (perl, REFUSED, True),
    "sed -i": (sed, REFUSED, True),
    "shell >": (shell, HELD, False),
    "patch": (patch, REFUSED, True),
    "git apply": (git_apply, REFUSED, True),
    "git checkout": (git_checkout, REFUSED, True),
}


def file_of(tool: str, case: str) -> str:
    return f"{case}/{''.join(c if c.isalnum() else '-' for c in tool)}.py"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    files: dict[str, str | bytes] = {
        file_of(tool, case): TEXT for tool in TOOLS for case in ("symbol", "file", "beside")
    }
    site = Site(tmp_path_factory.mktemp("site"), files)
    try:
        site.agentfs("init")
        yield site
    finally:
        site.close()


@pytest.fixture(scope="module")
def locker(site: Site, ann: Path, ben: Path) -> Locker:
    return Locker(site)


@pytest.fixture(params=list(TOOLS))
def tool(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    for program in ("node", "nano"):
        if name.startswith(program) and shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    return name


def test_a_symbol_that_another_holds(
    site: Site, ann: Path, ben: Path, locker: Locker, tool: str
) -> None:
    name = file_of(tool, "symbol")
    write, result, shows = TOOLS[tool]
    locker.lock("ann", f"{name}::f1")
    status, said = write(ben, name, "return 1", "return 9")
    if shows:
        assert status != 0, said
        assert "ermission denied" in said or VIM_ERROR.search(said)
    site.settle()
    assert site.trunk(name) == TEXT.encode()
    assert (ann / name).read_text() == TEXT
    new = TEXT.replace("return 1", "return 9")
    assert (ben / name).read_text() == (new if result == HELD else TEXT)
    with site.log.snapshot() as tables:
        row = tables.pending(AgentName("ben"), name.encode())  # type: ignore[arg-type]
    assert (row is not None and row.held is HoldReason.LOCK) == (result == HELD)
    locker.unlock("ann")
    if result == HELD:
        wait_for(lambda: site.trunk(name) == new.encode(), "it is published")
    else:
        assert write(ben, name, "return 1", "return 9")[0] == 0
        wait_for(lambda: site.trunk(name) == new.encode(), "now it can be saved")


def test_a_file_that_another_holds(
    site: Site, ann: Path, ben: Path, locker: Locker, tool: str
) -> None:
    name = file_of(tool, "file")
    write, _, _ = TOOLS[tool]
    locker.lock("ann", name)
    status, said = write(ben, name, "return 1", "return 9")
    assert status != 0, said
    site.settle()
    assert site.trunk(name) == TEXT.encode()
    assert (ben / name).read_text() == TEXT
    assert site.saves(name) == []
    locker.unlock("ann")


UNLINKS = ("git checkout",)
"""Those that remove the file and make it anew: to remove it is to remove what is locked."""


def test_beside_what_another_holds(
    site: Site, ann: Path, ben: Path, locker: Locker, tool: str
) -> None:
    name = file_of(tool, "beside")
    write, _, _ = TOOLS[tool]
    locker.lock("ann", f"{name}::f1")
    status, said = write(ben, name, "return 3", "return 9")
    if tool in UNLINKS:
        assert status != 0
        assert (ben / name).read_text() == TEXT
    else:
        assert status == 0, said
        new = TEXT.replace("return 3", "return 9").encode()
        assert (ben / name).read_bytes() == new
        wait_for(lambda: site.trunk(name) == new, "it is published")
    locker.unlock("ann")
