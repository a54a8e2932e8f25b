package m

var o = Opts{A: 1}
