"""When and how often the publisher is called; the clock is the test's."""

from __future__ import annotations

import pytest
import trio
from structlog.testing import capture_logs
from trio.testing import MockClock

from agentfs.daemon.publishing import LONGEST_PAUSE, Publishing, PublishingWaits
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName
from agentfs.pipeline.settle import CAP, QUIET, Settler

A, B = AgentName("a"), AgentName("b")


class Trunk:
    """A publisher that notes its calls; `outcomes` are those of the next ones."""

    def __init__(self) -> None:
        self.problem = ""
        self.unsettled: set[AgentName] = set()
        self.leaves_out = 0
        self.calls: list[tuple[AgentName, float]] = []
        self.outcomes: list[bool | Exception] = []
        self.aligned = 0
        self.in_the_mood = True

    async def publish(self, agent: AgentName, *, whole: bool = True) -> bool:
        self.calls.append((agent, round(trio.current_time(), 3)))
        self.unsettled.discard(agent)
        if self.leaves_out and not whole:
            self.leaves_out -= 1
            self.unsettled.add(agent)
            return False
        outcome = self.outcomes.pop(0) if self.outcomes else True
        await trio.lowlevel.checkpoint()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def align(self) -> None:
        self.aligned += 1
        if not self.in_the_mood:
            raise AgentfsError("not in the mood")


class Scene:
    def __init__(self) -> None:
        self.trunk = Trunk()
        self.waiting: list[AgentName] = []
        self.publishing = Publishing(self.trunk, Settler(), lambda: self.waiting)
        self.begun = trio.current_time()

    async def let_pass(self, seconds: float) -> None:
        """Run, in the clock's time."""
        with trio.move_on_after(seconds):
            await self.publishing.serve()

    def since_begun(self) -> list[tuple[AgentName, float]]:
        return [(agent, round(at - self.begun, 3)) for agent, at in self.trunk.calls]


async def test_what_was_not_settled_is_published_when_it_is(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.trunk.leaves_out = 3
    scene.publishing.saved(A)
    await scene.let_pass(60)
    times = [at for _, at in scene.since_begun()]
    assert times == [round(QUIET * n, 3) for n in (1, 2, 3, 4)]


async def test_a_settled_view_is_published_once(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.publishing.saved(A)
    await scene.let_pass(10)
    assert scene.since_begun() == [(A, QUIET)]


async def test_a_writer_is_waited_for_up_to_the_cap(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.publishing.activity(A, writing=True)
    scene.publishing.saved(A)
    scene.publishing.saved(B)
    await scene.let_pass(10)
    assert scene.since_begun() == [(B, QUIET), (A, CAP)]


async def test_a_failed_publish_is_tried_less_and_less_often(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.trunk.outcomes = [AgentfsError("disk full"), KeyError("a bug"), False]
    scene.publishing.saved(A)
    await scene.let_pass(QUIET + 0.1)
    assert scene.publishing.problem
    await scene.let_pass(60)
    assert scene.since_begun() == [(A, 0.3), (A, 0.55), (A, 1.05), (A, 2.05)]
    assert not scene.publishing.problem


async def test_the_pause_has_an_end(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.trunk.outcomes = [False] * 100
    scene.publishing.saved(A)
    await scene.let_pass(300)
    (_, before), (_, last) = scene.since_begun()[-2:]
    assert last - before == pytest.approx(LONGEST_PAUSE)


async def test_a_save_after_a_failure_is_published_when_it_settles(
    autojump_clock: MockClock,
) -> None:
    scene = Scene()
    scene.trunk.outcomes = [False] * 8
    scene.publishing.saved(A)
    await scene.let_pass(60)
    count = len(scene.trunk.calls)
    scene.publishing.saved(A)
    await scene.let_pass(QUIET + 0.1)
    assert len(scene.trunk.calls) == count + 1


async def test_at_start_all_that_waits_is_published(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.waiting = [A, B]
    scene.publishing.wake_all()
    await scene.let_pass(1)
    assert sorted(scene.since_begun()) == [(A, 0), (B, 0)]


async def test_publishing_now_goes_on_until_nothing_is_left(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.trunk.outcomes = [False, False, True]
    await scene.publishing.publish_now(A)
    assert len(scene.trunk.calls) == 3


async def test_publishing_now_says_why_it_cannot(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.trunk.problem = "the branch is checked out"
    scene.trunk.outcomes = [False]
    with pytest.raises(PublishingWaits, match="checked out"):
        await scene.publishing.publish_now(A)
    assert scene.publishing.problem == "the branch is checked out"
    scene.trunk.problem = ""
    await scene.let_pass(1)
    assert len(scene.trunk.calls) == 2


async def test_publishing_now_raises_what_goes_wrong_and_it_is_tried_again(
    autojump_clock: MockClock,
) -> None:
    scene = Scene()
    scene.trunk.outcomes = [AgentfsError("damaged")]
    with pytest.raises(AgentfsError, match="damaged"):
        await scene.publishing.publish_now(A)
    await scene.let_pass(1)
    assert len(scene.trunk.calls) == 2


async def test_publishing_all_goes_past_one_that_fails(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.waiting = [A, B]
    scene.trunk.outcomes = [AgentfsError("no"), True]
    await scene.publishing.publish_all()
    assert [agent for agent, _ in scene.trunk.calls] == [A, B]


async def test_the_branch_is_looked_at_though_that_fails(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.trunk.in_the_mood = False
    await scene.let_pass(5.5)
    assert scene.trunk.aligned == 6
    assert "mood" in scene.publishing.problem
    scene.trunk.in_the_mood = True
    await scene.let_pass(0.5)
    assert not scene.publishing.problem


async def test_a_problem_is_logged_when_it_is_new(autojump_clock: MockClock) -> None:
    scene = Scene()
    scene.trunk.in_the_mood = False
    with capture_logs() as logs:
        await scene.let_pass(5.5)
    assert [entry["event"] for entry in logs] == ["following the trunk failed"]
