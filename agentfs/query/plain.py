"""Frozen values to what JSON has."""

from __future__ import annotations

import enum
from typing import Any

import msgspec

from agentfs.model.versions import Mode


def plain(value: object) -> Any:
    """Structs become objects with their fields' names, all the way down; bytes (paths and
    texts) become text, with ``\\xNN`` where they are not UTF-8; modes are as git writes them.
    """
    match value:
        case msgspec.Struct():
            return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
        case Mode():
            return f"{value:06o}"
        case enum.Enum():
            return plain(value.value)
        case bytes():
            return value.decode("utf-8", "backslashreplace")
        case list() | tuple():
            return [plain(part) for part in value]
        case _:
            return value
