"""`agentfs unlock`."""

from __future__ import annotations

from pathlib import Path

import click

from agentfs.cli import coordinator, repository
from agentfs.cli.output import count, print_json, printable
from agentfs.cli.speaker import scope_of, speaker
from agentfs.query.locks import lease_json
from agentfs.wire.messages import Unlock, Unlocked


@click.command("unlock")
@click.argument("scopes", metavar="[SCOPE]...", nargs=-1)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="All that the agent holds or waits for; with --force all.",
)
@click.option("--force", is_flag=True, help="Also what other agents hold.")
@click.option("--agent", metavar="A", help="For agent A.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of what was held.")
@click.pass_obj
def command(
    chosen: Path | None,
    scopes: tuple[str, ...],
    everything: bool,
    force: bool,
    agent: str | None,
    as_json: bool,
) -> None:
    """Give back locks of SCOPE, and leave the queue.

    SCOPE is what was locked, not a part of it nor what contains it.  Only its
    holder gives a lock back; --force is for whoever administers the repository.
    """
    if everything == bool(scopes):
        raise click.UsageError("give SCOPEs, or --all")
    place = repository.find(chosen)
    place.require_initialized()
    ask = Unlock(
        agent=speaker(place, agent),
        scopes=None if everything else tuple(scope_of(place, text) for text in scopes),
        force=force,
    )
    leases = coordinator.expect(Unlocked, coordinator.ask_again(place, ask)).leases
    if as_json:
        print_json([lease_json(lease) for lease in leases])
        return
    for lease in leases:
        whose = f" of {lease.agent}" if lease.agent != ask.agent else ""
        click.echo(f"Gave back {printable(str(lease.scope))}{whose}.")
    if not leases:
        click.echo(f"{count(0, 'lock')} given back: none was held.")
