package store

var _ Store = (*memory)(nil)
var _ Closer = (*memory)(nil)
var _ Watcher = (*memory)(nil)

type memory struct{}
