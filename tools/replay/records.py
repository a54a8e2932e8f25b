"""What came of each file, and the texts of those that someone should read."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.replay.engines import ENGINES, Attempt, one_sided
from tools.replay.history import Case, cases_of
from tools.replay.verdicts import Verdict, decidable, verdict_of


@dataclass(frozen=True, slots=True)
class Made:
    """By one engine of one file."""

    verdict: Verdict
    milliseconds: float
    level: str
    fault: str


@dataclass(frozen=True, slots=True)
class Record:
    commit: str
    path: str
    suffix: str
    git_conflicts: bool
    decidable: bool
    made: Mapping[str, Made]

    def to_json(self) -> dict[str, Any]:
        engines = {
            name: {
                "verdict": each.verdict.value,
                "ms": round(each.milliseconds, 3),
                "level": each.level,
                "fault": each.fault,
            }
            for name, each in self.made.items()
        }
        return {
            "commit": self.commit,
            "path": self.path,
            "git_conflicts": self.git_conflicts,
            "decidable": self.decidable,
            "engines": engines,
        }


@dataclass(frozen=True)
class Replay:
    """What to do with each merge commit."""

    repository: Path
    engines: Sequence[str]
    only_conflicts: bool
    suffixes: Sequence[str]
    save: Path | None
    save_engine: str
    save_verdicts: Collection[Verdict]

    def records_of(self, commit: str) -> list[Record]:
        cases = cases_of(self.repository, commit, self.suffixes)
        return [record for case in cases if (record := self._record(case))]

    def _record(self, case: Case) -> Record | None:
        with tempfile.TemporaryDirectory(prefix="agentfs-replay-") as name:
            folder = Path(name)
            for input_name in ("base", "left", "right"):
                (folder / input_name).write_bytes(getattr(case, input_name))
            attempts = {"git": ENGINES["git"](case, folder)}
            conflicts = not attempts["git"].clean
            if self.only_conflicts and not conflicts:
                return None
            attempts |= {
                each: ENGINES[each](case, folder) for each in self.engines if each != "git"
            }
            decides = conflicts and decidable(case, one_sided(folder))
        made = {name: _made(case, attempts[name]) for name in self.engines}
        record = Record(case.commit, case.path, case.suffix, conflicts, decides, made)
        self._save(case, attempts, record)
        return record

    def _save(self, case: Case, attempts: Mapping[str, Attempt], record: Record) -> None:
        made = record.made.get(self.save_engine)
        if self.save is None or made is None or made.verdict not in self.save_verdicts:
            return
        kind = made.verdict.value
        if made.verdict is Verdict.CONFLICT and record.decidable:
            kind = "conflict-decidable"
        folder = self.save / kind / f"{case.commit[:10]}-{case.path.replace('/', '-')[-100:]}"
        folder.mkdir(parents=True, exist_ok=True)
        texts = {"base": case.base, "left": case.left, "right": case.right, "human": case.human}
        texts |= {name: each.text or each.fault.encode() for name, each in attempts.items()}
        for name, text in texts.items():
            (folder / f"{name}{case.suffix}").write_bytes(text)


def _made(case: Case, attempt: Attempt) -> Made:
    verdict = verdict_of(case, attempt)
    return Made(verdict, attempt.seconds * 1000, attempt.level, attempt.fault)
