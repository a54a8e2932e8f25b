return {
  width = 80,
  height = 24,
<<<<<<< left
  scale = 1,
=======
  scale = 2,
>>>>>>> right
}
