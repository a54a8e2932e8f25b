"""Scheme."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_SETS: Final = frozenset(
    {b"import", b"export", b"use-modules", b"require", b"provide", b"only", b"except"}
)
_KINDS: Final = {
    **dict.fromkeys(
        (b"define", b"define*", b"define-public", b"define-inlinable", b"define-values"),
        "function",
    ),
    **dict.fromkeys((b"define-syntax", b"define-syntax-rule", b"define-macro"), "macro"),
    **dict.fromkeys((b"define-record-type", b"define-class", b"define-structure"), "class"),
    **dict.fromkeys((b"define-library", b"library", b"define-module", b"module"), "module"),
    **dict.fromkeys((b"define-generic", b"define-parameter", b"test-group"), ""),
}

PROFILES: Final = (
    Profile(
        name="scheme",
        grammar="scheme",
        suffixes=(b".scm", b".ss", b".sld"),
        interpreters=(b"guile", b"chibi-scheme", b"csi", b"scheme"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        attached=frozenset({"comment", "block_comment"}),
        # A name stands by itself, or in front of what its function takes.
        steps={"symbol": "symbol", "list": ""},
        calls=(
            Call(
                node="list",
                callee="symbol",
                kinds=dict.fromkeys((b"import", b"use-modules", b"require"), "import"),
                name="#2",
            ),
            Call(node="list", callee="symbol", kinds=_KINDS, name="#2"),
        ),
        comments=frozenset({"comment", "block_comment"}),
        # A comma is no separator here, but says that what follows is to be computed.
        atomic=frozenset({"string", "character", "unquote", "unquote_splicing"}),
        unordered=(
            Unordered(
                parents=frozenset({"list"}),
                items=frozenset({"list", "symbol"}),
                keys=(),
                name_place="^",
                named=_SETS,
            ),
        ),
    ),
)
