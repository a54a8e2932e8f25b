from __future__ import annotations

import click
import pytest

from agentfs.cli.output import count, printable, size
from agentfs.cli.table import print_table


def test_table_into_a_pipe_is_plain_and_one_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    path = "src/" + "x" * 300 + "/[bold]a.py"
    print_table(("AGENT", "PATH"), [("alice", path), ("bob", "tab\there\x1b[31m\n")])
    assert capsys.readouterr().out.splitlines() == [
        "AGENT  PATH",
        f"alice  {path}",
        r"bob    tab\there\x1b[31m\n",
    ]


def test_table_on_a_narrow_terminal_loses_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "20")
    print_table(("PATH",), [("0123456789" * 5,)])
    lines = click.unstyle(capsys.readouterr().out).splitlines()
    assert "".join(lines[1:]) == "0123456789" * 5
    assert max(map(len, lines)) <= 20


@pytest.mark.parametrize(
    ("text", "shown"), [("plain é 漢", "plain é 漢"), ("\r", r"\r"), ("\u202e", r"\u202e")]
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_numbers() -> None:
    assert [count(0, "save"), count(1, "save"), count(2, "save")] == [
        "0 saves",
        "1 save",
        "2 saves",
    ]
    assert [size(0), size(1023), size(1024), size(3 << 40)] == [
        "0 B",
        "1023 B",
        "1.0 KiB",
        "3.0 TiB",
    ]
