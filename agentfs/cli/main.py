"""The command group, and the edge where every error of a command ends.

An error is one line on stderr, `agentfs: what (what to do)`, and an exit status from
`exits`.  Nothing is printed to stdout then, but for what a command had printed before.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

import agentfs
from agentfs.cli.exits import BROKEN_PIPE, INTERNAL, INTERRUPTED, STATUS, exit_status, spoken_status
from agentfs.cli.lazy import LazyGroup
from agentfs.model.errors import AgentfsError

COMMANDS: Final = {
    "init": ("agentfs.cli.init", "Make a git repository ready for agents."),
    "up": ("agentfs.cli.up", "Start the coordinator."),
    "down": ("agentfs.cli.down", "Publish, unmount all views, stop the coordinator."),
    "status": ("agentfs.cli.status", "Show views, unpublished saves, conflicts, trunk and log."),
    "mount": ("agentfs.cli.mount", "Mount AGENT's view."),
    "unmount": ("agentfs.cli.unmount", "Unmount AGENT's view, or all."),
    "run": ("agentfs.cli.run", "Run COMMAND in AGENT's view."),
    "lock": ("agentfs.cli.lock", "Keep others from changing SCOPE for a while."),
    "unlock": (
        "agentfs.cli.unlock",
        "Give back locks of SCOPE, and leave the queue.",
    ),
    "locks": ("agentfs.cli.locks", "Show who holds what, who waits for what, and why."),
    "intent": (
        "agentfs.cli.intent",
        "Say what is to be changed; lock it or queue for it.",
    ),
    "who": ("agentfs.cli.who", "Show who holds it, who changed it last, who has it open now."),
    "log": ("agentfs.cli.log", "Show events, newest first."),
    "conflicts": ("agentfs.cli.conflicts", "List conflicts, or show the one numbered ID."),
    "resolve": ("agentfs.cli.resolve", "Decide the conflict numbered ID."),
    "merge-file": ("agentfs.cli.merge_file", "Merge three files by syntax."),
    "merge-check": ("agentfs.cli.merge_check", "Judge the result of a merge."),
    "merge-driver": ("agentfs.cli.merge_driver", "Let git merge by syntax."),
    "symbols": ("agentfs.cli.symbols", "List the definitions in FILE."),
    "languages": ("agentfs.cli.languages", "List the languages that are known."),
}
TRACEBACK: Final = "AGENTFS_TRACEBACK"


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.option(
    "-C",
    "--repo",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Work on the repository at PATH, not on the one of the current folder.",
)
@click.version_option(agentfs.__version__, prog_name="agentfs")
@click.pass_context
def cli(ctx: click.Context, repo: Path | None) -> None:
    """One git repository that many agents write to at the same time.

    Every agent works in its own mounted view; what it saves is merged into a
    shared trunk branch.  The repository is that of -C, else of AGENTFS_REPO,
    else of the current folder, which may be inside a view.
    """
    ctx.obj = repo


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit status."""
    try:
        status = cli.main(list(arguments), prog_name="agentfs", standalone_mode=False)
        sys.stdout.flush()
    except AgentfsError as error:
        return _complain(str(error), spoken_status(error, exit_status(error.code)))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        return _complain(_usage(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader has seen enough, of which click makes a SystemExit.  Python would complain
        # again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return _complain(_explain(error), spoken_status(error, STATUS["system"]))
    except Exception as error:
        return _report_fault(error)
    return status if isinstance(status, int) else 0


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))


def _complain(message: str, status: int) -> int:
    click.echo(f"agentfs: {' '.join(message.split())}", err=True)
    return status


def _usage(error: click.ClickException) -> str:
    """What is wrong with the command line, and where it says what would be right."""
    message = error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message} (see {context.command_path} --help)" if context else message


def _explain(error: OSError) -> str:
    what = error.strerror or str(error)
    return f"{error.filename}: {what}" if error.filename else what


def _report_fault(error: Exception) -> int:
    if os.environ.get(TRACEBACK):
        traceback.print_exception(error)
    return _complain(
        f"internal error: {type(error).__name__}: {error} (a fault of agentfs; set {TRACEBACK}=1 "
        "to see where)",
        spoken_status(error, INTERNAL),
    )


if __name__ == "__main__":
    main()
