"""TypeScript and TSX."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.languages.javascript import (
    DEFAULT,
    DEFINITIONS,
    PLACES,
    REGIONS,
    VALUE_PLACES,
    VALUES,
    WRAPPERS,
)
from agentfs.syntax.profile import Profile


def _typescript(grammar: str, suffixes: tuple[bytes, ...]) -> Profile:
    return Profile(
        name=grammar,
        grammar=grammar,
        suffixes=suffixes,
        interpreters=(b"deno", b"ts-node", b"tsx", b"bun") if grammar == "typescript" else (),
        definitions={
            **DEFINITIONS,
            "abstract_class_declaration": "class",
            "function_signature": "function",
            "method_signature": "function",
            "abstract_method_signature": "function",
            "public_field_definition": "function",
            "interface_declaration": "type",
            "type_alias_declaration": "type",
            "enum_declaration": "type",
            "internal_module": "module",
            "module": "module",
        },
        inside=frozenset(
            {"class_declaration", "abstract_class_declaration", "class"}
            | {"internal_module", "module"}
        ),
        through=REGIONS | {"statement_block"},
        wrappers=WRAPPERS | {"ambient_declaration"},
        attached=frozenset({"comment", "decorator"}),
        imports=frozenset({"import_statement"}),
        name_places=PLACES,
        fixed_names=DEFAULT,
        value_places=VALUE_PLACES,
        values=VALUES,
    )


PROFILES: Final = (
    _typescript("typescript", (b".ts", b".mts", b".cts")),
    _typescript("tsx", (b".tsx",)),
)
