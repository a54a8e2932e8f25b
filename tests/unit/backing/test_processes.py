"""/proc, as seen by the process that would hang if it looked into its own mount."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from agentfs.backing import processes


def test_a_thread_belongs_to_its_process() -> None:
    found: list[int] = []

    def look() -> None:
        found.append(processes.thread_group(threading.get_native_id()))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [os.getpid()]


def test_a_process_that_is_gone_is_its_own_group() -> None:
    child = subprocess.Popen(["true"])
    child.wait()
    assert processes.thread_group(child.pid) == child.pid
    assert processes.started_ns(child.pid) == 0


def test_a_process_started_before_now_and_after_its_parent() -> None:
    before = processes.started_ns(os.getpid())
    child = subprocess.Popen(["sleep", "60"])
    try:
        assert before <= processes.started_ns(child.pid) <= processes.since_boot_ns()
    finally:
        child.kill()
        child.wait()


def writing(path: Path) -> bool:
    mount = os.fsencode(path.parent)
    return processes.still_writing(os.getpid(), mount, path.stat().st_ino)


def test_only_writers_of_that_file_count(tmp_path: Path) -> None:
    file, other = tmp_path / "file", tmp_path / "other"
    file.write_text("x")
    with file.open("rb"), other.open("wb"):
        assert not writing(file)
        with file.open("ab"):
            assert writing(file)
    assert not writing(file)


def test_a_child_that_inherited_it_counts(tmp_path: Path) -> None:
    file = tmp_path / "file"
    program = "import sys; print(flush=True); sys.stdin.read()"
    with file.open("wb") as output:
        child = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=output,
        )
    assert child.stdout is not None
    assert child.stdin is not None
    child.stdout.readline()
    assert writing(file)
    child.stdin.close()
    child.wait()
    child.stdout.close()
    assert not writing(file)
