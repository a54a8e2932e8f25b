type expr =
  | Int of int
  | Call of name * expr list

and name = string

and case = expr * expr

let rec even n = n = 0 || odd (n - 1)

and odd n = n <> 0 && even (n - 1)

and fourth n = n = 4
