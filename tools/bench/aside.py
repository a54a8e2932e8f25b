"""Calls a function of ours in a program of its own, within a time limit.

    python -m tools.bench.aside MODULE:FUNCTION

Reads a JSON list of arguments from its standard input, writes what the function returns.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any

import msgspec

from tools.rig import programs


def call(function: Callable[..., Any], *arguments: object, seconds: float) -> Any:
    """`function` is at the top of its module; arguments and result are what JSON has.

    Raises ProgramFailed.
    """
    name = f"{function.__module__}:{function.__qualname__}"
    program = [sys.executable, "-m", "tools.bench.aside", name]
    output = programs.run(program, seconds=seconds, stdin=msgspec.json.encode(arguments))
    return msgspec.json.decode(output)


def main() -> None:
    module, _, name = sys.argv[1].partition(":")
    function = getattr(importlib.import_module(module), name)
    arguments = msgspec.json.decode(sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(function(*arguments)))


if __name__ == "__main__":
    main()
