"""`agentfs conflicts`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from agentfs.cli import repository
from agentfs.cli.output import print_json, printable
from agentfs.cli.table import print_table
from agentfs.model.conflicts import Conflict
from agentfs.model.ids import ConflictId
from agentfs.model.paths import display
from agentfs.query.conflicts import conflict_json, list_conflicts, one_conflict

SIDES: Final = ("base", "trunk", "mine")


@click.command("conflicts")
@click.argument("number", metavar="[ID]", required=False, type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a list, or the one object.")
@click.pass_obj
def command(chosen: Path | None, number: int | None, as_json: bool) -> None:
    """List conflicts, or show the one numbered ID.

    A conflict is a region that the trunk and an agent both changed.  The
    trunk has its own text, the agent's view the agent's; `agentfs resolve`
    decides.  Needs no coordinator.
    """
    place = repository.find(chosen)
    with place.read() as tables:
        if number is None:
            _print_list(list_conflicts(tables), as_json)
        else:
            _print_one(one_conflict(tables, ConflictId(number)), as_json)


def _print_list(found: list[Conflict], as_json: bool) -> None:
    if as_json:
        print_json([conflict_json(one) for one in found])
    elif found:
        print_table(("ID", "PATH", "SYMBOL", "KIND", "LINES", "AGENTS"), map(_row, found))
    else:
        click.echo("No conflicts.")


def _row(found: Conflict) -> tuple[str, ...]:
    return (
        str(found.id),
        display(found.path),
        found.symbol,
        found.kind.value,
        _lines(found),
        ", ".join(found.agents),
    )


def _lines(found: Conflict) -> str:
    """First and last line in the agent's text."""
    last = found.line + found.lines - 1
    return f"{found.line}-{last}" if last > found.line else str(found.line)


def _print_one(found: Conflict, as_json: bool) -> None:
    if as_json:
        print_json(conflict_json(found))
        return
    path = printable(display(found.path))
    click.echo(f"Conflict {found.id}: {path}, {printable(found.symbol)}, {found.kind.value}")
    click.echo(f"Line {_lines(found)} of {found.agents[0]}'s text; {', '.join(found.agents)}")
    if found.reason:
        click.echo(f"Not merged: {printable(found.reason)}")
    for side in SIDES:
        click.echo(f"--- {side}")
        _echo_content(getattr(found, side))
    click.echo(f"Decide: agentfs resolve {found.id} --take mine|trunk")


def _echo_content(content: bytes | None) -> None:
    if content is None:
        click.echo("(not there)")
        return
    for line in content.decode("utf-8", "backslashreplace").splitlines():
        click.echo("\t".join(printable(part) for part in line.split("\t")))
