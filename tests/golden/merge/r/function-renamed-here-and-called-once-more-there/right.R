clean <- function(df) {
  df[df$n > 0, ]
}

report <- function(df) {
  summary(clean(df))
}
