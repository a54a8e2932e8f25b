# Where logs go.
resource "aws_s3_bucket" "logs" {
  bucket = "logs-${var.env}"
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
