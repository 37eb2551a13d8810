// Package election is the law of elections to international bodies as code:
// what majority a ballot needs, whom it elects, what comes next and why.
//
// The package is given ballots, dates and electorates and gives answers with
// their rule. It has no clock, disk or network.
//
//   - A [Majority] is a fraction of a base: of the valid ballots, or of all
//     members. [Count] applies it to one [Ballot]. Figures may be partly known
//     ([Figure] is a range): whoever is elected, or not, whatever the missing
//     figures are, is said so; the rest stays open with what is missing.
//   - [Next] gives the kind of the next ballot and who may stand in it (General
//     Assembly rules 92-94), [Replay] runs an election ballot by ballot.
//   - [Bodies] are the rules of the bodies to which States send members; terms,
//     quorum, nomination windows and vacancies follow from them.
//   - [Fold] makes of the acts on a [Pledge] what it is worth on a day, and
//     [Forecast] the range of votes to expect. A secret ballot never says who
//     kept a promise, and neither does this package.
package election

import "chancery"

// Step is one line of a computation and the rule or article it rests on.
type Step struct {
	Text   chancery.Message
	Source string
}

func step(source, key, format string, args ...any) Step {
	return Step{chancery.Say("election.step."+key, format, args...), source}
}

func doubt(source, key, format string, args ...any) chancery.Doubt {
	return chancery.Doubt{Message: chancery.Say("election.doubt."+key, format, args...), Source: source}
}
