"""Starlark: Bazel, Buck, Tilt."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_IN_ORDER: Final = frozenset(
    {b"args", b"cmd", b"command", b"copts", b"cxxopts", b"conlyopts", b"linkopts", b"entrypoint"}
    | {b"javacopts", b"kotlincopts", b"rustc_flags", b"gc_linkopts", b"clinkopts", b"jvm_flags"}
    | {b"arguments", b"includes", b"patches", b"patch_args", b"steps", b"opts", b"urls"}
    | {b"local_defines", b"flags", b"compiler_flags", b"linker_flags", b"repositories"}
)
"""Attributes whose lists of strings are no sets.  Nor are lists that nothing names."""

_NAMES: Final = ("../name", "../../name", "../../../name", "../=/../left", "../../function[.=glob]")
"""What a list is for: the attribute that it is, or a part of before or behind ``+``."""

PROFILES: Final = (
    Profile(
        name="starlark",
        grammar="starlark",
        suffixes=(b".bzl", b".star", b".bazel", b".sky", b".bara", b".tiltfile"),
        names=(*(b"BUILD", b"WORKSPACE", b"WORKSPACE.bzlmod", b"BUCK", b"TARGETS", b"Tiltfile"),),
        definitions={"function_definition": "function", "expression_statement": "rule"},
        inside=frozenset(),
        through=frozenset({"block", "if_statement", "elif_clause", "else_clause"}),
        wrappers=frozenset({"expression_statement"}),
        # A target is called by its name, whatever makes it.
        calls=(Call(node="call", callee="function", kinds={b"load": "import"}),),
        atomic=frozenset({"string"}),
        unordered=(
            # The label comes first in a sorted list: it begins with a sign.
            Unordered(
                parents=frozenset({"argument_list"}),
                items=frozenset({"string", "keyword_argument"}),
                keys=(),
                name_place="../function",
                named=frozenset({b"load"}),
            ),
            Unordered(parents=frozenset({"argument_list"}), items=frozenset({"keyword_argument"})),
            Unordered(parents=frozenset({"dictionary"}), items=frozenset({"pair"})),
            *(
                Unordered(
                    parents=frozenset({"list"}),
                    items=frozenset({"string"}),
                    keys=(),
                    name_place=place,
                    not_named=_IN_ORDER | {b""},
                    alone=True,
                )
                for place in _NAMES
            ),
        ),
        keys={
            "expression_statement": ("call/arguments/keyword_argument[name=name]/string",),
            "pair": ("key",),
            "keyword_argument": ("name",),
            "default_parameter": ("name",),
        },
        unique=frozenset({"pair", "keyword_argument", "default_parameter"}),
        indented=True,
    ),
)
