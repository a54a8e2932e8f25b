from __future__ import annotations

import math

import pytest

from tools.rig.percentiles import Times


@pytest.mark.parametrize(("percent", "expected"), [(1, 1), (50, 50), (99, 99), (100, 100)])
def test_a_percentile_is_one_of_the_times(percent: float, expected: float) -> None:
    assert Times.of(range(100, 0, -1)).percentile(percent) == expected


def test_of_a_single_time_all_percentiles_are_that_time() -> None:
    assert [Times.of([7.0]).percentile(p) for p in (1, 50, 99)] == [7.0, 7.0, 7.0]


def test_nothing_measured_is_no_number() -> None:
    assert math.isnan(Times.of([]).percentile(50))
    assert Times.of([]).to_json() == {"samples": 0, "p50": None, "p99": None, "max": None}
