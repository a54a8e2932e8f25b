"""The languages that are known, and which of them a file is in.

Only definitions so far: functions, methods, classes and other types, modules.  Constants and
fields are part of what holds them.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.model.ids import RepoPath
from agentfs.model.paths import name
from agentfs.syntax.profile import Profile

_C_STEPS: Final = {
    "pointer_declarator": "declarator",
    "function_declarator": "declarator",
    "array_declarator": "declarator",
    "reference_declarator": "",
    "parenthesized_declarator": "",
}
_C_REGIONS: Final = frozenset(
    {
        *("preproc_if", "preproc_ifdef", "preproc_else", "preproc_elif", "preproc_elifdef"),
        *("linkage_specification", "declaration_list", "declaration"),
    }
)
_C_DEFINITIONS: Final = {
    "function_definition": "function",
    "preproc_function_def": "macro",
    "struct_specifier": "class",
    "union_specifier": "class",
    "enum_specifier": "type",
    "type_definition": "type",
}
_JS_DEFINITIONS: Final = {
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
_JS_WRAPPERS: Final = frozenset(
    {"export_statement", "lexical_declaration", "variable_declaration", "expression_statement"}
)
_JS_PLACES: Final = {"assignment_expression": "left", "field_definition": "property"}
_JS_DEFAULT: Final = {
    "function_expression": "default",
    "arrow_function": "default",
    "class": "default",
}
_JS_VALUE_PLACES: Final = {
    "variable_declarator": "value",
    "field_definition": "value",
    "public_field_definition": "value",
    "assignment_expression": "right",
}
_JS_VALUES: Final = frozenset(
    {"arrow_function", "function_expression", "generator_function", "class"}
)
_JS_REGIONS: Final = frozenset({"class_body", "if_statement", "else_clause", "try_statement"})


def _typescript(grammar: str, suffixes: tuple[bytes, ...]) -> Profile:
    return Profile(
        grammar=grammar,
        suffixes=suffixes,
        interpreters=(b"deno", b"ts-node", b"tsx", b"bun") if grammar == "typescript" else (),
        definitions={
            **_JS_DEFINITIONS,
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
        through=_JS_REGIONS | {"statement_block"},
        wrappers=_JS_WRAPPERS | {"ambient_declaration"},
        attached=frozenset({"comment", "decorator"}),
        imports=frozenset({"import_statement"}),
        name_places=_JS_PLACES,
        fixed_names=_JS_DEFAULT,
        value_places=_JS_VALUE_PLACES,
        values=_JS_VALUES,
    )


LANGUAGES: Final = (
    Profile(
        grammar="python",
        suffixes=(b".py", b".pyi", b".pyw"),
        names=(b"SConstruct", b"SConscript", b"wscript"),
        interpreters=(b"python", b"pypy"),
        definitions={"function_definition": "function", "class_definition": "class"},
        inside=frozenset({"class_definition"}),
        through=frozenset(
            {"block", "if_statement", "elif_clause", "else_clause", "try_statement"}
            | {"except_clause", "finally_clause", "with_statement"}
        ),
        wrappers=frozenset({"decorated_definition"}),
        imports=frozenset({"import_statement", "import_from_statement", "future_import_statement"}),
    ),
    Profile(
        grammar="javascript",
        suffixes=(b".js", b".jsx", b".mjs", b".cjs"),
        interpreters=(b"node", b"nodejs"),
        definitions=_JS_DEFINITIONS,
        inside=frozenset({"class_declaration", "class"}),
        through=_JS_REGIONS | {"statement_block"},
        wrappers=_JS_WRAPPERS,
        attached=frozenset({"comment", "decorator"}),
        imports=frozenset({"import_statement"}),
        name_places=_JS_PLACES,
        fixed_names=_JS_DEFAULT,
        value_places=_JS_VALUE_PLACES,
        values=_JS_VALUES,
    ),
    _typescript("typescript", (b".ts", b".mts", b".cts")),
    _typescript("tsx", (b".tsx",)),
    Profile(
        grammar="java",
        suffixes=(b".java",),
        definitions={
            "class_declaration": "class",
            "interface_declaration": "class",
            "enum_declaration": "class",
            "record_declaration": "class",
            "annotation_type_declaration": "class",
            "method_declaration": "function",
            "constructor_declaration": "function",
            "compact_constructor_declaration": "function",
        },
        inside=frozenset(
            {"class_declaration", "interface_declaration", "enum_declaration"}
            | {"record_declaration", "annotation_type_declaration"}
        ),
        through=frozenset({"class_body", "interface_body", "enum_body", "enum_body_declarations"}),
        attached=frozenset({"line_comment", "block_comment"}),
        imports=frozenset({"import_declaration"}),
    ),
    Profile(
        grammar="go",
        suffixes=(b".go",),
        definitions={
            "function_declaration": "function",
            "method_declaration": "function",
            "type_spec": "type",
            "type_alias": "type",
        },
        inside=frozenset(),
        through=frozenset(),
        wrappers=frozenset({"type_declaration"}),
        imports=frozenset({"import_declaration"}),
        owner="receiver",
    ),
    Profile(
        grammar="rust",
        suffixes=(b".rs",),
        definitions={
            "function_item": "function",
            "function_signature_item": "function",
            "macro_definition": "macro",
            "struct_item": "type",
            "union_item": "type",
            "enum_item": "type",
            "type_item": "type",
            "trait_item": "class",
            "impl_item": "class",
            "mod_item": "module",
        },
        inside=frozenset({"trait_item", "impl_item", "mod_item"}),
        through=frozenset({"declaration_list", "foreign_mod_item"}),
        attached=frozenset({"line_comment", "block_comment", "attribute_item"}),
        imports=frozenset({"use_declaration", "extern_crate_declaration"}),
        # An impl is the type's once more: its functions are the type's members.
        name_places={"impl_item": "type"},
        steps={"generic_type": "type", "scoped_type_identifier": "name", "reference_type": "type"},
    ),
    Profile(
        grammar="c",
        suffixes=(b".c", b".h"),
        definitions=_C_DEFINITIONS,
        inside=frozenset(),
        through=_C_REGIONS,
        imports=frozenset({"preproc_include"}),
        name_places={"function_definition": "declarator", "type_definition": "declarator"},
        steps=_C_STEPS,
        needs_body=frozenset({"struct_specifier", "union_specifier", "enum_specifier"}),
    ),
    Profile(
        grammar="cpp",
        suffixes=(b".cpp", b".cc", b".cxx", b".hpp", b".hh", b".hxx", b".ipp", b".C"),
        definitions={
            **_C_DEFINITIONS,
            "class_specifier": "class",
            "namespace_definition": "module",
            "alias_declaration": "type",
            "concept_definition": "type",
        },
        inside=frozenset(
            {"struct_specifier", "union_specifier", "class_specifier", "namespace_definition"}
        ),
        through=_C_REGIONS | {"field_declaration_list"},
        wrappers=frozenset({"template_declaration"}),
        imports=frozenset({"preproc_include", "using_declaration"}),
        name_places={"function_definition": "declarator", "type_definition": "declarator"},
        steps=_C_STEPS,
        needs_body=frozenset(
            {"struct_specifier", "union_specifier", "enum_specifier", "class_specifier"}
        ),
    ),
    Profile(
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
    Profile(
        grammar="ruby",
        suffixes=(b".rb", b".rake", b".gemspec", b".ru"),
        names=(b"Rakefile", b"Gemfile", b"Guardfile", b"Vagrantfile"),
        interpreters=(b"ruby",),
        definitions={
            "module": "class",
            "class": "class",
            "method": "function",
            "singleton_method": "function",
        },
        inside=frozenset({"module", "class"}),
        through=frozenset({"body_statement", "singleton_class", "if", "unless", "then", "else"}),
        # ``private def x``
        wrappers=frozenset({"call", "argument_list"}),
    ),
    Profile(
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
    Profile(
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
    Profile(
        grammar="scala",
        suffixes=(b".scala", b".sc", b".sbt"),
        definitions={
            "class_definition": "class",
            "object_definition": "class",
            "trait_definition": "class",
            "enum_definition": "class",
            "package_object": "class",
            "function_definition": "function",
            "function_declaration": "function",
            "given_definition": "function",
            "type_definition": "type",
        },
        inside=frozenset(
            {"class_definition", "object_definition", "trait_definition"}
            | {"enum_definition", "package_object"}
        ),
        through=frozenset({"template_body", "enum_body", "package_clause"}),
        attached=frozenset({"comment", "block_comment"}),
        imports=frozenset({"import_declaration"}),
    ),
    Profile(
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
    Profile(
        grammar="lua",
        suffixes=(b".lua",),
        interpreters=(b"lua", b"luajit"),
        definitions={"function_declaration": "function", "assignment_statement": "function"},
        inside=frozenset(),
        through=frozenset(),
        wrappers=frozenset({"variable_declaration"}),
        name_places={"assignment_statement": "variable_list"},
        steps={"variable_list": "name", "expression_list": "value"},
        value_places={"assignment_statement": "expression_list"},
        values=frozenset({"function_definition"}),
    ),
    Profile(
        grammar="bash",
        suffixes=(b".sh", b".bash"),
        names=(b".bashrc", b".bash_profile", b".bash_aliases", b".profile"),
        interpreters=(b"sh", b"bash", b"dash"),
        definitions={"function_definition": "function"},
        inside=frozenset(),
        through=frozenset({"if_statement", "else_clause"}),
    ),
)

_BY_SUFFIX: Final = {suffix: each for each in LANGUAGES for suffix in each.suffixes}
_BY_NAME: Final = {whole: each for each in LANGUAGES for whole in each.names}
_BY_INTERPRETER: Final = {tool: each for each in LANGUAGES for tool in each.interpreters}

_CPP_HEADER: Final = re.compile(
    rb"^[ \t]*(?:namespace\b|template[ \t]*<|class[ \t]+\w+|(?:public|private|protected)[ \t]*:)",
    re.MULTILINE,
)


def language_of(path: RepoPath, content: bytes) -> Profile | None:
    """By the file's name, else by its ``#!`` line; None if it is in no known language."""
    last = name(path)
    dot = last.rfind(b".")
    if dot > 0 and (found := _BY_SUFFIX.get(last[dot:])):
        # A header says nothing of which of the two languages it is in; C++ in it does.
        if last.endswith(b".h") and _CPP_HEADER.search(content):
            return _BY_SUFFIX[b".hpp"]
        return found
    if last in _BY_NAME:
        return _BY_NAME[last]
    return _BY_INTERPRETER.get(_interpreter(content)) if dot < 0 else None


def _interpreter(content: bytes) -> bytes:
    """The program that a ``#!`` line runs, without folder and version; empty if there is none."""
    if not content.startswith(b"#!"):
        return b""
    words = content[2:].split(b"\n", 1)[0].split()
    programs = [word.rpartition(b"/")[2] for word in words if not word.startswith(b"-")]
    if programs[:1] == [b"env"]:
        del programs[0]
    return programs[0].rstrip(b"0123456789.") if programs else b""
