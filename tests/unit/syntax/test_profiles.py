"""Profiles are data about grammars that change: each name in one must be in its grammar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields

import pytest

from agentfs.model.ids import RepoPath
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.languages import LANGUAGES, language_of
from agentfs.syntax.profile import Profile

WITH_GRAMMAR = [each for each in LANGUAGES if each.grammar]
OF_LINES = [each for each in LANGUAGES if not each.grammar]
SYMBOL_KINDS = {"function", "class", "type", "module", "macro", "rule", "block"}
CALL_KINDS = SYMBOL_KINDS | {"import", ""}
OF_NODE_TYPES = (
    *("definitions", "inside", "through", "wrappers", "imports", "values", "needs_body"),
    *("name_places", "steps", "fixed_names", "value_places", "overloads", "left_out"),
    *("comments", "blanks", "atomic", "bodies", "joined", "tails", "assigned", "suffixed"),
    *("anywhere", "parted", "grouped", "embedded", "worded", "flowing", "marks"),
    *("distinct", "transparent", "unwritten", "of_lines", "unknown", "headed", "repeatable"),
    *("merged_as", "sections", "paired", "positional", "left_by", "run_on_by", "moving"),
    *("assigning", "declared", "reopened"),
)
"""Fields that are sets of node types, or mappings from such."""
OF_TOKENS_TOO = ("attached", "keys", "unique")
LOOKED_INTO = (
    *("separators", "described", "calls", "unordered", "sequence", "exclusive", "owner"),
    *("lines", "parts", "forms", "arities", "lexical"),
)
"""Fields of another form, each with its own line below."""
OF_NO_GRAMMAR = (
    *("name", "grammar", "suffixes", "shared", "names", "stems", "interpreters"),
    *("placeholders", "indented", "lenient", "promising", "caseless", "reader", "sigils"),
    *("mentions", "sweeping", "conditions", "escapes", "short_for", "granted"),
)


def by_name(profiles: Iterable[Profile]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("profile", profiles, ids=lambda each: each.name)


class Grammar:
    """The names that can be seen in the trees of a grammar."""

    def __init__(self, name: str) -> None:
        language = parse_tree(name, b"").language
        seen = [
            number
            for number in range(language.node_kind_count)
            if language.node_kind_is_visible(number)
        ]
        self.kinds = {language.node_kind_for_id(number) for number in seen}
        self.named = {
            language.node_kind_for_id(number)
            for number in seen
            if language.node_kind_is_named(number)
        }
        self.fields = {
            language.field_name_for_id(number) for number in range(1, language.field_count + 1)
        }


def node_types(profile: Profile) -> Iterator[tuple[str, str]]:
    """Where a node type is named that has a name in the grammar, and which."""
    for field in OF_NODE_TYPES:
        yield from ((field, each) for each in getattr(profile, field))
    yield from (("grouped", each) for out in profile.grouped.values() for each in out)
    yield from (("headed", each) for each in profile.headed.values())
    yield from (("merged_as", each) for each in profile.merged_as.values())
    for field in ("left_by", "run_on_by"):
        held_by = getattr(profile, field).values()
        yield from ((field, each) for kinds in held_by for each in kinds)
    yield from (("separators", part) for each in profile.separators for part in each.split("/"))
    yield from (("described", part) for each in profile.described for part in each.split("/"))
    yield from (("calls", each.node) for each in profile.calls)
    yield from (
        ("parts.divided", each) for each in (profile.parts.divided if profile.parts else ())
    )
    if profile.lexical is not None:
        held = (profile.lexical.uses, profile.lexical.binds)
        yield from (("lexical", each) for kinds in held for each in kinds)
    for arity in profile.arities:
        of_it = (arity.definitions, arity.uses, arity.lists, arity.open, arity.owned)
        yield from (("arities", each) for kinds in of_it for each in kinds)
    for held in profile.embedded.values():
        parts = (part for each in held for part in (each.parent, *each.head.split("/")))
        yield from (("embedded", part) for part in parts)
    yield from (("forms", part) for form in profile.forms for part in (form.bracketed, form.lined))
    for number, rule in enumerate(profile.unordered):
        yield from ((f"unordered[{number}].parents", each) for each in rule.parents | rule.within)


def items_and_tokens(profile: Profile) -> Iterator[tuple[str, str]]:
    """Where something is named that may also be a token, such as ``public``, and what."""
    for field in OF_TOKENS_TOO:
        yield from ((field, part) for each in getattr(profile, field) for part in each.split("/"))
    for number, rule in enumerate(profile.unordered):
        yield from ((f"unordered[{number}].items", each) for each in rule.items)
    yield from (("sequence", each) for rank in profile.sequence for each in rank)
    if profile.definitions.keys() & profile.repeatable:
        return  # those that exclude each other are names of entries
    for group in profile.exclusive:
        yield from (("exclusive", each) for each in group)


def places_of_names(profile: Profile) -> Iterator[tuple[str, str]]:
    """Where the way to a name is given, and its steps; "" is the first child."""
    for field in ("name_places", "steps", "value_places"):
        yield from ((field, each) for each in getattr(profile, field).values() if each)
    if profile.owner:
        yield "owner", profile.owner
    for call in profile.calls:
        steps = [step for way in (call.callee, call.name) for step in way.split("/")]
        yield from (("calls", step.partition("#")[0]) for step in steps if step[0] != "#")


def places_of_keys(profile: Profile) -> Iterator[tuple[str, str]]:
    """As `agentfs.syntax.places` reads them: ``../decorator*/attribute[attribute=setter]``."""
    paths = [("overloads", each) for each in profile.overloads.values()]
    paths += [("left_out", each) for out in profile.left_out.values() for each in out]
    paths += [("keys", each) for ways in profile.keys.values() for each in ways]
    paths += [("declared", place) for place, _ in profile.declared.values()]
    paths += [("distinct", each) for ways in profile.distinct.values() for each in ways]
    for number, rule in enumerate(profile.unordered):
        where = f"unordered[{number}]"
        if rule.named or rule.not_named or rule.not_matching:
            paths.append((f"{where}.name_place", rule.name_place))
        if rule.not_below:
            paths.append((f"{where}.below_place", rule.below_place))
        paths += [(f"{where}.having", each) for each in rule.having]
        paths += [(f"{where}.keys", each) for each in rule.keys or ()]
    for arity in profile.arities:
        ways = (*arity.definitions.values(), *arity.uses.values(), (arity.several,))
        paths += [("arities", each) for way in ways for each in way if each]
    if profile.lexical is not None:
        paths += [("lexical", each) for each in profile.lexical.uses.values()]
        paths += [("lexical", each) for ways in profile.lexical.binds.values() for each in ways]
    for held in profile.worded.values():
        paths += [("worded.name_place", each.name_place) for each in held]
    for where, path in paths:
        for step in re.split(r"/(?![^\[]*\])", path):
            name, _, condition = step.partition("[")
            yield from ((where, each) for each in (name.strip("<*?+") or name).split("|"))
            if condition:
                yield from ((where, each) for each in condition.partition("=")[0].split("/"))


def test_no_field_of_a_profile_is_overlooked() -> None:
    looked_at = [*OF_NODE_TYPES, *OF_TOKENS_TOO, *LOOKED_INTO, *OF_NO_GRAMMAR]
    assert Counter(looked_at) == Counter(each.name for each in fields(Profile))


@by_name(LANGUAGES)
def test_a_mention_and_what_it_mentions_have_one_name(profile: Profile) -> None:
    assert all(mention.groups == named.groups > 0 for mention, named in profile.mentions)


@by_name(WITH_GRAMMAR)
def test_a_profile_names_only_what_its_grammar_has(profile: Profile) -> None:
    grammar = Grammar(profile.grammar)
    unknown = [(where, each) for where, each in node_types(profile) if each not in grammar.named]
    unknown += [
        (where, each) for where, each in items_and_tokens(profile) if each not in grammar.kinds
    ]
    # A name is text of its own, and never just a token; a key may be whether a token is there.
    unknown += [
        (where, each)
        for where, each in places_of_names(profile)
        if each not in grammar.fields | grammar.named
    ]
    unknown += [
        (where, each)
        for where, each in places_of_keys(profile)
        if each not in grammar.fields | grammar.kinds | {".", "..", "^", "$"}
    ]
    assert not unknown, "\n".join(
        f"{profile.name}: {where} names {each!r}, which is not in grammar {profile.grammar!r}"
        for where, each in unknown
    )


@by_name(WITH_GRAMMAR)
def test_what_has_no_order_or_no_double_has_a_key(profile: Profile) -> None:
    """Without one, the items of a list could not be told apart."""
    calls = {each.node for each in profile.calls}
    known = {*profile.keys, *profile.definitions, *profile.imports, *profile.wrappers, *calls}
    rules = [rule for rule in profile.unordered if rule.keys is None]
    items = {
        item
        for rule in rules
        for parent in rule.parents
        for item in rule.items
        if f"{parent}/{item}" not in profile.keys
    }
    # A token is what it is, its text tells all of it.
    without = sorted((items | profile.unique) & Grammar(profile.grammar).named - known)
    assert not without, f"{profile.name}: no key for {', '.join(without)}"


@by_name(WITH_GRAMMAR)
def test_definitions_are_of_known_kinds(profile: Profile) -> None:
    kinds = {*profile.definitions.values()}
    assert kinds <= SYMBOL_KINDS, f"{profile.name}: definitions of kind {kinds - SYMBOL_KINDS}"
    called = {kind for call in profile.calls for kind in call.kinds.values()}
    assert called <= CALL_KINDS, f"{profile.name}: calls of kind {called - CALL_KINDS}"


@by_name(WITH_GRAMMAR)
def test_what_is_said_of_definitions_is_said_of_definitions(profile: Profile) -> None:
    for field in ("inside", "name_places", "fixed_names", "value_places", "needs_body"):
        others = {*getattr(profile, field)} - {*profile.definitions}
        assert not others, f"{profile.name}: {field} names {others}, which define nothing"
    calls = {call.node for call in profile.calls}
    known = {*profile.definitions, *profile.wrappers, *profile.imports, *profile.keys, *calls}
    others = {*profile.overloads} - known
    assert not others, f"{profile.name}: overloads names {others}, which have no name"


@by_name(OF_LINES)
def test_a_language_of_lines_can_tell_its_entries_and_sections_apart(profile: Profile) -> None:
    assert profile.lines is not None, f"{profile.name} has neither a grammar nor lines"
    patterns = {"entry": profile.lines.entry, "section": profile.lines.section}
    for name, pattern in patterns.items():
        assert pattern is None or "key" in pattern.groupindex, (
            f"{profile.name}: lines.{name} has no group 'key': {pattern.pattern!r}"
        )


@by_name(WITH_GRAMMAR)
def test_a_language_has_a_grammar_or_lines_but_not_both(profile: Profile) -> None:
    assert profile.lines is None, f"{profile.name} has both"


@pytest.mark.parametrize("field", ["name", "suffixes", "names", "stems", "interpreters"])
def test_no_two_languages_claim_the_same_files(field: str) -> None:
    claims: Counter[object] = Counter()
    for profile in LANGUAGES:
        claimed = getattr(profile, field)
        claims.update([claimed] if isinstance(claimed, str) else claimed)
    twice = [claim for claim, count in claims.items() if count > 1]
    assert not twice, f"several profiles have in {field}: {twice}"


@by_name(LANGUAGES)
def test_a_file_is_in_the_language_that_claims_it(profile: Profile) -> None:
    """Also where one of the rarer languages claims what another has a stem or a suffix of."""
    names = [b"a" + suffix for suffix in profile.suffixes] + list(profile.names)
    names += [stem + b".xyz" for stem in profile.stems]
    found = {name: language_of(RepoPath(b"x/" + name), b"") for name in names}
    assert {name for name in names if found[name] is not profile} == set()
    for tool in profile.interpreters:
        assert language_of(RepoPath(b"run"), b"#!/usr/bin/env %s\n" % tool) is profile
