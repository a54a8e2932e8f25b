"""`agentfs who`."""

from __future__ import annotations

import time
from pathlib import Path

import click

from agentfs.cli import repository
from agentfs.cli.output import local_time, print_json, printable
from agentfs.cli.speaker import scope_of
from agentfs.locks.telling import holding
from agentfs.query.locks import Who, who


@click.command("who")
@click.argument("scope", metavar="PATH[::SYMBOL]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(chosen: Path | None, scope: str, as_json: bool) -> None:
    """Show who holds it, who changed it last, who has it open now.

    Needs no coordinator.
    """
    place = repository.find(chosen)
    wanted, now = scope_of(place, scope), time.time_ns()
    with place.read() as tables:
        found = who(tables, wanted, now)
    if as_json:
        print_json(found.to_json())
        return
    _print(found, now)


def _print(found: Who, now: int) -> None:
    for lease in found.holds:
        click.echo(f"Held     {printable(holding(lease, now))}")
    for wait in found.waits:
        click.echo(f"Waits    {wait.agent}{printable(f': {wait.why}' if wait.why else '')}")
    if found.changed is not None:
        names = ", ".join(f"{each.symbol} {each.how}" for each in found.changed.symbols)
        what = f": {printable(names)}" if names else ""
        when = local_time(found.changed.time_ns)
        click.echo(f"Changed  {found.changed.agent}, {when}, event {found.changed.seq}{what}")
    for each in found.open:
        click.echo(f"Open     {each.agent}: process {each.pid} ({printable(each.command)})")
    if not (found.holds or found.waits or found.changed or found.open):
        click.echo("Nobody.")
