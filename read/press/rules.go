package press

import "chancery"

// The rules, as a person is told of them.
var (
	rulePerson      = chancery.Rule{Name: "press.person", Version: 1, Sentence: "A name beside a title or an honorific, or a given name with a surname, is a person; shorter forms are the same person."}
	rulePost        = chancery.Rule{Name: "press.post", Version: 1, Sentence: "A title beside a name, with the State or body it is of and whom it is accredited to, is a post of that person."}
	ruleCounterpart = chancery.Rule{Name: "press.counterpart", Version: 1, Sentence: "A counterpart holds the same title as the person just named, for the State or body named with him."}
	ruleOrg         = chancery.Rule{Name: "press.organization", Version: 1, Sentence: "Capitalised words around a noun such as Ministry, Council or Agency, with what follows of and for, or a body known to the authority files, are an organisation."}
	ruleAcronym     = chancery.Rule{Name: "press.acronym", Version: 1, Sentence: "Capitals in brackets after a name are its acronym, and name it from there on."}
	ruleState       = chancery.Rule{Name: "press.state", Version: 1, Sentence: "A State is proposed where it takes part in something that the text reports."}
	ruleInstrument  = chancery.Rule{Name: "press.instrument", Version: 1, Sentence: "A noun such as Convention, Charter, Plan or Law, with what it is on or of, names an instrument; without a name of its own it counts where somebody acts on it."}
	rulePlace       = chancery.Rule{Name: "press.place", Version: 1, Sentence: "A city or house named after in or at, in the sentence of an event, is its place; a dateline is not."}
	ruleMet         = chancery.Rule{Name: "press.met-with", Version: 1, Sentence: "Somebody who met, received or held talks with somebody else took part in a meeting."}
	ruleHeld        = chancery.Rule{Name: "press.meeting-held", Version: 1, Sentence: "A meeting, talks or a call that was held, or that has a date, is an event of the persons and bodies of its sentence."}
	ruleCall        = chancery.Rule{Name: "press.call", Version: 1, Sentence: "Somebody who spoke by telephone with somebody else took part in a call."}
	ruleVisit       = chancery.Rule{Name: "press.visit", Version: 1, Sentence: "An official who visited or arrived in a State or city was on a visit there."}
	ruleGathering   = chancery.Rule{Name: "press.gathering", Version: 1, Sentence: "A session, conference, training or ceremony that is held, attended, dated or numbered is an event."}
	ruleElection    = chancery.Rule{Name: "press.election", Version: 1, Sentence: "Elections that are held or dated, and an election of somebody to a body, are events."}
	ruleSigning     = chancery.Rule{Name: "press.signing", Version: 1, Sentence: "The signature of an instrument is an event of those who signed."}
	ruleCredentials = chancery.Rule{Name: "press.credentials", Version: 1, Sentence: "The presentation of credentials is a ceremony."}
	ruleAppointed   = chancery.Rule{Name: "press.appointed", Version: 1, Sentence: "An appointment to a post, or a recall from it, is an event."}
	ruleTopic       = chancery.Rule{Name: "press.topic", Version: 1, Sentence: "What the sides of a meeting discussed is its topic."}
	ruleAct         = chancery.Rule{Name: "press.act", Version: 1, Sentence: "Who signed, adopted, approved, ratified, amended, launched or proposed an instrument did that act, on the date of its clause; so did an instrument that entered into force."}
	ruleCandidature = chancery.Rule{Name: "press.candidature", Version: 1, Sentence: "Who is elected to a body, stands for it or is nominated to it is its candidate, for the term that is named."}
	ruleAgreed      = chancery.Rule{Name: "press.agreed-to", Version: 1, Sentence: "Who agreed, pledged or plans to do something undertakes it."}
	ruleWill        = chancery.Rule{Name: "press.will", Version: 1, Sentence: "What a State, body or official will do is an undertaking where the verb is of something done, not of a meeting or of an effect."}
	ruleMilestone   = chancery.Rule{Name: "press.milestone", Version: 1, Sentence: "A founding, the adoption or entry into force of a founding charter, the opening of headquarters and the establishment of relations are milestones."}
	ruleSaid        = chancery.Rule{Name: "press.said", Version: 1, Sentence: "Who informed, noted, assessed, proposed or agreed at a meeting made an intervention."}
)

// Rules gives the rules of the package.
func Rules() []chancery.Rule {
	return []chancery.Rule{rulePerson, rulePost, ruleCounterpart, ruleOrg, ruleAcronym, ruleState, ruleInstrument, rulePlace, ruleMet, ruleHeld, ruleCall, ruleVisit,
		ruleGathering, ruleElection, ruleSigning, ruleCredentials, ruleAppointed, ruleTopic, ruleAct, ruleCandidature, ruleAgreed, ruleWill, ruleMilestone, ruleSaid}
}
