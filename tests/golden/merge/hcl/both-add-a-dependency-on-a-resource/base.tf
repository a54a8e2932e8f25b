a "x" "y" {
  depends_on = [r.a]
}
