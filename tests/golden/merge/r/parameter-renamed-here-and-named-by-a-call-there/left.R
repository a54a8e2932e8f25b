read_rows <- function(source, limit = 10) {
  head(readLines(source), limit)
}

show <- function() {
  print("rows")
}
