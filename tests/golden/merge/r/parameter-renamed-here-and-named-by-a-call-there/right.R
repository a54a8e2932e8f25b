read_rows <- function(path, limit = 10) {
  head(readLines(path), limit)
}

show <- function() {
  print(read_rows(path = "a.txt"))
}
