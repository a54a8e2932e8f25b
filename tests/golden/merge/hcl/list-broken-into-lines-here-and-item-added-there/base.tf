locals {
  zones = ["a", "b"]
}
