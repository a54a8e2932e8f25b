"""`agentfs unmount`."""

from __future__ import annotations

from pathlib import Path

import click

from agentfs.cli import coordinator, repository
from agentfs.cli.output import print_json
from agentfs.model.ids import AgentName, agent_name
from agentfs.query.place import Place
from agentfs.wire.messages import Unmount


@click.command("unmount")
@click.argument("agent", required=False)
@click.option("--all", "every", is_flag=True, help="Unmount all views.")
@click.option("--force", is_flag=True, help="Unmount even if programs use the view.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(
    chosen: Path | None, agent: str | None, every: bool, force: bool, as_json: bool
) -> None:
    """Unmount AGENT's view, or all.

    Nothing is lost: unpublished saves stay in the log, private files in the
    repository's state folder, and both are in the view when it is mounted again.
    """
    if (agent is None) != every:
        raise click.UsageError("give either AGENT or --all")
    place = repository.find(chosen)
    place.require_initialized()
    agents = _mounted(place) if agent is None else [agent_name(agent)]
    for name in agents:
        coordinator.ask(place, Unmount(agent=name, force=force))
    if as_json:
        print_json({"unmounted": agents})
    elif every:
        click.echo(f"Unmounted: {', '.join(agents)}." if agents else "No view was mounted.")


def _mounted(place: Place) -> list[AgentName]:
    with place.read() as tables:
        return [row.agent for row in tables.views() if row.mounted]
