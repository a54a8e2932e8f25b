"""Rules of this code base that no linter knows: sizes, names, edges, sleeps, docstrings."""
