package press

import "chancery"

// The rules, as a person is told of them.
var (
	rulePerson      = chancery.Rule{Name: "press.person", Version: 1, Sentence: "A name beside a title or an honorific, or a given name with a surname, is a person; shorter forms are the same person.", Examples: []string{"Ms Amina Farouk opened the debate."}}
	rulePost        = chancery.Rule{Name: "press.post", Version: 1, Sentence: "A title beside a name, with the State or body it is of and whom it is accredited to, is a post of that person.", Examples: []string{"Ambassador of Kazakhstan to Egypt, Kairat Lama Sharif, spoke."}}
	ruleCounterpart = chancery.Rule{Name: "press.counterpart", Version: 1, Sentence: "A counterpart holds the same title as the person just named, for the State or body named with him.", Examples: []string{"Foreign Minister Pekka Virtanen met with his Estonian counterpart Kaja Tamm."}}
	ruleOrg         = chancery.Rule{Name: "press.organization", Version: 1, Sentence: "Capitalised words around a noun such as Ministry, Council or Agency, with what follows of and for, or a body known to the authority files, are an organisation.", Examples: []string{"The Ministry of Transport of Georgia replied."}}
	ruleAcronym     = chancery.Rule{Name: "press.acronym", Version: 1, Sentence: "Capitals in brackets after a name are its acronym, and name it from there on.", Examples: []string{"The Nordic Water Council (NWC) replied."}}
	ruleState       = chancery.Rule{Name: "press.state", Version: 1, Sentence: "A State is proposed where it takes part in something that the text reports.", Examples: []string{"President Erik Solheim visited Japan."}}
	ruleDoer        = chancery.Rule{Name: "press.doer", Version: 1, Sentence: "A State that is the subject of a verb, or by which something is done, takes part in what is told.", Examples: []string{"Ukraine joined the Bank a year after."}}
	ruleInstrument  = chancery.Rule{Name: "press.instrument", Version: 1, Sentence: "A noun such as Convention, Charter, Plan or Law, with what it is on or of, names an instrument; without a name of its own it counts where somebody acts on it.", Examples: []string{"The Framework Convention on Tobacco Control is clear."}}
	rulePlace       = chancery.Rule{Name: "press.place", Version: 1, Sentence: "A city or house named after in or at, in the sentence of an event, is its place; a dateline is not.", Examples: []string{"Prime Minister Eva Novak met with President Erik Solheim in Oslo."}}
	ruleMet         = chancery.Rule{Name: "press.met-with", Version: 1, Sentence: "Somebody who met, received or held talks with somebody else took part in a meeting.", Examples: []string{"Prime Minister Eva Novak met with President Erik Solheim in Oslo."}}
	ruleHeld        = chancery.Rule{Name: "press.meeting-held", Version: 1, Sentence: "A meeting, talks or a call that was held, or that has a date, is an event of the persons and bodies of its sentence.", Examples: []string{"A meeting was held on 3 May 2022 between Minister Eva Novak and Ambassador Erik Solheim."}}
	ruleMinutes     = chancery.Rule{Name: "press.minutes", Version: 1, Sentence: "The heading of notes or minutes names their meeting, with its place and day; whom the line of those present names took part in it.", Examples: []string{"Notes of the meeting at the Nordic Water Council, Oslo, 3 May 2022\n\nPresent: Minister Eva Novak."}}
	ruleCall        = chancery.Rule{Name: "press.call", Version: 1, Sentence: "Somebody who spoke by telephone with somebody else took part in a call.", Examples: []string{"President Erik Solheim spoke by phone with Prime Minister Eva Novak."}}
	ruleVisit       = chancery.Rule{Name: "press.visit", Version: 1, Sentence: "An official who visited or arrived in a State or city was on a visit there.", Examples: []string{"President Erik Solheim visited Japan."}}
	ruleGathering   = chancery.Rule{Name: "press.gathering", Version: 1, Sentence: "A session, conference, training or ceremony that is held, attended, dated or numbered is an event.", Examples: []string{"The 48th session of the Council of Foreign Ministers was held in Islamabad on 22 March 2022."}}
	ruleElection    = chancery.Rule{Name: "press.election", Version: 1, Sentence: "Elections that are held or dated, and an election of somebody to a body, are events.", Examples: []string{"Elections to the Human Rights Committee will take place on 5 May 2024."}}
	ruleSigning     = chancery.Rule{Name: "press.signing", Version: 1, Sentence: "The signature of an instrument is an event of those who signed.", Examples: []string{"Norway and Kenya signed an agreement on fisheries on 3 May 2022."}}
	ruleCredentials = chancery.Rule{Name: "press.credentials", Version: 1, Sentence: "The presentation of credentials is a ceremony.", Examples: []string{"Ambassador Hassan Mahmoud presented his credentials to President Carlos Medina."}}
	ruleAppointed   = chancery.Rule{Name: "press.appointed", Version: 1, Sentence: "An appointment to a post, or a recall from it, is an event.", Examples: []string{"Salma Haddad was appointed Ambassador of Jordan to Canada."}}
	ruleTopic       = chancery.Rule{Name: "press.topic", Version: 1, Sentence: "What the sides of a meeting discussed is its topic.", Examples: []string{"Minister Eva Novak met with Ambassador Erik Solheim. The sides discussed trade in grain."}}
	ruleAct         = chancery.Rule{Name: "press.act", Version: 1, Sentence: "Who signed, adopted, approved, ratified, acceded to, accepted, amended, launched or proposed an instrument did that act, on the date of its clause; who deposited an instrument of ratification, accession or acceptance did so by it; an instrument that entered into force did so too.", Examples: []string{"Parliament ratified the Agreement on Transit Traffic on 12 February 2021."}}
	ruleCandidature = chancery.Rule{Name: "press.candidature", Version: 1, Sentence: "Who is elected to a body or to an office of a State, stands for it or is nominated to it is its candidate, for the term that is named.", Examples: []string{"Uganda was elected to the Human Rights Committee for 2023-2026."}}
	ruleAgreed      = chancery.Rule{Name: "press.agreed-to", Version: 1, Sentence: "Who agreed, pledged or plans to do something undertakes it.", Examples: []string{"Norway and Kenya agreed to set up a joint working group."}}
	ruleWill        = chancery.Rule{Name: "press.will", Version: 1, Sentence: "What a State, body or official will do is an undertaking where the verb is of something done, not of a meeting or of an effect.", Examples: []string{"Norway will build a school in Juba."}}
	ruleMilestone   = chancery.Rule{Name: "press.milestone", Version: 1, Sentence: "A founding, the adoption or entry into force of a founding charter, the opening of headquarters and the establishment of relations are milestones.", Examples: []string{"The Nordic Water Council was founded in 1974."}}
	ruleSaid        = chancery.Rule{Name: "press.said", Version: 1, Sentence: "Who informed, noted, assessed, proposed or agreed at a meeting made an intervention.", Examples: []string{"The Ambassador of Chile, Pablo Rojas, informed the Minister about the new law on equality."}}
)

// DoerRule is the name of the rule by which a State is named that does something,
// whatever else is told of it.
func DoerRule() string { return ruleDoer.Name }

// Rules gives the rules of the package.
func Rules() []chancery.Rule {
	return []chancery.Rule{rulePerson, rulePost, ruleCounterpart, ruleOrg, ruleAcronym, ruleState, ruleDoer, ruleInstrument, rulePlace, ruleMet, ruleHeld, ruleMinutes, ruleCall, ruleVisit,
		ruleGathering, ruleElection, ruleSigning, ruleCredentials, ruleAppointed, ruleTopic, ruleAct, ruleCandidature, ruleAgreed, ruleWill, ruleMilestone, ruleSaid}
}
