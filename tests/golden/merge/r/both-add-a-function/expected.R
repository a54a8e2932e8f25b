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

summarise_all <- function(data) {
  data %>% summarise(mean = mean(x))
}

plot_it <- function(data) {
  plot(data)
}

save_it <- function(data) {
  saveRDS(data, "x")
}
