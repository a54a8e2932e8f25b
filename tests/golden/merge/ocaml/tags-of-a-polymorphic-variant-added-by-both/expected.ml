type color = [ `Red | `Green | `Blue | `Gray of int ]
