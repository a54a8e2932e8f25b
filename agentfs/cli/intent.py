"""`agentfs intent`."""

from __future__ import annotations

from pathlib import Path

import click

from agentfs.cli import repository
from agentfs.cli.lock import granted, show
from agentfs.cli.speaker import Duration, scope_of, speaker
from agentfs.wire.messages import Lock


@click.command("intent")
@click.argument("scopes", metavar="SCOPE...", nargs=-1, required=True)
@click.option("--why", metavar="TEXT", required=True, help="What is to be done, and why.")
@click.option(
    "--ttl", type=Duration(), default="5m", show_default=True, help="How long the locks last."
)
@click.option(
    "--wait",
    type=Duration(),
    default="10m",
    show_default=True,
    help="How long to stay in the queue.",
)
@click.option("--agent", metavar="A", help="For agent A.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: the leases, or why not.")
@click.pass_obj
def command(
    chosen: Path | None,
    scopes: tuple[str, ...],
    why: str,
    ttl: int,
    wait: int,
    agent: str | None,
    as_json: bool,
) -> None:
    """Say what is to be changed; lock it or queue for it.

    Does not wait: if another agent is in the way, it says who, the place in the
    queue, and what else nearby is free.  When its turn comes the agent has the
    locks; `agentfs locks` shows it.
    """
    place = repository.find(chosen)
    place.require_initialized()
    ask = Lock(
        agent=speaker(place, agent),
        scopes=tuple(scope_of(place, text) for text in scopes),
        ttl_ns=ttl,
        why=why,
        wait_ns=wait,
        stay=True,
        intent=True,
        alternatives=True,
    )
    show(granted(place, ask, as_json), as_json)
