resource "x" "y" {
  script = <<-EOT
    set -eu
    run --fast
    report
  EOT
}
