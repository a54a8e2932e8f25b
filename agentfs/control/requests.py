"""What a line that is written to `.agentfs/locks` asks for.

    SCOPE [TTL] [shared] [wait] [# WHY]     lock it, or renew the lock
    -SCOPE                                  give it back
    -*                                      give all back

With `wait` the agent takes a place in the queue if it does not get the lock.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName
from agentfs.model.locks import DEFAULT_TTL_NS, LockMode
from agentfs.model.scopes import parse_scope
from agentfs.wire.messages import Lock, Unlock

LONGEST_LINE: Final = 1 << 16
_TTL: Final = re.compile(r"(\d+)(s|m|h|)")
_NS: Final = {"s": 10**9, "": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_WHY: Final = " # "
_SHARED: Final = "shared"
_WAIT: Final = "wait"
PATIENCE_NS: Final = 600 * 10**9
"""How long a place in the queue is kept."""


class BadRequest(AgentfsError):
    """The writer's: a line that asks for nothing."""

    code = "bad-request"


def parse_line(agent: AgentName, line: bytes) -> Lock | Unlock | None:
    """None for an empty line.  Raises BadScope, BadRequest."""
    text = line.decode("utf-8", "surrogateescape").strip()
    if not text or text.startswith("#"):
        return None
    if text.startswith("-"):
        given = text[1:].strip()
        return Unlock(agent=agent, scopes=None if given == "*" else (parse_scope(given),))
    text, _, why = text.partition(_WHY)
    words = text.split()
    modes = set()
    while len(words) > 1 and words[-1] in (_SHARED, _WAIT):
        modes.add(words.pop())
    ttl = _TTL.fullmatch(words[-1]) if len(words) > 1 else None
    if ttl is not None:
        words.pop()
    return Lock(
        agent=agent,
        scopes=(parse_scope(" ".join(words)),),
        mode=LockMode.SHARED if _SHARED in modes else LockMode.EXCLUSIVE,
        ttl_ns=_ttl_ns(ttl),
        why=why.strip(),
        wait_ns=PATIENCE_NS if _WAIT in modes else 0,
        stay=True,
        intent=_WAIT in modes and bool(why.strip()),
        alternatives=True,
    )


def take_lines(data: bytes) -> tuple[list[bytes], bytes]:
    """Whole lines, and what is left of one.  Raises BadRequest if that will never be one."""
    *lines, rest = data.split(b"\n")
    if len(rest) > LONGEST_LINE:
        raise BadRequest("a line without an end")
    return lines, rest


def _ttl_ns(found: re.Match[str] | None) -> int:
    if found is None:
        return DEFAULT_TTL_NS
    ttl = int(found[1]) * _NS[found[2]]
    if not ttl:
        raise BadRequest("a lock for no time")
    return ttl
