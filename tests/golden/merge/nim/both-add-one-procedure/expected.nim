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

proc reset(item: var Item) =
<<<<<<< left
  item.size = 0
=======
  item.size = -1
>>>>>>> right

suite "items":
  test "it grows":
    check true
