"""Kotlin."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="kotlin",
        grammar="kotlin",
        suffixes=(b".kt", b".kts"),
        definitions={
            "class_declaration": "class",
            "object_declaration": "class",
            "companion_object": "class",
            "function_declaration": "function",
            "secondary_constructor": "function",
            "type_alias": "type",
        },
        inside=frozenset({"class_declaration", "object_declaration", "companion_object"}),
        through=frozenset({"class_body", "enum_class_body"}),
        attached=frozenset({"line_comment", "multiline_comment"}),
        imports=frozenset({"import_list", "import_header"}),
        name_places={
            "class_declaration": "type_identifier",
            "object_declaration": "type_identifier",
            "companion_object": "type_identifier",
            "function_declaration": "simple_identifier",
            "type_alias": "type_identifier",
        },
        fixed_names={"companion_object": "Companion", "secondary_constructor": "constructor"},
        owner="receiver_type",
    ),
)
