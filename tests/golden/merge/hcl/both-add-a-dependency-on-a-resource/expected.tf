a "x" "y" {
  depends_on = [r.a, r.b, r.c]
}
