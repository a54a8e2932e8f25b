local suffixes = { "xz", "tar", "zip", "rar", "gz" }
