local suffixes = { "bz2", "xz", "tar", "zip", "rar", "gz" }
