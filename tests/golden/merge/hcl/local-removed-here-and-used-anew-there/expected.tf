locals {
<<<<<<< left
  name = "web"
}

module "a" {
  source = "./a"
=======
  env  = "dev"
  name = "web"
}

module "a" {
  source = "./a"
  env    = local.env
>>>>>>> right
}
