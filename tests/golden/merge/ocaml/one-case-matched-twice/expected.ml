let name = function
  | Red -> "red"
<<<<<<< left
  | Blue -> "blue"
  | Green -> "green"
=======
  | Green -> "green"
  | Blue -> "azure"
>>>>>>> right
  | Black -> "black"
