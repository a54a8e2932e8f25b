"""What a result's structure gives away: syntax errors, and things that are stated twice.

Only what no input has counts.  The result is parsed once; the inputs are parsed only if
something in the result looks wrong.
"""

from __future__ import annotations

import ast
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from tree_sitter import Language, Node, Query, QueryCursor, Tree

from agentfs.merge.verify.entries import doubled_entries
from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.texts import MARK, lines_of
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.naming import definition_key, is_import
from agentfs.syntax.places import text_at
from agentfs.syntax.profile import Profile

LARGEST: Final = 1 << 20
"""Bytes.  A larger text is not parsed."""

_Key = tuple[str, bytes]
"""What kind of thing, and what tells it from its neighbours."""
_Place = tuple[bytes, ...]
"""The names of what a thing is in, the innermost first."""
_Thing = tuple[_Place, _Key]


def structural(
    base: bytes, left: bytes, right: bytes, result: bytes, profile: Profile
) -> Iterator[Finding]:
    """Raises GrammarMissing if the installation is broken."""
    texts = (base, left, right)
    if profile.lines is not None:
        yield from doubled_entries(texts, result, profile.lines)
    if not profile.grammar or any(b"\0" in each for each in (*texts, result)):
        return
    if max(map(len, (*texts, result))) > LARGEST:
        return
    tree = parse_tree(profile.grammar, result)
    if broken := _broken(texts, result, tree, profile):
        yield broken
    yield from _doubled(texts, result, tree, profile)


def _broken(
    texts: tuple[bytes, bytes, bytes], result: bytes, tree: Tree, profile: Profile
) -> Finding | None:
    line = _python_error(result) if profile.name == "python" else 0
    if line and not any(map(_python_error, texts)):
        return Finding(FindingKind.BROKEN, "", line, "Python cannot read the result")
    if not tree.root_node.has_error:
        return None
    errors = _errors(tree, result)
    base, left, right = (_errors(parse_tree(profile.grammar, text), text) for text in texts)
    if len(errors) <= max(len(base), len(left), len(right), len(left) + len(right) - len(base)):
        return None
    known = {line for _, line in base}
    if not all(line in known for _, line in (*left, *right)):
        # What a side broke may break in another way, and elsewhere, among other lines.
        return None
    fresh = [(row, line) for row, line in errors if line not in known]
    if not fresh:
        return None
    row, text = fresh[0]
    what = text.decode("utf-8", "replace")[:40]
    reason = "the result has a syntax error that no input has"
    return Finding(FindingKind.BROKEN, what, row + 1, reason)


def _python_error(text: bytes) -> int:
    """The line that Python cannot read, or 0."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError as error:
        return error.lineno or 1
    except (ValueError, RecursionError, MemoryError):
        return 1
    return 0


def _errors(tree: Tree, text: bytes) -> list[tuple[int, bytes]]:
    """The row and the line of each ERROR and MISSING node, in order."""
    rows = []
    waiting = [tree.root_node]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            rows.append(node.start_point.row)
        elif node.has_error:
            waiting += reversed(node.children)
    lines = text.split(b"\n") if rows else []
    return [(row, lines[row].strip() if row < len(lines) else b"") for row in rows]


def _doubled(
    texts: tuple[bytes, bytes, bytes], result: bytes, tree: Tree, profile: Profile
) -> Iterator[Finding]:
    fresh = _fresh_rows(texts[0], result)
    suspects = _repeated(tree, profile, fresh, result) if fresh else {}
    if not suspects:
        return
    known = [_most(parse_tree(profile.grammar, text), profile, set(suspects)) for text in texts]
    for thing, (row, count) in suspects.items():
        # What an input states twice may be stated twice: a property and its setter.
        if max(most[thing] for most in known) < 2:
            what = thing[1][1].decode("utf-8", "replace")[:80]
            reason = f"the result states `{what}` {count} times in one place, no input does"
            yield Finding(FindingKind.DOUBLED, what, row + 1, reason)


def _repeated(
    tree: Tree, profile: Profile, fresh: set[int], result: bytes
) -> dict[_Thing, tuple[int, int]]:
    """What is stated on a fresh row and more than once in its parent: the last row, and how
    often."""
    suspects: dict[_Thing, tuple[int, int]] = {}
    counts: dict[int, Counter[_Key]] = {}
    for node in _nodes(tree, _types(profile)):
        row = node.start_point.row
        if row not in fresh:
            continue
        key = _key(node, profile)
        if key is None or result.count(key[1]) == 1:
            continue
        parent = _parent(node, profile)
        if parent.id not in counts:
            counts[parent.id] = Counter(_keys_in(parent, profile))
        if (count := counts[parent.id][key]) > 1:
            suspects[_place(parent, profile), key] = (row, count)
    return suspects


def _most(tree: Tree, profile: Profile, things: set[_Thing]) -> Counter[_Thing]:
    """How often each of these things is stated in one parent, at most."""
    keys = {key for _, key in things}
    counts: Counter[tuple[int, _Key]] = Counter()
    places: dict[int, _Place] = {}
    most: Counter[_Thing] = Counter()
    for node in _nodes(tree, _types(profile)):
        key = _key(node, profile)
        if key is None or key not in keys:
            continue
        parent = _parent(node, profile)
        if parent.id not in places:
            places[parent.id] = _place(parent, profile)
        counts[parent.id, key] += 1
        thing = (places[parent.id], key)
        most[thing] = max(most[thing], counts[parent.id, key])
    return most


def _fresh_rows(base: bytes, result: bytes) -> set[int]:
    """Rows of the result, from 0, of lines that are there more often than in base."""
    more = Counter(lines_of(result))
    more.subtract(lines_of(base))
    fresh = {line for line, count in more.items() if count > 0}
    if not fresh:
        return set()
    rows = result.removeprefix(MARK).split(b"\n")
    return {row for row, line in enumerate(rows) if line.strip() in fresh}


def _nodes(tree: Tree, types: frozenset[str]) -> list[Node]:
    """In the order of the text."""
    if not types:
        return []
    found = QueryCursor(_query(tree.language, types)).captures(tree.root_node)
    return sorted(found.get("thing", []), key=lambda node: node.start_byte)


def _parent(node: Node, profile: Profile) -> Node:
    """What it is in; a definition and an import are not in what is only wrapped around them."""
    entry = node.type in profile.unique
    parent = node.parent
    while parent is not None and not entry and parent.type in profile.wrappers:
        node, parent = parent, parent.parent
    return parent or node


def _keys_in(parent: Node, profile: Profile, wrapped: bool = False) -> Iterator[_Key]:
    """Of what is in `parent`, as `_parent` has it."""
    for child in parent.named_children:
        if not (wrapped and child.type in profile.unique) and (key := _key(child, profile)):
            yield key
        elif child.type in profile.wrappers:
            yield from _keys_in(child, profile, wrapped=True)


def _types(profile: Profile) -> frozenset[str]:
    return frozenset(profile.definitions) | profile.imports | profile.unique


@cache
def _query(language: Language, types: frozenset[str]) -> Query:
    return Query(language, f"[{' '.join(f'({each})' for each in sorted(types))}] @thing")


def _key(node: Node, profile: Profile) -> _Key | None:
    if node.type in profile.definitions:
        name = definition_key(node, profile)
        if not name:
            return None
        place = profile.overloads.get(node.type)
        overload = text_at(node, place) if place else b""
        return ("definition", _plain(name.encode("utf-8", "replace") + b" " + overload))
    if node.type in profile.unique:
        places = profile.keys.get(node.type, ())
        texts = [text_at(node, place) for place in places] if places else [node.text or b""]
        return (node.type, _plain(b" ".join(texts))) if any(texts) else None
    if is_import(node, profile):
        return ("import", _plain(node.text or b""))
    return None


def _plain(text: bytes) -> bytes:
    return b" ".join(text.split())


def _place(parent: Node, profile: Profile) -> _Place:
    names = []
    node: Node | None = parent
    while node is not None:
        if key := _key(node, profile):
            names.append(key[1])
        node = node.parent
    return tuple(names)
