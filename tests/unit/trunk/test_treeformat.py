from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.trunk.treeformat import TreeEntry, parse_tree, tree_bytes

ids = st.binary(min_size=20, max_size=20).map(bytes.hex)
names = st.binary(min_size=1, max_size=12).filter(lambda n: b"/" not in n and b"\0" not in n)
modes = st.sampled_from([0o100644, 0o100755, 0o120000, 0o040000, 0o160000, 0o100664])


@given(st.dictionaries(names, st.builds(TreeEntry, modes, ids)))
def test_parsing_inverts_writing(entries: dict[bytes, TreeEntry]) -> None:
    assert parse_tree(tree_bytes(entries)) == entries


@given(st.dictionaries(names, st.builds(TreeEntry, modes, ids), min_size=1), st.data())
def test_no_part_of_a_tree_passes_for_another_number_of_entries(
    entries: dict[bytes, TreeEntry], data: st.DataObject
) -> None:
    raw = tree_bytes(entries)
    cut = data.draw(st.integers(1, 21))
    with pytest.raises(ValueError, match="malformed"):
        parse_tree(raw[:-cut])


def test_a_mode_with_leading_zeros_of_an_old_tool() -> None:
    assert parse_tree(b"040000 d\0" + b"1" * 20) == {b"d": TreeEntry(0o040000, "31" * 20)}
