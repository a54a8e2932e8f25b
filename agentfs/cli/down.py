"""`agentfs down`."""

from __future__ import annotations

import os
import select
from pathlib import Path
from typing import Final

import click

from agentfs.cli import coordinator, repository
from agentfs.cli.output import print_json
from agentfs.query.place import Place
from agentfs.wire.client import Client
from agentfs.wire.messages import Pong, Stop

_END_SECONDS: Final = 30.0


@click.command("down")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(chosen: Path | None, as_json: bool) -> None:
    """Publish, unmount all views, stop the coordinator.

    Returns when it has ended.  A view that is in use is unmounted too; saves
    that are held stay in the log and are in the view when it is mounted again.
    """
    place = repository.find(chosen)
    place.require_initialized()
    pong = coordinator.ping(place)
    if pong is not None:
        _stop(place, pong)
    if as_json:
        print_json({"stopped": pong is not None})
    else:
        click.echo("The coordinator is down." if pong else "No coordinator was running.")


def _stop(place: Place, pong: Pong) -> None:
    """Answers Done before it ends, so its end is waited for."""
    try:
        process = os.pidfd_open(pong.pid)
    except ProcessLookupError:
        return
    try:
        with Client.at(place.state.socket) as client:
            client.call(Stop())
        ended, _, _ = select.select([process], [], [], _END_SECONDS)
        if not ended:
            raise coordinator.CoordinatorSilent(
                f"the coordinator said that it stops, but process {pong.pid} has not ended"
            )
    finally:
        os.close(process)
