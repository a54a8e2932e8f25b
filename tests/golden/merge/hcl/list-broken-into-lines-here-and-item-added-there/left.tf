locals {
  zones = [
    "a",
    "b",
  ]
}
