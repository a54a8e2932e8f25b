"""Scala."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="scala",
        grammar="scala",
        suffixes=(b".scala", b".sc", b".sbt"),
        definitions={
            "class_definition": "class",
            "object_definition": "class",
            "trait_definition": "class",
            "enum_definition": "class",
            "package_object": "class",
            "function_definition": "function",
            "function_declaration": "function",
            "given_definition": "function",
            "type_definition": "type",
        },
        inside=frozenset(
            {"class_definition", "object_definition", "trait_definition"}
            | {"enum_definition", "package_object"}
        ),
        through=frozenset({"template_body", "enum_body", "package_clause"}),
        attached=frozenset({"comment", "block_comment"}),
        imports=frozenset({"import_declaration"}),
    ),
)
