# Where logs go.
resource "aws_s3_bucket" "logs" {
  bucket = "logs-${var.env}"
  acl    = "private"
  object_lock_enabled = true

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
