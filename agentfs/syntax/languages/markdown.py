"""Markdown: sections, lists and tables.  The lines of a paragraph are in order."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_RELEASE: Final = re.compile(
    rb"#+[ \t]*(?:[Vv]ersion[ \t]+|[Rr]elease[ \t]+)?\[?v?"
    rb"(?P<release>\d+(?:\.\d+)+(?:-?(?:alpha|beta|dev|pre|rc|[ab])[\w.]*)?)(?![\w.]*\w)"
)

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
            {"fenced_code_block", "indented_code_block", "html_block", "inline", "paragraph"}
            | {"minus_metadata", "plus_metadata", "block_quote", "link_reference_definition"}
            | {"atx_heading", "setext_heading", "pipe_table_delimiter_row"}
        ),
        unordered=(
            Unordered(
                parents=frozenset({"document", "section"}),
                items=frozenset({"section"}),
                release=_RELEASE,
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
        keys={
            "section": ("atx_heading", "setext_heading"),
            "pipe_table_row": ("pipe_table_cell",),
            "link_reference_definition": ("link_label",),
        },
        indented=True,
        caseless=True,
        mentions=((re.compile(rb"\]\[([^\]\n]+)\]"), re.compile(rb"(?m)^[ \t]*\[([^\]\n]+)\]:")),),
    ),
)
