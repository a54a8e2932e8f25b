"""Settle: the stage that waits until a view is quiet, so that a changeset is a whole thought.

A pure state machine: the time, in seconds of any steady clock, is passed in.  A view with
unpublished saves is due when nothing happened in it for `QUIET` and it has nothing open for
writing, and at the latest `CAP` after the first of those saves, whatever it does.
"""

from __future__ import annotations

import dataclasses
from typing import Final

from agentfs.model.ids import AgentName

QUIET: Final = 0.3
CAP: Final = 2.0


@dataclasses.dataclass
class _Unpublished:
    first: float
    """When the first save was made that is not published."""
    last: float
    """When the view last did anything."""


class Settler:
    """Which views have saves to publish, and when."""

    def __init__(self, *, quiet: float = QUIET, cap: float = CAP) -> None:
        self._quiet = quiet
        self._cap = cap
        self._unpublished: dict[AgentName, _Unpublished] = {}
        self._writing: set[AgentName] = set()

    def saved(self, agent: AgentName, *, now: float) -> None:
        """The view made a save; it may have more open for writing."""
        self._unpublished.setdefault(agent, _Unpublished(now, now)).last = now

    def activity(self, agent: AgentName, *, writing: bool, now: float) -> None:
        """Whether the view has a tracked path open for writing, as it just said.  One that
        died has not."""
        if writing:
            self._writing.add(agent)
        else:
            self._writing.discard(agent)
        if agent in self._unpublished:
            self._unpublished[agent].last = now

    def retry(self, agent: AgentName, *, at: float) -> None:
        """The view is due at the time `at` even if nothing is saved, as after a publish that
        failed; sooner if it is due sooner."""
        self._unpublished.setdefault(agent, _Unpublished(at - self._cap, at))

    def due(self, now: float) -> list[AgentName]:
        """The views to publish now, longest waiting first.  Each is given out once."""
        due = [agent for agent in self._unpublished if self._deadline(agent) <= now]
        due.sort(key=lambda agent: self._unpublished[agent].first)
        for agent in due:
            del self._unpublished[agent]
        return due

    def next_deadline(self) -> float | None:
        """When `due` will next give something, if nothing happens until then."""
        return min(map(self._deadline, self._unpublished), default=None)

    def published(self, agent: AgentName) -> None:
        """The agent's saves so far went out by another way."""
        self._unpublished.pop(agent, None)

    def _deadline(self, agent: AgentName) -> float:
        state = self._unpublished[agent]
        capped = state.first + self._cap
        return capped if agent in self._writing else min(state.last + self._quiet, capped)
