resource "aws_instance" "web" {
  ami = "ami-1"

  lifecycle {
    prevent_destroy = true
  }

  ebs_block_device {
    volume_size = 8
  }
}
