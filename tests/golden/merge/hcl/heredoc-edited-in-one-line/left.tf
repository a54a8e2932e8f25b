resource "x" "y" {
  script = <<-EOT
    set -e
    run --slow
  EOT
}
