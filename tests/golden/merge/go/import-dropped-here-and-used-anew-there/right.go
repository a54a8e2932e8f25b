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
	defer fmt.Println("stop")
	os.Exit(0)
}
