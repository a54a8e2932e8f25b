"""`agentfs merge-check`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import click

from agentfs.cli.output import count, print_json, printable
from agentfs.cli.speaking import SpeakingCommand
from agentfs.model.ids import RepoPath
from agentfs.standalone import languages
from agentfs.standalone.judging import Finding, findings

SOME: Final = 1
TROUBLE: Final = 2
_FILE: Final = click.Path(path_type=Path)


@click.command("merge-check", cls=SpeakingCommand, usage=TROUBLE, failure=TROUBLE)
@click.argument("base", type=_FILE)
@click.argument("left", type=_FILE)
@click.argument("right", type=_FILE)
@click.argument("result", type=_FILE)
@click.option("--path", metavar="NAME", help="Take the language from NAME, not from RESULT's name.")
@click.option("--language", metavar="L", help="Language of the files; see agentfs languages.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def command(
    ctx: click.Context,
    base: Path,
    left: Path,
    right: Path,
    result: Path,
    path: str | None,
    language: str | None,
    as_json: bool,
) -> None:
    """Judge the result of a merge.

    Says what in RESULT cannot be accounted for by what LEFT and RIGHT did to
    BASE: text that was lost, came back, or that nobody wrote; definitions,
    keys or imports that are there twice; new syntax errors.  Who made RESULT
    does not matter.

    Exits with 0 if there is nothing to say, with 1 if there is something,
    with 2 if it could not be judged.
    """
    files = (result, left, right, base)
    texts = [file.read_bytes() for file in files]
    names = [path] * len(files) if path else [file.name for file in files]
    profile = (
        languages.named(language)
        if language
        else languages.of_files([RepoPath(os.fsencode(name)) for name in names], texts)
    )
    found = findings(texts[3], texts[1], texts[2], texts[0], profile)
    if as_json:
        print_json(
            {
                "language": profile.name if profile else None,
                "findings": [_json(finding) for finding in found],
            }
        )
    else:
        _show(found, result)
    if found:
        ctx.exit(SOME)


def _show(found: list[Finding], result: Path) -> None:
    for finding in found:
        where = printable(f"{result}:{finding.line}")
        click.echo(f"{where}: {finding.kind.value}: {printable(finding.reason)}")
    if not found:
        click.echo("Nothing amiss.")
    else:
        click.echo(count(len(found), "finding"))


def _json(finding: Finding) -> dict[str, object]:
    return {
        "kind": finding.kind.value,
        "what": finding.what,
        "line": finding.line,
        "reason": finding.reason,
    }
