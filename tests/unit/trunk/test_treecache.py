from __future__ import annotations

from agentfs.trunk.treecache import TreeCache


def test_least_recently_used_goes_first() -> None:
    cache: TreeCache[str] = TreeCache(3)
    for key in "abc":
        cache.put(key, key.upper(), 1)
    assert cache.get("a") == "A"
    cache.put("d", "D", 1)
    assert [cache.get(key) for key in "abcd"] == ["A", None, "C", "D"]


def test_weights_are_counted_and_a_value_put_again_counts_once() -> None:
    cache: TreeCache[str] = TreeCache(10)
    cache.put("a", "A", 4)
    cache.put("b", "B", 6)
    cache.put("b", "B", 6)
    assert cache.get("a") == "A"
    cache.put("c", "C", 1)
    assert cache.get("b") is None
    assert cache.get("a") == "A"


def test_newest_stays_even_beyond_the_bound() -> None:
    cache: TreeCache[str] = TreeCache(10)
    cache.put("a", "A", 4)
    cache.put("huge", "H", 1000)
    assert cache.get("huge") == "H"
    assert cache.get("a") is None
    cache.put("b", "B", 1)
    assert cache.get("huge") is None


def test_empty_values_count_too_and_clear_empties() -> None:
    cache: TreeCache[str] = TreeCache(2)
    for key in "abc":
        cache.put(key, key, 0)
    assert cache.get("a") is None
    cache.clear()
    assert cache.get("c") is None
