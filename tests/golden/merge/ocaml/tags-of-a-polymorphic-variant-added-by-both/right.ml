type color = [ `Red | `Green | `Gray of int ]
