local t = {
  x = 10,
  y = 20,
  c = 3,
}
