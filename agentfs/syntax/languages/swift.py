"""Swift."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="swift",
        grammar="swift",
        suffixes=(b".swift",),
        definitions={
            "class_declaration": "class",
            "protocol_declaration": "class",
            "function_declaration": "function",
            "protocol_function_declaration": "function",
            "init_declaration": "function",
            "deinit_declaration": "function",
            "subscript_declaration": "function",
            "typealias_declaration": "type",
        },
        inside=frozenset({"class_declaration", "protocol_declaration"}),
        through=frozenset({"class_body", "enum_class_body", "protocol_body"}),
        attached=frozenset({"comment", "multiline_comment"}),
        imports=frozenset({"import_declaration"}),
        fixed_names={
            "init_declaration": "init",
            "deinit_declaration": "deinit",
            "subscript_declaration": "subscript",
        },
    ),
)
