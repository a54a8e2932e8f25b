package a

import (
	"fmt"
	x "a/x"
)
