"""CSS and SCSS.

Rules are definitions, which are named by their selectors.  Declarations of different
properties may change places.  ``@import`` puts in rules where it stands, of which the later ones
win, and so is none of the imports.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Parts, Profile, Unordered, Worded

_QUERIES: Final = (
    *("binary_query*", "feature_query*", "keyword_query*"),
    *("parenthesized_query*", "selector_query*", "unary_query*"),
)
_KEYS: Final = {
    "rule_set": ("selectors",),
    "media_statement": ("@media", *_QUERIES),
    "supports_statement": ("@supports", *_QUERIES),
    "keyframes_statement": ("at_keyword", "@keyframes", "keyframes_name"),
    "keyframe_block": ("from", "to", "integer_value", "float_value"),
    "declaration": ("property_name",),
    "at_rule": (
        ".[at_keyword=@font-face]/at_keyword",
        *(
            f"block/declaration[property_name={name}]/string_value|plain_value|integer_value"
            for name in ("font-family", "font-weight", "font-style")
        ),
        ".[at_keyword=@container]/at_keyword",
        ".[at_keyword=@container]/feature_query*",
    ),
}
_RULES: Final = {
    "rule_set": "rule",
    "media_statement": "rule",
    "supports_statement": "rule",
    "keyframes_statement": "rule",
    "at_rule": "rule",
}
_SELECTORS: Final = frozenset(
    {"adjacent_sibling_selector", "attribute_selector", "child_selector", "class_selector"}
    | {"descendant_selector", "id_selector", "nesting_selector", "pseudo_class_selector"}
    | {"pseudo_element_selector", "sibling_selector", "tag_name", "universal_selector"}
)
_UNORDERED: Final = (
    Unordered(parents=frozenset({"block"}), items=frozenset({"declaration"})),
    Unordered(parents=frozenset({"keyframe_block_list"}), items=frozenset({"keyframe_block"})),
    Unordered(parents=frozenset({"selectors"}), items=_SELECTORS, keys=()),
)
_WHOLES: Final = frozenset(
    {b"animation", b"background", b"border", b"border-block", b"border-bottom", b"border-image"}
    | {b"border-inline", b"border-left", b"border-right", b"border-top", b"column-rule"}
    | {b"flex", b"font", b"grid", b"grid-area", b"grid-column", b"grid-row", b"grid-template"}
    | {b"inset", b"inset-block", b"inset-inline", b"list-style", b"margin", b"margin-block"}
    | {b"margin-inline", b"mask", b"mask-border", b"offset", b"outline", b"overflow", b"padding"}
    | {b"padding-block", b"padding-inline", b"scroll-margin", b"scroll-padding"}
    | {b"text-decoration", b"text-emphasis", b"transition"}
)
_APART: Final = frozenset(
    {b"background-blend-mode", b"border-collapse", b"border-radius", b"border-spacing"}
    | {b"border-bottom-left-radius", b"border-bottom-right-radius", b"border-top-left-radius"}
    | {b"border-top-right-radius", b"flex-direction", b"flex-flow", b"flex-wrap"}
    | {b"font-display", b"font-synthesis", b"grid-column-gap", b"grid-gap", b"grid-row-gap"}
    | {b"margin-trim", b"outline-offset", b"overflow-anchor", b"overflow-wrap"}
)
_PARTS: Final = Parts(between=b"-", wholes=_WHOLES, apart=_APART)

_GROUPED: Final = {"declaration": frozenset({"property_name", "important"})}
_CUSTOM: Final = (re.compile(rb"var\(\s*(--[\w-]+)"), re.compile(rb"(--[\w-]+)\s*:"))
"""Properties that a file defines, and where they are asked for."""
_KEYFRAMES: Final = (
    re.compile(rb"\banimation(?:-name)?\s*:\s*(?:[\d.]+m?s\s+)*([A-Za-z_][\w-]*)"),
    re.compile(rb"@(?:-\w+-)?keyframes\s+([\w-]+)"),
)
_SASS: Final = (
    (re.compile(rb"(?<![\w$-])(\$[\w-]+)"), re.compile(rb"(\$[\w-]+)\s*:")),
    (re.compile(rb"@include\s+([\w-]+)(?![\w.-])"), re.compile(rb"@mixin\s+([\w-]+)")),
    (re.compile(rb"(?<![\w.$@%-])([\w-]+)\("), re.compile(rb"@function\s+([\w-]+)")),
    (re.compile(rb"@extend\s+%([\w-]+)"), re.compile(rb"%([\w-]+)(?=[^;{}]*\{)")),
)
"""Variables, mixins, functions, and rules that are there to be taken over."""

_MAP: Final = re.compile(rb"\$[\w-]+\s*:\s*\(\s*\n")
_ENTRIES: Final = Worded(
    word=re.compile(rb"[^\s,](?:[^\n]*[^\s,])?"),
    between=b",",
    unordered=re.compile(rb"""(["']?[\w$-]+["']?)[ \t]*:[^\n]*[^\s(]"""),
)
"""A map, each entry in a line of its own."""

PROFILES: Final = (
    Profile(
        name="css",
        grammar="css",
        suffixes=(b".css", b".pcss", b".postcss"),
        definitions=_RULES,
        inside=frozenset({"rule_set", "media_statement", "supports_statement", "at_rule"}),
        through=frozenset({"block", "at_rule"}),
        comments=frozenset({"comment", "js_comment"}),
        atomic=frozenset({"string_value"}),
        unordered=_UNORDERED,
        keys=_KEYS,
        unique=frozenset({"declaration", "keyframe_block"}),
        positional=frozenset({"declaration"}),
        grouped=_GROUPED,
        mentions=(_CUSTOM, _KEYFRAMES),
        parts=_PARTS,
    ),
    Profile(
        name="scss",
        grammar="scss",
        suffixes=(b".scss",),
        definitions={
            **_RULES,
            "mixin_statement": "function",
            "function_statement": "function",
        },
        inside=frozenset({"rule_set", "media_statement", "supports_statement", "at_rule"}),
        through=frozenset({"block", "at_rule", "include_statement"}),
        attached=frozenset({"comment", "js_comment"}),
        imports=frozenset({"use_statement", "forward_statement"}),
        comments=frozenset({"comment", "js_comment"}),
        atomic=frozenset({"string_value"}),
        unknown={"declaration": _MAP},
        worded={"declaration": (_ENTRIES,)},
        unordered=(
            *_UNORDERED,
            Unordered(parents=frozenset({"stylesheet"}), items=frozenset({"declaration"})),
        ),
        keys=_KEYS,
        unique=frozenset({"declaration", "keyframe_block"}),
        positional=frozenset({"declaration"}),
        grouped=_GROUPED,
        mentions=(_CUSTOM, _KEYFRAMES, *_SASS),
        parts=_PARTS,
    ),
)
