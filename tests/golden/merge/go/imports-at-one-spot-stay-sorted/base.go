package fetch

import (
	"context"
	"fmt"
	"os"
)

func Fetch(ctx context.Context, name string) error {
	return fmt.Errorf("no %s in %s", name, os.Args[0])
}
