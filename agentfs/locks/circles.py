"""Agents that wait for each other in a circle.

An agent waits as a whole: while one of its requests waits, nothing that it holds is thought
to be given back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from agentfs.model.ids import AgentName
from agentfs.model.locks import Lease, Wait


def circle_through(
    agent: AgentName,
    waits_of: Callable[[AgentName], Iterable[Wait]],
    blockers_of: Callable[[Wait], Iterable[Lease | Wait]],
) -> list[Wait]:
    """The requests that hold up the agents of one circle through `agent`; empty if there is
    none.  No request is blocked by its own agent."""
    came_by: dict[AgentName, Wait] = {}
    looking = [agent]
    while looking:
        at = looking.pop()
        for wait in waits_of(at):
            for blocker in {each.agent for each in blockers_of(wait)}:
                if blocker == agent:
                    return _way_back(wait, agent, came_by)
                if blocker not in came_by:
                    came_by[blocker] = wait
                    looking.append(blocker)
    return []


def _way_back(last: Wait, agent: AgentName, came_by: dict[AgentName, Wait]) -> list[Wait]:
    circle = [last]
    while circle[-1].agent != agent:
        circle.append(came_by[circle[-1].agent])
    return circle
