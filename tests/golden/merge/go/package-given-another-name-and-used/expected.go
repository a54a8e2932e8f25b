package a

import (
	"fmt"

	corev1 "k8s.io/api/core"
)

func F() {
<<<<<<< left
	fmt.Println(corev1.V)
}

func H() int {
	return 1
=======
	fmt.Println(core.V)
}

func H() int {
	return core.Max
>>>>>>> right
}
