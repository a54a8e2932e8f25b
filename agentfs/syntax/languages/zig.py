"""Zig."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Arity, Profile, Unordered

PROFILES: Final = (
    Profile(
        name="zig",
        grammar="zig",
        suffixes=(b".zig", b".zon"),
        definitions={"FnProto": "function", "VarDecl": "type", "TestDecl": "function"},
        inside=frozenset({"VarDecl"}),
        through=frozenset({"ErrorUnionExpr", "SuffixExpr", "ContainerDecl"}),
        wrappers=frozenset({"Decl"}),
        attached=frozenset({"line_comment", "doc_comment", "pub"}),
        name_places={
            "FnProto": "function",
            "VarDecl": "variable_type_function",
            "TestDecl": "STRINGLITERALSINGLE",
        },
        steps={"ErrorUnionExpr": "SuffixExpr", "SuffixExpr": ""},
        declared={"Statement": ("VarDecl/variable_type_function", re.compile(rb"const\b"))},
        mentions=(
            (
                re.compile(rb"(?<![\w.@\"])([A-Za-z_]\w*)\."),
                re.compile(rb"(?:\b(?:const|var|fn|comptime|noalias)\s+|[|(,*]\s*)([A-Za-z_]\w*)"),
            ),
        ),
        value_places={"VarDecl": "ErrorUnionExpr"},
        values=frozenset({"ContainerDecl", "ErrorSetDecl"}),
        comments=frozenset({"line_comment", "doc_comment", "container_doc_comment"}),
        atomic=frozenset(
            {"STRINGLITERALSINGLE", "CHAR_LITERAL", "LINESTRING", "IDENTIFIER"}
            | {"BUILTINIDENTIFIER"}
        ),
        unordered=(
            Unordered(
                parents=frozenset({"source_file", "ContainerDecl"}),
                items=frozenset({"Decl", "TestDecl"}),
            ),
            # Where the fields of a plain struct lie is up to the compiler.
            Unordered(
                parents=frozenset({"ContainerDecl"}),
                items=frozenset({"ContainerField"}),
                name_place=".[extern=]/.[packed=]/ContainerDeclType",
                named=frozenset({b"struct"}),
                having=frozenset({"field_member"}),
            ),
            # The tags of a union are told apart by their names alone.
            Unordered(
                parents=frozenset({"ContainerDecl"}),
                items=frozenset({"ContainerField"}),
                name_place=".[extern=]/.[packed=]/ContainerDeclType",
                not_matching=re.compile(rb"(?!union\().*", re.DOTALL),
                keys=("field_member|ErrorUnionExpr",),
            ),
            Unordered(parents=frozenset({"InitList"}), items=frozenset({"FieldInit"})),
            Unordered(parents=frozenset({"ErrorSetDecl"}), items=frozenset({"IDENTIFIER"})),
        ),
        keys={
            "Decl": ("VarDecl/variable_type_function", "FnProto/function"),
            "FieldInit": ("field_member",),
            "ContainerField": ("field_member",),
            "IDENTIFIER": (),
            "ParamDecl": ("parameter",),
            "SwitchProng": ("SwitchCase/SwitchItem", "SwitchCase/else"),
        },
        unique=frozenset({"Decl", "FieldInit", "ContainerField", "ParamDecl", "SwitchProng"}),
        arities=(
            Arity(
                definitions={"FnProto": ("ParamDeclList",)},
                uses={"SuffixExpr": ("variable_type_function", "FnCallArguments")},
                lists=frozenset({"FnCallArguments"}),
            ),
        ),
        distinct={"SwitchProng": ("SwitchCase/SwitchItem*",)},
    ),
)
