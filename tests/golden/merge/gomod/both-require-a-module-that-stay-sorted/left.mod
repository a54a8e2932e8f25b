module example.com/shop

go 1.21

require (
	github.com/google/uuid v1.3.0
	github.com/rs/zerolog v1.31.0
	github.com/spf13/cobra v1.8.0
	golang.org/x/sync v0.5.0
)

require (
	github.com/spf13/pflag v1.0.5 // indirect
	golang.org/x/sys v0.15.0 // indirect
)
