"""HTML.  Elements are in the order in which they are seen; attributes are a set."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Embedded, Profile, Unordered, Worded

_TAGS: Final = frozenset({"start_tag", "self_closing_tag"})

_TOLD: Final = re.compile(rb"""\b(?:lang|type)\s*=\s*["']?([\w/+.-]+)""")
EMBEDDED: Final = {
    "raw_text": (
        Embedded(
            parent="script_element",
            head="start_tag",
            told=_TOLD,
            suffixes={
                **dict.fromkeys((b"", b"js", b"module", b"text/javascript"), b".js"),
                b"jsx": b".jsx",
                **dict.fromkeys((b"ts", b"typescript"), b".ts"),
                b"tsx": b".tsx",
                **dict.fromkeys((b"application/json", b"application/ld+json"), b".json"),
            },
        ),
        Embedded(
            parent="style_element",
            head="start_tag",
            told=_TOLD,
            suffixes={**dict.fromkeys((b"", b"css", b"text/css"), b".css"), b"scss": b".scss"},
        ),
    )
}
"""Scripts and styles."""

CLASSES: Final = re.compile(rb"[\w:/.\[\]%#()!-]+")
"""A class of an element.  What a template engine puts in is none, and stands in its place."""

WORDED: Final = {
    "attribute_value": tuple(
        each
        for place in ("../attribute_name", "../../attribute_name")
        for each in (
            Worded(
                word=re.compile(rb"\S+"),
                unordered=CLASSES,
                named=frozenset({b"class", b"rel", b"sandbox"}),
                name_place=place,
            ),
            # Of two declarations the later one counts.
            Worded(
                word=re.compile(rb"[^\s;](?:[^;]*[^\s;])?"),
                between=b";",
                named=frozenset({b"style"}),
                name_place=place,
            ),
        )
    )
}
"""Attributes that are lists of words."""

PROFILES: Final = (
    Profile(
        name="html",
        grammar="html",
        suffixes=(b".html", b".htm"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"raw_text", "text", "doctype"}),
        embedded=EMBEDDED,
        flowing=frozenset({"text"}),
        worded=WORDED,
        unordered=(
            Unordered(parents=_TAGS, items=frozenset({"attribute"})),
            Unordered(
                parents=frozenset({"element"}),
                items=frozenset({"element"}),
                name_place="start_tag/tag_name",
                named=frozenset({b"head"}),
                having=frozenset(f"{tag}[tag_name=meta]" for tag in _TAGS),
                keys=tuple(
                    f"{tag}/attribute[attribute_name={name}]"
                    for tag in sorted(_TAGS)
                    for name in ("name", "property", "http-equiv", "itemprop", "charset")
                ),
            ),
        ),
        keys={"attribute": ("attribute_name",)},
        unique=frozenset({"attribute"}),
        mentions=(
            (
                re.compile(rb"""\b(?:for=["']|list=["']|href=["']#|url\(#)([\w.-]+)"""),
                re.compile(rb"""\b(?:id|name)=["']([\w.-]+)["']"""),
            ),
        ),
    ),
)
