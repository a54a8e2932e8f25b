"""JavaScript and JSX."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from agentfs.syntax.profile import Profile

DEFINITIONS: Final = {
    "function_declaration": "function",
    "generator_function_declaration": "function",
    "function_expression": "function",
    "arrow_function": "function",
    "class_declaration": "class",
    "class": "class",
    "method_definition": "function",
    "variable_declarator": "function",
    "assignment_expression": "function",
    "field_definition": "function",
}
WRAPPERS: Final = frozenset(
    {"export_statement", "lexical_declaration", "variable_declaration", "expression_statement"}
)
PLACES: Final = {"assignment_expression": "left", "field_definition": "property"}
DEFAULT: Final = {
    "function_expression": "default",
    "arrow_function": "default",
    "class": "default",
}
VALUE_PLACES: Final = {
    "variable_declarator": "value",
    "field_definition": "value",
    "public_field_definition": "value",
    "assignment_expression": "right",
}
VALUES: Final = frozenset({"arrow_function", "function_expression", "generator_function", "class"})
REGIONS: Final = frozenset({"class_body", "if_statement", "else_clause", "try_statement"})


_JAVASCRIPT: Final = Profile(
    name="javascript",
    grammar="javascript",
    suffixes=(b".js", b".mjs", b".cjs"),
    interpreters=(b"node", b"nodejs"),
    definitions=DEFINITIONS,
    inside=frozenset({"class_declaration", "class"}),
    through=REGIONS | {"statement_block"},
    wrappers=WRAPPERS,
    attached=frozenset({"comment", "decorator"}),
    imports=frozenset({"import_statement"}),
    name_places=PLACES,
    fixed_names=DEFAULT,
    value_places=VALUE_PLACES,
    values=VALUES,
)
PROFILES: Final = (
    _JAVASCRIPT,
    replace(_JAVASCRIPT, name="jsx", suffixes=(b".jsx",), interpreters=()),
)
