from __future__ import annotations

import pytest

from agentfs.merge.policy import MergePolicy, Way, policy_of

DRIVERS = {"mine": "mine %A %O %B", "union": "", "agentfs": "agentfs merge-driver run"}


@pytest.mark.parametrize(
    ("asked", "policy"),
    [
        (None, MergePolicy()),
        (True, MergePolicy(Way.LINES)),
        (False, MergePolicy(Way.BINARY)),
        (b"text", MergePolicy(Way.LINES)),
        (b"binary", MergePolicy(Way.BINARY)),
        (b"union", MergePolicy(Way.UNION)),
        (b"mine", MergePolicy(Way.DRIVER, "mine", "mine %A %O %B")),
        (b"agentfs", MergePolicy()),
        (b"not-here", MergePolicy()),
        (b"", MergePolicy()),
    ],
)
def test_what_the_attribute_merge_asks_for(asked: bytes | bool | None, policy: MergePolicy) -> None:
    assert policy_of({b"merge": asked}, DRIVERS) == policy


def test_a_driver_of_the_user_goes_before_the_built_in_one() -> None:
    assert policy_of({b"merge": b"union"}, {"union": "u %A"}).way is Way.DRIVER


def test_a_default_driver_is_for_what_nothing_is_said_of() -> None:
    assert policy_of({}, DRIVERS, default="mine").driver == "mine"
    assert policy_of({}, DRIVERS, default="union").way is Way.UNION
    assert policy_of({b"merge": True}, DRIVERS, default="mine").way is Way.LINES


@pytest.mark.parametrize(
    ("value", "size"),
    [(b"32", 32), (b"0", 7), (b"-3", 7), (b"x", 7), (b"", 7), (True, 7), (None, 7), (b"9x", 9)],
)
def test_size_of_markers(value: bytes | bool | None, size: int) -> None:
    assert policy_of({b"conflict-marker-size": value}, {}).marker_size == size
