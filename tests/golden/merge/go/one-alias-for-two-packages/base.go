package a

import (
	"fmt"
)
