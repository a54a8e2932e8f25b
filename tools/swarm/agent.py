"""One agent, as a program of its own: does its edits in its view, one after another.

    python -m tools.swarm.agent

Reads a Task from its standard input, reads what its early edits are made from, writes a line
``ready``, waits for a line, and then writes an Outcome for each edit.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import msgspec

from tools.rig.programs import ProgramFailed
from tools.swarm.edits import EditFailed, Job, perform
from tools.swarm.messages import Edit, Outcome, Task, Tool

READY = "ready"


def main() -> None:
    task = msgspec.json.decode(sys.stdin.readline(), type=Task)
    jobs = [_job(edit, task) for edit in task.edits]
    print(READY, flush=True)
    sys.stdin.readline()
    for job in jobs:
        print(msgspec.json.encode(_outcome(job)).decode(), flush=True)
        time.sleep(job.edit.pause)


def _job(edit: Edit, task: Task) -> Job:
    view = Path(task.view)
    source = edit.target if edit.tool is Tool.COPY else edit.path
    early = (view / source).read_bytes() if edit.early else None
    return Job(edit, view, Path(task.scratch), early)


def _outcome(job: Job) -> Outcome:
    began, error = time.time_ns(), ""
    try:
        perform(job)
    except (EditFailed, ProgramFailed, LookupError, SyntaxError, OSError) as failure:
        error = f"{type(failure).__name__}: {failure}"
    return Outcome(edit=job.edit, error=error, began_ns=began, ended_ns=time.time_ns())


if __name__ == "__main__":
    main()
