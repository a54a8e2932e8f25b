"""MATLAB."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_BLOCKS: Final = frozenset({"properties", "methods", "events", "enumeration"})
_TOLD: Final = re.compile(
    rb"^[ \t]*(?:%|classdef\b|function\b|(?:clc|clear|close all)\b|end[ \t]*;?[ \t]*\r?$)",
    re.MULTILINE,
)

PROFILES: Final = (
    Profile(
        name="matlab",
        grammar="matlab",
        suffixes=(),
        shared={b".m": _TOLD},
        definitions={
            "class_definition": "class",
            "function_definition": "function",
            "function_signature": "function",
        },
        inside=frozenset({"class_definition"}),
        through=_BLOCKS,
        calls=(
            Call(
                node="command",
                callee="command_name",
                kinds={b"import": "import"},
                name="command_argument",
            ),
        ),
        steps={"command_argument": "command_argument"},
        bodies=frozenset({"block"}),
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(
                parents=frozenset({"methods"}),
                items=frozenset({"function_definition", "function_signature"}),
            ),
            Unordered(parents=frozenset({"properties"}), items=frozenset({"property"})),
            Unordered(parents=frozenset({"events"}), items=frozenset({"identifier"}), keys=()),
            Unordered(parents=frozenset({"enumeration"}), items=frozenset({"enum"})),
            Unordered(parents=frozenset({"attributes"}), items=frozenset({"attribute"})),
            Unordered(parents=frozenset({"superclasses"}), items=frozenset({"property_name"})),
            # Functions of a file; the first one of it is what others call.
            Unordered(parents=frozenset({"source_file"}), items=frozenset({"function_definition"})),
        ),
        keys={
            "property": ("name",),
            "property_name": (),
            "enum": ("identifier",),
            "attribute": ("identifier",),
            "case_clause": ("condition",),
        },
        unique=frozenset({"property", "property_name", "enum", "attribute", "case_clause"}),
        separators={"superclasses": b"&", "row": b";"},
    ),
)
