"""The control folder as a tree of names: what there is, what is in it, what writing does.

    agent               whose view this is
    locks               read: who holds what, who waits; write: see `requests`
    status.json         what of this view is unpublished, held, locked, refused
    last_refusal        why the last write or lock was refused, in a sentence
    rejected/SEQ/       a save that was refused: its content under its own name, and `info`

Names are relative to the folder, without slashes at the ends; the folder itself is b"".
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Final

import msgspec

from agentfs.control.pages import Pages
from agentfs.control.requests import parse_line, take_lines
from agentfs.model.events import Refused
from agentfs.model.ids import AgentName, RepoPath, Seq
from agentfs.model.paths import name as last_name
from agentfs.model.versions import Version
from agentfs.pipeline.early import SaveRefused
from agentfs.query.history import event_json
from agentfs.wire.messages import Answer, Body, NotLocked

LOCKS: Final = b"locks"
_REJECTED: Final = b"rejected"
_INFO: Final = b"info"
MOST_REJECTED: Final = 200


class ControlFolder:
    """`call` asks the coordinator, `read` gives a version's content."""

    def __init__(
        self,
        agent: AgentName,
        pages: Pages,
        call: Callable[[Body], Awaitable[Answer]],
        read: Callable[[Version], bytes],
    ) -> None:
        self._agent = agent
        self._pages = pages
        self._call = call
        self._read = read
        self._not_locked = ""
        self._not_locked_ns = 0
        self._files: dict[bytes, Callable[[], bytes]] = {
            b"agent": pages.agent,
            LOCKS: pages.locks,
            b"status.json": pages.status,
            b"last_refusal": self._last_refusal,
        }

    def names(self, path: bytes) -> list[bytes] | None:
        """What is in a folder; None if `path` is none."""
        if path == b"":
            return [*self._files, _REJECTED]
        if path == _REJECTED:
            return [b"%d" % seq for seq in self._pages.rejected(MOST_REJECTED)]
        event = self._rejection(path)
        return None if event is None else [_INFO, _content_name(event)]

    def text(self, path: bytes) -> bytes | None:
        """What a file holds now; None if `path` is none."""
        if path in self._files:
            return self._files[path]()
        folder, _, name = path.rpartition(b"/")
        event = self._rejection(folder)
        if event is None or event.version is None:
            return None
        if name == _INFO:
            return msgspec.json.format(msgspec.json.encode(event_json(event)), indent=2) + b"\n"
        return self._read(event.version) if name == _content_name(event) else None

    def is_writable(self, path: bytes) -> bool:
        return path == LOCKS

    async def write(self, data: bytes) -> bytes:
        """Do the requests of all whole lines of `data`, in order; gives what is left of a line.

        Raises SaveRefused at the first that is not granted, BadScope, BadRequest.
        """
        lines, rest = take_lines(data)
        for line in lines:
            await self._request(line)
        return rest

    def refusal(self, path: RepoPath) -> bytes | None:
        """Why this view's last save of a path was refused or held back, if it was."""
        return self._pages.refusal(path)

    async def _request(self, line: bytes) -> None:
        ask = parse_line(self._agent, line)
        if ask is None:
            return
        answer = await self._call(ask)
        if isinstance(answer, NotLocked):
            place = f"; place {answer.place} in the queue" if answer.place else ""
            self._not_locked, self._not_locked_ns = answer.sentence + place, time.time_ns()
            raise SaveRefused(self._not_locked)

    def _last_refusal(self) -> bytes:
        if self._not_locked_ns > self._pages.refused_at():
            return f"{self._not_locked}\n".encode()
        return self._pages.last_refusal()

    def _rejection(self, path: bytes) -> Refused | None:
        folder, _, number = path.rpartition(b"/")
        if folder != _REJECTED or not number.isdigit():
            return None
        return self._pages.rejection(Seq(int(number)))


def _content_name(event: Refused) -> bytes:
    name = last_name(event.path)
    return name if name != _INFO else b"info.content"
