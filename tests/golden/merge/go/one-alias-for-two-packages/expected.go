package a

import (
	"fmt"
<<<<<<< left
	x "a/x"
=======
	x "b/x"
>>>>>>> right
)
