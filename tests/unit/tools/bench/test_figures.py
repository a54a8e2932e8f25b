from __future__ import annotations

import pytest

from tools.bench.figures import Figure


@pytest.mark.parametrize(("value", "most", "met"), [(8, 8, True), (8.1, 8, False), (8, None, None)])
def test_whether_a_hope_was_met(value: float, most: float | None, met: bool | None) -> None:
    figure = Figure("save", "close", value, "ms", most)
    assert figure.met is met
    assert figure.to_json()["met"] is met
