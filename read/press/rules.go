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
)

// Rules gives the rules of the package.
func Rules() []chancery.Rule {
	return []chancery.Rule{rulePerson, rulePost, ruleCounterpart, ruleOrg, ruleAcronym, ruleState, ruleInstrument}
}
