"""Objective-C."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.c import (
    ATOMIC,
    DEFINITIONS,
    FILE,
    GUARDED,
    KEYS,
    LABELS,
    MEMBERS,
    REGIONS,
    STEPS,
    UNIQUE,
)
from agentfs.syntax.profile import Profile, Unordered

_OF_ONE_PART: Final = (
    re.compile(rb"\[(?:self|super|\[\w+ (?:alloc|new)\]) (\w+):[^][:]*\]"),
    re.compile(rb"(?m)^[-+][ \t]*\([^)\n]*\)[ \t]*(\w+):[ \t]*\([^()\n]*\)[ \t]*\w+\s*[;{]"),
)
# By the first part of its name.
_METHODS: Final = (
    re.compile(rb"\[(?:self|super|\[\w+ (?:alloc|new)\]) (\w+:?)"),
    re.compile(rb"(?m)(?:^[-+][ \t]*\([^)\n]*\)[ \t]*|[*> \t](?=\w+;))(\w+:?)"),
)

PROFILES: Final = (
    Profile(
        name="objc",
        grammar="objc",
        suffixes=(b".m", b".mm"),
        definitions={
            **DEFINITIONS,
            "class_interface": "class",
            "class_implementation": "class",
            "protocol_declaration": "class",
            "method_declaration": "function",
            "method_definition": "function",
        },
        inside=frozenset({"class_interface", "class_implementation", "protocol_declaration"}),
        through=REGIONS,
        wrappers=frozenset({"implementation_definition"}),
        imports=frozenset({"preproc_include", "module_import"}),
        name_places={
            "function_definition": "declarator",
            "type_definition": "declarator",
        },
        steps=STEPS,
        needs_body=frozenset({"struct_specifier", "union_specifier", "enum_specifier"}),
        atomic=ATOMIC,
        unordered=(
            Unordered(parents=FILE, items=frozenset({*DEFINITIONS, "declaration"})),
            GUARDED,
            Unordered(
                parents=frozenset({"class_interface", "protocol_declaration"}),
                items=frozenset({"property_declaration"}),
            ),
            # The protocols that a class has.
            Unordered(
                parents=frozenset({"parameterized_arguments"}),
                items=frozenset({"type_name"}),
                within=frozenset({"class_interface"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"property_attributes_declaration"}),
                items=frozenset({"property_attribute"}),
                keys=("identifier",),
            ),
            Unordered(
                parents=frozenset({"dictionary_literal"}), items=frozenset({"dictionary_pair"})
            ),
        ),
        keys={
            **KEYS,
            "module_import": (),
            # A category has the name of its class, and its own; a method the parts of its.
            "class_interface": ("@interface", "identifier", "category"),
            "class_implementation": ("identifier", "category"),
            "protocol_declaration": ("@protocol", "identifier"),
            "method_declaration": ("+", "identifier*"),
            "method_definition": ("+", "identifier*"),
            "property_declaration": (
                "struct_declaration/struct_declarator/pointer_declarator|identifier",
            ),
            "dictionary_pair": ("^",),
            "declaration": ("identifier", "declarator/declarator"),
            "field_declaration": ("field_identifier", "declarator/declarator"),
        },
        mentions=(LABELS, MEMBERS, _METHODS, _OF_ONE_PART),
        unique=frozenset({*UNIQUE, "property_declaration", "dictionary_pair"}),
    ),
)
