"""Saving a file of 500 lines: what close costs its writer, and when another view shows it.

Beside it, in the same run and by turns, the same file written to the native filesystem and
synced, which is what it takes there to have it durable.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from tools.bench import aside, repositories
from tools.bench.figures import Figure
from tools.rig.percentiles import Times
from tools.rig.stage import Stage
from tools.swarm import corpus

LINES: Final = 500
FILE: Final = "bench_500_lines.py"
SEEN_SAMPLES: Final = 100
"""Saves that are waited for, one after another, until another view shows them."""
SWIFT_SAMPLES: Final = 200
"""Saves one right after another."""
SECONDS: Final = 240.0
VISIBLE_SECONDS: Final = 10.0
SETTLE_MILLISECONDS: Final = 300.0
_LOOK_SECONDS: Final = 0.001


class Samples(msgspec.Struct):
    """All in milliseconds."""

    close: list[float]
    write: list[float]
    """Open, write and close."""
    native: list[float]
    visible: list[float]


class NotVisible(Exception):
    """The other view did not show a save in good time."""


def measure(folder: Path) -> Iterator[Figure]:
    with Stage(corpus.make(folder)) as stage:
        writer, reader = (Path(stage.mount(agent).path) for agent in ("writer", "reader"))
        arguments = (str(writer), str(reader), str(folder))
        seen = _samples(aside.call(save_and_see, *arguments, seconds=SECONDS))
        swift = _samples(aside.call(save_swiftly, *arguments, seconds=SECONDS))
    yield from _figures("a save each half second", seen)
    visible = Times.of(seen.visible)
    name, most = "close to visible in another view", SETTLE_MILLISECONDS + 100
    yield Figure("save", f"{name}, p50", visible.percentile(50), "ms", most)
    yield Figure("save", f"{name}, p99", visible.percentile(99), "ms")
    yield from _figures("one after another", swift)


def _figures(how: str, samples: Samples) -> Iterator[Figure]:
    close, native = Times.of(samples.close), Times.of(samples.native)
    yield Figure("save", f"close, {how}, p50", close.percentile(50), "ms", 8)
    yield Figure("save", f"close, {how}, p99", close.percentile(99), "ms", 40)
    write = Times.of(samples.write)
    yield Figure("save", f"open, write and close, {how}, p50", write.percentile(50), "ms")
    yield Figure("save", f"native write and fsync, {how}, p50", native.percentile(50), "ms")
    yield Figure("save", f"native write and fsync, {how}, p99", native.percentile(99), "ms")


def _samples(answer: object) -> Samples:
    return msgspec.convert(answer, Samples)


def save_and_see(writer: str, reader: str, native: str) -> Samples:
    """Runs aside."""
    samples = Samples([], [], [], [])
    for number in range(SEEN_SAMPLES + 1):
        content = _content(f"seen {number}")
        _sample(samples, Path(writer), Path(native), content)
        saved = time.perf_counter()
        _await(Path(reader) / FILE, content)
        samples.visible.append(1000 * (time.perf_counter() - saved))
    return _without_first(samples)


def save_swiftly(writer: str, _reader: str, native: str) -> Samples:
    """Runs aside."""
    samples = Samples([], [], [], [0.0])
    for number in range(SWIFT_SAMPLES + 1):
        _sample(samples, Path(writer), Path(native), _content(f"swift {number}"))
    return _without_first(samples)


def _without_first(samples: Samples) -> Samples:
    """The first save makes the file, and finds nothing warm."""
    return Samples(samples.close[1:], samples.write[1:], samples.native[1:], samples.visible[1:])


def _sample(samples: Samples, writer: Path, native: Path, content: bytes) -> None:
    opened = time.perf_counter()
    file = _open(writer / FILE)
    os.write(file, content)
    began = time.perf_counter()
    os.close(file)
    ended = time.perf_counter()
    samples.close.append(1000 * (ended - began))
    samples.write.append(1000 * (ended - opened))
    samples.native.append(_save_natively(native, content))


def _save_natively(folder: Path, content: bytes) -> float:
    began = time.perf_counter()
    file = _open(folder / FILE)
    os.write(file, content)
    os.fsync(file)
    os.close(file)
    return 1000 * (time.perf_counter() - began)


def _open(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)


def _content(change: str) -> bytes:
    """Each time another change, in the body of a function in the middle."""
    lines = repositories.lines_of_python(LINES).splitlines(keepends=True)
    lines[LINES // 2 + 1] = f"    total = {change!r}\n"
    return "".join(lines).encode()


def _await(path: Path, content: bytes) -> None:
    """Raises NotVisible.  A look costs the view nothing as long as nothing changes."""
    deadline = time.perf_counter() + VISIBLE_SECONDS
    known: tuple[int, int] | None = None
    while time.perf_counter() < deadline:
        status = _status(path)
        if status != known:
            known = status
            if status is not None and path.read_bytes() == content:
                return
        time.sleep(_LOOK_SECONDS)
    raise NotVisible(f"{path} does not show what was saved {VISIBLE_SECONDS:.0f} s ago")


def _status(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns
