"""Calls that one side put in, of a function to which the other gave other parameters.

Both may be right for themselves, and their lines far apart; but what the new call hands over
first is no longer what the function takes first, or something that it needs is missing.  Only a
function counts of which there is one of that name in each text, and only a call that is clearly
one of it.  What a call and a parameter look like is told by conventions that grammars share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Location, Things
from agentfs.merge.verify.names.bindings import way_to
from agentfs.merge.verify.names.receivers import is_of, owner_of, variable_before
from agentfs.syntax.naming import definition_key
from agentfs.syntax.profile import Profile

_CALLED: Final = re.compile(rb"(?<![\w$])([A-Za-z_$][\w$]*)\(")
_CALL: Final = re.compile("call|invocation|creation|new_expression|SuffixExpr|FieldOrFnCall")
_MAKERS: Final = (b"__init__", b"constructor", b"__construct")
"""Methods that are called by the name of their class."""
_FIELDED: Final = b"@dataclass"
"""Stands above a class that is called with its fields."""
_FIELD: Final = re.compile(rb"(?m)^(?: {4}|\t)([A-Za-z_]\w*)[ \t]*:(?![^\n]*ClassVar)[^\n=]*(=)?")
_CLASS: Final = re.compile(rb"\bclass\s+([A-Za-z_]\w*)")
_SELF: Final = re.compile(rb"&?(?:mut\s+)?(?:self|cls|this)\b")
_OF_SELF: Final = re.compile(rb"(?:(?:self|this|Self)(?:\.|->|::)|\$this->)\Z")
_OF_OTHERS: Final = re.compile(rb"(?:\.|->|::)\s*\Z")
_EXPLICIT: Final = frozenset({"method_definition"})
"""Node types of methods that are called with what they are of before them."""
_REST: Final = re.compile(rb"[*&]|\.\.|/\Z|.*(?:\.\.\.|\b(?:vararg|params)\s+\w)", re.DOTALL)
"""A parameter that takes any number of arguments, or says how others are handed over."""
_PATTERN: Final = re.compile(rb"[^$\w]")
_SPREAD: Final = re.compile(rb"\*|\.\.\.|&\w*\Z|.*\.\.\.\Z", re.DOTALL)
_DEFAULT: Final = re.compile(rb"=|\A[\w$]+\?|:\Z")
_LABELLED: Final = re.compile(rb"([A-Za-z_]\w*)\s*(?:=(?![=>])|:(?!:))")
_LISTED: Final = re.compile("parameters|parameter_list|ParamDeclList")
_COMMENT: Final = re.compile("comment")
_FIELDS: Final = ("value", "declarator", "parameters")
"""On the way from a definition to its parameters."""
_LONGEST: Final = 4000
"""Bytes of a list of arguments."""
_NEAR: Final = 80
"""Bytes before a name that may say that it is defined there."""
_BRACKET: Final = re.compile(rb"[()]")
_OPENING: Final = re.compile(rb"(?:\s*=\s*(?:async\s*)?)?\(")
_IN_NAME: Final = re.compile(rb"[$\w]")
_BEFORE: Final = re.compile(rb"\b(?:def|function|fn|func|fun|sub|proc)\s[^\n=]*\Z")
_BEHIND: Final = re.compile(rb"\)\s*(?:[{:=]|->|throws\b|const\b|override\b|noexcept\b)")


@dataclass(frozen=True, slots=True)
class _Parameters:
    names: tuple[bytes, ...]
    needed: frozenset[bytes]
    is_open: bool
    """Whether it takes more than it names."""
    is_member: bool
    explicit: bool
    """Whether a call has to say what it is a member of."""
    owner: bytes = b""
    """The type that it is a member of."""
    is_of_one: bool = False
    """Whether it takes an object of that type before all else."""


_Heads = Mapping[bytes, _Parameters | None]


@dataclass(frozen=True, slots=True)
class _Call:
    text: bytes
    positional: int
    labels: frozenset[bytes]
    of_self: bool
    row: int


def called_otherwise(judged: Judged) -> Iterator[Finding]:
    """Only of texts that have new calls of what looks like another function now.  Raises
    GrammarMissing."""
    base, left, right = judged.inputs
    heads: dict[int, _Heads] = {}
    ours, theirs = judged.changed
    for side, other, number in ((left, theirs, 1), (right, ours, 2)):
        for name in sorted(_in_question(base, side, other.more)):
            if not heads:
                texts = (*judged.known, judged.stated)
                heads = {at: _heads(each) for at, each in enumerate(texts)}
            versions = [heads[at].get(name) for at in (0, number, 3 - number, 3)]
            if row := _row_of_clash(name, versions, judged, number):
                what = name.decode("utf-8", "replace")
                reason = f"one side gave `{what}` other parameters, the other calls it once more"
                yield Finding(FindingKind.UNDEFINED, what, row, reason)


def _in_question(base: bytes, side: bytes, fresh: Iterable[bytes]) -> set[bytes]:
    """Names that the other side calls in new lines, and that `side` seems to define otherwise."""
    names = {name for line in fresh for name in _CALLED.findall(line)}
    makes_otherwise = any(_lists(each, base) != _lists(each, side) for each in _MAKERS)
    is_like_it = makes_otherwise or _FIELDED in base
    classes = {*_CLASS.findall(base)} if is_like_it else set[bytes]()
    return {name for name in names if name in classes or _lists(name, base) != _lists(name, side)}


def _lists(name: bytes, text: bytes) -> set[bytes]:
    """What stands in parentheses behind the name, or behind the ``=`` that gives it a function, if
    that looks like a definition."""
    found = set()
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        is_whole = not _IN_NAME.match(text[at - 1 : at])
        opening = _OPENING.match(text, end) if is_whole else None
        if opening is not None:
            listed = _listed(text, opening.end())
            behind = opening.end() + len(listed)
            before = text[max(0, at - _NEAR) : at]
            if _BEHIND.match(text, behind) or _BEFORE.search(before):
                found.add(listed)
        at = text.find(name, end)
    return found


def _listed(text: bytes, start: int) -> bytes:
    """Up to the bracket that ends what begins there."""
    depth = 1
    for bracket in _BRACKET.finditer(text, start, start + _LONGEST):
        depth += 1 if bracket[0] == b"(" else -1
        if not depth:
            return text[start : bracket.start()]
    return text[start : start + _LONGEST]


def _row_of_clash(
    name: bytes, versions: list[_Parameters | None], judged: Judged, number: int
) -> int:
    """The row, from 1, of a call that does not fit; 0 if there is none.  `versions`: of base, the
    side, which has that number, the other and the result."""
    was, now, there, made = versions
    if was is None or now is None or there != was or made != now:
        return 0
    if was.names == now.names and was.needed == now.needed:
        return 0
    old = Counter(call.text for call in _calls(name, judged.known[number], now))
    for call in _calls(name, judged.stated, now):
        is_member = now.is_member or bool(now.owner)
        if old[call.text] or call.of_self > is_member or call.of_self < now.explicit:
            continue
        if _means_another(call, was, now):
            return call.row + 1
        if not judged.profile.lenient and _fits(call, was) and not _fits(call, now):
            return call.row + 1
    return 0


def _means_another(call: _Call, was: _Parameters, now: _Parameters) -> bool:
    """Whether one of its arguments is for another parameter than its author thought."""
    pairs = list(zip_longest(was.names, now.names))[: call.positional]
    return any(old != new and old in now.names for old, new in pairs if old is not None)


def _fits(call: _Call, parameters: _Parameters) -> bool:
    given = {*parameters.names[: call.positional], *call.labels}
    if parameters.is_open:
        return parameters.needed <= given
    more = call.positional > len(parameters.names) or not call.labels <= {*parameters.names}
    return parameters.needed <= given and not more


def _heads(things: Things) -> _Heads:
    """The parameters of each function of which there is one of that name; None of others."""
    profile = things.profile
    found: dict[bytes, list[Location]] = {}
    makers: dict[bytes, list[Location]] = {}
    for location in things.members():
        is_function = profile.definitions.get(location.node.type) == "function"
        if is_function and _list_of(location.node) is not None:
            name = definition_key(location.node, profile).rpartition(".")[2]
            found.setdefault(name.encode("utf-8", "replace"), []).append(location)
            around = things.address(location)[1:2] if name.encode() in _MAKERS else ()
            for each in around:
                makers.setdefault(each.rpartition(b".")[2], []).append(location)
    heads = {each: _fielded(things.text, each) for each in _fielded_in(things.text)}
    heads |= {
        name: _parameters(places[0], profile) if len(places) == 1 else None
        for name, places in (found | makers).items()
    }
    for made in makers.keys() - found.keys():
        head = heads[made]
        heads[made] = replace(head, is_member=False, explicit=False) if head else None
    return heads


def _fielded_in(text: bytes) -> set[bytes]:
    """Classes that are called with their fields, and have no bases and no say in it."""
    names = re.findall(rb"@dataclass(?:\(frozen=True\))?\s+class (\w+):", text)
    return {each for each in names if names.count(each) == 1}


def _fielded(text: bytes, name: bytes) -> _Parameters | None:
    body = text.partition(b"class " + name + b":")[2]
    body = re.split(rb"\n(?=[^\s#])|\n[ \t]+(?=def |@|class )", body, maxsplit=1)[0]
    if b"field(" in body or b"KW_ONLY" in body or b"__init__" in body:
        return None
    fields = _FIELD.findall(body)
    needed = frozenset(each for each, default in fields if not default)
    return _Parameters(tuple(each for each, _ in fields), needed, False, False, False)


def _parameters(at: Location, profile: Profile) -> _Parameters | None:
    listed = _list_of(at.node)
    if listed is None:
        return None
    explicit, is_member, up = at.node.type in _EXPLICIT, False, at.up
    while up is not None:
        is_member |= up.node.type in profile.inside and bool(definition_key(up.node, profile))
        up = up.up
    items = listed
    is_of_one = bool(items) and _SELF.match(items[0].text or b"") is not None
    if is_of_one:
        items, explicit = items[1:], True
    texts = [each.text or b"" for each in items]
    named = [(_name_of(each), text) for each, text in zip(items, texts, strict=True)]
    is_open = any(_REST.match(text) or _PATTERN.match(each) for each, text in named)
    named = [(each, text) for each, text in named if not _REST.match(text)]
    needed = frozenset(each for each, text in named if not _DEFAULT.search(text))
    owner = owner_of(at, profile)
    names = tuple(each for each, _ in named)
    return _Parameters(names, needed, is_open, is_member, explicit, owner, is_of_one)


def _list_of(node: Node) -> list[Node] | None:
    for _ in range(len(_FIELDS)):
        inner = [*filter(None, map(node.child_by_field_name, reversed(_FIELDS)))]
        inner += [each for each in node.named_children if _LISTED.search(each.type)]
        if not inner:
            return None
        node = inner[0]
        if _LISTED.search(node.type):
            return [each for each in node.named_children if not _COMMENT.search(each.type)]
    return None


def _name_of(parameter: Node) -> bytes:
    """Its text, if it is no name: a pattern."""
    node: Node | None = parameter
    while node is not None and node.child_count:
        fields = map(node.child_by_field_name, ("name", "pattern", "declarator", "parameter"))
        node = next(filter(None, fields), next(iter(node.named_children), None))
        if node is not None and node.type == "variable_name":
            break
    text = node.text or b"" if node is not None else b""
    return text if re.fullmatch(rb"[$\w]+", text) else parameter.text or b""


def _calls(name: bytes, things: Things, head: _Parameters) -> Iterator[_Call]:
    for found in re.finditer(rb"(?<![\w$])" + re.escape(name) + rb"\(", things.text):
        before = things.text[max(0, found.start() - 8) : found.start()]
        of_self = _OF_SELF.search(before) is not None or _is_its(found.start(), things, head)
        if not of_self and _OF_OTHERS.search(before):
            continue
        way = [node for node, _ in way_to(found.start(), things.tree)]
        call = next((each for each in way[:4] if _CALL.search(each.type)), None)
        arguments = _arguments(call) if call is not None else None
        if call is None or arguments is None or arguments.start_byte != found.end() - 1:
            continue
        made = _call_of(call, arguments.named_children, of_self)
        if made is not None:
            yield made


def _is_its(at: int, things: Things, head: _Parameters) -> bool:
    """Whether what is called there is the member, of its type or of an object of it."""
    if not head.owner:
        return False
    if variable_before(things.text, at) == head.owner:
        return not head.is_of_one
    return is_of(head.owner, things.text, at)


def _arguments(call: Node) -> Node | None:
    found = call.child_by_field_name("arguments")
    inner = [each for each in call.named_children if each.type.endswith("suffix")]
    listed = [each for part in (call, *inner) for each in part.named_children]
    return found or next((each for each in listed if "argument" in each.type.lower()), None)


def _call_of(call: Node, arguments: Sequence[Node], of_self: bool) -> _Call | None:
    """None if nobody can tell how many arguments it has."""
    texts = [each.text or b"" for each in arguments if not _COMMENT.search(each.type)]
    if any(_SPREAD.match(text) for text in texts):
        return None
    labels = [match[1] for text in texts if (match := _LABELLED.match(text))]
    row = call.start_point.row
    return _Call(call.text or b"", len(texts) - len(labels), frozenset(labels), of_self, row)
