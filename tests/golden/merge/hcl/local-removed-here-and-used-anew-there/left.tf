locals {
  name = "web"
}

module "a" {
  source = "./a"
}
