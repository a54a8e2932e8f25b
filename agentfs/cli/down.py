"""`agentfs down`."""

from __future__ import annotations

import os
import select
from pathlib import Path
from typing import Final

import click

from agentfs.cli import coordinator, repository
from agentfs.cli.output import count, print_json
from agentfs.query.place import Place
from agentfs.wire.client import Client
from agentfs.wire.messages import Ping, Pong, Stop

_END_SECONDS: Final = 30.0


@click.command("down")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(chosen: Path | None, as_json: bool) -> None:
    """Publish, unmount all views, stop the coordinator.

    Returns when it has ended.  A view that is in use is unmounted too; saves
    that are held, or could not be published, stay in the log and are in the
    view when it is mounted again.
    """
    place = repository.find(chosen)
    place.require_initialized()
    pong = coordinator.ping(place) or _started_for_its_views(place)
    if pong is not None:
        _stop(place, pong)
    left = _unpublished(place)
    if as_json:
        print_json({"stopped": pong is not None, "unpublished": left})
        return
    click.echo("The coordinator is down." if pong else "No coordinator was running.")
    if left:
        click.echo(f"Not published: {count(left, 'path')}; safe in the log until it is up again.")


def _started_for_its_views(place: Place) -> Pong | None:
    """Views outlive a coordinator that was killed; only another can take them down."""
    with place.read() as tables:
        if not any(row.mounted for row in tables.views()):
            return None
    return coordinator.expect(Pong, coordinator.ask_again(place, Ping()))


def _unpublished(place: Place) -> int:
    with place.read() as tables:
        return sum(1 for row in tables.pending_all() if row.held is None)


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
