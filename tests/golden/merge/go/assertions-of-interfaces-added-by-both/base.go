package store

var _ Store = (*memory)(nil)

type memory struct{}
