package serve

import (
	"context"
	"errors"
	"net"
	"time"

	health "example.com/api/health"
	"example.com/log"
	"example.com/store"
)
