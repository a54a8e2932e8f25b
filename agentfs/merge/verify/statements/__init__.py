"""Is what a result states where it may be, once, and whose it should be?

`doubles`, `reopened`, `parts`, `owners` and `sections` look at one rule each; `entries`
is for texts of lines.
Invariant: only what no input has is a finding.
"""
