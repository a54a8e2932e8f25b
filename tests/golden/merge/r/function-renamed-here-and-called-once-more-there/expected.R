<<<<<<< left
drop_empty <- function(df) {
  df[df$n > 0, ]
}

report <- function(df) {
  summary(df)
=======
clean <- function(df) {
  df[df$n > 0, ]
}

report <- function(df) {
  summary(clean(df))
>>>>>>> right
}
