"""Lines that are written to `.agentfs/locks`."""

from __future__ import annotations

import pytest

from agentfs.control.requests import LONGEST_LINE, BadRequest, parse_line, take_lines
from agentfs.model.ids import AgentName
from agentfs.model.locks import DEFAULT_TTL_NS, LockMode
from agentfs.model.scopes import BadScope, parse_scope
from agentfs.wire.messages import Lock, Unlock

ANN = AgentName("ann")
SECOND = 1_000_000_000


@pytest.mark.parametrize(
    ("line", "scope", "ttl", "mode", "why"),
    [
        (b"a.py", "a.py", DEFAULT_TTL_NS, LockMode.EXCLUSIVE, ""),
        (b"a.py 60", "a.py", 60 * SECOND, LockMode.EXCLUSIVE, ""),
        (b"a.py 2m shared\r", "a.py", 120 * SECOND, LockMode.SHARED, ""),
        (b"  src/** shared", "src/**", DEFAULT_TTL_NS, LockMode.SHARED, ""),
        (
            b"a.py::C.m 1h # to fix # it",
            "a.py::C.m",
            3600 * SECOND,
            LockMode.EXCLUSIVE,
            "to fix # it",
        ),
        (b"with blank.py 5", "with blank.py", 5 * SECOND, LockMode.EXCLUSIVE, ""),
        (b"shared", "shared", DEFAULT_TTL_NS, LockMode.EXCLUSIVE, ""),
        (b"60", "60", DEFAULT_TTL_NS, LockMode.EXCLUSIVE, ""),
    ],
)
def test_a_line_asks_for_a_lock(
    line: bytes, scope: str, ttl: int, mode: LockMode, why: str
) -> None:
    ask = parse_line(ANN, line)
    assert isinstance(ask, Lock)
    assert (ask.agent, ask.scopes) == (ANN, (parse_scope(scope),))
    assert (ask.ttl_ns, ask.mode, ask.why) == (ttl, mode, why)


def test_a_line_may_ask_for_a_place_in_the_queue() -> None:
    ask = parse_line(ANN, b"a.py 60 wait shared # to fix it")
    assert isinstance(ask, Lock)
    assert (ask.wait_ns > 0, ask.stay, ask.intent) == (True, True, True)
    assert (ask.ttl_ns, ask.mode) == (60 * SECOND, LockMode.SHARED)
    ask = parse_line(ANN, b"wait")
    assert isinstance(ask, Lock)
    assert (ask.wait_ns, ask.intent) == (0, False)


def test_a_line_with_a_dash_gives_back() -> None:
    assert parse_line(ANN, b"-a.py::f") == Unlock(agent=ANN, scopes=(parse_scope("a.py::f"),))
    assert parse_line(ANN, b"-*") == Unlock(agent=ANN, scopes=None)


@pytest.mark.parametrize("line", [b"", b"   ", b"# only words"])
def test_a_line_may_ask_for_nothing(line: bytes) -> None:
    assert parse_line(ANN, line) is None


@pytest.mark.parametrize("line", [b"-", b"/etc/passwd", b"a.py 0", b"src/*::f", b"../x 60"])
def test_what_cannot_be_asked_for_is_refused(line: bytes) -> None:
    with pytest.raises((BadScope, BadRequest)):
        parse_line(ANN, line)


def test_lines_may_come_in_pieces() -> None:
    assert take_lines(b"a.py\nb.py\nc") == ([b"a.py", b"b.py"], b"c")
    assert take_lines(b"") == ([], b"")
    with pytest.raises(BadRequest):
        take_lines(b"x" * (LONGEST_LINE + 1))
