variable "region" {
  type    = string
  default = "eu-west-1"
}

resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "t3.micro"

  tags = { Name = "web" }
}

output "ip" {
  value = aws_instance.web.public_ip
}
