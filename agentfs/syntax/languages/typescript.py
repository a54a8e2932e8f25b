"""TypeScript and TSX."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.javascript import (
    ANYWHERE,
    ATOMIC,
    CALLS,
    COMMENTS,
    DECLARED,
    DEFAULT,
    DEFINITIONS,
    DISTINCT,
    FIELDS,
    JSX_KEYS,
    JSX_UNIQUE,
    JSX_UNORDERED,
    KEYS,
    LEFT_BY,
    MODIFIERS,
    OVERLOADS,
    PLACES,
    REGIONS,
    STEPS,
    UNIQUE,
    UNORDERED,
    VALUE_PLACES,
    VALUES,
    WORDED,
    WRAPPERS,
)
from agentfs.syntax.profile import Profile, Unordered, ranks

_SIGNATURES: Final = frozenset(
    {"property_signature", "method_signature", "call_signature", "construct_signature"}
    | {"index_signature"}
)
_TYPES: Final = frozenset(
    {"type_identifier", "nested_type_identifier", "predefined_type", "generic_type", "array_type"}
    | {
        "literal_type",
        "template_literal_type",
        "object_type",
        "interface_body",
        "tuple_type",
        "lookup_type",
    }
    | {"parenthesized_type", "readonly_type", "type_query", "index_type_query", "this_type"}
)
_BASES: Final = frozenset({"type_identifier", "nested_type_identifier", "generic_type"})
_UNORDERED: Final = (
    *UNORDERED,
    Unordered(
        parents=frozenset({"class_body"}),
        items=frozenset(
            {"public_field_definition", "method_definition", "method_signature"}
            | {"abstract_method_signature", "index_signature"}
        ),
    ),
    Unordered(parents=frozenset({"interface_body", "object_type"}), items=_SIGNATURES),
    Unordered(parents=frozenset({"union_type", "intersection_type"}), items=_TYPES, keys=()),
    Unordered(
        parents=frozenset({"implements_clause", "extends_type_clause"}), items=_BASES, keys=()
    ),
    # An entry without a value counts on from the one before it, and two sides that count by
    # themselves may come to the same number.
    Unordered(
        parents=frozenset({"enum_body"}),
        items=frozenset({"enum_assignment"}),
        having=frozenset({"string"}),
        alone=True,
    ),
)
_KEYS: Final = {
    **KEYS,
    # ``import type`` goes without what is imported to run.
    "import_statement": ("type", *KEYS["import_statement"]),
    "export_statement": ("type", *KEYS["export_statement"]),
    "public_field_definition": ("name",),
    "property_signature": ("name",),
    "call_signature": (),
    "construct_signature": (),
    "index_signature": ("mapped_type_clause/in", "index_type"),
    "enum_assignment": ("name",),
    "property_identifier": (".",),
}
_UNIQUE: Final = UNIQUE | {
    *("public_field_definition", "property_signature", "enum_assignment", "property_identifier"),
}
_SEQUENCE: Final = ranks(
    *("declare", "accessibility_modifier", MODIFIERS[0], "override_modifier", "readonly"),
    *MODIFIERS[1:],
    *("type_parameters", "class_heritage", "extends_type_clause"),
    *("extends_clause", "implements_clause"),
)
_OVERLOADS: Final = {
    **OVERLOADS,
    "function_signature": "parameters",
    "method_signature": "parameters",
    "abstract_method_signature": "parameters",
}


def _typescript(grammar: str, suffixes: tuple[bytes, ...]) -> Profile:
    tsx = grammar == "tsx"
    return Profile(
        name=grammar,
        grammar=grammar,
        suffixes=suffixes,
        interpreters=() if tsx else (b"deno", b"ts-node", b"tsx", b"bun"),
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
        anywhere=ANYWHERE | {"interface_declaration", "type_alias_declaration"},
        attached=frozenset({"comment", "decorator"}),
        imports=frozenset({"import_statement"}),
        sweeping=re.compile(rb"(?!)"),
        mentions=(FIELDS,),
        name_places=PLACES,
        steps=STEPS,
        fixed_names=DEFAULT,
        declared=DECLARED,
        value_places=VALUE_PLACES | {"public_field_definition": "value"},
        values=VALUES,
        calls=CALLS,
        comments=COMMENTS,
        atomic=ATOMIC | {"template_literal_type"},
        worded=WORDED,
        promising={b"async": re.compile(rb"\b(?:Promise\w*|Async\w+|any|unknown)\b")},
        merged_as={"object_type": "interface_body"},
        separators={
            "union_type": b"|",
            "intersection_type": b"&",
            "object_type": b";",
            "interface_body": b";",
        },
        unordered=_UNORDERED + (JSX_UNORDERED if tsx else ()),
        keys=_KEYS | (JSX_KEYS if tsx else {}),
        sequence=_SEQUENCE,
        unique=_UNIQUE | (JSX_UNIQUE if tsx else frozenset()),
        distinct=DISTINCT | {"enum_assignment": ("value",)},
        overloads=_OVERLOADS,
        left_by=LEFT_BY,
    )


PROFILES: Final = (
    _typescript("typescript", (b".ts", b".mts", b".cts")),
    _typescript("tsx", (b".tsx",)),
)
