"""Publishes each view's saves when it has settled, and again if that failed.

One task a changeset; the publisher lets one of them at a time at the trunk.  A publish that
fails loses nothing: the saves stay unpublished in the log, and it is tried again, less and
less often.  This is an edge: no exception of a publish goes further.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable
from typing import Final, Protocol

import outcome
import structlog
import trio

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName
from agentfs.pipeline.settle import Settler

FIRST_PAUSE: Final = 0.25
LONGEST_PAUSE: Final = 30.0
ALIGN_EVERY: Final = 1.0
"""Seconds between two looks at whether somebody moved the trunk's branch with git."""
ATTEMPTS: Final = 100
"""Of publishing at once for an agent that goes on saving."""
_log = structlog.get_logger()


class PublishingWaits(AgentfsError):
    """The world's: the trunk cannot be written now.  The saves are safe in the log."""

    code = "publishing-waits"


class Publisher(Protocol):
    """`pipeline.publish.Publisher`."""

    problem: str
    unsettled: set[AgentName]

    async def publish(self, agent: AgentName, *, whole: bool = True) -> bool: ...
    async def align(self) -> None: ...


class Publishing:
    """Call `saved`, `activity` and `wake` as things happen; times are trio's."""

    def __init__(
        self,
        publisher: Publisher,
        settler: Settler,
        unpublished: Callable[[], Iterable[AgentName]],
    ) -> None:
        """`unpublished` gives the agents that have saves that are neither published nor held."""
        self._publisher = publisher
        self._settler = settler
        self._unpublished = unpublished
        self._wake = trio.Event()
        self._pauses: dict[AgentName, float] = {}
        self._problems: dict[str, str] = {}
        """What goes wrong now, by what was tried; kept so that it is logged once."""

    @property
    def problem(self) -> str:
        """Why publishing waits, in one sentence; empty if it does not."""
        return self._publisher.problem or next(iter(self._problems.values()), "")

    def saved(self, agent: AgentName) -> None:
        self._settler.saved(agent, now=trio.current_time())
        self._wake.set()

    def activity(self, agent: AgentName, *, writing: bool) -> None:
        self._settler.activity(agent, writing=writing, now=trio.current_time())
        self._wake.set()

    def wake(self, agent: AgentName) -> None:
        """Publish for the agent soon, settled or not."""
        self._settler.retry(agent, at=trio.current_time())
        self._wake.set()

    def wake_all(self) -> None:
        """At start: what was unpublished when the last coordinator ended."""
        for agent in self._unpublished():
            self.wake(agent)

    async def publish_now(self, agent: AgentName) -> None:
        """Returns when all that the agent has saved is published or held.

        Raises PublishingWaits, or what the publisher raises; it is then tried again later.
        """
        for _ in range(ATTEMPTS):
            self._settler.published(agent)
            if await self._tried(agent, whole=True):
                return
            if self._publisher.problem:
                raise PublishingWaits(f"{self._publisher.problem}; nothing that was saved is lost")
        raise PublishingWaits(f"{agent} saves faster than it can be published")

    async def publish_all(self) -> None:
        """Publish what can be.  What cannot stays in the log."""
        for agent in self._unpublished():
            await self._publish(agent, whole=True)

    async def serve(self) -> None:
        """Until cancelled.  A publish that is under way then is finished by the next start."""
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._align)
            while True:
                for agent in self._settler.due(trio.current_time()):
                    nursery.start_soon(self._publish, agent)
                await self._wait_for_next()

    async def _wait_for_next(self) -> None:
        self._wake = trio.Event()
        deadline = self._settler.next_deadline()
        with trio.CancelScope(deadline=math.inf if deadline is None else deadline):
            await self._wake.wait()

    async def _tried(self, agent: AgentName, *, whole: bool) -> bool:
        """Publish once; whether nothing is left.  If something is, it is tried again later."""
        done = False
        try:
            done = await self._publisher.publish(agent, whole=whole)
        finally:
            if done or agent in self._publisher.unsettled:
                self._pauses.pop(agent, None)
                if not done:
                    self.saved(agent)
            else:
                self._try_later(agent)
        return done

    async def _publish(self, agent: AgentName, whole: bool = False) -> None:
        publish = functools.partial(self._tried, agent, whole=whole)
        self._note(f"publishing for {agent}", await outcome.acapture(publish))

    async def _align(self) -> None:
        while True:
            self._note("following the trunk", await outcome.acapture(self._publisher.align))
            await trio.sleep(ALIGN_EVERY)

    def _try_later(self, agent: AgentName) -> None:
        pause = self._pauses.get(agent, FIRST_PAUSE)
        self._pauses[agent] = min(2 * pause, LONGEST_PAUSE)
        self._settler.retry(agent, at=trio.current_time() + pause)
        self._wake.set()

    def _note(self, what: str, result: outcome.Outcome[object]) -> None:
        """Remember a failure until it is over, and log it when it is new."""
        if not isinstance(result, outcome.Error):
            self._problems.pop(what, None)
            return
        if not isinstance(result.error, Exception):
            # Cancelled, or worse: that is not ours.
            raise result.error
        problem = f"{what} failed: {str(result.error) or type(result.error).__name__}"
        if self._problems.get(what) != problem:
            _log.error(f"{what} failed", exc_info=result.error)
        self._problems[what] = problem
