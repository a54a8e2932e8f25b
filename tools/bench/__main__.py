"""`make bench`.  Exit status 0 if all could be measured, whatever the figures."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from tools.bench import locks, memory, merging, mounting, saving, traversal, views
from tools.bench.figures import Figure, print_figures
from tools.rig.programs import ProgramFailed
from tools.rig.stage import mounts_under

SUBJECTS: Final[Mapping[str, Callable[[Path], Iterator[Figure]]]] = {
    "mount": mounting.measure,
    "save": saving.measure,
    "locks": locks.measure,
    "memory": memory.measure,
    "views": views.measure,
    "tools": traversal.measure,
    "merge": merging.measure,
}


def main() -> int:
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    chosen = list(SUBJECTS) if arguments.subject == "all" else [arguments.subject]
    try:
        figures = [figure for subject in chosen for figure in _measure(subject)]
    except (ProgramFailed, views.NotAllThere, OSError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    if arguments.json:
        listed = [figure.to_json() for figure in figures]
        print(msgspec.json.format(msgspec.json.encode(listed), indent=2).decode())
    else:
        print_figures(figures)
    return 0


def _measure(subject: str) -> list[Figure]:
    # What else the machine does shows in every figure.
    load = f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"bench: {subject} … ({load})", file=sys.stderr, flush=True)
    folder = Path(tempfile.mkdtemp(prefix="agentfs-bench-"))
    try:
        return list(SUBJECTS[subject](folder))
    finally:
        # Nothing is ever deleted through a mount.
        if not mounts_under(folder):
            shutil.rmtree(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("subject", nargs="?", default="all", choices=[*SUBJECTS, "all"])
    parser.add_argument("--json", action="store_true", help="print a JSON list of figures")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
