"""The merge engine for those who have files and no coordinator: what the commands stand on.

`languages` names languages, `outline` lists a file's definitions, `threefiles` merges as a
user asks for it and `merging` as a `MergePolicy` says, `judging` judges a result,
`surroundings` finds out what the repository around a file asks for, `driver` makes git use
the engine.  Needs no log, no FUSE and no coordinator.
"""
