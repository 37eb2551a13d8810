package press

// A State takes part in what French and Spanish tell where it is the subject of a finite
// verb, which stands right after it, or the agent of a passive: "La France soutient la
// candidature", "une résolution présentée par le Gabon".

// statesActAbroad marks the States of the sentence that do something.
func (c *clause) statesActAbroad() {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if !c.romance() || c.s.heading || ch.kind != aState || ch.adj || ch.who == nil || c.inPost(ch) {
			continue
		}
		before := ch.from - 1
		for before > c.s.from && c.is(before, kArticle) {
			before--
		}
		if c.is(before, kBy) && before > c.s.from && c.tokens[before-1].shape == lower && (c.is(before-1, kVerb) || hasEnding(c.tokens[before-1].word.folded, participlesAbroad[:]) || c.tokens[before-1].word.in(strongAbroad)) {
			ch.who.does = true
		}
		if c.subjectPlace(before, ch.from) && c.finiteAfter(ch.to) {
			ch.who.does = true
		}
	}
}

// subjectPlace reports that the words which end at a token leave a subject to follow: the
// beginning of the sentence, a comma, "que" or "et".
func (c *clause) subjectPlace(before, from int) bool {
	if before < c.s.from || before <= c.s.from && c.is(before, kArticle) || from == max(c.s.from, c.lead) {
		return true
	}
	f := c.tokens[before].word.folded
	return c.mark(before, ",") || f == "que" || f == "qu'" || c.is(before, kAnd) || f == "mientras" || before < c.lead
}

// finiteAfter reports a finite verb at a token, past adverbs and the pronouns before it.
func (c *clause) finiteAfter(i int) bool {
	for i < c.s.to-1 && (c.is(i, kAdverb) || c.tokens[i].word.in(proclitics)) {
		i++
	}
	if i >= c.s.to || c.tokens[i].shape != lower || c.is(i, kLink) || c.is(i, kIn) || c.is(i, kWith) {
		return false
	}
	w := c.tokens[i].word
	if w.in(auxiliariesAbroad) || w.in(presentAbroad) {
		return true
	}
	return hasEnding("x"+w.folded, finiteEndings[:]) && !c.is(i, kEvent) && !c.is(i, kTitle)
}

// finiteEndings are the endings of finite verbs of French and Spanish that no noun or
// adjective shares as a rule.
var finiteEndings = [...]string{"ó", "aron", "ieron", "ará", "erá", "irá", "arán", "erán", "irán", "aban", "ían", "era", "ira", "dra", "eront", "iront", "dront", "aient", "èrent"}

// proclitics are the pronouns and the negation that stand before a verb, auxiliariesAbroad
// the verbs that others need, presentAbroad those by which States speak and act.
var (
	proclitics        = forms("se s' ne n' le la les lo los l' no en y leur lui")
	auxiliariesAbroad = forms("a ont est sont avait avaient était étaient va vont doit doivent peut fut furent ha han había habían fue fueron es son era eran está están va van debe puede tiene tienen")
	presentAbroad     = forms("soutient soutiennent appuie appuient condamne condamnent salue saluent exprime expriment réaffirme réaffirment appelle appellent demande demandent estime estiment considère dénonce dénoncent invite invitent souhaite souhaitent propose proposent regrette regrettent rejette reste demeure dispose possède accueille préside entend compte prévoit s'engage envisage " +
		"apoya apoyan respalda respaldan condena condenan saluda saludan expresa expresan reafirma reafirman llama pide piden considera consideran denuncia denuncian invita invitan desea desean propone proponen lamenta lamentan rechaza rechazan cuenta mantiene mantienen celebra celebran reconoce reconocen exige exigen insta instan acoge preside prevé ofrece")
)

// relatedAbroad marks the States whose relations a sentence outside English dates:
// "España y Kazajstán establecieron relaciones diplomáticas en 1992".
func (c *clause) relatedAbroad() {
	for k := range c.chunks {
		if ch := &c.chunks[k]; c.tongue.tag != "en" && ch.kind == aState && !ch.adj && ch.who != nil && !c.inPost(ch) && !c.located(ch) {
			ch.who.does = true
		}
	}
}

// sharesActive reports a participle that shares the auxiliary of the active verb before
// "et" or "y": "a proposé un règlement et lancé le plan d'action".
func (c *clause) sharesActive(t trigger) bool {
	if !c.romance() || t.n > 1 || !c.is(t.at-1, kAnd) {
		return false
	}
	for n := len(c.verbs) - 1; n >= 0; n-- {
		u := c.verbs[n]
		if u.noun || u.at >= t.at || u.n < 2 {
			continue
		}
		switch c.tokens[u.at].word.folded {
		case "a", "ont", "avait", "avaient", "ha", "han", "había", "habían":
			return !c.passiveAbroad(u)
		}
		return false
	}
	return false
}
