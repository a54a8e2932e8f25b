"""The four texts with one arrangement, so that their words can be accounted for.

`reordered` brings lists into one order, `transferred` takes out entries that went to another
object, and `forms` writes lists in one form.  Invariant: all four texts are rearranged alike, so
what is amiss in them is amiss before.
"""
