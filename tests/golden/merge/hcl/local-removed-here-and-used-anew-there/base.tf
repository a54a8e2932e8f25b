locals {
  env  = "dev"
  name = "web"
}

module "a" {
  source = "./a"
}
