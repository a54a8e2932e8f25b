"""What stands between the things of the merged list: blanks, separators, and how deep it all is.

`layout` merges what lies between two neighbours, three ways: `gaps` has what each version has
there, `borrowed` what two get that are neighbours in no version, `depths` how deep the lines are
indented.  `joined` puts the things together with that.

Invariant: blanks never conflict, and no item is touched.
"""
