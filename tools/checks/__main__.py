"""`python -m tools.checks`: prints each breach as `path:line: what`, and fails if there is one."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.checks.rules import problems_in

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    problems = problems_in(ROOT)
    for problem in problems:
        print(problem)
    print(f"checks: {len(problems)} problem{'' if len(problems) == 1 else 's'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
