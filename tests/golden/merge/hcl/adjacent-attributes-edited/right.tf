# Where logs go.
resource "aws_s3_bucket" "logs" {
  bucket = "logs-${var.env}"
  acl    = "log-delivery-write"

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
