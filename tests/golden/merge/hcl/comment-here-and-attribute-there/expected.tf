# Where all logs go.
resource "aws_s3_bucket" "logs" {
  bucket = "log-${var.env}"
  acl    = "private"

  tags = {
    Env   = var.env
    Owner = "ops"
  }
}

variable "env" {
  type    = string
  default = "dev"
}

locals {
  zones = ["a", "b"]
}
