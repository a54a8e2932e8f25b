"""`make demo`.  Exit status 0 if agentfs kept every promise, 1 if not."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import msgspec

from tools.rig.programs import ProgramFailed
from tools.swarm.crew import CrewFailed
from tools.swarm.demo import NotSettled, Options, run
from tools.swarm.plan import NothingToEdit
from tools.swarm.progress import Gauge
from tools.swarm.report import print_report, to_json

MOST_AGENTS = 100


def main() -> int:
    arguments = _arguments()
    options = Options(arguments.repo, arguments.agents, arguments.edits, arguments.keep)
    signal.signal(signal.SIGTERM, _end)
    try:
        with Gauge(options.agents * options.edits) as gauge:
            result = run(options, gauge)
    except (ProgramFailed, CrewFailed, NotSettled, NothingToEdit, OSError) as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    if arguments.json:
        print(msgspec.json.format(msgspec.json.encode(to_json(result)), indent=2).decode())
    else:
        print_report(result)
    return 0 if result.kept_all_promises else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.swarm",
        description="Agents edit one repository at the same time, each in its own view.",
    )
    parser.add_argument("--repo", type=Path, help="clone this repository and use the clone")
    parser.add_argument("--agents", type=_number(MOST_AGENTS), default=8)
    parser.add_argument("--edits", type=_number(1000), default=25, help="of each agent")
    parser.add_argument("--keep", action="store_true", help="keep the repository afterwards")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


def _number(most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        number = int(text)
        if not 1 <= number <= most:
            raise argparse.ArgumentTypeError(f"from 1 to {most}")
        return number

    return parse


def _end(number: int, _frame: FrameType | None) -> None:
    """As Ctrl-C: everything that was started is ended first."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
