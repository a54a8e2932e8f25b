"""`agentfs log`."""

from __future__ import annotations

from pathlib import Path

import click

from agentfs.cli import repository
from agentfs.cli.output import local_time, print_json
from agentfs.cli.table import print_table
from agentfs.model.ids import agent_name
from agentfs.query.history import event_json, history, summary


@click.command("log")
@click.argument("path", required=False)
@click.option("--agent", metavar="A", help="Only events of agent A.")
@click.option(
    "-n",
    "limit",
    metavar="N",
    type=click.IntRange(min=0),
    default=50,
    show_default=True,
    help="At most N events.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list of whole events.")
@click.pass_obj
def command(
    chosen: Path | None, path: str | None, agent: str | None, limit: int, as_json: bool
) -> None:
    """Show events, newest first.

    With PATH, only events that say something of that file, or of a file in
    that folder.  Needs no coordinator.
    """
    name = None if agent is None else agent_name(agent)
    place = repository.find(chosen)
    wanted = None if path is None else repository.repo_path(place, path)
    with place.read() as tables:
        events = history(tables, agent=name, path=wanted, limit=limit)
    if as_json:
        print_json([event_json(event) for event in events])
    elif not events:
        click.echo("No events.")
    else:
        rows = ((str(event.seq), local_time(event.time_ns), summary(event)) for event in events)
        print_table(("SEQ", "TIME", "EVENT"), rows)
