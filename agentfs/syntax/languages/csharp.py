"""C#."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="csharp",
        grammar="csharp",
        suffixes=(b".cs", b".csx"),
        definitions={
            "class_declaration": "class",
            "interface_declaration": "class",
            "struct_declaration": "class",
            "record_declaration": "class",
            "enum_declaration": "type",
            "delegate_declaration": "type",
            "namespace_declaration": "module",
            "method_declaration": "function",
            "constructor_declaration": "function",
            "destructor_declaration": "function",
            "operator_declaration": "function",
            "conversion_operator_declaration": "function",
            "property_declaration": "function",
            "indexer_declaration": "function",
        },
        inside=frozenset(
            {"class_declaration", "interface_declaration", "struct_declaration"}
            | {"record_declaration", "namespace_declaration"}
        ),
        through=frozenset({"declaration_list", "preproc_if", "preproc_else", "preproc_elif"}),
        imports=frozenset({"using_directive"}),
        fixed_names={
            "destructor_declaration": "~",
            "operator_declaration": "operator",
            "conversion_operator_declaration": "operator",
            "indexer_declaration": "this",
        },
    ),
)
