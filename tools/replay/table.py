"""The tables that the command prints: a row for each engine, all languages and each of them."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tools.replay.records import Record
from tools.replay.verdicts import AS_HUMAN, Verdict

_WIDTH: Final = 160
_COLUMNS: Final = (
    *(Verdict.SAME, Verdict.BLANKS, Verdict.ORDER),
    *(Verdict.DIFFERENT, Verdict.BROKEN, Verdict.CONFLICT, Verdict.FAILED),
)


def print_tables(records: Sequence[Record], engines: Sequence[str], least: int) -> None:
    """Suffixes of fewer than `least` files are put together.

    All files, those in which git conflicts, and those of them that the inputs decide; what
    would be the same table again is left out.
    """
    conflicts = [record for record in records if record.git_conflicts]
    subsets = {
        "all files that both sides changed": records,
        "files in which git conflicts": conflicts,
        "files in which git conflicts and that the inputs decide": [
            record for record in conflicts if record.decidable
        ],
    }
    if len(conflicts) == len(records):
        del subsets["all files that both sides changed"]
    console = Console(highlight=False)
    if not console.is_terminal:  # then it has no width of its own, and 80 are too few
        console = Console(highlight=False, width=_WIDTH)
    for title, chosen in subsets.items():
        console.print(_table(f"{title}: {len(chosen)}", chosen, engines, least))
        console.print()


def _table(title: str, records: Sequence[Record], engines: Sequence[str], least: int) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE)
    for heading in ("files", "engine"):
        table.add_column(heading, no_wrap=True)
    headings = ("as human %", *(f"{column.value} %" for column in _COLUMNS), "mean ms", "median ms")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for name, group in _groups(records, least):
        table.add_section()
        for engine in engines:
            label = f"{name}: {len(group)}" if engine == engines[0] else ""
            table.add_row(label, engine, *_cells(group, engine))
    return table


def _groups(records: Sequence[Record], least: int) -> Iterable[tuple[str, list[Record]]]:
    """All of them first, then by suffix, the most frequent first."""
    if not records:
        return
    yield "all", list(records)
    rest: list[Record] = []
    for suffix, count in Counter(record.suffix for record in records).most_common():
        group = [record for record in records if record.suffix == suffix]
        if count >= least:
            yield suffix, group
        else:
            rest += group
    if rest:
        yield "others", rest


def _cells(records: Sequence[Record], engine: str) -> list[str]:
    made = [record.made[engine] for record in records]
    verdicts = Counter(each.verdict for each in made)
    times = [each.milliseconds for each in made]
    counts = (sum(verdicts[each] for each in AS_HUMAN), *(verdicts[each] for each in _COLUMNS))
    return [
        *(f"{count / len(made) * 100:.1f}" if count else "·" for count in counts),
        f"{statistics.fmean(times):.1f}",
        f"{statistics.median(times):.1f}",
    ]
