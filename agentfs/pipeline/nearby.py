"""What else an agent could work on, if it does not get what it asked for.

Near is what stands beside it: symbols of the same file, files of the same folder, folders of
the same folder.  First what the agent's own words suggest, then what is closest.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from agentfs.eventlog.tables import Tables
from agentfs.locks import patterns
from agentfs.locks.touched import Touched
from agentfs.model.ids import ROOT, AgentName, RepoPath, TreeId
from agentfs.model.paths import display, join, name, parent
from agentfs.model.scopes import Scope, of_file, of_module, of_symbol
from agentfs.pipeline.integration.known import Known
from agentfs.pipeline.lookout import violations
from agentfs.pipeline.touching import symbols_of
from agentfs.trunk import trees
from agentfs.trunk.objects import ObjectStore
from agentfs.wire.messages import Lock

MOST: Final = 5
_LOOKED_AT: Final = 400
"""Neighbours beyond which the rest is left out."""
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


def nearby(tables: Tables, store: ObjectStore, ask: Lock, now: int) -> tuple[Scope, ...]:
    """At most `MOST` scopes that `ask.agent` would get, best first."""
    head = tables.head()
    if head is None:
        return ()
    known = Known(store, tables, head.tree)
    found: dict[Scope, None] = {}
    for wanted in ask.scopes:
        beside = [each for each in _neighbours(wanted, known, store) if each not in ask.scopes]
        for scope in _best_first(beside, wanted, ask.why):
            if _is_free(tables, ask.agent, scope, now):
                found[scope] = None
            if len(found) == MOST:
                return tuple(found)
    return tuple(found)


def _neighbours(wanted: Scope, known: Known, store: ObjectStore) -> Iterator[Scope]:
    """In the order of the text, or of names."""
    if wanted.symbol:
        version = known.trunk(wanted.path)
        symbols = symbols_of(wanted.path, known.read(version)) if version is not None else []
        return (of_symbol(wanted.path, symbol) for symbol in symbols[:_LOOKED_AT])
    here = patterns.anchor(wanted.path) if wanted.module else wanted.path
    folder = parent(here)
    entry = trees.entry(store, known.tree, folder) if folder != ROOT else None
    tree = known.tree if folder == ROOT else TreeId(entry.id) if entry is not None else None
    entries = store.read_tree(tree) if tree is not None else {}
    beside = ((join(folder, each), found) for each, found in entries.items())
    return (
        of_module(path) if wanted.module else of_file(path)
        for path, found in itertools.islice(beside, _LOOKED_AT)
        if found.is_tree == wanted.module and path != here
    )


def _best_first(beside: Sequence[Scope], wanted: Scope, why: str) -> list[Scope]:
    """What contains the wanted one, or is in it, is no alternative."""
    words = _words(why)
    at = beside.index(wanted) if wanted in beside else len(beside) // 2
    numbered = [
        (-len(words & _words(_label(scope))), -_shared(scope, wanted), abs(number - at), number)
        for number, scope in enumerate(beside)
        if not _nested(scope, wanted)
    ]
    return [beside[number] for *_, number in sorted(numbered)]


def _nested(one: Scope, other: Scope) -> bool:
    if not one.symbol:
        return one == other
    return f"{one.symbol}.".startswith(f"{other.symbol}.") or f"{other.symbol}.".startswith(
        f"{one.symbol}."
    )


def _shared(scope: Scope, wanted: Scope) -> int:
    """Whether it is of the same class, or a file of the same kind."""
    if scope.symbol:
        return int(scope.symbol.rpartition(".")[0] == wanted.symbol.rpartition(".")[0])
    return int(name(scope.path).rpartition(b".")[2] == name(wanted.path).rpartition(b".")[2])


def _label(scope: Scope) -> str:
    return scope.symbol or display(RepoPath(name(RepoPath(scope.path.removesuffix(b"/**")))))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text) if len(word) > 2}


def _is_free(tables: Tables, agent: AgentName, scope: Scope, now: int) -> bool:
    if scope.module:
        held = (lease for lease in tables.leases() if lease.agent != agent)
        return not any(
            lease.expires_ns > now and Touched(whole=(scope,)).violates(lease) for lease in held
        )
    return not violations(tables, agent, Touched(whole=(scope,)), now)
