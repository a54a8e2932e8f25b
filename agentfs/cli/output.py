"""Printing: JSON for programs, words for people (`table` has the tables).

Names come from users and agents, so control characters are never printed as they are.
"""

from __future__ import annotations

import datetime

import click
import msgspec


def print_json(value: object) -> None:
    """`value` is made of what JSON has."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))


def printable(text: str) -> str:
    """`text` with whatever could move a cursor or break a line shown as an escape."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def local_time(time_ns: int) -> str:
    """`time_ns` is nanoseconds since 1970."""
    moment = datetime.datetime.fromtimestamp(time_ns // 10**9, datetime.UTC).astimezone()
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def count(number: int, noun: str) -> str:
    """`1 save`, `2 saves`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def size(number: int) -> str:
    """Bytes for people."""
    amount, units = float(number), ["B", "KiB", "MiB", "GiB", "TiB"]
    while amount >= 1024 and len(units) > 1:
        amount /= 1024
        units.pop(0)
    return f"{amount:.0f} {units[0]}" if units[0] == "B" else f"{amount:.1f} {units[0]}"
