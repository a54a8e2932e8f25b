resource "x" "y" {
  script = <<-EOT
    set -e
    run --fast
  EOT
}
