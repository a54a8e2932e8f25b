module example.com/app

go 1.20

require (
	github.com/a/a v1.0.0
	github.com/c/c v1.2.0
	github.com/f/f v0.3.0
)

require (
	github.com/x/x v1.0.0 // indirect
	github.com/z/z v1.0.0 // indirect
)
