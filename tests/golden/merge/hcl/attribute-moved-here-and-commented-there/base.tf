resource "aws_lb" "web" {
  name     = "web"
  internal = false
  subnets  = var.subnets
  timeout  = 60
}
