"""Python."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Profile, Unordered, ranks

_ELEMENTS: Final = frozenset(
    {"identifier", "attribute", "string", "concatenated_string", "integer", "float", "call"}
    | {"true", "false", "none", "tuple", "unary_operator", "binary_operator", "subscript"}
)

_LITERALS: Final = (
    *("string", "concatenated_string", "integer", "float", "true", "false", "none"),
    *("list", "tuple", "dictionary", "set"),
)
# Bases of classes whose attributes are members, in an order.
_COUNTED: Final = re.compile(rb"(?s).*(?:Enum|Flag|Choices|metaclass|Structure|Tuple).*")
# All classes but those.
_ORDERED: Final = re.compile(rb"(?s)(?!\(\s*(?:[\w.]+\.)?(?:TypedDict|Protocol)\b).*")

_UNIONS: Final = frozenset(
    {b"Union", b"Literal", b"typing.Union", b"typing.Literal", b"t.Union", b"t.Literal"}
)

PROFILES: Final = (
    Profile(
        name="python",
        grammar="python",
        suffixes=(b".py", b".pyi", b".pyw"),
        names=(b"SConstruct", b"SConscript", b"wscript"),
        interpreters=(b"python", b"pypy"),
        definitions={
            "function_definition": "function",
            "class_definition": "class",
            "type_alias_statement": "type",
        },
        inside=frozenset({"class_definition"}),
        through=frozenset(
            {"block", "if_statement", "elif_clause", "else_clause", "try_statement"}
            | {"except_clause", "finally_clause", "with_statement"}
        ),
        wrappers=frozenset({"decorated_definition"}),
        anywhere=frozenset({"function_definition", "class_definition"}),
        imports=frozenset({"import_statement", "import_from_statement", "future_import_statement"}),
        name_places={"type_alias_statement": "left"},
        steps={"type": "", "generic_type": ""},
        described=frozenset({"module/string", "block/string"}),
        bodies=frozenset({"block"}),
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(
                parents=frozenset(
                    {"import_from_statement", "future_import_statement", "import_statement"}
                ),
                items=frozenset({"dotted_name", "aliased_import"}),
            ),
            Unordered(parents=frozenset({"dictionary"}), items=frozenset({"pair"})),
            Unordered(parents=frozenset({"set"}), items=_ELEMENTS, keys=()),
            # Constants of a class.  What has a type is a field, what is called may be one.
            Unordered(
                parents=frozenset({"block"}),
                items=frozenset({"assignment"}),
                within=frozenset({"class_definition"}),
                having=frozenset(f".[type=]/{each}" for each in _LITERALS),
                not_matching=_COUNTED,
                name_place="../superclasses",
                keys=("left",),
            ),
            # What a type says of an object: no order is that of its arguments.
            Unordered(
                parents=frozenset({"block"}),
                items=frozenset({"assignment"}),
                within=frozenset({"class_definition"}),
                having=frozenset({"type"}),
                not_matching=_ORDERED,
                name_place="../superclasses",
                keys=("left",),
            ),
            # ``except (A, B)`` and ``isinstance(x, (A, B))``
            Unordered(
                parents=frozenset({"tuple"}),
                items=frozenset({"identifier", "attribute"}),
                within=frozenset({"except_clause", "as_pattern"}),
                keys=(),
                alone=True,
            ),
            Unordered(
                parents=frozenset({"tuple"}),
                items=frozenset({"identifier", "attribute"}),
                within=frozenset({"argument_list"}),
                named=frozenset({b"isinstance", b"issubclass"}),
                name_place="../../function",
                keys=(),
                alone=True,
            ),
            # ``A | B``, ``Union[A, B]`` and ``Literal["a", "b"]``
            Unordered(
                parents=frozenset({"binary_operator"}),
                items=_ELEMENTS,
                within=frozenset({"type"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"type_parameter"}),
                items=frozenset({"type"}),
                named=_UNIONS,
                name_place="../identifier",
                keys=(),
            ),
            Unordered(
                parents=frozenset({"subscript"}),
                items=_ELEMENTS,
                named=_UNIONS,
                name_place="value",
                keys=(),
            ),
            # Parameters behind ``*`` and ``*args`` are given by their names.
            Unordered(
                parents=frozenset({"parameters"}),
                items=frozenset({"identifier", "typed_parameter"})
                | {"default_parameter", "typed_default_parameter"},
                having=frozenset({"<<keyword_separator", "<<list_splat_pattern"})
                | {"<<typed_parameter/list_splat_pattern"},
            ),
            # Positional arguments, and so the bases of a class, have an order.
            Unordered(parents=frozenset({"argument_list"}), items=frozenset({"keyword_argument"})),
            Unordered(
                parents=frozenset({"list", "tuple"}),
                items=frozenset({"string"}),
                keys=(),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
        ),
        keys={
            "import_statement": (),
            "import_from_statement": ("module_name",),
            "future_import_statement": ("__future__",),
            "dotted_name": (),
            "aliased_import": ("name", "alias"),
            "pair": ("key",),
            "keyword_argument": ("name",),
            "case_clause": ("case_pattern*", "guard"),
            "default_parameter": ("name",),
            "typed_default_parameter": ("name",),
            "typed_parameter": ("identifier",),
            "parameters/identifier": (),
        },
        unique=frozenset(
            {"import_statement", "dotted_name", "aliased_import", "pair", "keyword_argument"}
            | {"case_clause", "default_parameter", "typed_default_parameter"}
        ),
        distinct={
            "import_statement": ("name*[alias=]", "name*/alias"),
            "import_from_statement": ("name*[alias=]", "name*/alias"),
            # What stands between commas is part of one pattern.
            "case_clause": (
                ".[guard=]/.[,=]/case_pattern",
                ".[guard=]/.[,=]/case_pattern/union_pattern+",
            ),
        },
        # The getter and the setter of a property share their name.
        overloads={
            "function_definition": "../decorator*/attribute[attribute=setter]/attribute",
        },
        sequence=ranks(
            *("type_parameter", "argument_list"),
            *("except_clause", "else_clause", "finally_clause"),
        ),
        separators={"type/binary_operator": b"|"},
        placeholders=frozenset({b"pass", b"..."}),
        indented=True,
        mentions=(
            (
                re.compile(rb"\bself\.([A-Za-z_]\w*)"),
                re.compile(
                    rb"(?m)(?:\.(?=\w+\s*(?:,[^\n=()]*)?\)?\s*(?::[^\n=]*)?=(?!=))"
                    rb"|\b(?:def|class)[ \t]+|\b(?:as|for)[ \t]+self\."
                    rb"|^[ \t]+(?=\w+\s*(?::|=(?!=)|,)))([A-Za-z_]\w*)"
                ),
            ),
        ),
        reader="python",
    ),
)
