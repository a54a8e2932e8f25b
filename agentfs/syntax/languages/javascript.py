"""JavaScript and JSX."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from agentfs.syntax.languages.html import CLASSES
from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Call, Profile, Unordered, Worded, ranks

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
}
WRAPPERS: Final = frozenset(
    {"export_statement", "lexical_declaration", "variable_declaration", "expression_statement"}
)
PLACES: Final = {"assignment_expression": "left"}
# A name that stands by itself is the end of the way, not a list that begins with one.
STEPS: Final = {"identifier": "identifier"}
# A function is known before the statement that it is; so is a type.
ANYWHERE: Final = frozenset(
    {"function_declaration", "generator_function_declaration", "class_declaration"}
)
DEFAULT: Final = {
    "function_expression": "default",
    "arrow_function": "default",
    "class": "default",
}
VALUE_PLACES: Final = {
    "variable_declarator": "value",
    "assignment_expression": "right",
}
VALUES: Final = frozenset({"arrow_function", "function_expression", "generator_function", "class"})
REGIONS: Final = frozenset({"class_body", "if_statement", "else_clause", "try_statement"})

# A field is declared, given a value, or made by a parameter with a modifier.
FIELDS: Final = (
    re.compile(rb"\bthis\??\.(#?[A-Za-z_$][\w$]*)"),
    re.compile(
        rb"(?m)(?:\.(?=#?[\w$]+\s*=(?![=>]))"
        rb"|^[ \t]*(?:(?:static|async|get|set|declare|override|abstract)[ \t]+|\*)*"
        rb"(?=#?[\w$]+\s*(?:[?!]?\s*[=:;(<,]|\n))"
        rb"|\b(?:public|protected|private|readonly|get|set)\s+(?:readonly\s+)?)"
        rb"(#?[A-Za-z_$][\w$]*)"
    ),
)

_GROUPS: Final = (b"describe", b"context", b"suite", b"test.describe", b"QUnit.module", b"module")
_TESTS: Final = (b"it", b"test", b"specify", b"QUnit.test", b"Deno.test")
_HOOKS: Final = (
    *(b"before", b"after", b"beforeEach", b"afterEach", b"beforeAll", b"afterAll"),
    *(b"setup", b"teardown", b"suiteSetup", b"suiteTeardown"),
    *(b"test.beforeEach", b"test.afterEach", b"test.beforeAll", b"test.afterAll"),
)
_PICKED: Final = (b"xdescribe", b"fdescribe", b"xcontext", b"xit", b"fit", b"xtest")
_HOW: Final = (b".only", b".skip", b".todo", b".each", b".concurrent", b".fails", b".failing")
_TESTING: Final = (
    *_GROUPS,
    *_TESTS,
    *_HOOKS,
    *_PICKED,
    *(called + how for called in _GROUPS + _TESTS for how in _HOW),
)


def _required(declaration: str, callee: str) -> Call:
    """What CommonJS has for an import: known by the first name that it declares."""
    return Call(
        node=declaration,
        callee=f"variable_declarator/value/{callee}",
        kinds={b"require": "import"},
        name="variable_declarator/name",
    )


CALLS: Final = (
    Call(node="call_expression", callee="function", kinds=dict.fromkeys(_TESTING, "")),
    _required("lexical_declaration", "function"),
    _required("lexical_declaration", "object/function"),
    _required("variable_declaration", "function"),
    _required("variable_declaration", "object/function"),
)

COMMENTS: Final = frozenset({"comment", "html_comment"})
ATOMIC: Final = frozenset({"string", "template_string", "regex"})
WORDED: Final = {
    "string": (
        Worded(
            word=re.compile(rb"""["']|[^\s"']+"""),
            unordered=CLASSES,
            named=frozenset({b"className", b"class"}),
            name_place="../property_identifier",
        ),
    )
}
"""The classes of an element."""
UNORDERED: Final = (
    Unordered(parents=frozenset({"named_imports"}), items=frozenset({"import_specifier"})),
    Unordered(parents=frozenset({"export_clause"}), items=frozenset({"export_specifier"})),
    Unordered(
        parents=frozenset({"program"}),
        items=frozenset({"export_statement"}),
        having=frozenset({"source"}),
    ),
    # What is spread into an object overrides what stands before it.
    Unordered(
        parents=frozenset({"object"}),
        items=frozenset({"pair", "shorthand_property_identifier", "method_definition"}),
    ),
    Unordered(
        parents=frozenset({"object_pattern"}),
        items=frozenset(
            {"shorthand_property_identifier_pattern", "pair_pattern", "object_assignment_pattern"}
        ),
    ),
    Unordered(
        parents=frozenset({"array"}),
        items=frozenset({"string"}),
        keys=(),
        alone=True,
        not_after=COMMAND,
        not_with=OPTION,
    ),
)
JSX_UNORDERED: Final = (
    Unordered(
        parents=frozenset({"jsx_opening_element", "jsx_self_closing_element"}),
        items=frozenset({"jsx_attribute"}),
    ),
)
KEYS: Final = {
    "import_statement": ("source",),
    "import_specifier": ("name", "alias"),
    "export_statement": ("source", "export_clause/{", "namespace_export"),
    "export_specifier": ("name", "alias"),
    "pair": ("key",),
    "shorthand_property_identifier": (".",),
    "pair_pattern": ("key",),
    "shorthand_property_identifier_pattern": (".",),
    "object_assignment_pattern": ("left",),
    "switch_case": ("value",),
    "switch_default": ("default",),
}
JSX_KEYS: Final = {"jsx_attribute": ("property_identifier", "jsx_namespace_name")}
DISTINCT: Final = {
    "import_statement": (
        *("import_clause/identifier", "import_clause/namespace_import/identifier"),
        "import_clause/named_imports/import_specifier*/$",
    ),
    "export_statement": (
        *("default", "export_clause/export_specifier*/$", "namespace_export/identifier"),
    ),
    "lexical_declaration": ("variable_declarator*/name",),
}
"""Names that one scope must not have twice."""
LEFT_BY: Final = {
    "switch_case": frozenset({"break_statement", "return_statement", "continue_statement"})
    | {"throw_statement"}
}
UNIQUE: Final = frozenset(
    {"import_specifier", "export_specifier", "pair", "shorthand_property_identifier"}
    | {"shorthand_property_identifier_pattern", "object_assignment_pattern"}
    | {"switch_case", "switch_default"}
)
JSX_UNIQUE: Final = frozenset({"jsx_attribute"})
OVERLOADS: Final = {
    # A getter and a setter share their name.
    "method_definition": "get",
    # What is imported as a whole has a name of its own; what stands in braces is united.
    "import_statement": "import_clause/identifier|namespace_import",
}
DECLARED: Final = {
    "lexical_declaration": ("variable_declarator*/name", re.compile(rb"const\b")),
    "variable_declaration": ("variable_declarator*/name", re.compile(rb"(?!)")),
}
MODIFIERS: Final = ("static", "async", "*")


_JAVASCRIPT: Final = Profile(
    name="javascript",
    grammar="javascript",
    suffixes=(b".js", b".mjs", b".cjs"),
    interpreters=(b"node", b"nodejs"),
    definitions=DEFINITIONS | {"field_definition": "function"},
    inside=frozenset({"class_declaration", "class"}),
    through=REGIONS | {"statement_block"},
    wrappers=WRAPPERS,
    anywhere=ANYWHERE,
    attached=frozenset({"comment", "decorator"}),
    imports=frozenset({"import_statement"}),
    sweeping=re.compile(rb"(?!)"),
    mentions=(FIELDS,),
    name_places=PLACES | {"field_definition": "property"},
    steps=STEPS,
    fixed_names=DEFAULT,
    declared=DECLARED,
    value_places=VALUE_PLACES | {"field_definition": "value"},
    values=VALUES,
    calls=CALLS,
    comments=COMMENTS,
    atomic=ATOMIC,
    worded=WORDED,
    unordered=(
        *UNORDERED,
        *JSX_UNORDERED,
        Unordered(
            parents=frozenset({"class_body"}),
            items=frozenset({"field_definition", "method_definition"}),
        ),
    ),
    keys=KEYS | JSX_KEYS | {"field_definition": ("property",)},
    unique=UNIQUE | JSX_UNIQUE | {"field_definition"},
    distinct=DISTINCT,
    overloads=OVERLOADS,
    lenient=True,
    left_by=LEFT_BY,
    sequence=ranks(*MODIFIERS),
)
PROFILES: Final = (
    _JAVASCRIPT,
    replace(_JAVASCRIPT, name="jsx", suffixes=(b".jsx",), interpreters=()),
)
