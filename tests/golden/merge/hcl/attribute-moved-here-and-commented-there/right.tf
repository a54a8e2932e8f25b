resource "aws_lb" "web" {
  # Seen in the console.
  name     = "web"
  internal = false
  subnets  = var.subnets
  timeout  = 60
}
