"""The doorbell: no ring is missed, many are one, the first is heard at once."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import inotify_simple
import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from agentfs.pipeline import fanout
from agentfs.pipeline.fanout import LEAST_INTERVAL, Doorbell, DoorbellListener

Make = Callable[[], DoorbellListener]


@pytest.fixture
def bell(tmp_path: Path) -> Iterator[Doorbell]:
    bell = Doorbell(tmp_path / "doorbell")
    yield bell
    bell.close()


@pytest.fixture(params=["inotify", "polling"])
def make(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Make]:
    """Listeners on the same file, as they are and as they are where inotify has run out."""
    if request.param == "polling":

        def no_more(**_: object) -> None:
            raise OSError(errno.EMFILE, "too many")

        monkeypatch.setattr(inotify_simple, "INotify", no_more)
    listeners: list[DoorbellListener] = []

    def make() -> DoorbellListener:
        listeners.append(DoorbellListener(tmp_path / "doorbell"))
        return listeners[-1]

    yield make
    for listener in listeners:
        listener.close()


async def is_silent(listener: DoorbellListener) -> bool:
    with trio.move_on_after(2 * LEAST_INTERVAL):
        await listener.wait()
        return False
    return True


async def test_a_ring_is_heard_by_every_listener(bell: Doorbell, make: Make) -> None:
    listeners = [make(), make()]
    bell.ring()
    for listener in listeners:
        await listener.wait()


async def test_a_ring_before_the_listener_was_made_is_past(bell: Doorbell, make: Make) -> None:
    bell.ring()
    assert await is_silent(make())


async def test_many_rings_wake_once(bell: Doorbell, make: Make) -> None:
    listener = make()
    for _ in range(1000):
        bell.ring()
    await listener.wait()
    assert await is_silent(listener)


async def test_a_ring_while_the_log_is_read_wakes_again(bell: Doorbell, make: Make) -> None:
    """The race that must not be: commits between a reader's last read and its next wait."""
    listener = make()
    log, cursor = [1], 0
    bell.ring()
    for _ in range(5):
        await listener.wait()
        cursor = log[-1]
        # A commit right after the read, within one tick of the kernel's clock.
        log.append(cursor + 1)
        bell.ring()
    await listener.wait()
    assert log[-1] == cursor + 1


async def test_the_first_ring_is_heard_at_once_and_later_ones_are_gathered(
    bell: Doorbell, make: Make
) -> None:
    listener = make()
    bell.ring()
    begun = trio.current_time()
    await listener.wait()
    assert trio.current_time() - begun < LEAST_INTERVAL
    heard = trio.current_time()
    bell.ring()
    await listener.wait()
    assert trio.current_time() - heard >= LEAST_INTERVAL * 0.99


async def test_a_listener_that_waits_is_woken(bell: Doorbell, make: Make) -> None:
    listener = make()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(listener.wait)
        await wait_all_tasks_blocked()
        bell.ring()


async def test_a_new_coordinators_bell_reaches_old_listeners(tmp_path: Path, make: Make) -> None:
    listener = make()
    for _ in range(2):
        bell = Doorbell(tmp_path / "doorbell")
        bell.ring()
        await listener.wait()
        bell.close()


def test_a_bell_that_cannot_ring_fails_no_save(tmp_path: Path) -> None:
    bell = Doorbell(tmp_path / "doorbell")
    bell.close()
    bell.ring()


def test_preloading_needs_no_free_instance(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_more() -> None:
        raise OSError(errno.EMFILE, "too many")

    monkeypatch.setattr(inotify_simple, "INotify", no_more)
    fanout.preload()


async def test_a_reader_that_is_woken_late_takes_more_rings_at_once(tmp_path: Path) -> None:
    with DoorbellListener(tmp_path / "doorbell") as listener:
        for _ in range(10):
            listener._adapt(10 * fanout.LATE)
        assert listener._interval == fanout.LONGEST_INTERVAL
        for _ in range(10):
            listener._adapt(0.0)
        assert listener._interval == fanout.LEAST_INTERVAL
