package a

import (
	"fmt"
	x "b/x"
)
