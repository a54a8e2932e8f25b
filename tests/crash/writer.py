"""One agent at work in its view, with ordinary file I/O; a program of its own.

    python -m tests.crash.writer VIEW AGENT NUMBER OF SEED LEDGER

Goes on until its stdin is closed.  What a tool does that meets a dead file system it does
too: it tries again, with the text that it wanted to write.  The ledger gets a line for each
edit, after its close or rename said that it succeeded and never before.
"""

from __future__ import annotations

import errno
import json
import random
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.crash.conftest import FUNCTIONS

DEAD = {errno.ENOTCONN, errno.ECONNABORTED, errno.EIO, errno.ESTALE}
PATIENCE = 40.0
"""Seconds that a tool goes on trying."""
PAUSE = 0.02
R = TypeVar("R")
MODULES = ("src/a.py", "src/b.py")
"""Each agent has functions of its own in these."""
CONTESTED = "src/c.py"


class Writer:
    def __init__(self, view: Path, agent: str, number: int, of: int, seed: int) -> None:
        self._view = view
        self._agent = agent
        self._own = [n for n in range(FUNCTIONS) if n % of == number]
        self._random = random.Random(seed * 1000 + number)
        self._count = 0
        self._made: list[str] = []

    def work(self, ledger: Callable[[dict[str, str]], None]) -> None:
        kinds = [self.edit, self.replace, self.sed, self.create, self.move, self.remove, self.note]
        weights = [8, 8, 1, 3, 1, 1, 1]
        while not self._pause(self._random.uniform(0, 0.06)):
            self._count += 1
            [kind] = self._random.choices(kinds, weights)
            for entry in kind(f"{self._agent}-{self._count}"):
                ledger(entry)

    def edit(self, marker: str) -> list[dict[str, str]]:
        """Write the file in place."""
        path, text = self._edited(marker)
        self._insist(lambda: (self._view / path).write_text(text))
        return [_has(path, marker)]

    def replace(self, marker: str) -> list[dict[str, str]]:
        """Write beside the file, and rename onto it."""
        path, text = self._edited(marker)
        fresh = self._view / f"{path}.{self._agent}.tmp"

        def write() -> None:
            fresh.write_text(text)
            fresh.replace(self._view / path)

        self._insist(write)
        return [_has(path, marker)]

    def sed(self, marker: str) -> list[dict[str, str]]:
        path, function = self._place()
        script = f"s/^def f{function}():$/&\\n    # {marker}/"

        def run() -> None:
            done = subprocess.run(
                ["sed", "-i", script, self._view / path],
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
            if done.returncode:
                raise OSError(errno.EIO, "sed failed")

        self._insist(run)
        return [_has(path, marker)]

    def create(self, marker: str) -> list[dict[str, str]]:
        path = self._random.choice(["{}.txt", "new/{}.txt", "new/deep/{}.txt"]).format(marker)

        def write() -> None:
            (self._view / path).parent.mkdir(parents=True, exist_ok=True)
            (self._view / path).write_text(f"{marker}\n")

        self._insist(write)
        self._made.append(path)
        private = f"build/{marker}.o"

        def build() -> None:
            (self._view / "build").mkdir(exist_ok=True)
            (self._view / private).write_text(marker)

        self._insist(build)
        return [_has(path, marker), {"private": private, "text": marker}]

    def move(self, marker: str) -> list[dict[str, str]]:
        if not self._made:
            return []
        old = self._made.pop()
        new = f"{old.removesuffix('.txt')}-moved.txt"
        self._insist(lambda: _unless_done(lambda: (self._view / old).rename(self._view / new)))
        return [{"gone": old}, _has(new, Path(old).stem)]

    def remove(self, marker: str) -> list[dict[str, str]]:
        if not self._made:
            return []
        path = self._made.pop()
        self._insist(lambda: _unless_done((self._view / path).unlink))
        return [{"gone": path}]

    def note(self, marker: str) -> list[dict[str, str]]:
        """Where all agents add a line at the same spot."""

        def append() -> None:
            with (self._view / "NOTES").open("a") as notes:
                notes.write(f"{marker}\n")

        self._insist(append)
        return [_has("NOTES", marker)]

    def _place(self) -> tuple[str, int]:
        if self._random.random() < 0.05:
            return CONTESTED, self._random.randrange(FUNCTIONS)
        return self._random.choice(MODULES), self._random.choice(self._own)

    def _edited(self, marker: str) -> tuple[str, str]:
        """The text of a file with one line more in one function."""
        path, function = self._place()
        line = f"def f{function}():\n"
        text = self._insist((self._view / path).read_text)
        assert line in text, f"{path} in {self._agent}'s view has lost {line!r}"
        return path, text.replace(line, f"{line}    # {marker}\n")

    def _insist(self, do: Callable[[], R]) -> R:
        """Until it succeeds.  What is not a dead file system's fault is raised."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return do()
            except OSError as error:
                if error.errno not in DEAD or time.monotonic() > deadline:
                    raise
            select.select([], [], [], PAUSE)

    def _pause(self, seconds: float) -> bool:
        """Whether it is time to end."""
        return bool(select.select([sys.stdin], [], [], seconds)[0])


def _unless_done(do: Callable[[], object]) -> None:
    """An attempt that failed may have been made all the same."""
    try:
        do()
    except FileNotFoundError:
        return


def _has(path: str, text: str) -> dict[str, str]:
    return {"has": path, "text": text}


def main() -> None:
    view, agent, number, of, seed, ledger = sys.argv[1:]
    with open(ledger, "w", encoding="utf-8", buffering=1) as lines:
        writer = Writer(Path(view), agent, int(number), int(of), int(seed))
        writer.work(lambda entry: print(json.dumps(entry), file=lines))


if __name__ == "__main__":
    main()
