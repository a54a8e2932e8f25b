"""The whole run: a repository, its agents, their edits, the verdicts."""

from __future__ import annotations

import contextlib
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.rig.git import Git
from tools.rig.percentiles import Times
from tools.rig.stage import Stage, mounts_under
from tools.swarm import checks, corpus, plan
from tools.swarm.checks import Verdict
from tools.swarm.crew import Crew, Lookout, Program
from tools.swarm.evidence import Before, ConflictListed, Evidence, conflicts_of, held_of
from tools.swarm.messages import Outcome
from tools.swarm.progress import Gauge
from tools.swarm.times import SaveTimes, save_times

EDIT_SECONDS: Final = 120.0
SETTLE_SECONDS: Final = 30.0
OBSERVER: Final = "observer"
_SEED: Final = 3
_POLL_SECONDS: Final = 0.1
_NAMED: Final = 5


class NotSettled(Exception):
    """Saves that no conflict holds back are still not in the trunk."""


@dataclass(frozen=True)
class Options:
    repository: Path | None
    """The user's, to be cloned; None: the standard library."""
    agents: int
    edits: int
    keep: bool


@dataclass(frozen=True)
class Result:
    folder: Path | None
    """Where the repository is; None if it is gone."""
    files: int
    outcomes: Sequence[Outcome]
    conflicts: Sequence[ConflictListed]
    commits: int
    saves: SaveTimes
    mounting: Times
    verdicts: Sequence[Verdict]
    seconds: float

    @property
    def kept_all_promises(self) -> bool:
        return not any(verdict.problems for verdict in self.verdicts)


Disturb = Callable[[Stage], AbstractContextManager[object]]
"""What goes on while the agents work: for tests that kill what they work with."""


def run(
    options: Options,
    gauge: Gauge,
    disturb: Disturb = contextlib.nullcontext,
    promises: Sequence[str] = tuple(checks.PROMISES),
) -> Result:
    """`promises` are names of `checks.PROMISES`.

    Raises ProgramFailed, NothingToEdit, CrewFailed, NotSettled, OSError.
    """
    began = time.monotonic()
    with _folder(keep=options.keep) as folder:
        gauge.doing("making the repository")
        repository = (
            corpus.make(folder)
            if options.repository is None
            else corpus.clone(options.repository, folder)
        )
        with Stage(repository) as stage:
            swarm = _Swarm(options, stage, folder, gauge)
            evidence, seen = swarm.work(disturb)
            saves = save_times(stage.agentfs, evidence.accepted, seen)
            verdicts = [swarm.judge(name, evidence) for name in promises]
            gauge.doing("unmounting")
        mounting = Times.of(view.milliseconds for view in stage.views)
        return Result(
            folder=repository if options.keep else None,
            files=swarm.files,
            outcomes=evidence.outcomes,
            conflicts=evidence.conflicts,
            commits=len(evidence.history),
            saves=saves,
            mounting=mounting,
            verdicts=verdicts,
            seconds=time.monotonic() - began,
        )


class _Swarm:
    def __init__(self, options: Options, stage: Stage, folder: Path, gauge: Gauge) -> None:
        self._stage = stage
        self._folder = folder
        self._gauge = gauge
        self._git = Git(stage.repository)
        self._before = Before.of(self._git)
        self._agents = [f"agent-{number}" for number in range(1, options.agents + 1)]
        self._tag = secrets.token_hex(3)
        gauge.doing("choosing what to edit")
        paths = _regular_files(self._git)
        self.files = len(paths)
        targets = plan.choose(stage.repository, paths, options.agents, _SEED)
        self._plan = plan.make_plan(targets, self._agents, options.edits, self._tag, _SEED)

    def work(self, disturb: Disturb) -> tuple[Evidence, dict[str, int]]:
        """Also says when the observer saw each marker."""
        outcomes: list[Outcome] = []
        for agent in [*self._agents, OBSERVER]:
            self._gauge.doing(f"mounting {agent}")
            self._stage.mount(agent)
        views = {view.agent: view.path for view in self._stage.views}
        with Program("tools.swarm.observer", views[OBSERVER]) as program:
            lookout = Lookout(program)

            def heard(outcome: Outcome) -> None:
                outcomes.append(outcome)
                self._gauge.edited()
                if outcome.accepted:
                    lookout.watch(outcome.edit)

            self._edit(views, heard, disturb)
            self._await_settled()
            evidence = self._gather(outcomes, views)
            self._await_seen(evidence, lookout)
        return evidence, dict(lookout.seen)

    def judge(self, promise: str, evidence: Evidence) -> Verdict:
        self._gauge.doing("checking")
        return Verdict(promise, list(checks.PROMISES[promise](evidence)))

    def _edit(
        self, views: dict[str, str], heard: Callable[[Outcome], None], disturb: Disturb
    ) -> None:
        with Crew(heard) as crew:
            crew.hire(self._plan, views, self._folder / "scratch")
            self._gauge.doing("editing")
            with disturb(self._stage):
                crew.work(EDIT_SECONDS)

    def _await_settled(self) -> None:
        """Raises NotSettled."""
        self._gauge.doing("waiting for the trunk")
        deadline = time.monotonic() + SETTLE_SECONDS
        while waiting := self._stage.agentfs.json("status")["unpublished"]:
            if time.monotonic() > deadline:
                paths = ", ".join(f"{row['agent']}: {row['path']}" for row in waiting[:_NAMED])
                raise NotSettled(
                    f"{len(waiting)} paths are not published after {SETTLE_SECONDS:.0f} s: {paths}"
                    + (", …" if len(waiting) > _NAMED else "")
                )
            time.sleep(_POLL_SECONDS)

    def _gather(self, outcomes: Sequence[Outcome], views: dict[str, str]) -> Evidence:
        return Evidence(
            git=self._git,
            before=self._before,
            outcomes=outcomes,
            conflicts=conflicts_of(self._stage.agentfs),
            held=held_of(self._stage.agentfs),
            views=views,
            scratch=self._folder / "scratch",
            tag=self._tag,
        )

    def _await_seen(self, evidence: Evidence, lookout: Lookout) -> None:
        """What is in the trunk is visible before long.  If it is not, a check will tell."""
        deadline = time.monotonic() + 2
        while not evidence.in_trunk <= lookout.seen.keys() and time.monotonic() < deadline:
            time.sleep(_POLL_SECONDS)


def _regular_files(git: Git) -> list[str]:
    found = []
    for line in git("ls-files", "--stage", "-z").split(b"\0")[:-1]:
        words, _, path = line.partition(b"\t")
        if stat.S_ISREG(int(words.split(b" ")[0], 8)):
            found.append(path.decode("utf-8", "surrogateescape"))
    return found


@contextlib.contextmanager
def _folder(*, keep: bool) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="agentfs-demo-"))
    try:
        yield folder
    finally:
        # Nothing is ever deleted through a mount.
        if not keep and not mounts_under(folder):
            shutil.rmtree(folder)
