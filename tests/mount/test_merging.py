"""What two agents write into one file at once: merged by syntax, where lines would clash."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.support.site import Site, wait_for

TEXT = """\
import os


def load(path, log):
    text = read(path)
    log.info("read", path)
    count = len(text)
    return count


def total(items, rate):
    price = sum(items) * rate
    return price


def last():
    return os.sep
"""
ANN = (
    TEXT.replace("import os\n", "import json\nimport os\n").replace(
        '    log.info("read", path)\n    count = len(text)\n',
        '    if text:\n        log.info("read", path)\n        count = len(text)\n',
    )
    + "\n\ndef by_ann():\n    return 'ann'\n"
)
BEN = (
    TEXT.replace("import os\n", "import os\nimport re\n").replace(
        "count = len(text)", "count = len(text.split())"
    )
    + "\n\ndef by_ben():\n    return 'ben'\n"
)


def both_write(site: Site, ann: Path, ben: Path, name: str, *texts: str) -> str:
    """Each writes its text, made from TEXT; ann is first.  Gives what the trunk has then."""
    (ann / name).write_text(TEXT)
    site.settle()
    wait_for((ben / name).exists, "ben sees the file")
    with (ben / name).open("r+") as file:
        assert file.read() == TEXT
        (ann / name).write_text(texts[0])
        wait_for(site.published, "ann's save is published")
        file.seek(0)
        file.write(texts[1])
        file.truncate()
    site.settle()
    return (site.trunk(name) or b"").decode()


def conflicts(site: Site, name: str) -> list[dict[str, object]]:
    return [each for each in site.json("conflicts") if each["path"] == name]


def test_what_two_agents_add_side_by_side_is_all_in_the_trunk(
    site: Site, ann: Path, ben: Path
) -> None:
    merged = both_write(site, ann, ben, "side.py", ANN, BEN)
    assert conflicts(site, "side.py") == []
    tree = ast.parse(merged)
    imports = [
        alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names
    ]
    assert sorted(imports) == ["json", "os", "re"]
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert names == ["load", "total", "last", "by_ann", "by_ben"]
    assert (
        "    if text:\n"
        '        log.info("read", path)\n'
        "        count = len(text.split())\n"
        "    return count\n"
    ) in merged
    for view in (ann, ben):
        wait_for(lambda: (view / "side.py").read_text() == merged, f"{view} shows it")  # noqa: B023


def test_two_edits_of_one_expression_are_one_conflict_until_it_is_decided(
    site: Site, ann: Path, ben: Path
) -> None:
    name = "one.py"
    theirs, mine = "sum(items) * (1 + rate)", "sum(items) * (1 - rate)"
    merged = both_write(
        site,
        ann,
        ben,
        name,
        ANN.replace("sum(items) * rate", theirs),
        BEN.replace("sum(items) * rate", mine),
    )
    [conflict] = conflicts(site, name)
    assert conflict["symbol"] == "total"
    assert conflict["kind"] == "edit/edit"
    assert conflict["base"] == "    price = sum(items) * rate\n"
    assert conflict["trunk"] == f"    price = {theirs}\n"
    assert conflict["mine"] == f"    price = {mine}\n"
    # Nothing else is held back, and ben's view has all of it too.
    ast.parse(merged)
    for text in ("import json", "import re", "def by_ann", "def by_ben", "len(text.split())"):
        assert text in merged
    assert (ben / name).read_text() == merged.replace(theirs, mine)

    # It is there again, and no other, however often others change the file.
    for number in range(3):
        text = (ann / name).read_text()
        (ann / name).write_text(f"import a{number}\n{text}\n\ndef more{number}():\n    pass\n")
        site.settle()
        wait_for(lambda: f"def more{number}" in (ben / name).read_text(), "ben has it")  # noqa: B023
        [again] = conflicts(site, name)
        assert {**again, "line": 0} == {**conflict, "line": 0}
    site.agentfs("resolve", str(conflict["id"]), "--take", "mine")
    site.settle()
    assert conflicts(site, name) == []
    trunk = (site.trunk(name) or b"").decode()
    assert mine in trunk
    assert "def more2" in trunk
