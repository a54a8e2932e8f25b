local suffixes = { "bz2", "tar", "zip", "rar", "gz" }
