"""PHP."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="php",
        grammar="php",
        suffixes=(b".php", b".phtml"),
        interpreters=(b"php",),
        definitions={
            "class_declaration": "class",
            "interface_declaration": "class",
            "trait_declaration": "class",
            "enum_declaration": "class",
            "method_declaration": "function",
            "function_definition": "function",
            "namespace_definition": "module",
        },
        inside=frozenset(
            {"class_declaration", "interface_declaration", "trait_declaration"}
            | {"enum_declaration", "namespace_definition"}
        ),
        through=frozenset(
            {"declaration_list", "enum_declaration_list", "compound_statement", "if_statement"}
        ),
        imports=frozenset({"namespace_use_declaration"}),
        needs_body=frozenset({"namespace_definition"}),
    ),
)
