"""Three-way merges of contents: pure functions over bytes, no trio, no I/O."""
