package web

// routes is the table of contents: every address of the program. A page of
// open can be seen by somebody who has not said who is at the keyboard.
func (s *Server) routes() {
	s.mux.HandleFunc("GET /assets/{version}/{file...}", s.getAsset)
	s.mux.HandleFunc("GET /health", s.getHealth)
	s.open("/", s.nothing)

	s.open("GET /welcome", s.getWelcome)
	s.open("POST /welcome", s.postWelcome)
	s.open("POST /language", s.postLanguage)
	s.open("GET /help", s.getHelp)
	s.open("GET /outside", s.getOutside)
	s.open("POST /start", s.postStart)
	s.handle("GET /settings", s.getSettings)
	s.handle("POST /settings", s.postSettings)

	s.handle("GET /{$}", s.getToday)
	s.handle("GET /receive", s.getReceive)
	s.handle("POST /receive", s.postReceive)
	s.handle("POST /receive/text", s.postText)

	s.handle("GET /check", s.getCheck)
	s.handle("POST /check", s.postCheck)

	s.handle("GET /desk", s.getWaiting)
	s.handle("GET /desk/{id}", s.getDesk)
	s.handle("GET /desk/{id}/correct", s.getCorrect)
	s.handle("POST /desk/{id}/correct", s.postCorrect)
	s.handle("POST /desk/{id}/judge", s.postJudge)
	s.handle("POST /desk/{id}/whole", s.postWhole)
	s.handle("POST /desk/{id}/place", s.postPlace)
	s.handle("POST /same", s.postSame)
	s.handle("POST /undo", s.postUndo)

	s.handle("GET /register", s.getRegister)
	s.handle("GET /register.csv", s.getRegisterCSV)
	s.handle("POST /views", s.postView)
	s.handle("POST /views/drop", s.postDropView)
	s.handle("GET /search", s.getSearch)
	s.handle("GET /palette", s.getPalette)
	s.handle("GET /find", s.getFind)

	s.handle("GET /entity/{id}", s.getEntity)
	s.handle("POST /entity/{id}/spelling", s.postSpelling)
	s.handle("GET /meeting/{id}", s.getMeeting)
	s.handle("GET /meetings/new", s.getNewMeeting)
	s.handle("POST /meetings", s.postMeeting)
	s.handle("GET /brief/{id}", s.getBrief)
	s.handle("GET /enter", s.getEnter)
	s.handle("POST /enter", s.postEnter)

	s.handle("GET /elections", s.getElections)
	s.handle("POST /tables", s.postTable)
	s.handle("GET /election/{id}", s.getElection)
	s.handle("GET /election/{id}/grid", s.getGrid)
	s.handle("POST /election/{id}/pledges", s.postPledges)
	s.handle("POST /election/{id}/ballots", s.postBallot)
	s.handle("GET /election/{id}/instruction", s.getInstruction)
	s.handle("POST /pledge/{id}", s.postPledgeAct)
	s.handle("GET /exchanges", s.getExchanges)

	s.handle("GET /organization/{id}/members", s.getMembers)
	s.handle("GET /session/{id}", s.getSession)
	s.handle("GET /entity/{id}/contacts", s.getContacts)

	s.handle("GET /recommendations", s.getRecommendations)
	s.handle("GET /plans", s.getPlans)
	s.handle("GET /plan/{id}", s.getPlan)

	s.handle("GET /paper/{id}", s.getPaper)
	s.handle("GET /paper/{id}/content", s.getContent)
	s.handle("GET /paper/{id}/page/{number}", s.getPageImage)
	s.handle("POST /paper/{id}/withdraw", s.postWithdraw)
	s.handle("POST /paper/{id}/reread", s.postReread)

	s.handle("GET /treaties", s.getTreaties)
	s.handle("GET /treaties/compare", s.getCompareTreaties)
	s.handle("GET /treaties/acts", s.getTreatyActs)
	s.handle("GET /treaties/differences", s.getDifferences)
	s.handle("GET /treaty/{id}", s.getTreaty)
	s.handle("GET /treaty/{id}/differences", s.getTreatyDifferences)
	s.handle("GET /treaty/{id}/custody", s.getCustody)
	s.handle("POST /treaty/{id}/custody/steps", s.postStep)
	s.handle("POST /treaty/{id}/custody/notices", s.postNotice)
	s.handle("GET /reporting", s.getReporting)
	s.handle("GET /reporting.ics", s.getReportingICS)

	s.handle("GET /ledger", s.getLedger)
	s.handle("GET /ledger.jsonl", s.getLedgerJSONL)
}
