package v2http

import (
	"time"

	"go.etcd.io/etcd/api/etcdhttp"
	"go.etcd.io/etcd/api/httptypes"
	"go.etcd.io/etcd/pkg/logutil"

	"github.com/coreos/pkg/capnslog"
	"go.uber.org/zap"
)
