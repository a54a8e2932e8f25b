import std/[os, strutils]
import tables

type
  Item = object
    name: string
    size: int

proc grow(item: var Item) =
  item.size += 1
  echo item.name

# Makes one.
proc newItem(name: string): Item =
  Item(name: name, size: 9)

suite "items":
  test "it grows":
    check true
