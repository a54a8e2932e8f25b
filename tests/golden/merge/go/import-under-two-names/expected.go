package fetch

import (
	"context"
<<<<<<< left
	log "example.com/log"
=======
	logging "example.com/log"
>>>>>>> right
	"fmt"
	"os"
)

func Fetch(ctx context.Context, name string) error {
	return fmt.Errorf("no %s in %s", name, os.Args[0])
}
