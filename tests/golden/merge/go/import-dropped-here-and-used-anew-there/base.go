package server

import (
	"fmt"
	"os"
)

func start() {
	fmt.Println("start")
	listen()
}

func stop() {
	os.Exit(0)
}
