let name = function
  | Red -> "red"
  | Blue -> "blue"
  | Green -> "green"
  | Black -> "black"
