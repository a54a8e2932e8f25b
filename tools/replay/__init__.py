"""What engines make of the merges in a repository's history, beside what its people made of them.

`python -m tools.replay_merges` is the `command`.  `history` finds the files to merge, `engines`
merges them, `verdicts` compares, `records` keeps, `table` shows.  Invariant: the repository is
only read.
"""
