import std/[os, strutils]
import tables

type
  Item = object
    name: string
    size: int

# Makes one.
proc newItem(name: string): Item =
  Item(name: name, size: 0)

proc grow(item: var Item) =
  item.size += 1
  echo item.name

suite "items":
  test "it grows":
    check true
