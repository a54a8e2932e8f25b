"""CMake."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_KINDS: Final = {
    **dict.fromkeys(("add_library", "add_executable", "add_custom_target"), "rule"),
    **dict.fromkeys(("find_package", "include"), "import"),
    # What says something of a target, or sets something, by its name.
    **dict.fromkeys(("set", "option", "add_subdirectory", "add_dependencies"), ""),
    **dict.fromkeys(("target_link_libraries", "target_include_directories"), ""),
    **dict.fromkeys(("target_compile_definitions", "target_compile_options"), ""),
    **dict.fromkeys(("target_compile_features", "target_sources", "target_link_options"), ""),
    **dict.fromkeys(("set_target_properties", "target_precompile_headers"), ""),
}
_LISTS: Final = ("add_library", "add_executable", "target_sources", "set", "list")
_FILE: Final = re.compile(
    rb"""["']?[^\s"']*\.(?:c|cc|cpp|cxx|c\+\+|h|hh|hpp|hxx|inl|ipp|m|mm|cu|cuh|s|S|asm|cppm|ixx|rc"""
    rb"""|ui|qrc|qml|ts|proto|rs|py|java|f90|F90|f|for|cs|swift|glsl|vert|frag|comp|hlsl|def|in)["']?"""
)
"""A source, by its name."""

_LINKED: Final = (
    re.compile(
        rb"(?i)\b(?:target_link_libraries|add_dependencies)\s*\(\s*[\w.-]+"
        rb"(?:\s+(?:PUBLIC|PRIVATE|INTERFACE)\b)?\s+([\w.:-]+)"
    ),
    re.compile(rb"(?i)\b(?:target_link_libraries|add_dependencies)\s*\([^()]*\s([\w.:-]+)\s*\)"),
)
"""The first thing that a target needs, and the last."""
_TARGET: Final = re.compile(rb"(?i)\badd_(?:library|executable)\s*\(\s*([\w.:-]+)")

PROFILES: Final = (
    Profile(
        name="cmake",
        grammar="cmake",
        suffixes=(b".cmake",),
        names=(b"CMakeLists.txt",),
        definitions={"function_def": "function", "macro_def": "macro"},
        inside=frozenset(),
        through=frozenset({"body", "if_condition"}),
        attached=frozenset({"line_comment", "bracket_comment"}),
        name_places={"function_def": "function_command", "macro_def": "macro_command"},
        steps={"function_command": "argument_list", "macro_command": "argument_list"}
        | {"argument_list": "argument"},
        calls=(
            Call(
                node="normal_command",
                callee="identifier",
                kinds={
                    written.encode(): kind
                    for name, kind in _KINDS.items()
                    for written in (name, name.upper())
                },
                name="argument_list",
            ),
            # The first word only says that a name follows.
            Call(
                node="normal_command",
                callee="identifier",
                kinds={b"add_test": "", b"ADD_TEST": ""},
                name="argument_list/argument#2",
            ),
        ),
        comments=frozenset({"line_comment", "bracket_comment"}),
        atomic=frozenset({"argument"}),
        # Words such as PUBLIC begin a part of a list: they are in order.
        unordered=(
            Unordered(
                parents=frozenset({"argument_list"}),
                items=frozenset({"argument"}),
                like=_FILE,
                keys=(),
                name_place="../identifier",
                named=frozenset(
                    written.encode() for name in _LISTS for written in (name, name.upper())
                ),
            ),
        ),
        # Whatever sets a variable says its name without the signs of its use.
        mentions=(
            (re.compile(rb"\$\{([\w.-]+)\}"), re.compile(rb"(?<![\w.{-])([\w.-]+)")),
            *((mention, _TARGET) for mention in _LINKED),
        ),
    ),
)
