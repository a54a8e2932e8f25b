"""What `integrate` stands on: the rules for one file, for files that moved, for the tree, and
the value that comes of them.  No effects here."""
