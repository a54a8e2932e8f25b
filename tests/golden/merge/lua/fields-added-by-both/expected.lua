return {
  width = 80,
  height = 24,
  title = "Shell",
  wrap = true,
}
