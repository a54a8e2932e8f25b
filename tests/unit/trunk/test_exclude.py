"""`info/exclude` gets a line once, and keeps those of the user."""

from __future__ import annotations

from pathlib import Path

from agentfs.trunk.exclude import exclude


def test_a_line_is_added_once_and_the_users_stay(tmp_path: Path) -> None:
    file = tmp_path / "info" / "exclude"
    file.parent.mkdir()
    file.write_text("*.mine")
    for _ in range(2):
        exclude(tmp_path, "/.agentfs/", "ours")
    assert file.read_text() == "*.mine\n# ours\n/.agentfs/\n"


def test_there_may_be_no_such_file_or_it_may_be_closed(tmp_path: Path) -> None:
    exclude(tmp_path, "/.agentfs/", "ours")
    assert (tmp_path / "info" / "exclude").read_text() == "# ours\n/.agentfs/\n"
    (tmp_path / "file").write_text("")
    exclude(tmp_path / "file", "/.agentfs/", "ours")
