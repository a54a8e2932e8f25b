from __future__ import annotations

from pathlib import Path

import pytest

from tools.swarm import plan
from tools.swarm.messages import Edit
from tools.swarm.plan import Targets

AGENTS = ("agent-1", "agent-2", "agent-3", "agent-4")
SEED = 1


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Thirty Python files of thirty functions each."""
    root = tmp_path / "library"
    for file in range(30):
        path = root / f"part_{file % 3}" / f"module_{file}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        functions = (f"def f{n}(x):\n    a = x\n    b = a\n    return b\n" for n in range(30))
        path.write_text("\n\n".join(functions))
    return root


@pytest.fixture
def targets(library: Path) -> Targets:
    paths = [str(file.relative_to(library)) for file in library.rglob("*.py")]
    return plan.choose(library, paths, len(AGENTS), SEED)


@pytest.fixture
def edits(targets: Targets) -> list[Edit]:
    """All agents' edits; the first agent's come first."""
    planned = plan.make_plan(targets, AGENTS, 25, "tag", SEED)
    return [edit for agent in AGENTS for edit in planned[agent]]
