"""`agentfs mount`."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from agentfs.cli import coordinator, repository
from agentfs.cli.output import print_json, printable
from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName, CommitId, agent_name
from agentfs.query.place import Place, initialized
from agentfs.wire.messages import Mount, MountedAt

_TRUNK_NOW: Final = ""
"""What click gives for `--pinned` without a revision."""


@click.command("mount")
@click.argument("agent")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option(
    "--pinned",
    metavar="[REV]",
    is_flag=False,
    flag_value=_TRUNK_NOW,
    help="Show commit REV, or the trunk as it is now, and do not follow the trunk.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(
    chosen: Path | None, agent: str, path: Path | None, pinned: str | None, as_json: bool
) -> None:
    """Mount AGENT's view.

    PATH is an empty folder, or does not exist; without it, AGENT in the folder
    REPOSITORY-views beside the repository.  Saves that the agent had not yet
    published, and its private files, are there again.
    """
    name = agent_name(agent)
    place = repository.find(chosen)
    place.require_initialized()
    mounted = mount(place, name, path, _pin(place, pinned))
    if as_json:
        print_json(
            {
                "agent": name,
                "path": mounted.path,
                "pid": mounted.pid,
                "milliseconds": round(mounted.milliseconds, 3),
            }
        )
    else:
        click.echo(mounted.path)


def mount(
    place: Place, agent: AgentName, path: Path | None, pin: CommitId | None = None
) -> MountedAt:
    """Mount at `path`, by default beside the repository; pinned if there is a `pin`."""
    body = Mount(
        agent=agent,
        path=_text(path or repository.default_mount_point(place, agent)),
        mode=ViewMode.LIVE if pin is None else ViewMode.PINNED,
        pin=pin,
    )
    with contextlib.nullcontext() if path else _folder(Path(body.path).parent):
        return coordinator.expect(MountedAt, coordinator.ask(place, body))


@contextlib.contextmanager
def _folder(path: Path) -> Iterator[None]:
    """For mount points, which the coordinator makes in it.  If it was not there and the block
    fails, it is gone again, unless another mount needs it by now."""
    try:
        path.mkdir()
    except FileExistsError:
        yield
        return
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            path.rmdir()
        raise


def _text(path: Path) -> str:
    """Absolute, without symbolic links.  Raises BadPath."""
    text = os.path.realpath(path)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise repository.BadPath(
            f"{printable(text)} is not UTF-8", hint="mount at another path"
        ) from error
    return text


def _pin(place: Place, pinned: str | None) -> CommitId | None:
    if pinned is None:
        return None
    if pinned != _TRUNK_NOW:
        return place.resolve(pinned)
    with place.read() as tables:
        head = tables.head()
        return head.commit if head else initialized(tables, place).commit
