"""`agentfs status`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import click

from agentfs.cli import coordinator, repository
from agentfs.cli.output import count, print_json, printable, size
from agentfs.cli.table import print_table
from agentfs.model.paths import display
from agentfs.query.place import Place, initialized
from agentfs.query.status import HeldPath, Status, Unpublished, ViewStatus, read_status
from agentfs.wire.messages import Pong

_SHORT_ID: Final = 10


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(chosen: Path | None, as_json: bool) -> None:
    """Show views, unpublished saves, conflicts, trunk and log.

    Saves that are held, and why, are listed apart from those that wait for
    their view to settle.  Needs no coordinator, and says whether one runs.
    """
    place = repository.find(chosen)
    with place.read() as tables:
        initialized(tables, place)
        status = read_status(tables, time.time_ns())
    pong, silence = _ping(place)
    if as_json:
        print_json(_json_head(place, pong, silence) | status.to_json())
    else:
        _show(place, status, pong, silence)


def _ping(place: Place) -> tuple[Pong | None, str]:
    """The coordinator's answer, or what is wrong with one that does not answer."""
    try:
        return coordinator.ping(place), ""
    except coordinator.CoordinatorSilent as error:
        return None, str(error)


def _json_head(place: Place, pong: Pong | None, silence: str) -> dict[str, object]:
    return {
        "repository": str(place.git_dir),
        "coordinator": {
            "running": pong is not None,
            "pid": pong.pid if pong else None,
            "version": pong.version if pong else None,
            "problem": pong.trunk_problem if pong else silence,
        },
    }


def _show(place: Place, status: Status, pong: Pong | None, silence: str) -> None:
    click.echo(f"Repository   {printable(str(place.git_dir))}")
    if status.trunk:
        branch = status.trunk.ref.removeprefix("refs/heads/")
        click.echo(f"Trunk        {branch} at {status.trunk.commit[:_SHORT_ID]}")
    click.echo(f"Coordinator  {_coordinator(pong, silence)}")
    if pong and pong.trunk_problem:
        click.echo(f"             {printable(pong.trunk_problem)}")
    click.echo(f"Log          {count(status.log.events, 'event')}, {size(status.log.bytes)}")
    click.echo(f"Locks        {status.locks or 'none'}")
    click.echo(f"Conflicts    {status.conflicts or 'none'}")
    if status.views:
        click.echo("\nViews")
        columns = ("AGENT", "MODE", "STATE", "UNPUBLISHED", "PATH")
        print_table(columns, map(_view, status.views))
    if status.unpublished or status.held:
        click.echo("\nNot in the trunk")
        reason = _waits_for(pong)
        rows = [_unpublished(row, reason) for row in status.unpublished]
        rows += map(_held, status.held)
        print_table(("AGENT", "PATH", "WAITS FOR"), rows)
    if status.refused:
        click.echo("\nRefused")
        rows = [(row.agent, display(row.path), row.why) for row in status.refused]
        print_table(("AGENT", "PATH", "WHY"), rows)


def _coordinator(pong: Pong | None, silence: str) -> str:
    if pong is None:
        return silence or "not running"
    return f"process {pong.pid}, version {pong.version}"


def _view(view: ViewStatus) -> tuple[str, ...]:
    mode = view.mode.value if view.pin is None else f"pinned to {view.pin[:_SHORT_ID]}"
    state = "mounted" if view.mounted else "unmounted"
    return view.agent, mode, state, str(view.unpublished), view.path


def _waits_for(pong: Pong | None) -> str:
    """What saves wait for that are not held."""
    if pong is None:
        return "the coordinator"
    return "what is said above" if pong.trunk_problem else "the view to settle"


def _unpublished(row: Unpublished, reason: str) -> tuple[str, ...]:
    return row.agent, display(row.path), f"{reason} ({count(row.saves, 'save')})"


def _held(row: HeldPath) -> tuple[str, ...]:
    why = f": {row.why}" if row.why else ""
    return row.agent, display(row.path), row.reason.value + why
