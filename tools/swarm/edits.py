"""Does one edit in a view, with the tool it is planned for.

An edit never takes away what others wrote: it adds to what the tool reads just then.  What
the tool wrote is read back at once, as any agent does.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.rig import programs
from tools.rig.programs import ProgramFailed
from tools.swarm.landmarks import comment_start, find, is_python
from tools.swarm.messages import Edit, Shape, Tool

SECONDS: Final = 20.0
"""For one run of a tool."""
_ATTEMPTS: Final = 5
_CONTEXT: Final = 3
_SHELL_INSERT: Final = r"""
set -e
mapfile -t lines < "$1"
for line in "${lines[@]}"; do
    case $line in "$2"*) text+=$3$'\n' ;; esac
    text+=$line$'\n'
done
printf %s "$text" > "$1"
"""
"""The shell itself reads and writes, with no program between."""
_SHELL_EXTEND: Final = r"""
set -e
[ ! -e "$1" ] || mapfile -t lines < "$1"
printf '%s\n' "${lines[@]}" "$2" > "$1"
"""


class EditFailed(Exception):
    """The tool said no, or the view does not show what the tool wrote."""


@dataclass(frozen=True)
class Job:
    edit: Edit
    view: Path
    scratch: Path
    early: bytes | None
    """What `agent` read before anyone began, for edits that ask for it."""

    @property
    def file(self) -> Path:
        return self.view / self.edit.path


@dataclass(frozen=True)
class Insertion:
    """Lines that come before line `at`, counted from 0."""

    at: int
    lines: tuple[str, ...]


def perform(job: Job) -> None:
    """Raises EditFailed, ProgramFailed, OSError, LookupError, SyntaxError."""
    _TOOLS[job.edit.tool](job)
    _read_back(job)


def changed(edit: Edit, content: bytes) -> bytes:
    """`content` with the edit in it.  Raises LookupError, SyntaxError."""
    if edit.shape is Shape.END:
        return content + f"{comment(edit)}\n".encode()
    lines = content.decode("utf-8").split("\n")
    if edit.shape is Shape.ON:
        number = find(edit.path, content, edit.opening).line
        lines[number - 1] += f"  {comment(edit)}"
    else:
        new = insertion(edit, content)
        lines[new.at : new.at] = new.lines
    return "\n".join(lines).encode()


def insertion(edit: Edit, content: bytes) -> Insertion:
    """For edits above and below a landmark.  Raises LookupError, SyntaxError."""
    mark = find(edit.path, content, edit.opening)
    indent = _indent(edit)
    if edit.shape is Shape.ABOVE:
        return Insertion(mark.line - 1, (f"{indent}{comment(edit)}",))
    if not is_python(edit.path):
        return Insertion(mark.last, (f"{indent}{comment(edit)}",))
    body = f"{indent}    return {edit.number}"
    return Insertion(mark.last, ("", f"{indent}def {edit.marker}(*_):", body))


def comment(edit: Edit) -> str:
    return f"{comment_start(edit.path)} {edit.agent}: {edit.marker}".strip()


def _python(job: Job) -> None:
    content = job.file.read_bytes() if job.early is None else job.early
    fresh = changed(job.edit, content)
    time.sleep(job.edit.hold)
    with job.file.open("wb") as file:
        file.write(fresh)


def _sed(job: Job) -> None:
    opening, text = _basic_regex(job.edit.opening), _sed_text(comment(job.edit))
    if job.edit.shape is Shape.ON:
        script = f"/^{opening}/s/$/  {text}/"
    else:
        script = rf"/^{opening}/s/^[[:space:]]*/&{text}\n&/"
    _run(job, "sed", "-i", "-e", script, "--", str(job.file))


def _vim(job: Job) -> None:
    opening, text = _very_nomagic(job.edit.opening), comment(job.edit)
    if job.edit.shape is Shape.ON:
        change = f"s/$/  {_vim_text(text)}/"
    else:
        change = f"put! ='{_indent(job.edit)}{text}'"
    said = job.scratch / f"{job.edit.marker}.vim"
    # `cq` is only reached if the file was not written, and gives a status that says so.
    commands = [f"set nofixeol verbosefile={said}", rf"/\V\^{opening}/{change}", "wq", "cq"]
    arguments = [word for command in commands for word in ("-c", command)]
    program = ["vim", "-es", "-u", "NONE", "-i", "NONE", *arguments, "--", str(job.file)]
    _until_accepted(lambda: _run_vim(job, program, said))


def _run_vim(job: Job, program: list[str], said: Path) -> None:
    """Raises ProgramFailed, with what vim says to itself alone."""
    try:
        # The answer to "the file has been changed since reading it, really write?"; if it
        # finds none, vim ends with status 0 and has written nothing.
        programs.run(program, seconds=SECONDS, folder=job.view, stdin=b"n\n")
    except ProgramFailed as error:
        lines = said.read_text("utf-8", "replace").split("\n") if said.exists() else [""]
        raise ProgramFailed(f"{error}; {lines[-1]}") from None


def _patch(job: Job) -> None:
    _until_accepted(lambda: _apply(job, make_patch(job.edit, job.file.read_bytes())))


def _apply(job: Job, patch: bytes) -> None:
    programs.run(
        ["git", "apply", "-"],
        seconds=SECONDS,
        folder=job.view,
        stdin=patch,
        # The view need not be a repository itself, and must not be taken for part of another.
        environment={"GIT_CEILING_DIRECTORIES": str(job.view.parent)},
    )


def _until_accepted(attempt: Callable[[], None]) -> None:
    """For tools that see that the file has changed since they (or we) read it, as it does when
    the view follows the trunk, and then write nothing."""
    for _ in range(_ATTEMPTS - 1):
        try:
            return attempt()
        except ProgramFailed:
            continue
    return attempt()


def make_patch(edit: Edit, content: bytes) -> bytes:
    """Raises LookupError, SyntaxError."""
    new = insertion(edit, content)
    lines = content.decode("utf-8").split("\n")[:-1]
    first = max(0, new.at - _CONTEXT)
    before, after = lines[first : new.at], lines[new.at : new.at + _CONTEXT]
    old = len(before) + len(after)
    hunk = [f"@@ -{first + 1},{old} +{first + 1},{old + len(new.lines)} @@"]
    hunk += [f" {line}" for line in before]
    hunk += [f"+{line}" for line in new.lines]
    hunk += [f" {line}" for line in after]
    header = [f"--- a/{edit.path}", f"+++ b/{edit.path}"]
    return ("\n".join([*header, *hunk]) + "\n").encode()


def _copy(job: Job) -> None:
    content = job.file.read_bytes() if job.file.exists() else job.early or b""
    prepared = job.scratch / job.edit.marker
    prepared.write_bytes(changed(job.edit, content))
    _run(job, "cp", "--", str(prepared), str(job.file))


def _redirect(job: Job) -> None:
    if job.edit.shape is Shape.END:
        _shell(job, _SHELL_EXTEND, comment(job.edit))
    else:
        _shell(job, _SHELL_INSERT, job.edit.opening, _indent(job.edit) + comment(job.edit))


def _append(job: Job) -> None:
    _shell(job, 'printf "%s\\n" "$2" >> "$1"', comment(job.edit))


def _move(job: Job) -> None:
    target = job.view / job.edit.target
    target.parent.mkdir(exist_ok=True)
    _run(job, "mv", "--", str(job.file), str(target))


_TOOLS: Final[Mapping[Tool, Callable[[Job], None]]] = {
    Tool.PYTHON: _python,
    Tool.SED: _sed,
    Tool.VIM: _vim,
    Tool.PATCH: _patch,
    Tool.COPY: _copy,
    Tool.REDIRECT: _redirect,
    Tool.APPEND: _append,
    Tool.MOVE: _move,
}


def _run(job: Job, *program: str) -> None:
    programs.run(program, seconds=SECONDS, folder=job.view)


def _shell(job: Job, script: str, *arguments: str) -> None:
    _run(job, "bash", "-c", script, "bash", str(job.file), *arguments)


def _read_back(job: Job) -> None:
    if job.edit.shape is Shape.RENAME:
        if not (job.view / job.edit.target).exists():
            raise EditFailed(f"{job.edit.target} is not in the view that renamed to it")
    elif job.edit.marker.encode() not in job.file.read_bytes():
        raise EditFailed(f"{job.edit.path}: the view does not show what it has just saved")


def _indent(edit: Edit) -> str:
    opening = edit.opening
    return opening[: len(opening) - len(opening.lstrip())]


def _basic_regex(text: str) -> str:
    return re.sub(r"([\\/.*\[\]^$])", r"\\\1", text)


def _sed_text(text: str) -> str:
    return re.sub(r"([\\/&])", r"\\\1", text)


def _vim_text(text: str) -> str:
    return re.sub(r"([\\/&~])", r"\\\1", text)


def _very_nomagic(text: str) -> str:
    return re.sub(r"([\\/])", r"\\\1", text)
