package store

import (
	"errors"
	"fmt"
	"os"
)

var ErrMissing = errors.New("missing")

type Store struct {
	path string
	mu   sync.Mutex
}

func New(path string) *Store {
	return &Store{path: path}
}

func (s *Store) Get(key string) (string, error) {
	data, err := os.ReadFile(s.path)
	if err != nil {
		return "", err
	}
	return fmt.Sprint(key, data), nil
}

func (s *Store) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
}
