package store

import (
	"errors"
	"fmt"
	"os"
)

var ErrMissing = errors.New("missing")

type Store struct {
	file string
	mu   sync.Mutex
}

func New(path string) *Store {
	return &Store{file: path}
}

func (s *Store) Get(key string) (string, error) {
<<<<<<< left
	data, err := os.ReadFile(s.file)
	if err != nil {
		return "", err
	}
	return fmt.Sprint(key, data), nil
}

func (s *Store) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
=======
	data, err := os.ReadFile(s.path)
	if err != nil {
		return "", err
	}
	return fmt.Sprint(key, data), nil
}

func (s *Store) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	os.Remove(s.path)
>>>>>>> right
}
