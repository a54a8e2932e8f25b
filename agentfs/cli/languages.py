"""`agentfs languages`."""

from __future__ import annotations

from typing import Final

import click

from agentfs.cli.output import print_json
from agentfs.cli.table import print_table
from agentfs.standalone.languages import Language, known

SHOWN: Final = 4
"""Names of files in a row of the table; some languages have a hundred."""


@click.command("languages")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def command(as_json: bool) -> None:
    """List the languages that are known.

    With the names of their files, with what a first line `#!` may say, with
    how they are merged (by structure, or by entries of lines), and whether
    their definitions are symbols.  All else is merged by lines.  With --json
    all names of files are listed, in the table the first.
    """
    found = known()
    if as_json:
        print_json([_json(language) for language in found])
    else:
        columns = ("NAME", "FILES", "#!", "MERGED BY", "SYMBOLS")
        print_table(columns, map(_row, found))


def _row(language: Language) -> tuple[str, ...]:
    return (
        language.name,
        " ".join(language.files[:SHOWN]) + (" ..." if len(language.files) > SHOWN else ""),
        " ".join(language.interpreters),
        language.merged_by,
        "yes" if language.symbols else "no",
    )


def _json(language: Language) -> dict[str, object]:
    return {
        "name": language.name,
        "files": language.files,
        "interpreters": language.interpreters,
        "merged_by": language.merged_by,
        "symbols": language.symbols,
    }
