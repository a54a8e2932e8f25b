return {
  width = 80,
  height = 24,
  wrap = true,
}
