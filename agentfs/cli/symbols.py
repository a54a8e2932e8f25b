"""`agentfs symbols`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from agentfs.cli.output import print_json
from agentfs.cli.table import print_table
from agentfs.model.ids import RepoPath
from agentfs.standalone import languages
from agentfs.standalone.outline import FILE, IMPORTS, Parsed, ParseState, Span, outline


@click.command("symbols")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", metavar="L", help="The language of FILE, if its name does not say.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(file: Path, language: str | None, as_json: bool) -> None:
    """List the definitions in FILE.

    Each as `FILE::Outer.inner`, with its kind and its lines: the comments
    and decorators above it are part of it.  A second definition of the same
    name is `name#2`; imports are `<imports>`.  What is in no definition
    belongs to `<module>`, and a file in no known language is `<file>` as a whole.
    """
    profile = languages.named(language) if language else None
    content = file.read_bytes()
    found = outline(RepoPath(os.fsencode(file.name)), content, profile)
    symbols = _symbols(found, content)
    if as_json:
        print_json({"file": str(file), "parse": found.state.value, "symbols": symbols})
        return
    rows = [(f"{file}::{row['symbol']}", str(row["kind"]), _lines(row)) for row in symbols]
    print_table(("SYMBOL", "KIND", "LINES"), rows)
    if found.state is ParseState.ERRORS:
        click.echo("agentfs: the file has syntax errors: some may be missing", err=True)


def _symbols(found: Parsed, content: bytes) -> list[dict[str, object]]:
    """In the order of the text, which is what neighbours in a list lead to expect."""
    if found.state is ParseState.NONE:
        whole = Span(0, len(content), 1, max(1, len(content.splitlines())))
        return [_row(FILE, "file", whole)]
    rows = [(span.start, _row(IMPORTS, "imports", span)) for span in found.imports]
    rows += [(each.start, _row(each.symbol, each.kind, each)) for each in found.definitions]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _row(symbol: str, kind: str, span: Span) -> dict[str, object]:
    return {
        "symbol": symbol,
        "kind": kind,
        "line": span.start_line,
        "end_line": span.end_line,
        "start": span.start,
        "end": span.end,
    }


def _lines(row: dict[str, object]) -> str:
    first, last = row["line"], row["end_line"]
    return f"{first}-{last}" if last != first else str(first)
