package learn

import "strings"

// The five categories of action.
//
// Source: Edward McMahon, The Universal Periodic Review: a work in progress
// (2012); UPR Info, codebook of actions.
const (
	minimal     = "1" // asks for help, or calls on others than the State itself
	continuing  = "2" // to go on with what is done
	considering = "3" // to think about it
	general     = "4" // to act, without saying what exactly
	specific    = "5" // one act, of which one can say whether it was done
)

// Verbs gives the action category of a recommendation by its first verb and
// what that verb governs, and the verb. A text in which no verb of the list
// comes first is general, with no verb.
func Verbs(text string) (category, verb string) {
	var sc scratch
	sc.cut(text)
	category, at := firstVerb(sc.words)
	if at < 0 {
		return general, ""
	}
	return category, sc.words[at]
}

// verbsAhead bounds the words before the verb that says what is asked.
const verbsAhead = 25

// firstVerb gives the category of the words, and where their verb stands, or -1.
func firstVerb(words []string) (category string, at int) {
	for i := 0; i < len(words) && i < verbsAhead; i++ {
		if c, ok := verbAt(words, i); ok {
			return c, i
		}
	}
	return general, -1
}

// verbAt gives the category of the verb at i, if one of the list stands there.
func verbAt(words []string, i int) (string, bool) {
	w := words[i]
	v, ok := verbs[w]
	if !ok {
		if v, ok = verbs[base(w)]; !ok {
			return "", false
		}
	}
	if i > 0 && noVerbAfter[words[i-1]] && !actNouns[w] { // "the increase", "its work"
		return "", false
	}
	next := words[i+1 : min(len(words), i+1+governed)]
	return v.governing(next), true
}

// gerundAt gives the category of the gerund at i, as in "by adopting a law", or
// none where no verb of the list stands there.
func gerundAt(words []string, i int) string {
	v, ok := gerunds[words[i]]
	if !ok {
		return ""
	}
	return v.governing(words[i+1 : min(len(words), i+1+governed)])
}

// governing gives the category of a verb that governs these words: the first of
// them that tells, before another clause begins.
func (v verbRule) governing(next []string) string {
	for _, w := range next {
		for _, p := range v.but {
			if p.words[w] {
				return p.category
			}
		}
		if clause[w] {
			break
		}
	}
	return v.category
}

// clause are the words that begin what a verb no longer governs.
var clause = set("to in aimed that with for which")

// governed is how many words after a verb tell what it governs.
const governed = 6

// base gives the verb of "recommended", "adopts"; other words stay.
func base(w string) string {
	if i := strings.IndexByte(w, '-'); i > 0 { // "ratify-accede"
		w = w[:i]
	}
	for _, s := range [...]string{"", "s", "d", "ed"} {
		if b, ok := strings.CutSuffix(w, s); ok {
			if _, known := verbs[b]; known {
				return b
			}
		}
	}
	return w
}

// noVerbAfter are words after which a word of the list is a noun.
var noVerbAfter = set("the a an its their his this these those of in on by with for from under our own other such any all")

// actNouns say what is asked as verbs do: "recommended the withdrawal of".
var actNouns = set("ratification accession withdrawal abolition decriminalization issuance acceptance adoption establishment")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// verbRule is the category of a verb, and what it is where certain words follow.
type verbRule struct {
	category string
	but      []governedRule
}

type governedRule struct {
	words    map[string]bool
	category string
}

// What a verb governs may say more than the verb: to adopt measures is general,
// to adopt a law is specific.
var (
	generalNouns  = set("measures measure steps step efforts effort initiatives policies policy resources funding funds attention progress approach strategies strategy ways conditions environment emphasis importance priority support opportunities capacity capacities cooperation initiative")
	specificNouns = set("law laws legislation act bill code decree amendment amendments moratorium commission institution ombudsman mechanism institute body committee unit plan plans action convention protocol treaty statute covenant invitation visit reservation reservations recommendation recommendations database training courses curriculum curricula definition provision provisions article articles campaign campaigns programme programmes program programs awareness shelters report reports inquiry investigation investigations court courts ministry")
	thought       = set("consideration thought")
)

var verbs = func() map[string]verbRule {
	m := map[string]verbRule{}
	put := func(category, list string, but ...governedRule) {
		for _, w := range strings.Fields(list) {
			m[w] = verbRule{category, but}
		}
	}
	put(minimal, "seek request share call appeal ask solicit complimented commended")
	put(continuing, "continue maintain persevere keep pursue remain persist sustain")
	put(considering, "consider review revise study examine reconsider explore envisage evaluate assess analyze analyse contemplate reflect look rethink re-examine reexamine think discuss")
	put(general, "take ensure strengthen intensify increase improve make promote enhance guarantee step accelerate address reinforce redouble work respect speed expedite cooperate "+
		"pay encourage follow follow-up allocate consolidate engage prioritize facilitate combat support comply do prevent protect build identify uphold fulfil fight move devote aim "+
		"strive foster safeguard advance tackle deepen dedicate assure broaden show demonstrate attach focus avoid observe progress collaborate upgrade achieve realize concentrate "+
		"mobilize mainstream assist scale boost favour heighten double redress optimize attend attain endeavour refrain honour abide monitor overcome deal treat serve accord bolster involve inform")
	// Acts that are specific whatever they govern.
	put(specific, "ratify sign accede become abolish amend repeal enact issue investigate withdraw prohibit decriminalize decriminalise criminalize criminalise submit invite lift release pass "+
		"approve modify commute impose accept finalize finalise complete conclude harmonize harmonise align conduct remove recognize recognise respond grant define organize organise adhere endorse appoint ban "+
		"publish close prosecute suspend declare dismantle cancel restore transfer transform codify permit hold join designate disband disclose dismiss draft entrust execute extradite translate transpose revoke "+
		"rescind separate replace return deposit legalize legalise limit lower nominate outlaw penalize penalise punish resume sanction schedule terminate try deliver compensate free institute enable authorize "+
		"authorise allow raise reduce extend reinstate report adapt demobilize prepare rectify suppress delete collect arrest begin launch halt reform incorporate "+
		"apologize bar clarify compile convene convert decide delegate deploy disarm equip exclude forbid formalize formalise host install invest legislate merge name notify outline produce propose "+
		"rebuild recall recruit refer register reject relocate renounce repatriate resettle resolve scrap specify train unblock update verify waive reopen reverse annul acquit quash "+
		"ratification accession withdrawal abolition decriminalization issuance acceptance")
	// Acts that are specific unless what they govern is general.
	put(specific, "establish adopt implement develop elaborate introduce create include carry proceed bring set initiate integrate formulate apply stop end eliminate eradicate cease enforce regulate open present start agree commit adoption establishment",
		governedRule{specificNouns, specific}, governedRule{generalNouns, general})
	// Acts that are general unless what they govern is specific.
	put(general, "provide put undertake expand", governedRule{generalNouns, general}, governedRule{specificNouns, specific})
	put(general, "give", governedRule{thought, considering})
	return m
}()

// gerunds are the verbs in their forms that end in -ing, doubled or not.
var gerunds = func() map[string]verbRule {
	m := map[string]verbRule{}
	for w, v := range verbs {
		m[w+"ing"] = v
		m[w+w[len(w)-1:]+"ing"] = v
		if short, ok := strings.CutSuffix(w, "e"); ok {
			m[short+"ing"] = v
		}
	}
	return m
}()
