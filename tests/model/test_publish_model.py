"""Agents save, delete, rename, publish and resolve at random; no line of theirs gets lost.

The naive model knows nothing of merging.  Every line is unique.  A line that an agent
wrote has to be in the trunk or in a listed conflict, until somebody who had it before their
eyes saves the file without it.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from agentfs.model.ids import AgentName
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.integration.known import Known
from agentfs.pipeline.resolve import NoRoom
from agentfs.trunk import trees
from tests.support.world import World

AGENTS = tuple(map(AgentName, ("ann", "ben", "cem")))
# Some can be a file for one agent and a folder for another.
PATHS = ("a.py", "b.txt", "d", "d/a.py", "d/e/c.txt")
LINES = 9

agents = st.sampled_from(AGENTS)
paths = st.sampled_from(PATHS)
places = st.integers(0, LINES)


class Publishing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="agentfs-model-"))
        self.count = 0
        self.needed: set[str] = set()
        self.seen: dict[tuple[AgentName, str], list[Version]] = {}
        begin = {"a.py": self.fresh(LINES), "b.txt": self.fresh(LINES)}
        self.needed = {line for text in begin.values() for line in text.splitlines()}
        self.world = World.make(self.folder / "repo", begin)

    def fresh(self, lines: int) -> str:
        self.count += lines
        return "".join(f"line{n}\n" for n in range(self.count - lines, self.count))

    def teardown(self) -> None:
        try:
            self.world.settle()
            self.check_lines()
            self.check_nothing_left_to_do()
            self.world.assert_sound()
        finally:
            self.world.close()
            shutil.rmtree(self.folder)

    # --- what agents do

    @rule(
        agent=agents,
        path=paths,
        at=places,
        what=st.sampled_from(["insert", "change", "drop"]),
        stale=st.booleans(),
        executable=st.booleans(),
    )
    def edit(
        self, agent: AgentName, path: str, at: int, what: str, stale: bool, executable: bool
    ) -> None:
        self.look(agent, path)
        versions = self.seen.get((agent, path), [])
        if not versions or (not stale and self.world.shown(agent, path) is None):
            return
        if not self.has_room(agent, path):
            return
        base = versions[max(0, len(versions) - 3)] if stale else versions[-1]
        lines = self.world.text(base).splitlines(keepends=True)
        at = min(at, len(lines))
        new = [] if what == "drop" else [self.fresh(1)]
        lines[at : at + (what != "insert")] = new
        self.save(agent, path, "".join(lines), base, executable)

    @rule(agent=agents, path=paths, lines=st.integers(0, 4))
    def create(self, agent: AgentName, path: str, lines: int) -> None:
        if self.world.shown(agent, path) is None and self.has_room(agent, path):
            self.save(agent, path, self.fresh(lines), None, False)

    @rule(agent=agents, path=paths)
    def copy_what_another_wrote(self, agent: AgentName, path: str) -> None:
        """Two agents make the same change."""
        for other in AGENTS:
            row = self.world.row(other, path)
            shown = self.world.shown(agent, path)
            if other != agent and row is not None and row.shown is not None and shown is not None:
                self.look(agent, path)
                self.save(agent, path, self.world.text(row.shown), shown, False)
                return

    @rule(agent=agents, path=paths)
    def delete(self, agent: AgentName, path: str) -> None:
        shown = self.look(agent, path)
        if shown is not None:
            self.give_up(shown)
            self.world.delete(agent, path)

    @rule(agent=agents, old=paths, new=paths)
    def rename(self, agent: AgentName, old: str, new: str) -> None:
        shown, there = self.look(agent, old), self.look(agent, new)
        if shown is None or old == new or not self.has_room(agent, new, but=old):
            return
        if there is not None:
            self.give_up(there)
        self.world.rename(agent, old, new)
        self.look(agent, new)

    # --- what the coordinator does

    @rule(agent=agents)
    def publish(self, agent: AgentName) -> None:
        assert self.world.publish(agent)

    @rule()
    def settle(self) -> None:
        self.world.settle()

    @rule()
    def die_and_recover(self) -> None:
        self.world = self.world.reopen()
        self.world.recover()
        self.world.publisher.reconsider_all()

    @precondition(lambda self: self.world.conflicts())
    @rule(mine=st.booleans(), which=st.integers(0, 5))
    def resolve(self, mine: bool, which: int) -> None:
        self.world.settle()
        open_conflicts = self.world.conflicts()
        if not open_conflicts:
            return
        conflict = open_conflicts[which % len(open_conflicts)]
        rows = self.world.rows()
        for row in rows:
            if row.agent == conflict.agents[0] and (row.path == conflict.path or not row.conflicts):
                for version in (row.shown, self.world.trunk(row.path.decode())):
                    self.give_up(version)
        for side in (conflict.trunk, conflict.mine, conflict.base):
            self.needed -= set((side or b"").decode().splitlines())
        # The agent's file may have no room in the trunk; then nothing happens.
        with contextlib.suppress(NoRoom):
            self.world.resolve(conflict.id, "mine" if mine else "trunk")

    # --- what must hold

    @invariant()
    def check_lines(self) -> None:
        lost = self.needed - self.there()
        assert not lost, lost

    def there(self) -> set[str]:
        """Lines in the trunk, in conflicts, and in saves that are yet to be merged."""
        world, texts = self.world, []
        with world.log.snapshot() as tables:
            head = tables.head()
            assert head is not None
            known = Known(world.store, tables, head.tree)
            for _, version in trees.walk(world.store, head.tree):
                texts.append(known.content(version.blob))
            for conflict in tables.conflicts():
                texts += [side or b"" for side in (conflict.base, conflict.trunk, conflict.mine)]
            for row in tables.pending_all():
                if row.held is None:
                    for part in row.segments:
                        if part.version is not None:
                            texts.append(known.content(part.version.blob))
        return set(b"\n".join(texts).decode().splitlines())

    def check_nothing_left_to_do(self) -> None:
        """What is held stays as it is, and costs no event, when it is looked at again."""
        before = self.world.events()
        self.world.publisher.reconsider_all()
        self.world.settle()
        assert self.world.events()[len(before) :] == []

    # --- the naive model

    def look(self, agent: AgentName, path: str) -> Version | None:
        shown = self.world.shown(agent, path)
        versions = self.seen.setdefault((agent, path), [])
        if shown is not None and versions[-1:] != [shown]:
            versions.append(shown)
        return shown

    def give_up(self, version: Version | None) -> None:
        if version is not None:
            self.needed -= set(self.world.text(version).splitlines())

    def save(
        self, agent: AgentName, path: str, text: str, base: Version | None, executable: bool
    ) -> None:
        before = set(self.world.text(base).splitlines()) if base is not None else set()
        row, lines = self.world.row(agent, path), set(text.splitlines())
        self.needed -= before - lines
        if row is not None:
            # The view writes over what it has not published yet, from whatever base.  Where
            # both conflict with the trunk its newer text wins, as in any checkout.
            self.needed -= set((self.world.view(agent, path) or "").splitlines()) - lines
        self.needed |= lines - before
        mode = Mode.EXECUTABLE if executable else Mode.FILE
        self.world.save(agent, path, text, base=base, mode=mode)
        self.look(agent, path)

    def has_room(self, agent: AgentName, path: str, but: str = "") -> bool:
        """Whether the view, where it stands, could have a file at `path`."""
        for other in PATHS:
            if other in (path, but) or self.world.shown(agent, other) is None:
                continue
            if other.startswith(path + "/") or path.startswith(other + "/"):
                return False
        return True


TestPublishing = Publishing.TestCase
TestPublishing.settings = settings(
    max_examples=30,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
