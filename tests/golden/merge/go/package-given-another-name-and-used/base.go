package a

import (
	"fmt"

	"k8s.io/api/core"
)

func F() {
	fmt.Println(core.V)
}

func H() int {
	return 1
}
