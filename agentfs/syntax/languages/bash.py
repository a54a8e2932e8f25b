"""Bash."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="bash",
        grammar="bash",
        suffixes=(b".sh", b".bash"),
        names=(b".bashrc", b".bash_profile", b".bash_aliases", b".profile"),
        interpreters=(b"sh", b"bash", b"dash"),
        definitions={"function_definition": "function"},
        inside=frozenset(),
        through=frozenset({"if_statement", "else_clause"}),
    ),
)
