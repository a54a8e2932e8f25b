resource "aws_instance" "web" {
  ami = "ami-1"

  lifecycle {
    prevent_destroy = true
  }
}
