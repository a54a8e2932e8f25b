"""What stands between the items of the merged list: blanks, separators, and how deep it all is.

`gaps` merges what lies between two neighbours, `depths` how deep the lines are indented; `joined`
puts the things together with that.

Invariant: blanks never conflict, and no item is touched.
"""
