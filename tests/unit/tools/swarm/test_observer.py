from __future__ import annotations

from pathlib import Path

from tools.swarm.messages import Watched
from tools.swarm.observer import Observer


def seen(observer: Observer) -> list[str]:
    return [one.marker for one in observer.look()]


def test_a_marker_is_seen_once_when_it_is_there(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("nothing yet\n")
    observer = Observer(tmp_path)
    observer.watch(Watched("a.py", "mark_1e"))
    observer.watch(Watched("a.py", "mark_2e"))
    assert seen(observer) == []
    file.write_text("mark_2e\n")
    assert seen(observer) == ["mark_2e"]
    file.write_text("mark_2e\nmark_1e\n")
    assert seen(observer) == ["mark_1e"]
    assert seen(observer) == []


def test_a_file_that_has_not_changed_is_not_read_again_but_for_a_new_marker(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.py").write_text("mark_2e\n")
    observer = Observer(tmp_path)
    observer.watch(Watched("a.py", "mark_1e"))
    assert seen(observer) == []
    observer.watch(Watched("a.py", "mark_2e"))
    assert seen(observer) == ["mark_2e"]


def test_a_renamed_file_is_seen_by_its_name(tmp_path: Path) -> None:
    observer = Observer(tmp_path)
    observer.watch(Watched("a_mark_1e.py", "mark_1e"))
    assert seen(observer) == []
    (tmp_path / "a_mark_1e.py").write_text("")
    assert seen(observer) == ["mark_1e"]
