from __future__ import annotations

import pytest

from agentfs.model.conflicts import ConflictKind
from agentfs.model.ids import BlobId, RepoPath, Seq
from agentfs.model.rows import Segment
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.integration.merging import Merger, MergesHere, Stand, Texts, agreed
from agentfs.trunk.objects import ObjectStore

BASE = b"one\ntwo\nthree\nfour\nfive\n"


class Files:
    """Contents by blob, as the log and git would have them."""

    def __init__(self) -> None:
        self._contents: dict[BlobId, bytes] = {}
        self.texts = Texts(self._contents.__getitem__)
        self.merger = Merger(RepoPath(b"file.txt"), self.texts, MergesHere())

    def __call__(self, text: bytes, mode: Mode = Mode.FILE) -> Version:
        blob = ObjectStore.blob_id(text)
        self._contents[blob] = text
        return Version(blob, mode)

    def show(self, stand: Stand) -> tuple[bytes, bytes, bytes]:
        return (self.texts.of(stand.trunk), self.texts.of(stand.base), self.texts.of(stand.mine))


@pytest.fixture
def file() -> Files:
    return Files()


def segment(base: Version | None, version: Version | None) -> Segment:
    return Segment(base, version, (Seq(1),), 1)


async def test_a_side_that_left_the_file_alone_takes_the_others(file: Files) -> None:
    base, other = file(BASE), file(b"other\n")
    for one, two in ((base, other), (base, None), (None, other)):
        assert await file.merger.three_way(one, one, two) == agreed(two)
        assert await file.merger.three_way(one, two, one) == agreed(two)
        assert await file.merger.three_way(one, two, two) == agreed(two)


async def test_changes_to_different_lines_are_both_taken(file: Files) -> None:
    trunk, mine = BASE.replace(b"one", b"ONE"), BASE.replace(b"five", b"FIVE")
    stand = await file.merger.three_way(file(BASE), file(trunk), file(mine))
    assert stand.kind is None
    assert file.texts.of(stand.trunk) == b"ONE\ntwo\nthree\nfour\nFIVE\n"


async def test_a_clash_keeps_the_rest_and_comes_up_again(file: Files) -> None:
    trunk = BASE.replace(b"one", b"trunk").replace(b"five", b"FIVE")
    mine = BASE.replace(b"one", b"mine").replace(b"three", b"THREE")
    stand = await file.merger.three_way(file(BASE), file(trunk), file(mine))
    assert stand.kind is ConflictKind.EDIT_EDIT
    rest = b"\ntwo\nTHREE\nfour\nFIVE\n"
    assert file.show(stand) == (b"trunk" + rest, b"one" + rest, b"mine" + rest)
    again = await file.merger.three_way(stand.base, stand.trunk, stand.mine)
    assert (again.trunk, again.base, again.mine) == (stand.trunk, stand.base, stand.mine)


@pytest.mark.parametrize(
    ("base", "trunk", "mine", "merged"),
    [
        (Mode.FILE, Mode.EXECUTABLE, Mode.FILE, Mode.EXECUTABLE),
        (Mode.FILE, Mode.FILE, Mode.EXECUTABLE, Mode.EXECUTABLE),
        (Mode.EXECUTABLE, Mode.EXECUTABLE, Mode.FILE, Mode.FILE),
        (Mode.EXECUTABLE, Mode.FILE, Mode.EXECUTABLE, Mode.FILE),
    ],
)
async def test_modes_are_merged_beside_the_text(
    file: Files, base: Mode, trunk: Mode, mine: Mode, merged: Mode
) -> None:
    sides = file(BASE, base), file(b"first\n" + BASE, trunk), file(BASE + b"last\n", mine)
    stand = await file.merger.three_way(*sides)
    assert stand.trunk == file(b"first\n" + BASE + b"last\n", merged)


async def test_a_mode_and_a_binary_change_are_both_taken(file: Files) -> None:
    base, trunk = file(b"\0one"), file(b"\0one", Mode.EXECUTABLE)
    stand = await file.merger.three_way(base, trunk, file(b"\0two"))
    assert stand == agreed(file(b"\0two", Mode.EXECUTABLE))


@pytest.mark.parametrize(
    ("base", "trunk", "mine", "kind"),
    [
        (BASE, None, b"mine\n", ConflictKind.DELETE_EDIT),
        (BASE, b"trunk\n", None, ConflictKind.EDIT_DELETE),
        (b"\0", b"\0trunk", b"\0mine", ConflictKind.TYPE),
        (BASE, b"trunk\n", b"\0mine", ConflictKind.TYPE),
    ],
)
async def test_what_is_no_text_on_both_sides_conflicts_as_a_whole(
    file: Files, base: bytes, trunk: bytes | None, mine: bytes | None, kind: ConflictKind
) -> None:
    sides = [None if side is None else file(side) for side in (base, trunk, mine)]
    stand = await file.merger.three_way(*sides)
    assert stand == Stand(sides[1], sides[0], sides[2], kind)


async def test_two_links_conflict(file: Files) -> None:
    trunk, mine = file(b"there", Mode.SYMLINK), file(b"here", Mode.SYMLINK)
    stand = await file.merger.three_way(None, trunk, mine)
    assert stand.kind is ConflictKind.TYPE


async def test_two_new_files_share_nothing_but_equal_text(file: Files) -> None:
    stand = await file.merger.three_way(None, file(b"trunk\n"), file(b"mine\n"))
    assert stand.kind is ConflictKind.ADD_ADD
    assert file.show(stand) == (b"trunk\n", b"", b"mine\n")


async def merged(file: Files, trunk: bytes, *segments: tuple[bytes, bytes]) -> Stand:
    stand = agreed(file(trunk))
    for base, version in segments:
        stand = await file.merger.onto(stand, segment(file(base), file(version)))
    return stand


async def test_segments_from_different_bases_are_all_merged(file: Files) -> None:
    newer = BASE.replace(b"three", b"THREE")
    stand = await merged(
        file, newer, (BASE, BASE.replace(b"one", b"ONE")), (newer, newer.replace(b"five", b"FIVE"))
    )
    assert stand == agreed(file(b"ONE\ntwo\nTHREE\nfour\nFIVE\n"))


async def test_a_save_beside_an_open_conflict_goes_to_the_trunk(file: Files) -> None:
    mine = BASE.replace(b"one", b"mine")
    stand = await merged(
        file, BASE.replace(b"one", b"trunk"), (BASE, mine), (mine, mine.replace(b"five", b"FIVE"))
    )
    rest = b"\ntwo\nthree\nfour\nFIVE\n"
    assert file.show(stand) == (b"trunk" + rest, b"one" + rest, b"mine" + rest)


async def test_a_save_to_a_conflicting_region_stays_in_it(file: Files) -> None:
    mine = BASE.replace(b"one", b"mine")
    stand = await merged(
        file, BASE.replace(b"one", b"trunk"), (BASE, mine), (mine, mine.replace(b"mine", b"newer"))
    )
    rest = b"\ntwo\nthree\nfour\nfive\n"
    assert file.show(stand) == (b"trunk" + rest, b"one" + rest, b"newer" + rest)


async def test_two_processes_of_a_view_that_clash_with_each_other_hide_nothing(
    file: Files,
) -> None:
    """Both wrote line five, one of them beside a conflict with the trunk in line one."""
    older = BASE.replace(b"one", b"mine").replace(b"five", b"older")
    stand = await merged(
        file,
        BASE.replace(b"one", b"trunk"),
        (BASE, older),
        (BASE, BASE.replace(b"five", b"newer")),
    )
    rest = b"\ntwo\nthree\nfour\n"
    assert file.show(stand) == (
        b"trunk" + rest + b"older\n",
        b"one" + rest + b"five\n",
        b"mine" + rest + b"newer\n",
    )
