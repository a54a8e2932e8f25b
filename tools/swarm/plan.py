"""Who edits what: chosen once, before anybody begins, and the same for the same repository.

Most edits go to a few hot files, each agent to functions of its own there, so neighbours
work side by side.  Some are meant to collide: two agents on one line of a file, one agent
that renames what another edits.  Some files belong to one agent alone: their writers (`cp`,
a shell) have not read what they replace, so nobody can know what they were made from.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tools.swarm.landmarks import Landmark, comment_start, landmarks
from tools.swarm.messages import Edit, Shape, Tool

HOT_FILES: Final = 6
MOST_BYTES: Final = 60_000
_LOOKED_AT: Final = 300
"""Files that are read to find good ones."""

_BAG: Final = (
    (Tool.PYTHON, Shape.BELOW),
    (Tool.SED, Shape.ABOVE),
    (Tool.COPY, Shape.END),
    (Tool.PATCH, Shape.BELOW),
    (Tool.VIM, Shape.ABOVE),
    (Tool.PYTHON, Shape.BELOW),
    (Tool.REDIRECT, Shape.ABOVE),
    (Tool.SED, Shape.ON),
    (Tool.MOVE, Shape.RENAME),
    (Tool.PYTHON, Shape.ABOVE),
    (Tool.PATCH, Shape.ABOVE),
    (Tool.APPEND, Shape.END),
    (Tool.VIM, Shape.ON),
    (Tool.COPY, Shape.END),
    (Tool.SED, Shape.ABOVE),
    (Tool.PYTHON, Shape.BELOW),
    (Tool.REDIRECT, Shape.END),
    (Tool.MOVE, Shape.RENAME),
    (Tool.PATCH, Shape.BELOW),
    (Tool.SED, Shape.ABOVE),
    (Tool.VIM, Shape.ABOVE),
    (Tool.PYTHON, Shape.ABOVE),
    (Tool.REDIRECT, Shape.ABOVE),
)
"""What an agent does after its first two edits, again and again if need be."""


class NothingToEdit(Exception):
    """The repository has no files that this demo knows how to edit."""


@dataclass
class Targets:
    """Files of the repository, each in one of the roles."""

    hot: Mapping[str, Sequence[Landmark]]
    clash: Sequence[tuple[str, Landmark]]
    """One for two agents: both write on the same line."""
    race: Sequence[tuple[str, Landmark]]
    """One for two agents: one renames it, the other edits it."""
    movable: Iterator[str] = field(default_factory=lambda: iter(()))


def choose(repository: Path, paths: Sequence[str], agents: int, seed: int) -> Targets:
    """`paths` are all regular files of the repository.  Raises NothingToEdit."""
    shuffled = sorted(path for path in paths if _is_plain(path))
    random.Random(seed).shuffle(shuffled)
    pairs = (agents + 1) // 2
    known = _with_landmarks(repository, shuffled, 3 * agents, pairs * 2)
    by_number = sorted(known, key=lambda path: -min(len(known[path]), 3 * agents))
    if not by_number:
        raise NothingToEdit("no file here has a function, or text, that the demo could edit")
    hot = by_number[:HOT_FILES]
    rest = by_number[HOT_FILES:] or by_number
    single = [(path, known[path][0]) for path in itertools.islice(itertools.cycle(rest), pairs * 2)]
    clash, race = single[:pairs], _once(single[pairs:], [path for path, _ in single[:pairs]], hot)
    taken = {*hot, *(path for path, _ in single)}
    movable = (path for path in shuffled if path not in taken)
    return Targets({path: known[path] for path in hot}, clash, race, movable)


def make_plan(
    targets: Targets, agents: Sequence[str], edits: int, tag: str, seed: int
) -> dict[str, tuple[Edit, ...]]:
    """`tag` makes the markers of this run different from those of any other."""
    return {
        agent: tuple(itertools.islice(_Planner(targets, agents, index, tag, seed).edits(), edits))
        for index, agent in enumerate(agents)
    }


class _Planner:
    """Plans the edits of one agent."""

    def __init__(
        self, targets: Targets, agents: Sequence[str], index: int, tag: str, seed: int
    ) -> None:
        self._targets = targets
        self._index = index
        self._agent = agents[index]
        self._crowd = len(agents)
        self._tag = tag
        self._random = random.Random(f"{seed} {index}")
        self._own = f"swarm_{tag}_{index + 1}_own.py"
        self._hot_edits = 0

    def edits(self) -> Iterator[Edit]:
        """Without end."""
        pair, second = divmod(self._index, 2)
        yield self._edit(1, Tool.PYTHON, Shape.ON, *_at(self._targets.clash[pair]), early=True)
        yield self._race(pair, renames=not second)
        turned = _BAG[3 * self._index % len(_BAG) :] + _BAG[: 3 * self._index % len(_BAG)]
        for number, (tool, shape) in enumerate(itertools.cycle(turned), 3):
            yield self._next(number, tool, shape)

    def _race(self, pair: int, *, renames: bool) -> Edit:
        if pair >= len(self._targets.race):
            return self._next(2, Tool.SED, Shape.ABOVE)
        path, mark = self._targets.race[pair]
        if renames:
            target = self._new_name(path, 2)
            return self._edit(2, Tool.MOVE, Shape.RENAME, path, target=target, contested=True)
        return self._edit(2, Tool.PYTHON, Shape.ABOVE, path, mark.opening, early=True)

    def _next(self, number: int, tool: Tool, shape: Shape) -> Edit:
        if tool is Tool.MOVE:
            path = next(self._targets.movable, None)
            if path is not None:
                target = self._new_name(path, number)
                return self._edit(number, tool, shape, path, target=target)
            tool, shape = Tool.COPY, Shape.END
        if shape is Shape.END:
            # From before anyone began, so that no other's marker is copied with it.
            source, early = (min(self._targets.hot), True) if tool is Tool.COPY else ("", False)
            return self._edit(number, tool, shape, self._own, target=source, early=early)
        path, opening = self._hot_spot(common=shape is Shape.ON)
        hold = self._random.choice((0.0, 0.0, 0.5)) if tool is Tool.PYTHON else 0.0
        return self._edit(number, tool, shape, path, opening, hold=hold)

    def _hot_spot(self, *, common: bool) -> tuple[str, str]:
        """A function that is no other agent's, if there are enough; or, in `common`, one of
        those that all agents write on."""
        files = list(self._targets.hot)
        path = files[(self._hot_edits + self._index) % len(files)]
        turn = self._hot_edits // len(files)
        self._hot_edits += 1
        marks = self._targets.hot[path]
        place = 0 if common else turn * self._crowd + self._index
        return path, marks[place % len(marks)].opening

    def _new_name(self, path: str, number: int) -> str:
        folder, slash, name = path.rpartition("/")
        stem, dot, suffix = name.rpartition(".")
        moved = f"{stem or suffix}_{self._marker(number)}{dot}{suffix if stem else ''}"
        # Every other one also goes to another folder.
        return f"swarm_moved/{moved}" if number % 2 else f"{folder}{slash}{moved}"

    def _edit(
        self,
        number: int,
        tool: Tool,
        shape: Shape,
        path: str,
        opening: str = "",
        *,
        target: str = "",
        early: bool = False,
        hold: float = 0.0,
        contested: bool = False,
    ) -> Edit:
        return Edit(
            agent=self._agent,
            number=number,
            tool=tool,
            shape=shape,
            path=path,
            marker=self._marker(number),
            opening=opening,
            target=target,
            early=early,
            hold=hold,
            contested=contested,
            pause=self._pause(),
        )

    def _marker(self, number: int) -> str:
        return f"swarm_{self._tag}_{self._index + 1}_{number}e"

    def _pause(self) -> float:
        """Agents work in bursts: now an edit right after another, now a while to think."""
        return self._random.choice((0.0, 0.0, 0.1, 0.4, 0.8))


def _with_landmarks(
    repository: Path, paths: Sequence[str], plenty: int, others: int
) -> dict[str, list[Landmark]]:
    """Stops when it has enough files with `plenty` of landmarks, and `others` besides."""
    found: dict[str, list[Landmark]] = {}
    editable = (path for path in paths if comment_start(path) is not None)
    for path in itertools.islice(editable, _LOOKED_AT):
        file = repository / path
        if file.stat().st_size <= MOST_BYTES:
            marks = landmarks(path, file.read_bytes())
            if marks:
                found[path] = marks
        rich = sum(len(marks) >= plenty for marks in found.values())
        if rich >= HOT_FILES and len(found) >= HOT_FILES + others:
            break
    return found


def _once(
    race: Sequence[tuple[str, Landmark]], clash: Sequence[str], hot: Sequence[str]
) -> list[tuple[str, Landmark]]:
    """A file that is renamed has no other role."""
    taken, found = {*clash, *hot}, []
    for path, mark in race:
        if path not in taken:
            taken.add(path)
            found.append((path, mark))
    return found


def _at(spot: tuple[str, Landmark]) -> tuple[str, str]:
    return spot[0], spot[1].opening


def _is_plain(path: str) -> bool:
    """Names that git prints as they are, and no file that says something to git or agentfs."""
    name = path.rpartition("/")[2]
    word = path.replace("/", "").replace(".", "").replace("-", "").replace("_", "")
    return word.isascii() and word.isalnum() and not name.startswith(".")
