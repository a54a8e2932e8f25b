resource "x" "y" {
  script = <<-EOT
    set -eu
    run --fast
  EOT
}
