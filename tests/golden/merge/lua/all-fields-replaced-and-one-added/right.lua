local t = {
  x = 10,
  y = 20,
}
