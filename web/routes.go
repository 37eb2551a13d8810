package web

// routes is the table of contents: every address of the program.
func (s *Server) routes() {
	s.mux.HandleFunc("GET /assets/{version}/{file...}", s.getAsset)
	s.handle("POST /language", s.postLanguage)
}
