resource "aws_lb" "web" {
  internal = false
  subnets  = var.subnets
  timeout  = 60
  # Seen in the console.
  name     = "web"
}
