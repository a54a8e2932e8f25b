"""Java."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="java",
        grammar="java",
        suffixes=(b".java",),
        definitions={
            "class_declaration": "class",
            "interface_declaration": "class",
            "enum_declaration": "class",
            "record_declaration": "class",
            "annotation_type_declaration": "class",
            "method_declaration": "function",
            "constructor_declaration": "function",
            "compact_constructor_declaration": "function",
        },
        inside=frozenset(
            {"class_declaration", "interface_declaration", "enum_declaration"}
            | {"record_declaration", "annotation_type_declaration"}
        ),
        through=frozenset({"class_body", "interface_body", "enum_body", "enum_body_declarations"}),
        attached=frozenset({"line_comment", "block_comment"}),
        imports=frozenset({"import_declaration"}),
    ),
)
