package server

import (
	"os"
)

func start() {
<<<<<<< left
	println("start")
	listen()
}

func stop() {
=======
	fmt.Println("start")
	listen()
}

func stop() {
	defer fmt.Println("stop")
>>>>>>> right
	os.Exit(0)
}
