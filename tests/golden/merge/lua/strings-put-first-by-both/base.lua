local suffixes = { "tar", "zip", "rar", "gz" }
