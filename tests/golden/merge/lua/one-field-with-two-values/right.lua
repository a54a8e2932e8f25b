return {
  width = 80,
  height = 24,
  scale = 2,
}
