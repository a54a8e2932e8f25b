package v2http

import (
	"time"

	"go.etcd.io/etcd/api/etcdhttp"
	"go.etcd.io/etcd/api/httptypes"

	"go.uber.org/zap"
)
