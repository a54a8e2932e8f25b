package m

var o = Opts{A: 1, C: 3}
