package a

import (
	"fmt"

	corev1 "k8s.io/api/core"
)

func F() {
	fmt.Println(corev1.V)
}

func H() int {
	return 1
}
