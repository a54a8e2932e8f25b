"""`agentfs locks`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import click

from agentfs.cli import repository
from agentfs.cli.output import print_json
from agentfs.cli.table import print_table
from agentfs.model.locks import Lease, LockMode, Wait
from agentfs.query.locks import lease_json, live_leases, wait_json, waiting
from agentfs.query.place import Place

_NS: Final = 10**9
_LOOK: Final = 0.5
"""Seconds between two looks of --watch."""


@click.command("locks")
@click.option("--watch", is_flag=True, help="Go on, and print again what has changed.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: who holds, who waits.")
@click.pass_obj
def command(chosen: Path | None, watch: bool, as_json: bool) -> None:
    """Show who holds what, who waits for what, and why.

    Needs no coordinator.
    """
    place = repository.find(chosen)
    before = None
    while True:
        now = time.time_ns()
        leases, waits = _read(place, now)
        seen = [lease_json(lease) for lease in leases], [wait_json(wait) for wait in waits]
        if seen != before:
            if as_json:
                print_json({"held": seen[0], "waiting": seen[1]})
            else:
                _print(leases, waits, now)
        before = seen
        if not watch:
            return
        time.sleep(_LOOK)


def _read(place: Place, now: int) -> tuple[list[Lease], list[Wait]]:
    with place.read() as tables:
        return live_leases(tables, now), waiting(tables, now)


def _print(leases: list[Lease], waits: list[Wait], now: int) -> None:
    if not leases and not waits:
        click.echo("Nothing is locked.")
    if leases:
        rows = [_held(lease, now) for lease in leases]
        print_table(("SCOPE", "AGENT", "MODE", "LEFT", "WHY"), rows)
    if waits:
        click.echo("\nWaiting")
        print_table(("SCOPE", "AGENT", "MODE", "SINCE", "WHY"), [_waits(w, now) for w in waits])


def _held(lease: Lease, now: int) -> tuple[str, ...]:
    left = -(-(lease.expires_ns - now) // _NS)
    return str(lease.scope), lease.agent, _mode(lease), f"{left} s", lease.why


def _waits(wait: Wait, now: int) -> tuple[str, ...]:
    scopes = ", ".join(map(str, wait.scopes))
    return scopes, wait.agent, _mode(wait), f"{(now - wait.since_ns) // _NS} s", wait.why


def _mode(each: Lease | Wait) -> str:
    return "shared" if each.mode is LockMode.SHARED else "exclusive"
