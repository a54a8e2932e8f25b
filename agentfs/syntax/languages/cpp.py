"""C++."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.languages.c import DEFINITIONS, REGIONS, STEPS
from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="cpp",
        grammar="cpp",
        suffixes=(b".cpp", b".cc", b".cxx", b".hpp", b".hh", b".hxx", b".ipp", b".C"),
        definitions={
            **DEFINITIONS,
            "class_specifier": "class",
            "namespace_definition": "module",
            "alias_declaration": "type",
            "concept_definition": "type",
        },
        inside=frozenset(
            {"struct_specifier", "union_specifier", "class_specifier", "namespace_definition"}
        ),
        through=REGIONS | {"field_declaration_list"},
        wrappers=frozenset({"template_declaration"}),
        imports=frozenset({"preproc_include", "using_declaration"}),
        name_places={"function_definition": "declarator", "type_definition": "declarator"},
        steps=STEPS,
        needs_body=frozenset(
            {"struct_specifier", "union_specifier", "enum_specifier", "class_specifier"}
        ),
    ),
)
