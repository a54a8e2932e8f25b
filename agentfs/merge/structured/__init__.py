"""Merging by syntax tree, from three texts of one language to one.

The stages, in the order in which a merge goes through them; each is a package, or a module here:

1. `trees`: a text as a tree, its lists as items, and what tells items apart.
2. `structure`: goes through the three trees from the top, and asks the stages below for each list.
3. `matching`: which item of one version is which of another; the things of a list.
4. `refusals`: whether what both sides changed in it must not be put together.
5. `order`: in which order things stand, and what is undecided of that.
6. `reshaped`: a thing that one side wrote in another way or put somewhere else.
   `leaves`: a thing that has no parts.
7. `layout`: the blanks between the things, and their indentation.
8. `made`: what comes out, nodes and what is undecided; `assembly` makes text of that, and
   `isomorphic` compares it with its own parse.

A new rule belongs where its question is asked: "is this the same thing?" in `matching`, "may both
stand here, and in which order?" in `order`, "where did it go?" in `reshaped`, "is that safe?" in
`refusals`.  What it knows of a language is data, in the language's profile.

The words of these packages: a child with the comments and decorators that lead up to it is an
*item*, the child itself its *core*; what lies between two items is a *gap*.  A *key* tells items
apart, items of one *group* may change places.  A *slot* is one thing in its three versions; things
that stand in all three lists in one order are *anchors*, what lies between two of them a *region*,
and what becomes of that a *spot*.
"""
