let name = function
  | Red -> "red"
  | Green -> "green"
  | Blue -> "azure"
  | Black -> "black"
