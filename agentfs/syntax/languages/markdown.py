"""Markdown: sections, lists and tables.  The lines of a paragraph are in order."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Embedded, Profile, Unordered

_RELEASE: Final = re.compile(
    rb"#+[ \t]*(?:[Vv]ersion[ \t]+|[Rr]elease[ \t]+)?\[?v?"
    rb"(?P<release>\d+(?:\.\d+)+(?:-?(?:alpha|beta|dev|pre|rc|[ab])[\w.]*)?)(?![\w.]*\w)"
)

_SUFFIXES: Final = {
    **dict.fromkeys((b"bash", b"sh", b"shell", b"zsh"), b".sh"),
    **dict.fromkeys((b"python", b"py", b"python3"), b".py"),
    **dict.fromkeys((b"js", b"javascript", b"mjs"), b".js"),
    **dict.fromkeys((b"ts", b"typescript"), b".ts"),
    **dict.fromkeys((b"yaml", b"yml"), b".yaml"),
    **dict.fromkeys((b"rust", b"rs"), b".rs"),
    **dict.fromkeys((b"c++", b"cpp"), b".cpp"),
    **dict.fromkeys((b"csharp", b"cs"), b".cs"),
    **dict.fromkeys((b"ruby", b"rb"), b".rb"),
    **dict.fromkeys((b"kotlin", b"kt"), b".kt"),
    **dict.fromkeys((b"proto", b"protobuf"), b".proto"),
    **dict.fromkeys((b"hcl", b"terraform", b"tf"), b".tf"),
    **dict.fromkeys((b"makefile", b"make"), b".mk"),
    **{
        name: b"." + name
        for name in (b"jsx", b"tsx", b"json", b"toml", b"ini", b"html", b"xml", b"css", b"scss")
    },
    **{
        name: b"." + name
        for name in (b"java", b"go", b"c", b"php", b"swift", b"lua", b"sql", b"graphql")
    },
    b"dockerfile": b".dockerfile",
}
_EMBEDDED: Final = {
    "code_fence_content": (
        Embedded(
            parent="fenced_code_block",
            head="info_string/language",
            told=re.compile(rb"^\W*([\w+]+)"),
            suffixes=_SUFFIXES,
        ),
    ),
    "minus_metadata": (
        Embedded(
            parent="document",
            head="minus_metadata",
            told=re.compile(rb"\A(---)"),
            suffixes={b"---": b".yaml"},
        ),
    ),
}
"""Examples, if they say their language, and what stands before the text."""

PROFILES: Final = (
    Profile(
        name="markdown",
        grammar="markdown",
        suffixes=(b".md", b".markdown", b".mdown", b".mkd", b".mdx", b".mdc"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        attached=frozenset(),
        comments=frozenset(),
        atomic=frozenset(
            {"code_fence_content", "indented_code_block", "html_block", "inline", "paragraph"}
            | {"minus_metadata", "plus_metadata", "block_quote", "link_reference_definition"}
            | {"atx_heading", "setext_heading", "pipe_table_delimiter_row"}
        ),
        embedded=_EMBEDDED,
        flowing=frozenset({"paragraph"}),
        marks=frozenset({"list_marker_minus", "list_marker_star", "list_marker_plus"}),
        unordered=(
            Unordered(
                parents=frozenset({"document", "section"}),
                items=frozenset({"section"}),
                release=_RELEASE,
                reworded=True,
            ),
            Unordered(
                parents=frozenset({"list"}),
                items=frozenset({"list_item"}),
                having=frozenset({"list_marker_minus", "list_marker_star", "list_marker_plus"}),
                keys=("paragraph",),
                reworded=True,
            ),
            Unordered(
                parents=frozenset({"pipe_table"}),
                items=frozenset({"pipe_table_row"}),
                reworded=True,
            ),
            Unordered(
                parents=frozenset({"document", "section"}),
                items=frozenset({"link_reference_definition"}),
            ),
        ),
        headed={"setext_heading": "section"},
        keys={
            "section": ("atx_heading|setext_heading",),
            "pipe_table_row": ("pipe_table_cell",),
            "link_reference_definition": ("link_label",),
        },
        indented=True,
        caseless=True,
        mentions=(
            (
                re.compile(rb"(?:\]\[|(?<![\]\w!\\])\[)([^\[\]\n]+)\](?![\[(:])"),
                re.compile(rb"(?m)^[ \t]*\[([^\]\n]+)\]:"),
            ),
        ),
    ),
)
