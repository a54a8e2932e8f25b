"""Changes of both sides that do not touch, and yet must not be put together.

One module for each: `operators`, `positions`, `rows`, `runon`, `renamed`, `dropped`.  Each asks
one question of a list or a tree, and "yes" is a conflict.  Invariant: nothing here changes what a
merge becomes, but for making a conflict of it.
"""
