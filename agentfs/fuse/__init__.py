"""The kernel's side of a view: pyfuse3's requests in, our errors out as errnos.

`handlers` translates; `savepoints`, `entries` and `renames` say when a write becomes a save.
"""
