resource "x" "y" {
  script = <<-EOT
    set -e
<<<<<<< left
    run --slow
=======
    run --fast --quiet
>>>>>>> right
  EOT
}
