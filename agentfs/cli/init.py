"""`agentfs init`."""

from __future__ import annotations

from pathlib import Path

import click

from agentfs.cli import repository
from agentfs.cli.output import print_json
from agentfs.pipeline.initialize import initialize


@click.command("init")
@click.argument("repo", required=False, type=click.Path(path_type=Path))
@click.option("--trunk", metavar="NAME", help="Name of the trunk branch.  [default: trunk]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(chosen: Path | None, repo: Path | None, trunk: str | None, as_json: bool) -> None:
    """Make a git repository ready for agents.

    REPO is a repository with or without a working tree; without it, the one
    of the current folder.  The trunk is a branch, made at HEAD, or taken as it
    is if there is one of that name.  Your own branch, index and files are not
    touched.  Doing it again is harmless.
    """
    ready = initialize(repository.folder(repo or chosen), trunk)
    if as_json:
        print_json(
            {
                "git_dir": str(ready.git_dir),
                "trunk": ready.trunk,
                "commit": ready.event.commit,
                "fresh": ready.fresh,
            }
        )
    elif ready.fresh:
        click.echo(f"Ready: trunk {ready.trunk!r} at {ready.event.commit[:10]}.")
        click.echo("Next: agentfs mount AGENT")
    else:
        click.echo(f"Nothing to do: it is ready already, with trunk {ready.trunk!r}.")
