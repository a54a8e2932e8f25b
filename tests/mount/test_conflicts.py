"""What two agents made of the same lines: stored, listed, decided; nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.site import Site, wait_for

TEXT = "\n\n".join(f"def f{n}():\n    return {n}\n" for n in range(1, 6))


def begin(site: Site, ann: Path, ben: Path, name: str) -> None:
    (ann / name).write_text(TEXT)
    site.settle()
    wait_for((ben / name).exists, "ben sees the file")


def clash(site: Site, ann: Path, ben: Path, name: str) -> dict[str, Any]:
    """Both change f3 in the same way of thinking; ben also changes f5.  Ann is first."""
    begin(site, ann, ben, name)
    with (ben / name).open("r+") as file:
        text = file.read()
        (ann / name).write_text(TEXT.replace("return 3", "return 'ann'"))
        wait_for(site.published, "ann's save is published")
        file.seek(0)
        file.write(text.replace("return 3", "return 'ben'").replace("return 5", "return 50"))
        file.truncate()
    site.settle()
    [conflict] = [each for each in site.json("conflicts") if each["path"] == name]
    return dict(conflict)


def test_a_conflict_holds_back_only_what_conflicts(site: Site, ann: Path, ben: Path) -> None:
    conflict = clash(site, ann, ben, "held.py")
    assert conflict["symbol"] == "f3"
    assert sorted(conflict["agents"]) == ["ann", "ben"]
    assert "'ben'" in conflict["mine"]
    assert "'ann'" in conflict["trunk"]
    trunk = site.trunk("held.py")
    assert trunk is not None
    assert trunk.decode() == TEXT.replace("return 3", "return 'ann'").replace(
        "return 5", "return 50"
    )
    assert "return 'ben'" in (ben / "held.py").read_text()
    [held] = [row for row in site.json("status")["held"] if row["path"] == "held.py"]
    assert (held["agent"], held["reason"]) == ("ben", "conflict")


def test_the_agent_decides_by_saving(site: Site, ann: Path, ben: Path) -> None:
    conflict = clash(site, ann, ben, "saved.py")
    text = (ben / "saved.py").read_text()
    (ben / "saved.py").write_text(text.replace("return 'ben'", "return 'ann'"))
    site.settle()
    assert conflict["id"] not in [each["id"] for each in site.json("conflicts")]
    assert b"return 'ann'" in (site.trunk("saved.py") or b"")


def test_take_mine(site: Site, ann: Path, ben: Path) -> None:
    conflict = clash(site, ann, ben, "mine.py")
    site.agentfs("resolve", str(conflict["id"]), "--take", "mine")
    site.settle()
    trunk = site.trunk("mine.py") or b""
    assert b"return 'ben'" in trunk
    assert b"return 50" in trunk
    wait_for(lambda: (ann / "mine.py").read_bytes() == trunk, "ann sees it")


def test_take_trunk(site: Site, ann: Path, ben: Path) -> None:
    conflict = clash(site, ann, ben, "theirs.py")
    site.agentfs("resolve", str(conflict["id"]), "--take", "trunk")
    site.settle()
    trunk = site.trunk("theirs.py") or b""
    assert b"return 'ann'" in trunk
    wait_for(lambda: (ben / "theirs.py").read_bytes() == trunk, "ben sees it")
    assert not [row for row in site.json("status")["held"] if row["path"] == "theirs.py"]


def test_others_go_on_and_the_conflict_stays_the_same(site: Site, ann: Path, ben: Path) -> None:
    conflict = clash(site, ann, ben, "goes-on.py")
    (ann / "goes-on.py").write_text(
        (ann / "goes-on.py").read_text().replace("return 1", "return 100")
    )
    site.settle()
    wait_for(
        lambda: (
            [c["id"] for c in site.json("conflicts") if c["path"] == "goes-on.py"]
            == [conflict["id"]]
        ),
        "the same conflict, and no other",
    )
    assert b"return 100" in (site.trunk("goes-on.py") or b"")


def test_deleting_what_another_edits(site: Site, ann: Path, ben: Path) -> None:
    begin(site, ann, ben, "deleted.py")
    with (ben / "deleted.py").open("r+") as file:
        text = file.read()
        (ann / "deleted.py").unlink()
        wait_for(site.published, "the deletion is published")
        file.seek(0)
        file.write(text.replace("return 3", "return 30"))
        file.truncate()
    site.settle()
    [conflict] = [each for each in site.json("conflicts") if each["path"] == "deleted.py"]
    assert conflict["kind"] == "delete/edit"
    assert site.trunk("deleted.py") is None
    assert "return 30" in (ben / "deleted.py").read_text()


def test_adding_the_same_name(site: Site, ann: Path, ben: Path) -> None:
    with (ann / "added").open("w") as one, (ben / "added").open("w") as two:
        one.write("ann\n")
        two.write("ben\n")
    site.settle()
    [conflict] = [each for each in site.json("conflicts") if each["path"] == "added"]
    assert conflict["kind"] == "add/add"
    assert {site.trunk("added"), conflict["mine"].encode()} == {b"ann\n", b"ben\n"}
