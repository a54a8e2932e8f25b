"""What a benchmark found, and what was hoped for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

_VERDICT: Final = {None: "", True: "met", False: "MISSED"}


@dataclass(frozen=True)
class Figure:
    """One number.  `most` is what it should not exceed, if there is such a thing."""

    subject: str
    name: str
    value: float
    unit: str
    most: float | None = None

    @property
    def met(self) -> bool | None:
        return None if self.most is None else self.value <= self.most

    def to_json(self) -> dict[str, Any]:
        return {
            "subject": self.subject,
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "most": self.most,
            "met": self.met,
        }


def print_figures(figures: Sequence[Figure]) -> None:
    table = Table(title="agentfs bench", title_justify="left")
    for heading in ("", "what"):
        table.add_column(heading)
    for heading in ("value", "at most"):
        table.add_column(heading, justify="right")
    table.add_column("")
    subject = ""
    for figure in figures:
        if subject not in ("", figure.subject):
            table.add_section()
        shown = figure.subject if figure.subject != subject else ""
        subject = figure.subject
        most = "" if figure.most is None else f"{figure.most:g} {figure.unit}"
        verdict = Text(_VERDICT[figure.met], "bold red" if figure.met is False else "green")
        table.add_row(shown, figure.name, f"{_number(figure.value)} {figure.unit}", most, verdict)
    Console(highlight=False, soft_wrap=True).print(table)


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"
