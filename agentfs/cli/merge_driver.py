"""`agentfs merge-driver`: git's own merges, done by the engine."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from agentfs.cli import repository
from agentfs.cli.files import write_whole
from agentfs.cli.output import count, printable
from agentfs.cli.speaking import SpeakingCommand
from agentfs.model.ids import RepoPath
from agentfs.standalone import driver, languages
from agentfs.standalone.driver import CONFLICT, Installation, Reach
from agentfs.standalone.merging import NotMergeable
from agentfs.standalone.surroundings import surroundings
from agentfs.standalone.threefiles import Labels, MergePolicy, ThreeFiles, merge

FAILURE: Final = 255
_FILE: Final = click.Path(path_type=Path)
_LABELS: Final = ("ours", "base", "theirs")
"""For a git that does not say."""


@click.group("merge-driver")
def command() -> None:
    """Let git merge by syntax.

    Once installed, git's merge, rebase, cherry-pick, revert and stash use
    the engine for files in the languages that are known (`agentfs
    languages`).  What your attributes say about a path goes before it: the
    driver is for paths of which they say nothing.
    """


def _reach(to: click.Command) -> click.Command:
    """The options that say where."""
    for flag, value, text in (
        ("--repo", Reach.REPOSITORY, "For this repository.  [default]"),
        ("--global", Reach.GLOBAL, "For all your repositories."),
    ):
        to.params.insert(
            0, click.Option([flag, "reach"], flag_value=value.value, type=str, help=text)
        )
    return to


@_reach
@command.command("install")
@click.pass_obj
def install(chosen: Path | None, reach: str | None) -> None:
    """Let git merge by syntax from now on.

    Sets merge.agentfs in git's settings, and puts a marked block into the
    file that core.attributesFile names, which git asks last: a line of
    yours, there or in any .gitattributes, goes before it.  For one repository
    that file is its own, with a copy of yours; install again when yours has
    changed.  If the engine fails, git merges by lines.
    """
    done = driver.install(_wanted(reach), repository.folder(chosen))
    click.echo(_told(done, "git merges by syntax", "Nothing to do: git does already"))


@_reach
@command.command("remove")
@click.pass_obj
def remove(chosen: Path | None, reach: str | None) -> None:
    """Undo what install did, and nothing else."""
    done = driver.remove(_wanted(reach), repository.folder(chosen))
    click.echo(_told(done, "Removed: git merges as before", "Nothing to do: it is not installed"))


def _wanted(reach: str | None) -> Reach:
    return Reach(reach) if reach else Reach.REPOSITORY


def _told(done: Installation, new: str, old: str) -> str:
    where = "in all your repositories" if done.reach is Reach.GLOBAL else "in this repository"
    return f"{new if done.changed else old} {where}; attributes: {done.attributes}"


@command.command("run", cls=SpeakingCommand, usage=FAILURE, failure=FAILURE)
@click.argument("base", type=_FILE)
@click.argument("left", type=_FILE)
@click.argument("right", type=_FILE)
@click.option("--path", metavar="NAME", required=True, type=_FILE, help="The file's own name.")
@click.option("--marker-size", metavar="N", type=int, default=7, help="As git has it.")
@click.option("-L", "labels", metavar="LABEL", nargs=1, multiple=True, help="As git has it.")
@click.pass_context
def run(
    ctx: click.Context,
    base: Path,
    left: Path,
    right: Path,
    path: Path,
    marker_size: int,
    labels: tuple[str, ...],
) -> None:
    """Do one merge for git: this is what git calls.

    The result is left in LEFT.  Exits with 0 if it is clean, 3 if it has
    conflicts, 255 on an error; LEFT is as it was then.
    """
    around = surroundings(path)
    texts = [file.read_bytes() for file in (base, left, right)]
    names = [RepoPath(os.fsencode(path.name))] * 3
    file = ThreeFiles(
        base=texts[0],
        left=texts[1],
        right=texts[2],
        language=languages.of_files(names, [texts[1], texts[2], texts[0]]),
        # Git has asked the attributes already.
        policy=replace(MergePolicy(), marker_size=max(marker_size, 1)),
        path=around.path,
        folder=around.folder,
        labels=Labels(*_known(labels)),
        style=around.style,
    )
    try:
        outcome = merge(file)
    except NotMergeable as error:
        # As git: the left side stays, and it is a conflict.
        click.echo(f"agentfs: {path}: {error}", err=True)
        ctx.exit(CONFLICT)
    write_whole(left, outcome.text, like=left)
    if outcome.conflicts:
        symbols = dict.fromkeys(region.clash.symbol for region in outcome.regions)
        where = printable(f"{path}: {count(outcome.conflicts, 'conflict')}: {', '.join(symbols)}")
        click.echo(f"agentfs: {where}", err=True)
        ctx.exit(CONFLICT)


def _known(labels: tuple[str, ...]) -> list[str]:
    """A git that does not know a placeholder leaves it as it is."""
    given = dict(enumerate(labels))
    return [
        label if (label := given.get(at, "")) and not label.startswith("%") else default
        for at, default in enumerate(_LABELS)
    ]
