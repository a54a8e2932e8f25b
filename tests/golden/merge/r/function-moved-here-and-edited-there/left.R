library(dplyr)
source("io.R")

options <- list(
  limit = 10,
  name = "x"
)

summarise_all <- function(data) {
  data %>% summarise(mean = mean(x))
}

#' Cleans a table.
clean <- function(data, drop = TRUE) {
  data <- data[!is.na(data$x), ]
  data
}
