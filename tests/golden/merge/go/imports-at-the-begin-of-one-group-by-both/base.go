package server

import (
	"context"
	"fmt"
	"net/http"

	"github.com/acme/app/store"
)

type Server struct {
	addr  string
	store *store.Store
}

func New(addr string, st *store.Store) *Server {
	return &Server{addr: addr, store: st}
}

func (s *Server) Run(ctx context.Context) error {
	fmt.Println("listening on", s.addr)
	return http.ListenAndServe(s.addr, s.routes())
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/health", s.health)
	return mux
}
