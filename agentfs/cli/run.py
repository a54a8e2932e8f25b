"""`agentfs run`: a command in a view, from mounting to the last publish."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import Final

import click

from agentfs.cli import child, coordinator, repository
from agentfs.cli.mount import mount
from agentfs.cli.output import count
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, agent_name
from agentfs.query.place import Place
from agentfs.wire.messages import Settle

AGENT_VARIABLE: Final = "AGENTFS_AGENT"
_REMOUNT_SECONDS: Final = 10.0
_REMOUNT_PAUSE: Final = 0.05


class ViewMissing(AgentfsError):
    """The machine's: the view should be mounted, and does not come back."""

    code = "not-mounted"


@click.command(
    "run", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.argument("agent")
@click.argument(
    "program", metavar="[--] COMMAND...", nargs=-1, required=True, type=click.UNPROCESSED
)
@click.pass_context
def command(ctx: click.Context, agent: str, program: tuple[str, ...]) -> None:
    """Run COMMAND in AGENT's view.

    Mounts the view if it is not mounted, runs COMMAND in its root folder with
    AGENTFS_AGENT set, waits until what was saved is published or held, and
    exits with COMMAND's status (128 + n if signal n ended it).
    """
    # Options end at AGENT, so click leaves the dashes in.
    program = program[program[0] == "--" :]
    if not program:
        raise click.UsageError("give a COMMAND to run")
    name = agent_name(agent)
    place = repository.find(ctx.obj)
    place.require_initialized()
    view = _mounted_view(place, name)
    environment = {
        **os.environ,
        AGENT_VARIABLE: name,
        repository.VARIABLE: str(place.git_dir),
        "PWD": str(view),
    }
    status = child.run(program, view, environment)
    try:
        _publish(place, name, view)
        _report_held(place, name)
    except (AgentfsError, OSError) as error:
        # A command that failed has the first word.
        if status == 0:
            raise
        click.echo(f"agentfs: {error}", err=True)
    ctx.exit(status)


def _mounted_view(place: Place, agent: AgentName) -> Path:
    view = _mounted_at(place, agent)
    if view is None:
        return Path(mount(place, agent, None).path)
    # Whatever has died since is brought back by the coordinator.
    coordinator.connect(place).close()
    root = _open_root(place, agent, view)
    if root is None:
        return Path(mount(place, agent, None).path)
    os.close(root)
    return view


def _publish(place: Place, agent: AgentName, view: Path) -> None:
    """Wait for saves that are still under way, then for their publishing."""
    root = _open_root(place, agent, view)
    if root is not None:
        try:
            # The view answers when it has no save in flight.
            os.fsync(root)
        finally:
            os.close(root)
    elif not _unpublished(place, agent):
        # COMMAND unmounted the view, with its last saves.
        return
    coordinator.ask_again(place, Settle(agent=agent))


def _open_root(place: Place, agent: AgentName, view: Path) -> int | None:
    """The view's root folder, None if it is not mounted any more.

    While a view's process is being replaced, a dead mount or the bare folder is there: that
    is waited for.  Raises ViewMissing.
    """
    deadline = time.monotonic() + _REMOUNT_SECONDS
    while True:
        root = _try_root(view)
        if root is not None or _mounted_at(place, agent) is None:
            return root
        if time.monotonic() > deadline:
            raise ViewMissing(
                f"the view of {agent} is not at {view}", hint="`agentfs status` may say why"
            )
        time.sleep(_REMOUNT_PAUSE)


def _try_root(view: Path) -> int | None:
    if all(mounted.root != view for mounted in repository.mounted_views()):
        return None
    try:
        return os.open(view, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        if error.errno not in {errno.ENOTCONN, errno.ENOENT}:
            raise
        return None


def _mounted_at(place: Place, agent: AgentName) -> Path | None:
    """Where the log says that the view is mounted."""
    with place.read() as tables:
        row = tables.view(agent)
    return Path(row.path) if row is not None and row.mounted else None


def _unpublished(place: Place, agent: AgentName) -> bool:
    with place.read() as tables:
        return any(row.held is None for row in tables.pending_of(agent))


def _report_held(place: Place, agent: AgentName) -> None:
    """Who has changed what another has changed learns of it at once."""
    with place.read() as tables:
        held = [row for row in tables.pending_of(agent) if row.held is not None]
    if not held:
        return
    conflicts = sum(len(row.conflicts) for row in held)
    what = f"{count(len(held), 'path')} of {agent} held back"
    if conflicts:
        what += f", {count(conflicts, 'conflict')}: see agentfs conflicts"
    else:
        what += ": see agentfs status"
    click.echo(f"agentfs: {what}", err=True)
