library(dplyr)
source("io.R")

#' Cleans a table.
clean <- function(data, drop = TRUE) {
  data <- data[!is.na(data$x), ]
  data
}

options <- list(
  limit = 10,
  name = "x"
)
<<<<<<< left
=======

summarise_all <- function(data) {
  data %>% summarise(avg = mean(x))
}
>>>>>>> right
