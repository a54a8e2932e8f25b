"""How two scopes stand to each other."""

from __future__ import annotations

from agentfs.locks import patterns
from agentfs.model.scopes import Scope, is_in


def meet(one: Scope, other: Scope) -> bool:
    """Whether one contains the other, or both contain some path."""
    if one.module and other.module:
        return patterns.have_common(one.path, other.path)
    if one.module:
        return patterns.matches(one.path, other.path)
    if other.module:
        return patterns.matches(other.path, one.path)
    if one.path != other.path:
        return False
    return is_in(one.symbol, other.symbol) or is_in(other.symbol, one.symbol)


def contains(outer: Scope, inner: Scope) -> bool:
    """Whether all of `inner` is in `outer`.  For two modules it may say no though it is."""
    if outer.module and inner.module:
        return patterns.includes(outer.path, inner.path)
    if outer.module:
        return patterns.matches(outer.path, inner.path)
    if inner.module:
        return False
    return outer.path == inner.path and is_in(inner.symbol, outer.symbol)
