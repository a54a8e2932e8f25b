type color = [ `Red | `Green ]
