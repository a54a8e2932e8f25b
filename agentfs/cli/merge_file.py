"""`agentfs merge-file`: what ``git merge-file`` does, by syntax."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from agentfs.cli.files import write_whole
from agentfs.cli.output import print_json
from agentfs.cli.speaking import SpeakingCommand
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import RepoPath
from agentfs.standalone import languages
from agentfs.standalone.merging import is_binary
from agentfs.standalone.surroundings import surroundings
from agentfs.standalone.threefiles import Favour, Labels, Outcome, Region, Style, ThreeFiles, merge

MOST: Final = 127
"""Conflicts that the exit status can tell apart."""
USAGE: Final = 129
FAILURE: Final = 255
_FILE: Final = click.Path(path_type=Path)


class BinaryFile(AgentfsError):
    """The user's: a file that has no lines."""

    code = "not-mergeable"


@dataclass(frozen=True)
class _Wish:
    """What the options say."""

    path: Path | None
    language: str | None
    labels: tuple[str, ...]
    marker_size: int | None
    style: Style | None
    favour: Favour | None


@click.command("merge-file", cls=SpeakingCommand, usage=USAGE, failure=FAILURE)
@click.argument("left", type=_FILE)
@click.argument("base", type=_FILE)
@click.argument("right", type=_FILE)
@click.option("-p", "--stdout", "to_stdout", is_flag=True, help="Print the result.")
@click.option("-o", "--output", metavar="OUT", type=_FILE, help="Write the result to OUT.")
@click.option(
    "--path",
    metavar="NAME",
    type=_FILE,
    help="Merge as if LEFT were called NAME: its language and its git attributes are taken.",
)
@click.option("--language", metavar="L", help="Language of the files; see agentfs languages.")
@click.option(
    "-L",
    "labels",
    metavar="LABEL",
    multiple=True,
    help="Up to three times: what to call LEFT, BASE and RIGHT at conflict markers.",
)
@click.option("--marker-size", metavar="N", type=int, help="Characters of a conflict marker.")
@click.option(
    "--diff3", "style", flag_value="diff3", type=str, help="Show the base in conflicts, too."
)
@click.option(
    "--zdiff3",
    "style",
    flag_value="zdiff3",
    type=str,
    help="As --diff3, without lines that both sides begin or end with.",
)
@click.option("--ours", "favour", flag_value="left", type=str, help="In conflicts take LEFT.")
@click.option("--theirs", "favour", flag_value="right", type=str, help="In conflicts take RIGHT.")
@click.option("--union", "favour", flag_value="union", type=str, help="In conflicts take both.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on stderr but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print the conflicts as one JSON object.")
@click.pass_context
def command(
    ctx: click.Context,
    left: Path,
    base: Path,
    right: Path,
    to_stdout: bool,
    output: Path | None,
    path: Path | None,
    language: str | None,
    labels: tuple[str, ...],
    marker_size: int | None,
    style: str | None,
    favour: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Merge three files by syntax.

    Puts what changed from BASE to RIGHT into LEFT, as `git merge-file` does
    by lines, and marks what it cannot decide.  LEFT is overwritten, or with
    -p or -o left alone; with -p and --json the result is in the object.

    The attributes merge and conflict-marker-size of the git repository
    around LEFT (or NAME), and its merge.conflictStyle, are honoured.

    Exits with the number of conflicts (127 if there are more), with 255
    on an error, with 129 if the command line makes no sense.
    """
    if to_stdout and output:
        raise click.UsageError("give either -p or -o")
    wish = _Wish(
        path,
        language,
        labels,
        marker_size,
        Style(style) if style else None,
        Favour(favour) if favour else None,
    )
    file = _three_files((left, base, right), wish)
    outcome = merge(file)
    if to_stdout and not as_json:
        sys.stdout.buffer.write(outcome.text)
    elif not to_stdout:
        write_whole(output or left, outcome.text, like=left)
    if as_json:
        name = file.language.name if file.language else None
        print_json(_json(outcome, name, with_text=to_stdout))
    if outcome.note and not quiet:
        click.echo(f"agentfs: {left}: {outcome.note}", err=True)
    ctx.exit(min(outcome.conflicts, MOST))


def _three_files(files: tuple[Path, Path, Path], wish: _Wish) -> ThreeFiles:
    """Raises UsageError, UnknownLanguage, BinaryFile, OSError."""
    if len(wish.labels) > 3:
        raise click.UsageError("-L can be given three times at most")
    profile = languages.named(wish.language) if wish.language else None
    left, base, right = (_read(file) for file in files)
    around = surroundings(wish.path or files[0])
    if profile is None:
        names = [wish.path] * 3 if wish.path else [files[0], files[2], files[1]]
        paths = [RepoPath(os.fsencode(name.name)) for name in names]
        profile = languages.of_files(paths, [left, right, base])
    size = wish.marker_size or 0
    labels = (*wish.labels, *map(str, files[len(wish.labels) :]))
    return ThreeFiles(
        base=base,
        left=left,
        right=right,
        language=profile,
        policy=replace(around.policy, marker_size=size) if size > 0 else around.policy,
        path=around.path,
        folder=around.folder,
        labels=Labels(*labels),
        style=wish.style or around.style,
        favour=wish.favour,
    )


def _read(file: Path) -> bytes:
    content = file.read_bytes()
    if is_binary(content):
        raise BinaryFile(f"{file} is binary", hint="only texts can be merged")
    return content


def _json(outcome: Outcome, language: str | None, *, with_text: bool) -> dict[str, object]:
    found: dict[str, object] = {
        "clean": not outcome.conflicts,
        "language": language,
        "how": outcome.how,
        "note": outcome.note,
        "conflicts": [_conflict(region) for region in outcome.regions],
    }
    return found | ({"text": _text(outcome.text)} if with_text else {})


def _conflict(region: Region) -> dict[str, object]:
    """Bytes from 0, the end behind the last; lines from 1, both in: markers and all."""
    clash = region.clash
    return {
        "kind": clash.kind.value,
        "symbol": clash.symbol,
        "reason": clash.reason,
        "base": _text(clash.base),
        "left": _text(clash.left),
        "right": _text(clash.right),
        "start": region.start,
        "end": region.end,
        "line": region.start_line,
        "end_line": region.end_line,
    }


def _text(content: bytes) -> str:
    """Bytes that are not UTF-8 are shown as ``\\xNN``."""
    return content.decode("utf-8", "backslashreplace")
