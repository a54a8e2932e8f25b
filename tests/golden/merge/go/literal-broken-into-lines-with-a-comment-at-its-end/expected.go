package m

var o = Opts{
	A: 1,
	B: 2, // b
	C: 3,
}
