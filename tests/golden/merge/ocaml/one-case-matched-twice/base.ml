let name = function
  | Red -> "red"
  | Green -> "green"
  | Black -> "black"
