"""`agentfs up`."""

from __future__ import annotations

from pathlib import Path

import click

import agentfs
from agentfs.cli import coordinator, repository
from agentfs.cli.output import print_json, printable
from agentfs.wire.messages import Ping, Pong


@click.command("up")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(chosen: Path | None, as_json: bool) -> None:
    """Start the coordinator.

    It is the one process that writes the log and the trunk.  Every command
    that needs it starts it, so this is rarely needed.
    """
    place = repository.find(chosen)
    place.require_initialized()
    running = coordinator.ping(place)
    pong = running or coordinator.expect(Pong, coordinator.ask_again(place, Ping()))
    if as_json:
        print_json(
            {
                "pid": pong.pid,
                "version": pong.version,
                "started": running is None,
                "problem": pong.trunk_problem,
            }
        )
        return
    state = "is up" if running is None else "was up already"
    click.echo(f"The coordinator {state}, process {pong.pid}.")
    if pong.trunk_problem:
        click.echo(printable(pong.trunk_problem))
    if pong.version != agentfs.__version__:
        click.echo(
            f"It is version {pong.version}, and this is {agentfs.__version__}: "
            "`agentfs down`, then `agentfs up`."
        )
