"""What is to be known of a language, to find its definitions and to merge it: data, no code.

Node types and field names are those of the language's tree-sitter grammar.  Where this says
"place", it means a field of a node, or the first child of a node type, for names also a later
one (``sym_lit#2``); keys, and what belongs to `Unordered`, may be at the end of a whole path of
places (`places`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Unordered:
    """Children that may stand in any order.

    Where both sides put such children at the same spot, a merge keeps both; they must differ
    in their keys (`Profile.keys`).  All else in a list is ordered, and so is what is listed
    here against what is not.
    """

    parents: frozenset[str]
    items: frozenset[str]
    """Node types that may change places with each other."""
    within: frozenset[str] = frozenset()
    """If there are any: only in parents that are in nodes of these types."""
    named: frozenset[bytes] = frozenset()
    """If there are any: only in parents of which the text at `name_place` is one of these."""
    name_place: str = "name"
    not_named: frozenset[bytes] = frozenset()
    """Not in parents of which the text at `name_place` is one of these."""
    not_matching: re.Pattern[bytes] | None = None
    """Not in parents of which the text at `name_place` is all of this."""
    not_below: frozenset[bytes] = frozenset()
    """Not in parents of which the text at `below_place` is one of these."""
    below_place: str = ""
    having: frozenset[str] = frozenset()
    """If there are any: only items that have something at one of these places."""
    like: re.Pattern[bytes] | None = None
    """Only items of which all the text is so: names of files, but no word between them."""
    keys: tuple[str, ...] | None = None
    """As in `Profile.keys`, for these parents only."""
    key_part: re.Pattern[bytes] | None = None
    """If a key's text begins so, then that much of it is the key, whatever its case: ``name``
    of ``name>=1.0``."""
    runs: bool = False
    """If several tokens stand between two separators, they are one item: ``a::B``."""
    alone: bool = False
    """Only if the parent has no other items: a list of plain strings."""
    reworded: bool = False
    """Whether people write the keys for each other, and may word one anew: items that are much
    alike are one, whatever their keys."""
    release: re.Pattern[bytes] | None = None
    """The beginning of a key that says of which release an item is, in group ``release``.  That
    is all of the key then, and items stand in the order of their releases if their neighbours
    do, up or down."""
    not_after: re.Pattern[bytes] | None = None
    """With `alone`: not in parents of which the text before them on their line ends so:
    ``cmd = ``."""
    not_with: re.Pattern[bytes] | None = None
    """With `alone`: not in parents of which an item begins so: ``"--all"``."""


@dataclass(frozen=True, kw_only=True)
class Call:
    """A definition that is written as a call: ``def`` in Elixir, ``describe("…", …)`` in tests."""

    node: str
    """Its node type."""
    callee: str
    """The place of what is called; a step into a place is written ``a/b``.  What stands there
    counts up to the first blank or parenthesis: ``it.each`` in ``it.each([1])("…")``."""
    kinds: Mapping[bytes, str]
    """What is called, and the kind of definition that makes; a class or module has members.
    "import" is an import.  "" is no symbol that could be locked, but has a key where it is
    merged: what is called, and its name."""
    name: str = "arguments"
    """The place of a list of which the first element is its name, or where the way of
    `Profile.steps` to its name begins."""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Keys that say a part of what another says, so that the order of the two has a meaning:
    ``margin-left`` and ``margin``."""

    between: bytes
    """What stands between the whole's key and the rest of the part's."""
    wholes: frozenset[bytes] = frozenset()
    """Keys that have parts; all, if neither these nor `divided` are given.  Only of these the
    verifier looks for wholes and parts in one list."""
    divided: frozenset[str] = frozenset()
    """Node types of which each key has parts: an element of an array of tables."""
    apart: frozenset[bytes] = frozenset()
    """Keys that are no parts, whatever they begin with."""


@dataclass(frozen=True, kw_only=True)
class Embedded:
    """A text of another language: a script in a page."""

    parent: str
    """The node type around it."""
    head: str
    """The place in the parent of what may say which language it is."""
    told: re.Pattern[bytes]
    """What says so there, the language in its first group: ``lang="ts"``."""
    suffixes: Mapping[bytes, bytes]
    """By what is said, the suffix of that language's files; by nothing, if nothing is.  What is
    missing here is merged as one token."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """A list or an object that may be written in brackets or in lines: ``[a]`` or ``- a``."""

    bracketed: str
    """Its node type in brackets, with commas."""
    lined: str
    """The same in lines."""
    mark: bytes = b""
    """What an item begins with in lines; empty if items are entries with a key and a value."""


@dataclass(frozen=True, kw_only=True)
class Worded:
    """A token that is a list of words, with blanks between: ``class="wide dark"``."""

    word: re.Pattern[bytes]
    """One word.  If there is anything between words but blanks, it is no list of them."""
    between: bytes = b""
    """Characters that count as blanks."""
    unordered: re.Pattern[bytes] | None = None
    """Words that may stand in any order among each other.  If it has a group, that is all of the
    word that tells it from others: ``-O`` of ``-O2``."""
    named: frozenset[bytes] = frozenset()
    """If there are any: only if the text at `name_place` is one of these."""
    name_place: str = "."


@dataclass(frozen=True, kw_only=True)
class LineForm:
    """A language of lines without a grammar: entries with keys, maybe in sections."""

    comment: re.Pattern[bytes]
    entry: re.Pattern[bytes]
    """A line that is an entry; group ``key`` is what tells it from its neighbours."""
    section: re.Pattern[bytes] | None = None
    """A line that begins a section; group ``key`` is its name."""
    section_end: re.Pattern[bytes] | None = None
    """The line that ends a section; without, the next one does."""
    continued: bytes = b""
    """An entry whose line ends so goes on in the next."""
    hanging: bool = False
    """An entry goes on in the lines after it that are indented deeper."""
    pieces: re.Pattern[bytes] | None = None
    """What an entry of one line consists of: named groups, each merged for itself."""
    listed: re.Pattern[bytes] | None = None
    """An item of a list that an entry without a value of its own has in the lines that hang on
    it; group ``key`` as in `entry`.  It is none if any line is something else."""
    between_commas: re.Pattern[bytes] | None = None
    """An item of a value that is a list by its commas, if all between them is like that."""
    in_order: re.Pattern[bytes] | None = None
    """Keys of entries that are no lists even so, since their order has a meaning."""
    escapes: re.Pattern[bytes] | None = None
    """As in `Profile.escapes`."""
    folded: bool = False
    """Keys that are names are one whatever their case, and whether ``-``, ``_`` or ``.`` is in
    them: ``PyYAML`` and ``pyyaml``."""


@dataclass(frozen=True, kw_only=True)
class Lexical:
    """Where names are known in a language that is all expressions: in what binds them."""

    uses: Mapping[str, str]
    """Node types that use names, and the path to those."""
    binds: Mapping[str, tuple[str, ...]]
    """Node types, and the paths to the names that are known in such a node."""


@dataclass(frozen=True, kw_only=True)
class Arity:
    """What takes as many values as it has parameters or fields, none by default."""

    definitions: Mapping[str, tuple[str, ...]]
    """Node types of definitions, and the paths of the list of what they take."""
    uses: Mapping[str, tuple[str, str]]
    """Node types that hand values over: the paths of what is used, and of the list of them."""
    lists: frozenset[str]
    """Node types of such lists."""
    several: str = ""
    """The field of which a parameter has several if it is several: the names of ``a, b int``."""
    open: frozenset[str] = frozenset()
    """Node types in such a list that may be any number of values, or go by their names."""
    owned: frozenset[str] = frozenset()
    """Node types, of a definition or in its list, that make it a member: ``x.name(…)``."""
    nothing: frozenset[bytes] = frozenset()
    """Parameters that are none: ``void``."""
    spreads: bool = False
    """Whether a call that is the only value may stand for several."""


@dataclass(frozen=True, kw_only=True)
class Profile:
    name: str
    """As users write it."""
    grammar: str
    """Empty for a language of lines, which has `lines` instead."""
    suffixes: tuple[bytes, ...]
    """What file names end with, dot and all."""
    shared: Mapping[bytes, re.Pattern[bytes]] = field(default_factory=dict)
    """Suffixes of another language's files, and what is found in one that is in this language."""
    names: tuple[bytes, ...] = ()
    """Whole file names."""
    stems: tuple[bytes, ...] = ()
    """File names that may have any suffix: ``Dockerfile.dev``."""
    interpreters: tuple[bytes, ...] = ()
    """What a ``#!`` line may name, without version."""

    definitions: Mapping[str, str]
    """Node types that are definitions, and their kind.  One that has no name is none."""
    inside: frozenset[str]
    """Definitions that have members.  What is inside others, such as functions, is theirs."""
    through: frozenset[str]
    """Nodes that may hold definitions without being one: bodies, conditions, regions."""
    wrappers: frozenset[str] = frozenset()
    """As `through`; if there is one definition in it, then the wrapper belongs to it."""
    attached: frozenset[str] = frozenset({"comment"})
    """Nodes that belong to a definition that follows at once: comments, decorators."""
    anywhere: frozenset[str] = frozenset()
    """Definitions that mean the same before and behind any statement that does not name them:
    functions, where no statement says something of all that follow."""
    joined: frozenset[str] = frozenset()
    """Definitions that are one with a neighbour of the same name: the signature and the
    equations of a function, its clauses."""
    tails: frozenset[str] = frozenset()
    """Nodes that belong to the sibling before them: a function's body, if it stands beside
    the function's head."""
    suffixed: frozenset[str] = frozenset()
    """Nodes that are one expression with the sibling before them: ``(x)`` behind the name of
    what is called, if the grammar has no node for the two."""
    assigned: frozenset[str] = frozenset()
    """Nodes of which the value stands beside them, behind a ``=``: a parameter with what it is by
    default."""
    imports: frozenset[str] = frozenset()
    sweeping: re.Pattern[bytes] = re.compile(rb"")
    """Found in the line of an import that brings names which it does not state; in all, if the
    language knows no other."""

    name_places: Mapping[str, str] = field(default_factory=dict)
    """Node type of a definition: the place of its name, if that is not ``name``."""
    steps: Mapping[str, str] = field(default_factory=dict)
    """Node types on the way to a name or value: the place to go on to; "" is the first child."""
    fixed_names: Mapping[str, str] = field(default_factory=dict)
    """Node types that have no name in the text: the one that they get."""
    owner: str = ""
    """The place of a method's receiver, whose type is put before its name."""
    value_places: Mapping[str, str] = field(default_factory=dict)
    """Node types that are definitions only if the value at this place is one of `values`."""
    values: frozenset[str] = frozenset()
    assigning: frozenset[str] = frozenset()
    """Node types that give a value to what needs no declaration, and is known from there on in
    all of the function: ``$a = 1``."""
    declared: Mapping[str, tuple[str, re.Pattern[bytes]]] = field(default_factory=dict)
    """Node types of statements that declare variables: the place of their names, and what the text
    begins with if what they declare keeps its value."""
    needs_body: frozenset[str] = frozenset()
    """Node types that without a field ``body`` just mention something."""

    calls: tuple[Call, ...] = ()

    comments: frozenset[str] = frozenset({"comment"})
    """Node types that are comments.  They travel with what they stand before or behind."""
    described: frozenset[str] = frozenset()
    """``type/type``: strings that stand in such a node as they are, and are as good as comments."""
    bodies: frozenset[str] = frozenset()
    """Nodes that the grammar begins with the first thing in them, so that comments above that
    stand before the body."""
    placeholders: frozenset[bytes] = frozenset()
    """Statements that stand where nothing else does, and mean nothing: ``pass``."""
    blanks: frozenset[str] = frozenset()
    """Node types that only lead on to the next line."""
    atomic: frozenset[str] = frozenset()
    """Nodes that are merged as one token, whatever they contain: strings, templates, heredocs."""
    unknown: Mapping[str, re.Pattern[bytes]] = field(default_factory=dict)
    """Node types that are one token if their text begins so: what the grammar does not know."""
    embedded: Mapping[str, tuple[Embedded, ...]] = field(default_factory=dict)
    """Atomic nodes whose text is one of another language, and is merged as that."""
    flowing: frozenset[str] = frozenset()
    """Tokens and atomic nodes in which one blank is as good as another, or as the end of a line."""
    marks: frozenset[str] = frozenset()
    """Tokens of which it is a matter of taste which stands in a text, if all are alike: bullets."""
    worded: Mapping[str, tuple[Worded, ...]] = field(default_factory=dict)
    """Tokens and atomic nodes whose text may be a list of words, and which.  The first that fits
    counts."""
    merged_as: Mapping[str, str] = field(default_factory=dict)
    """Node types of lists that have few items, and the type that they have with more."""
    unordered: tuple[Unordered, ...] = ()
    unwritten: frozenset[str] = frozenset()
    """Node types of lists of which there is nothing if they are empty: modifiers."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Node types of a list's items that are told apart by what is at these places.  An empty
    tuple: by their whole text.  (Definitions are told apart by name; one without a place for
    its name is named by these.)  ``parameters/identifier``: only in nodes of that type."""
    sigils: bytes = b""
    """Characters that a key may have at its ends and is the same without, as quotes are:
    ``:a => 1`` and ``a: 1``."""
    escapes: re.Pattern[bytes] | None = None
    """What stands for one character in a key: that character itself is in group ``char``, or its
    number, in hexadecimal digits, in the one other group that is there: ``\\u0064``."""
    unique: frozenset[str] = frozenset()
    """Node types, with a key, of which one parent must not have two of the same key."""
    repeatable: frozenset[str] = frozenset()
    """Node types, with a key, of which a list may have several of the same key: attributes.  Where
    both sides have several, the key does not tell what an item is."""
    distinct: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Node types of which, whatever their keys, one parent must not have two with the same
    text at one of these places, each node there by itself: a field's name beside its number, the
    names that an import brings.  What only wraps them (`wrappers`) is no parent.  What several
    types have at these places must differ among all of them."""
    reopened: frozenset[str] = frozenset()
    """Node types of definitions, with a ``body``, of which those with the same head are one: no two
    of them may have members of one name."""
    transparent: frozenset[str] = frozenset()
    """Node types in which nothing may be that must differ from it in what is around them:
    the fields of a ``oneof`` are those of its message."""
    moving: frozenset[str] = frozenset()
    """Node types of entries, with a key, that are the same in another object, too: one side may
    move one there while the other changes its value.  Not in languages with definitions, which
    are what moves there."""
    forms: tuple[Form, ...] = ()
    """Of the value of an entry, in its field ``value``."""
    short_for: frozenset[bytes] = frozenset()
    """Keys of which the value, a string, may stand for an object with nothing else: ``a = "1"`` for
    ``a = { version = "1" }``."""
    parts: Parts | None = None
    """Which keys are parts of others; without, none is."""
    sections: Mapping[str, frozenset[bytes]] = field(default_factory=dict)
    """Node types of heads, which say something of all that follows in their list up to the
    next: ``private:``; and the words that they begin with."""
    overloads: Mapping[str, str] = field(default_factory=dict)
    """Definitions, imports and other things with keys, of which several may have one name: the
    place of what tells them apart."""
    arities: tuple[Arity, ...] = ()
    """Where the number of values must be that of the parameters.  Not of what may be there more
    than once under one name, unless all of them are in one file."""
    conditions: re.Pattern[bytes] | None = None
    """All the text of attached nodes that say when a definition is there, and so tell those of one
    name apart: ``#[cfg(unix)]``.  One without any is there always."""
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Within nodes of a type, the fields and types of what counts for no key and tells no
    overloads apart: the names of parameters."""
    separators: Mapping[str, bytes] = field(default_factory=dict)
    """Node types of lists whose items stand between other tokens than commas; ``type/list`` for
    one that is in a node of that type."""
    of_lines: frozenset[str] = frozenset()
    """Node types of lists in which the end of a line is as good as a comma."""
    parted: frozenset[str] = frozenset()
    """Node types of lists of which an item is all that stands between two commas: a parameter
    with what it is by default, a base with who may see it.  It is known by the part of it that
    `keys` or `unordered` name."""
    left_by: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Node types of cases that run on into the next one, but for those of which the last statement
    is one of these: ``break``."""
    run_on_by: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The same of cases that do so only if the last statement is one of these."""
    grouped: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Node types of lists in which all that stands between two commas is one thing, and the node
    types of what is for itself there: ``color 1s`` of ``transition: color 1s, width 2s``."""
    mentions: tuple[tuple[re.Pattern[bytes], re.Pattern[bytes]], ...] = ()
    """What mentions a name that is in the same file, and what says what that is: ``*name`` and
    ``&name``.  Both have the same groups, which are the name."""
    granted: tuple[re.Pattern[bytes], re.Pattern[bytes]] | None = None
    """What says which traits a type has without more, and what gives it one; both with the groups
    ``traits`` and ``type``."""
    headed: Mapping[str, str] = field(default_factory=dict)
    """Node types of heads without a node for them and what stands under them, and the type that
    this gets; it ends where one of its own type begins, too."""
    lexical: Lexical | None = None
    """What binds names, if the conventions that most grammars share do not tell."""
    paired: frozenset[str] = frozenset()
    """Node types of lists in which every two things are an entry, its key and its value, in any
    order: ``{:a 1 :b 2}``."""
    positional: frozenset[str] = frozenset()
    """Node types of lists of which the number of items of one kind says what each one means, if
    there are no commas between them: the values of ``padding: 8px 4px``."""
    exclusive: tuple[frozenset[str], ...] = ()
    """Tokens, or names of entries, of which a node may hold one: ``public`` or ``private``."""
    sequence: tuple[frozenset[str], ...] = ()
    """Ranks of node types of which the grammar, or custom, says in what order they stand, if one
    list has several of them: what a class extends before what it implements.  Where ``;`` is a
    rank, it belongs to no item of the rank before it."""
    indented: bool = False
    """Whether indentation has meaning."""
    promising: Mapping[bytes, re.Pattern[bytes]] = field(default_factory=dict)
    """Modifiers of a function with which what it is said to give back must be of a kind of its own,
    and what that looks like: ``async`` and ``Promise``."""
    lenient: bool = False
    """Whether a call may have fewer or more arguments than there are parameters."""
    caseless: bool = False
    """Whether names are one whatever their case."""
    reader: Literal["", "python", "toml"] = ""
    """What of Python's library, beside the grammar, can say whether a text is of the language."""
    lines: LineForm | None = None


def ranks(*kinds: str | Collection[str]) -> tuple[frozenset[str], ...]:
    """For `Profile.sequence`: what stands first, and what behind it; each a node type, or several
    of one rank."""
    return tuple(frozenset({each} if isinstance(each, str) else each) for each in kinds)
