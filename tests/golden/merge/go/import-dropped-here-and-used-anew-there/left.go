package server

import (
	"os"
)

func start() {
	println("start")
	listen()
}

func stop() {
	os.Exit(0)
}
