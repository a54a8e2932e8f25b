"""Locks as the log's tables have them: what a view, or the publisher, sees without asking.

The look that counts is `record`'s, in the coordinator's table.  This one is for those who
must not wait, or who want to say more about a refusal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agentfs.eventlog.tables import Tables
from agentfs.locks import patterns
from agentfs.locks.meeting import contains
from agentfs.locks.touched import Touched, violated
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.locks import Lease
from agentfs.model.scopes import Scope, of_file, of_symbol

MOST_BESIDE = 5


def violations(tables: Tables, agent: AgentName, touched: Touched, now: int) -> list[Lease]:
    """Others' leases that a save of `agent` would violate."""
    paths = dict.fromkeys(scope.path for scope in (*touched.symbols, *touched.whole))
    leases = (lease for path in paths for lease in leases_about(tables, path))
    found = violated(leases, agent, touched, now)
    return list({lease.token: lease for lease in found}.values())


def closed(tables: Tables, agent: AgentName, path: RepoPath, now: int) -> list[Lease]:
    """Others' leases of the whole file or of a module with it: nothing of it may be written."""
    whole = of_file(path)
    return [
        lease
        for lease in leases_about(tables, path)
        if lease.agent != agent and lease.expires_ns > now and contains(lease.scope, whole)
    ]


def leases_about(tables: Tables, path: RepoPath) -> Iterator[Lease]:
    """Of the file, of symbols in it, of modules that it is in; also expired ones."""
    yield from tables.leases_in(path)
    for token, pattern in tables.lease_modules():
        if patterns.matches(pattern, path):
            lease = tables.lease(token)
            if lease is not None:
                yield lease


def free_beside(
    tables: Tables, agent: AgentName, path: RepoPath, symbols: Sequence[str], now: int
) -> Iterator[Scope]:
    """Those of `symbols`, all in the file `path`, that `agent` could change."""
    leases = list(leases_about(tables, path))
    for symbol in symbols:
        scope = of_symbol(path, symbol)
        if not violated(leases, agent, Touched(whole=(scope,)), now):
            yield scope
