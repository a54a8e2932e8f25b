package store

var _ Store = (*memory)(nil)
var _ Closer = (*memory)(nil)

type memory struct{}
