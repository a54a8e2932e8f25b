"""`agentfs lock`."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from agentfs.cli import child, coordinator, repository
from agentfs.cli.output import local_time, print_json, printable
from agentfs.cli.speaker import VARIABLE, Duration, scope_of, speaker
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName
from agentfs.model.locks import Lease, LockMode
from agentfs.model.scopes import Scope
from agentfs.query.locks import lease_json
from agentfs.query.place import Place
from agentfs.wire.framing import ConnectionLost
from agentfs.wire.messages import Lock, Locked, NotLocked, Renew, Unlock

_NS = 10**9
_COMMAND = "agentfs.command"


class NotGranted(AgentfsError):
    """Another agent's: it holds what was asked for, or waits for it already."""

    code = "locked"


class Deadlock(NotGranted):
    """Nobody's: agents wait for each other in a circle."""

    code = "deadlock"


class WithCommand(click.Command):
    """Everything behind the first ``--`` is a command to run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = args.index("--") if "--" in args else len(args)
        ctx.meta[_COMMAND] = args[at + 1 :]
        return super().parse_args(ctx, args[:at])


@click.command("lock", cls=WithCommand)
@click.argument("scopes", metavar="SCOPE... [-- COMMAND...]", nargs=-1, required=True)
@click.option(
    "--ttl",
    type=Duration(),
    default="30s",
    show_default=True,
    help="How long it lasts, unless it is renewed.",
)
@click.option("--shared", is_flag=True, help="Let others share it; nobody saves meanwhile.")
@click.option("--wait", type=Duration(), help="Queue for it so long, if it is held.")
@click.option("--why", metavar="TEXT", default="", help="What for; others are told.")
@click.option("--agent", metavar="A", help="For agent A.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: the leases, or why not.")
@click.pass_context
def command(
    ctx: click.Context,
    scopes: tuple[str, ...],
    ttl: int,
    shared: bool,
    wait: int | None,
    why: str,
    agent: str | None,
    as_json: bool,
) -> None:
    """Keep others from changing SCOPE for a while.

    A SCOPE is a symbol (src/a.py::Class.method), a file, or a module (src/auth/
    or a pattern such as 'src/**/*.py'); it need not exist.  All are locked, or
    none.  To lock again renews.  The agent is that of --agent, of the view one
    stands in, or of AGENTFS_AGENT.

    With COMMAND, the locks are held and renewed while it runs, and its exit
    status is passed on.
    """
    place = repository.find(ctx.obj)
    place.require_initialized()
    name = speaker(place, agent)
    wanted = tuple(scope_of(place, text) for text in scopes)
    ask = Lock(
        agent=name,
        scopes=wanted,
        mode=LockMode.SHARED if shared else LockMode.EXCLUSIVE,
        ttl_ns=ttl,
        why=why,
        wait_ns=wait or 0,
        alternatives=True,
    )
    leases = granted(place, ask, as_json)
    program = ctx.meta[_COMMAND]
    if program:
        ctx.exit(_held_for(place, name, wanted, leases, ttl, program))
    show(leases, as_json)


def granted(place: Place, ask: Lock, as_json: bool) -> tuple[Lease, ...]:
    """Raises NotGranted, having printed why if JSON is wanted."""
    answer = coordinator.ask_again(place, ask)
    if isinstance(answer, Locked):
        return answer.leases
    assert isinstance(answer, NotLocked)
    if as_json:
        print_json(refusal_json(answer))
    kind = Deadlock if answer.reason == "deadlock" else NotGranted
    raise kind(f"{_REASONS[answer.reason]}{answer.sentence}", hint=_hint(answer))


_REASONS = {
    "held": "not locked: ",
    "queued": "not yet locked: ",
    "timeout": "not locked in time: ",
    "withdrawn": "not locked, as the request was withdrawn: ",
    "deadlock": "not locked, as agents would wait for each other for ever: ",
}


def refusal_json(answer: NotLocked) -> dict[str, Any]:
    return {
        "granted": False,
        "reason": answer.reason,
        "sentence": answer.sentence,
        "holders": [lease_json(lease) for lease in answer.holders],
        "place": answer.place,
        "expected_seconds": round(answer.expected_ns / _NS, 3),
        "alternatives": [str(scope) for scope in answer.alternatives],
    }


def show(leases: Sequence[Lease], as_json: bool) -> None:
    if as_json:
        print_json([lease_json(lease) for lease in leases])
        return
    for lease in leases:
        shared = ", shared" if lease.mode is LockMode.SHARED else ""
        until = local_time(lease.expires_ns)
        click.echo(f"Locked {printable(str(lease.scope))} until {until}{shared}.")


def _hint(answer: NotLocked) -> str:
    seconds = f"some {-(-answer.expected_ns // _NS)} s to wait"
    if answer.place:
        return f"place {answer.place} in the queue, {seconds}"
    if answer.reason == "deadlock":
        return "give back what you hold, and ask again"
    return seconds


def _held_for(
    place: Place,
    agent: AgentName,
    scopes: tuple[Scope, ...],
    leases: Sequence[Lease],
    ttl: int,
    program: Sequence[str],
) -> int:
    """Run `program` while the locks are held and renewed; its exit status."""
    over = threading.Event()
    renewing = threading.Thread(target=_renew, args=(place, agent, leases, ttl, over), daemon=True)
    renewing.start()
    try:
        return child.run(program, Path.cwd(), {**os.environ, VARIABLE: agent})
    finally:
        over.set()
        renewing.join()
        coordinator.ask_again(place, Unlock(agent=agent, scopes=scopes))


def _renew(
    place: Place, agent: AgentName, leases: Sequence[Lease], ttl: int, over: threading.Event
) -> None:
    """Until `over`, or they are lost."""
    ask = Renew(agent=agent, tokens=tuple(lease.token for lease in leases))
    while not over.wait(ttl / _NS / 3):
        try:
            answer = coordinator.ask_again(place, ask)
        except (AgentfsError, ConnectionLost, OSError) as error:
            click.echo(f"agentfs: the locks could not be renewed: {error}", err=True)
            continue
        if isinstance(answer, Locked) and len(answer.leases) < len(leases):
            click.echo("agentfs: a lock was lost while the command ran", err=True)
            return
