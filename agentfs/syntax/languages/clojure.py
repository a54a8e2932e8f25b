"""Clojure."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_KINDS: Final = {
    **dict.fromkeys((b"defn", b"defn-", b"defmulti", b"defmethod"), "function"),
    b"defmacro": "macro",
    **dict.fromkeys((b"defprotocol", b"defrecord", b"deftype", b"definterface"), "class"),
    **dict.fromkeys((b"def", b"defonce", b"deftest", b"s/def", b"declare"), ""),
    b"ns": "module",
}
_NAMED: Final = frozenset({"sym_lit", "kwd_lit", "str_lit", "num_lit"})

PROFILES: Final = (
    Profile(
        name="clojure",
        grammar="clojure",
        suffixes=(b".clj", b".cljs", b".cljc", b".edn", b".bb", b".cljd"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        steps={"sym_lit": "name"},
        calls=(Call(node="list_lit", callee="sym_lit", kinds=_KINDS, name="sym_lit#2"),),
        atomic=frozenset({"str_lit", "regex_lit"}),
        unordered=(
            Unordered(parents=frozenset({"set_lit"}), items=_NAMED, keys=()),
            Unordered(
                parents=frozenset({"list_lit"}),
                items=frozenset({"vec_lit", "list_lit"}),
                keys=("sym_lit",),
                name_place="kwd_lit",
                named=frozenset({b":require", b":import", b":use", b":require-macros"}),
            ),
        ),
        mentions=(
            (
                re.compile(rb"\(([a-z][\w*+!?<>=.-]*)(?=[\s)])"),
                re.compile(
                    rb"\((?:def[a-z-]*|declare)\s+(?:\^\S+\s+)*([a-z][\w*+!?<>=.-]*)(?=[\s)])"
                ),
            ),
            # What a name begins with is what a namespace is required as.
            (
                re.compile(rb"(?<![\w.:/\"-])([a-z][\w.-]*)(?=/[a-z])"),
                re.compile(rb":as(?:-alias)?\s+([a-z][\w.-]*)"),
            ),
        ),
        paired=frozenset({"map_lit", "ns_map_lit"}),
        overloads={"list_lit": ".[sym_lit=defmethod]/kwd_lit|str_lit|num_lit|nil_lit"},
    ),
)
