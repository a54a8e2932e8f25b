"""The children of a list as items: each with the comments and tokens that belong to it.

What an item is, the grammar does not say: the comments above a function belong to it, and so does
the semicolon behind a statement.  Each child is in exactly one item, and items keep the order of
the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agentfs.merge.structured.trees.tree import (
    BLANKS,
    BRACKETS,
    Node,
    Source,
    separator_of,
    squeezed,
)
from agentfs.syntax.naming import definition_key


@dataclass(eq=False)
class Item:
    """A child of a list with the comments and tokens that belong to it, in order of the text."""

    parts: list[Node]
    core: Node
    index: int = 0
    """Its place among its parent's items."""

    @property
    def source(self) -> Source:
        return self.core.source

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def text(self) -> bytes:
        return self.source.text[self.start : self.end]

    @property
    def look(self) -> tuple[str, bytes]:
        """Equal for all that are the `same`, and for hardly anything else."""
        return self.core.type, squeezed(self.text)

    @property
    def digest(self) -> int:
        if len(self.parts) == 1:
            return self.core.digest
        return hash(tuple(part.digest for part in self.parts))


def same(one: Node | Item, other: Node | Item) -> bool:
    """Whether the two differ in blanks and separators at most."""
    if _core(one).type != _core(other).type:
        return False
    text, other_text = one.text, other.text
    if text == other_text:
        return True
    # Digests need all of both trees, and are hardly ever needed.
    return squeezed(text) == squeezed(other_text) and one.digest == other.digest


def _core(thing: Node | Item) -> Node:
    return thing.core if isinstance(thing, Item) else thing


def items_of(parent: Node) -> list[Item]:
    """The children of a node, each with the comments and decorators that lead up to it without
    a blank line, and with what closes it on its own line: a comment, a semicolon."""
    if parent.type in parent.source.profile.parted:
        return with_indices(_parted(parent))
    return with_indices(_attached(parent.children, parent.source))


def bare_items(nodes: Sequence[Node]) -> list[Item]:
    """Nodes as items, each alone."""
    return with_indices([Item([node], node) for node in nodes])


def with_indices(items: list[Item]) -> list[Item]:
    for index, item in enumerate(items):
        item.index = index
    return items


def _attached(children: Sequence[Node], source: Source) -> list[Item]:
    profile, text = source.profile, source.text
    items: list[Item] = []
    lead: list[Node] = []
    for node in children:
        before = lead[-1] if lead else items[-1].parts[-1] if items else None
        gap = text[before.end : node.start] if before is not None else b"\n"
        is_comment = node.type in profile.comments
        if items and not lead and _closes(node, items[-1], gap, is_comment):
            items[-1].parts.append(node)
            continue
        if lead and gap.count(b"\n") > 1:
            items += [Item([each], each) for each in lead]
            lead = []
        if is_comment or node.type in profile.attached:
            lead.append(node)
        elif node.named:
            if items and _is_one_with(node, items[-1]):
                items[-1].parts += [*lead, node]
            else:
                items.append(Item([*lead, node], node))
            lead = []
        else:
            items += [Item([each], each) for each in lead]
            items.append(Item([node], node))
            lead = []
    return items + [Item([each], each) for each in lead]


def _parted(parent: Node) -> list[Item]:
    """Items of a list in which they are all that stands between two separators."""
    profile, text = parent.source.profile, parent.source.text
    rules = [rule for rule in profile.unordered if parent.type in rule.parents]
    within = (kind.removeprefix(f"{parent.type}/") for kind in profile.keys)
    keyed = frozenset(within).union(*(rule.items for rule in rules))
    runs: list[list[Node]] = []
    for node in parent.children:
        gap = text[runs[-1][-1].end : node.start] if runs else b""
        begun = len(runs) == 1 and not runs[0][0].named
        behind = node.type in profile.comments and b"\n" not in gap and not begun
        alone = not node.named and (not runs or node.text in BRACKETS)
        if runs and not alone and (behind or (not separator_of(gap) and not begun)):
            runs[-1].append(node)
        else:
            runs.append([node])
    return [Item(run, next((node for node in run if node.type in keyed), run[0])) for run in runs]


def _is_one_with(node: Node, item: Item) -> bool:
    """Whether a definition is the one before it, gone on with: an equation of a function."""
    joined = item.source.profile.joined
    if node.type not in joined or item.core.type not in joined:
        return False
    if node.syntax is None or item.core.syntax is None:
        return False
    name = definition_key(node.syntax, item.source.profile)
    return bool(name) and name == definition_key(item.core.syntax, item.source.profile)


def _is_value_of(node: Node, item: Item) -> bool:
    if item.core.type not in item.source.profile.assigned:
        return False
    return b"=" in (node.text, item.parts[-1].text)


def _closes(node: Node, item: Item, gap: bytes, is_comment: bool) -> bool:
    """Whether `node` belongs to the item before it: ``x = 1;  # why`` or ``x,  # why``."""
    if not item.core.named:  # the head of a block, and what is said of it behind it
        return is_comment and not gap.strip(b" \t")
    if node.type in item.source.profile.tails or _is_value_of(node, item):
        return True
    if b"\n" in gap:
        return False
    between = gap.strip(BLANKS)
    if is_comment:
        return not between or between == separator_of(between)
    if between or node.named or node.text != b";":
        return False
    before = (kinds for kinds, after in pairwise(item.source.profile.sequence) if ";" in after)
    return not any(item.core.type in kinds for kinds in before)
