"""What the swarm did, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tools.rig.percentiles import Times
from tools.swarm.demo import Result

SHOWN: Final = 20
"""Problems of one promise that are printed."""


def print_report(result: Result) -> None:
    console = Console(highlight=False, soft_wrap=True)
    table = Table(title="agentfs demo", title_justify="left", show_header=False)
    table.add_column()
    table.add_column()
    for name, value in _rows(result):
        table.add_row(name, value)
    console.print(table)
    for verdict in result.verdicts:
        mark = Text("FAILED  ", "bold red") if verdict.problems else Text("ok      ", "green")
        console.print(mark + Text(verdict.promise))
        for problem in verdict.problems[:SHOWN]:
            console.print(Text(f"          {problem}"))
        if len(verdict.problems) > SHOWN:
            console.print(f"          and {len(verdict.problems) - SHOWN} more")
    if result.folder is not None:
        console.print(Text(f"The repository is {result.folder}"))


def to_json(result: Result) -> dict[str, Any]:
    """All times are in milliseconds but for `seconds`."""
    return {
        "ok": result.kept_all_promises,
        "repository": None if result.folder is None else str(result.folder),
        "files": result.files,
        "edits": len(result.outcomes),
        "edits_accepted": _accepted(result),
        "edits_by_tool": dict(_tools(result)),
        "saves": result.saves.saves,
        "commits": result.commits,
        "conflicts": len(result.conflicts),
        "save_to_trunk": result.saves.to_trunk.to_json(),
        "save_to_view": result.saves.to_view.to_json(),
        "mount": result.mounting.to_json(),
        "seconds": round(result.seconds, 1),
        "promises": {verdict.promise: list(verdict.problems) for verdict in result.verdicts},
    }


def _rows(result: Result) -> Iterator[tuple[str, str]]:
    yield "files", f"{result.files:,}"
    yield "edits accepted", f"{_accepted(result)} of {len(result.outcomes)}"
    yield "  with", ", ".join(f"{tool} {count}" for tool, count in _tools(result).items())
    yield "saves accepted (events in the log)", str(result.saves.saves)
    yield "commits in the trunk", str(result.commits)
    yield "conflicts, all listed", str(len(result.conflicts))
    yield "save to trunk (by the log's times)", _times(result.saves.to_trunk)
    yield "save to visible in another view", _times(result.saves.to_view)
    yield "  ", "read there by a program that looks 200 times a second"
    yield "mount, from request to a view that serves", _times(result.mounting)
    yield "time for all of it", f"{result.seconds:.1f} s"


def _times(times: Times) -> str:
    if not times.milliseconds:
        return "nothing measured"
    p50, p99 = times.percentile(50), times.percentile(99)
    return f"p50 {p50:.0f} ms, p99 {p99:.0f} ms ({len(times.milliseconds)} measured)"


def _accepted(result: Result) -> int:
    return sum(outcome.accepted for outcome in result.outcomes)


def _tools(result: Result) -> Counter[str]:
    return Counter(
        sorted(outcome.edit.tool.value for outcome in result.outcomes if outcome.accepted)
    )
