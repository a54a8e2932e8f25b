"""What goes in: a text as a tree, its lists as items, and what tells items apart.

`tree` has syntax trees as merging sees them, `lineform` those of texts of lines; `worded` finds
the words of a token that is a list of them.  `items` says what in a list belongs together, `keys`
what tells items apart and which of them may stand in any order.  What a language's profile says
is asked here, and mostly only here.

Invariant: whatever is asked here is asked of one version alone.
"""
