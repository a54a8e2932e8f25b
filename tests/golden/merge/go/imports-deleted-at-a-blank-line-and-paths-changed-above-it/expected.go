package v2http

import (
	"time"

	"go.etcd.io/etcd/v3/api/etcdhttp"
	"go.etcd.io/etcd/v3/api/httptypes"

	"go.uber.org/zap"
)
