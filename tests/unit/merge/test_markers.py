"""Conflicts in git's form, compared with what `git merge-file` writes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from agentfs.merge.lines import merge_lines
from agentfs.merge.markers import Labels, Style, render, rendering

BASE = b"a\nb\nc\nd\ne\nf\ng\n"
CASES = {
    "one line": (BASE, b"a\nX\nc\nd\ne\nf\ng\n", b"a\nY\nc\nd\ne\nf\ng\n"),
    "two places": (BASE, b"X\nb\nc\nd\ne\nf\n1\n", b"Y\nb\nc\nd\ne\nf\n2\n"),
    "deleted": (BASE, b"a\nc\nd\ne\nf\ng\n", b"a\nB\nc\nd\ne\nf\ng\n"),
    "added": (b"", b"x\n", b"y\n"),
    "no end": (b"a\nb", b"a\nx", b"a\ny"),
    "one side has no end": (b"a\nb\n", b"a\nx", b"a\ny\n"),
    "only line": (b"a", b"x", b"y"),
    "crlf": (b"a\r\nb\r\nc\r\n", b"a\r\nx\r\nc\r\n", b"a\r\ny\r\nc\r\n"),
    "crlf at the start": (b"a\r\nc\r\n", b"x\r\nc\r\n", b"y\r\nc\r\n"),
    "crlf and no end": (b"a\r\nb", b"a\r\nx", b"a\r\ny"),
    "crlf, base empty": (b"", b"x\r\n", b"y\r\n"),
    "crlf, base has lf first": (b"a\nb\r\nc\r\n", b"a\nb\r\nx\r\n", b"a\nb\r\ny\r\n"),
    "lf before, base has crlf": (
        b"a\r\nb\nc\nd\r\n",
        b"a\r\nb\nx\nd\r\n",
        b"a\r\nb\ny\nd\r\n",
    ),
    "crlf, only one side empty": (b"a\r\n", b"", b"x\r\n"),
    "crlf, left begins with lf": (b"a\r\n", b"x\n", b"y\r\n"),
    "not utf-8": (b"\xff\n", b"\xfe\n", b"\xfd\n"),
}
STYLES = {Style.MERGE: [], Style.DIFF3: ["--diff3"], Style.ZDIFF3: ["--zdiff3"]}


def git_merge_file(folder: Path, texts: tuple[bytes, bytes, bytes], *options: str) -> bytes:
    """`texts` are base, left and right."""
    for name, text in zip(("base", "left", "right"), texts, strict=True):
        (folder / name).write_bytes(text)
    command = ["git", "merge-file", "-p", *options, "left", "base", "right"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).stdout


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("case", CASES)
def test_as_git_writes_it(case: str, style: Style, tmp_path: Path) -> None:
    expected = git_merge_file(tmp_path, CASES[case], *STYLES[style])
    assert expected.count(b"<<<<<<<")
    assert render(merge_lines(*CASES[case]), style=style) == expected


@pytest.mark.parametrize(("style", "shown"), [(Style.MERGE, []), (Style.ZDIFF3, ["--zdiff3"])])
def test_lines_that_both_sides_share_stand_outside(
    style: Style, shown: list[str], tmp_path: Path
) -> None:
    texts = (b"a\nold\nz\n", b"a\nh\nold\nz\n", b"a\nh\n1\nz\n")
    result = merge_lines(*texts)
    assert render(result, style=style) == git_merge_file(tmp_path, texts, *shown)


@pytest.mark.parametrize("size", [1, 3, 7, 20])
def test_size_of_the_markers(size: int, tmp_path: Path) -> None:
    expected = git_merge_file(tmp_path, CASES["one line"], f"--marker-size={size}", "--diff3")
    result = merge_lines(*CASES["one line"])
    assert render(result, style=Style.DIFF3, marker_size=size) == expected


@pytest.mark.parametrize("names", [("ours", "old one", "theirs"), ("ä", "b", "c")])
def test_labels(names: tuple[str, str, str], tmp_path: Path) -> None:
    options = [word for name in names for word in ("-L", name)]
    expected = git_merge_file(tmp_path, CASES["one line"], "--diff3", *options)
    result = merge_lines(*CASES["one line"])
    assert render(result, labels=Labels(*names), style=Style.DIFF3) == expected


def test_an_empty_label_leaves_no_blank_behind() -> None:
    text = render(merge_lines(b"a\n", b"b\n", b"c\n"), labels=Labels("", "", ""))
    assert text == b"<<<<<<<\nb\n=======\nc\n>>>>>>>\n"


def test_clean_text_is_left_alone() -> None:
    texts = (BASE, BASE + b"<<<<<<< not ours\n", BASE)
    assert render(merge_lines(*texts)) == BASE + b"<<<<<<< not ours\n"
    assert render(merge_lines(b"", b"", b"")) == b""


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("case", CASES)
def test_regions_are_the_text_from_marker_to_marker(case: str, style: Style) -> None:
    result = merge_lines(*CASES[case])
    shown = rendering(result, style=style)
    assert [region.clash for region in shown.regions] == list(result.clashes)
    lines = shown.text.split(b"\n")
    for region in shown.regions:
        text = shown.text[region.start : region.end]
        assert text.startswith(b"<<<<<<< left")
        assert text.rstrip().endswith(b">>>>>>> right")
        assert lines[region.start_line - 1].rstrip() == b"<<<<<<< left"
        assert lines[region.end_line - 1].rstrip() == b">>>>>>> right"
        assert text.count(b"<<<<<<<") == text.count(b">>>>>>>") == 1
