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

<<<<<<< left
func New(path string) (*Store, error) {
	return &Store{path: path}, nil
=======
func New(path string) *Store {
	if path == "" {
		return nil
	}
	return &Store{path: path}
>>>>>>> right
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
