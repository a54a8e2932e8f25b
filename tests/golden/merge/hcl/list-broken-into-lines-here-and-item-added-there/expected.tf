locals {
  zones = [
    "a",
    "b",
    "c",
  ]
}
