"""`agentfs resolve`."""

from __future__ import annotations

from pathlib import Path

import click

from agentfs.cli import coordinator, repository
from agentfs.cli.output import print_json
from agentfs.model.ids import ConflictId
from agentfs.query.conflicts import one_conflict
from agentfs.wire.messages import Resolve


@click.command("resolve")
@click.argument("number", metavar="ID", type=click.IntRange(min=1))
@click.option(
    "--take",
    required=True,
    type=click.Choice(["mine", "trunk"]),
    help="Whose text it is to be: the agent's (mine), or the trunk's.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(chosen: Path | None, number: int, take: str, as_json: bool) -> None:
    """Decide the conflict numbered ID.

    With mine, the agent's text goes to the trunk; with trunk, the agent's
    view gets the trunk's text.
    """
    place = repository.find(chosen)
    # A number that is not there needs no coordinator to be refused.
    with place.read() as tables:
        decided = one_conflict(tables, ConflictId(number))
    coordinator.ask(place, Resolve(conflict=decided.id, take=take))
    if as_json:
        print_json({"resolved": decided.id, "take": take})
    else:
        click.echo(f"Conflict {decided.id} is decided: {take}.")
