package press

// What French and Spanish say is to be done leaves its doer to "par" and "por", or to
// who announces it: "le rapport sera publié par l'Agence", "la canciller anunció que se
// abrirán tres consulados".

// futuresAbroad are the auxiliaries of a passive to come.
var futuresAbroad = forms("sera seront serait seraient será serán sería serían")

// toBeDoneAbroad reports a verb of French or Spanish to come in the passive, or a
// reflexive of Spanish that stands for one: "sera publié", "se instalarán".
func (c *clause) toBeDoneAbroad(i int) bool {
	if !c.romance() || i+1 >= c.s.to || c.negated(i) {
		return false
	}
	if c.tokens[i].word.in(futuresAbroad) {
		at := i + 1
		for at < c.s.to-1 && c.is(at, kAdverb) {
			at++
		}
		return c.tokens[at].shape == lower && (hasEnding(c.tokens[at].word.folded, participlesAbroad[:]) || c.tokens[at].word.in(strongAbroad)) && !c.eventVerb(i, at)
	}
	return c.tongue.tag == "es" && i > c.s.from && c.tokens[i-1].word.folded == "se" && c.deedToCome(i) && !c.eventVerb(i-1, i)
}

// participlesAbroad are the endings of participles of French and Spanish.
var participlesAbroad = [...]string{"é", "ée", "és", "ées", "ie", "ies", "ite", "ites", "ue", "ues", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"}

// strongAbroad are the participles of French and Spanish without those endings.
var strongAbroad = forms("soumis soumise soumises admis admise construit construite construits construites produit produite produits produites conduit conduite mis mise mises remis remise remises transmis transmise transmises offert offerte offerts offertes introduit introduite détruit détruite puesto puesta puestos puestas hecho hecha hechos hechas escrito escrita abierto abierta abiertos abiertas devuelto devuelta devueltos devueltas")

// eventVerb reports a verb of an event, of an act upon an instrument or of a candidature
// between two tokens.
func (c *clause) eventVerb(from, to int) bool {
	for _, u := range c.verbs {
		if u.at >= from && u.at <= to && (eventVerbs.has(u.tag.value) || actVerbs[u.tag.value] != "" && u.tag.value != "submit" || u.tag.value == "inaugurate" || u.tag.value == "stand") {
			return true
		}
	}
	return false
}

// willBeDoneAbroad notes what is to be done, as told from its "que" or its subject on.
func (c *clause) willBeDoneAbroad(i int) {
	from := i
	for from > c.s.from && c.tokens[from-1].word.folded != "que" && c.tokens[from-1].word.folded != "qu'" && c.tokens[from-1].shape != mark {
		if from--; c.is(from, kEvent) || i-from > 2*reach {
			return // what becomes of an event is no deed
		}
	}
	end := i + 1
	for end < min(c.s.to, i+2*reach) && c.tokens[end].shape != mark && !c.is(end, kBy) {
		if c.is(end, kEvent) && end < i+4 {
			return
		}
		end++
	}
	by := []actor(nil)
	if a := c.nearestAfter(end+1, 2); c.is(end, kBy) && a != nil {
		by = []actor{*a}
	} else if c.tokens[max(from-1, c.s.from)].word.folded == "que" || c.tokens[max(from-1, c.s.from)].word.folded == "qu'" {
		by = c.announcerAbroad(from - 1)
	} else if who := c.invertedTeller(end); who != nil {
		by = []actor{*who}
	}
	if len(by) > 0 {
		c.pledge(trigger{from, i + 1 - from, doneTag, false}, by, ruleWill)
	}
}

// invertedTeller gives the person who promised or announced what the comma at token i
// closes, told after his verb: "sera soumis en juin, a promis Ana Borg".
func (c *clause) invertedTeller(i int) *actor {
	for _, u := range c.verbs {
		if u.at == i+1 && c.mark(i, ",") && !u.noun && (u.tag.value == "promise" || c.tokens[u.at+u.n-1].word.in(tellingAbroad)) {
			if a := c.nearestAfter(u.at+u.n, 2); a != nil && a.who.kind == aPerson {
				return a
			}
		}
	}
	return nil
}

// tellingAbroad are the verbs of French and Spanish by which deeds to come are told.
var tellingAbroad = forms("annoncé promis assuré confirmé anunció prometió aseguró confirmó")

// announcerAbroad gives who announces, assures or says what follows the "que" at a token.
func (c *clause) announcerAbroad(que int) []actor {
	for n := len(c.verbs) - 1; n >= 0; n-- {
		u := c.verbs[n]
		if u.noun || u.at >= que || que-u.at > reach || u.tag.value != "say" && u.tag.value != "inform" && u.tag.value != "promise" {
			continue
		}
		if a := c.nearestBefore(u.at, 4); a != nil {
			return []actor{*a}
		}
		return c.subjectOf(u.at)
	}
	return nil
}

// passiveToCome reports a deed that is only to be done: "sera soumis", "será firmado".
func (c *clause) passiveToCome(t trigger) bool {
	for i := max(c.s.from, t.at-1); i < t.at+t.n && c.romance(); i++ {
		if c.tokens[i].word.in(futuresAbroad) {
			return true
		}
	}
	return false
}
