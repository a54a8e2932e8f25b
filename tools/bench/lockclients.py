"""Clients that lock and unlock as fast as the coordinator answers, each one thing at a time.

    python -m tools.bench.lockclients SOCKET FIRST COUNT SECONDS

prints how many pairs of lock and unlock were done.  One process has many clients, so that
what is measured is the coordinator.
"""

from __future__ import annotations

import selectors
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.scopes import of_symbol
from agentfs.wire import address
from agentfs.wire.framing import Deframer, decode_reply, encode
from agentfs.wire.messages import Lock, Locked, Request, Unlock, Unlocked

_CHUNK: Final = 1 << 16


@dataclass
class _Client:
    connection: socket.socket
    deframer: Deframer
    frames: tuple[bytes, bytes]
    done: int = 0

    def ask(self) -> None:
        self.connection.sendall(self.frames[self.done % 2])

    def take(self) -> None:
        self.deframer.feed(self.connection.recv(_CHUNK))
        while (payload := self.deframer.take()) is not None:
            answer = decode_reply(payload).answer
            assert isinstance(answer, Unlocked if self.done % 2 else Locked), answer
            self.done += 1
            self.ask()


def main(path: Path, first: int, count: int, seconds: float) -> int:
    clients = [_client(path, number) for number in range(first, first + count)]
    with selectors.DefaultSelector() as selector:
        for client in clients:
            selector.register(client.connection, selectors.EVENT_READ, client)
            client.ask()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for key, _ in selector.select(1.0):
                key.data.take()
    return sum(client.done for client in clients) // 2


def _client(path: Path, number: int) -> _Client:
    agent = AgentName(f"agent{number}")
    scopes = (of_symbol(RepoPath(b"src/f%d.py" % number), "f"),)
    frames = (
        encode(Request(1, Lock(agent=agent, scopes=scopes))),
        encode(Request(1, Unlock(agent=agent, scopes=scopes))),
    )
    return _Client(address.connect(path), Deframer(), frames)


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])))
