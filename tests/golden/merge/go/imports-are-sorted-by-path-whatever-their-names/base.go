package serve

import (
	"context"
	"net"
	"time"

	health "example.com/api/health"
	"example.com/log"
	"example.com/store"
)
