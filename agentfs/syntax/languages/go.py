"""Go."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="go",
        grammar="go",
        suffixes=(b".go",),
        definitions={
            "function_declaration": "function",
            "method_declaration": "function",
            "type_spec": "type",
            "type_alias": "type",
        },
        inside=frozenset(),
        through=frozenset(),
        wrappers=frozenset({"type_declaration"}),
        imports=frozenset({"import_declaration"}),
        owner="receiver",
    ),
)
