"""Tables for people.

One on a terminal folds what is too wide, so that nothing is cut off; into a file or pipe
each row is one line.  Apart from `output`, because loading rich takes longer than many a command.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from agentfs.cli.output import printable

_UNLIMITED = 1 << 16


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """`columns` are the headings."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in columns:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else _UNLIMITED)
    with console.capture() as capture:
        console.print(table)
    # rich pads every line to the column's width.
    for line in capture.get().splitlines():
        click.echo(line.rstrip())
