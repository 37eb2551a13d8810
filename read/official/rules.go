package official

import "chancery"

// Rules gives the rules of this package: name, version, what each does in one
// sentence, and examples.
func Rules() []chancery.Rule {
	out := make([]chancery.Rule, 0, len(rules))
	for _, r := range rules {
		out = append(out, chancery.Rule{Name: r.name, Version: 1, Sentence: r.sentence, Examples: r.examples})
	}
	return out
}

var rules = []struct {
	name, sentence string
	examples       []string
}{
	{"state.name", "A name that the authority file of States knows, typing errors forgiven where only one State is near, is that State.", []string{"Urugauy: Uruguay", "DPRK: Democratic People's Republic of Korea"}},

	{"upr.paragraph", "A number made of the paragraph's and the item's own opens a recommendation.", []string{"124.2 Train judges (Portugal);"}},
	{"upr.number-inferred", "Where the copy shows only the item's own number, or none, the number follows from the paragraph and the order.", []string{"56. ... were made to Ghana: 1. Open a school (Peru);"}},
	{"upr.text", "The words from the number to the brackets that hold nothing but States are the recommendation; page furniture inside them is left out.", []string{"124.1. Open shelters (Norway);"}},
	{"upr.by", "States in brackets at the end of a recommendation made it.", []string{"(Maldives) (Portugal);", "(Slovenia, United Kingdom and Sweden)"}},
	{"upr.position", "What the paragraph above a list says of it is the State's position on each: supported, noted, or still to be examined.", []string{"enjoy the support of Kazakhstan", "would be noted"}},
	{"upr.state-under-review", "The State whose review was held is the one to which the recommendations are made.", []string{"The review of Kazakhstan was held at the 8th meeting"}},
	{"upr.report", "Title, symbol, session and cycle stand at the head of a report of the Working Group.", []string{"A/HRC/31/99", "held its twentieth session"}},
	{"upr.pledge", "What stands under voluntary pledges and commitments is an undertaking of the State under review.", []string{"III. Voluntary pledges and commitments"}},

	{"thematic.paragraph", "The number at the head of a row of a thematic list is that of the recommendation; rows of one number are one.", []string{"7.12 Open shelters (Ghana);"}},
	{"thematic.text", "The first cell holds the recommendation as made.", []string{"7.12 Open shelters (Ghana);"}},
	{"thematic.by", "States in brackets at its end made it.", []string{"(Ghana) (Türkiye);"}},
	{"thematic.position", "The second column gives the State's position.", []string{"Supported", "Noted"}},
	{"thematic.source", "The line under the recommendation names the paper that gives the position.", []string{"Source of Position: A/HRC/59/99/Add.1 - Para.3"}},
	{"thematic.theme", "Each line of the column of themes is a theme.", []string{"- Violence against women"}},
	{"thematic.person", "The lines under Groups of Persons or Affected persons name who is concerned.", []string{"Groups of Persons: - Women & girls"}},
	{"thematic.sdg", "The last column lists Sustainable Development Goals by number.", []string{"- 5 - GENDER EQUALITY"}},

	{"addendum.paragraph", "Numbers after the word recommendations, ranges included, are recommendations answered.", []string{"recommendations: 7.1, 7.2 and 7.5-7.7"}},
	{"addendum.position", "The verb before the numbers, or the heading above them, is the State's position.", []string{"accepts the following recommendations", "III. Noted recommendations"}},
	{"addendum.source", "The symbol of the addendum and its paragraph are the source of the position.", []string{"A/HRC/59/99/Add.1 para. 3"}},
	{"addendum.state", "The line under the title names the State that answers.", []string{"Kazakhstan / Addendum"}},

	{"observations.head", "Symbol, committee, State, session and dates stand at the head of concluding observations.", []string{"CEDAW/C/KAZ/CO/9"}},
	{"observations.state", "Recommendations of concluding observations are made to the State whose report was considered.", []string{"on the ninth periodic report of Kazakhstan"}},
	{"observations.paragraph", "The unit of a committee's recommendation is the lettered part of its paragraph, or the paragraph where it has none.", []string{"12 (a)"}},
	{"observations.text", "A paragraph in which the Committee recommends, urges, calls upon, requests or encourages is a recommendation.", []string{"The Committee urges the State party to revise textbooks."}},
	{"observations.heading", "The heading above is the subject.", []string{"Violence against women"}},
	{"observations.concern", "The paragraph of concern before a recommendation, by the same letter, is what it answers.", []string{"11. The Committee is concerned about: (a)"}},
	{"observations.article", "Articles named in brackets in the heading or the concern are those of the Convention.", []string{"Education (art. 10)"}},
	{"observations.positive", "A dated law, plan or strategy among the positive aspects is an instrument that the State adopted.", []string{"(a) Law on the Protection of Girls, in 2024;"}},
	{"observations.follow-up", "The paragraph on follow-up names recommendations and the time within which to answer, counted from the end of the session.", []string{"within two years ... paragraphs 12 (a) and 14"}},
	{"observations.next-report", "The last paragraph sets the date of the next report.", []string{"its tenth periodic report, which is due in February 2030"}},

	{"plan.title", "The line above a table of measures that calls itself a plan, strategy or programme is the instrument.", []string{"National Action Plan for Families 2025-2027"}},
	{"plan.measure", "A row of a table with a column of measures is a measure.", []string{"| 1 | Open ten shelters | ..."}},
	{"plan.number", "The first column numbers the measures.", []string{"1."}},
	{"plan.area", "A row of one cell names the area of the measures below it.", []string{"| Area 1. Protection |"}},
	{"plan.completion", "The column of the form of completion says what ends the measure.", []string{"Форма завершения: Отчёт в Правительство"}},
	{"plan.indicator", "The column of indicators says how it is measured.", []string{"Number of shelters"}},
	{"plan.budget", "The column of costs or sources says what pays for it.", []string{"Republican budget"}},
	{"plan.responsible", "Institutions in the column of those responsible answer for the measure.", []string{"Ministry of Health, Ministry of Labour"}},
	{"plan.partner", "Institutions in the column of partners take part in it.", []string{"Соисполнители: МВД"}},
	{"plan.institution", "A name in a column of institutions is an organisation, the same wherever it stands in the plan.", []string{"МЗ"}},
	{"plan.due-text", "The column of deadlines is kept in its own words.", []string{"annually"}},
	{"plan.due", "Where the deadline fixes a year, the last day it can mean is the day due.", []string{"2nd quarter 2025: 30 June 2025"}},
	{"plan.from", "A deadline that is a span of years begins with the first of them.", []string{"2025-2027"}},

	{"status.title", "The line above a status table that names a treaty is the instrument.", []string{"Convention on the Rights of the Child"}},
	{"status.participant", "The first column of a status table names who acted.", []string{"Kazakhstan"}},
	{"status.act", "The head of the column, and the depositary's mark after the date, say what was done.", []string{"26 Aug 1998 a: acceded"}},
	{"status.date", "The date in a cell is the day of signature, or of deposit.", []string{"26 Aug 1998 a"}},
	{"status.mark", "The letters after a date are the depositary's mark.", []string{"22 Feb 1993 d"}},

	{"treaty.title", "The line before the first article that calls itself a convention, statute, agreement or the like is the instrument.", []string{"STATUTE OF THE REGIONAL WOMEN'S FORUM"}},
	{"treaty.article", "A line that opens with the word article and a number begins a provision.", []string{"Article 4 - Objectives"}},
	{"treaty.paragraph", "A numbered paragraph of an article is a provision.", []string{"art. 4(1)"}},
	{"treaty.heading", "A short line after the number of an article is its heading.", []string{"Entry into force"}},
	{"treaty.text", "The words up to the next article or paragraph are the provision's.", []string{"The Forum shall promote ..."}},
	{"treaty.entry-into-force", "A sentence that says when the instrument shall enter into force is its clause on entry into force.", []string{"shall enter into force on the thirtieth day after"}},
	{"treaty.withdrawal", "A sentence that says who may withdraw or denounce is its clause on withdrawal.", []string{"Any State Party may withdraw by written notice"}},
	{"treaty.reservations", "A sentence that says whether reservations may be made, and to which articles, is the clause on reservations.", []string{"No reservations may be made to this Convention"}},
	{"treaty.duration", "A period of years for which the instrument remains in force, and whether it renews itself.", []string{"for a period of five years and shall be automatically renewed"}},
	{"treaty.depositary", "Who is named as depositary keeps the instrument.", []string{"The Secretary-General of the United Nations shall be the depositary"}},
	{"statute.organization", "Statute of, or Charter of, and a name: the organisation whose statute it is.", []string{"Statute of the Regional Women's Forum"}},
	{"statute.seat", "A statute says where the seat or headquarters shall be.", []string{"The headquarters of the Forum shall be in Almaty"}},
	{"statute.purpose", "The sentences of an article on objectives or purposes are the organisation's purposes.", []string{"Article 2 - Objectives"}},

	{"resolution.title", "The heading before the words of the adopting organ is the resolution's title.", []string{"70/7. Shelters for women"}},
	{"resolution.symbol", "A symbol with RES or DEC in it is the resolution's.", []string{"A/HRC/RES/70/7"}},
	{"resolution.adopted", "The line that says when it was adopted gives the act.", []string{"Resolution adopted by the Human Rights Council on 3 July 2028"}},
	{"resolution.paragraph", "Numbered paragraphs of a resolution are its operative paragraphs.", []string{"1. Calls upon States to open shelters;"}},
	{"resolution.sole", "A decision without numbers has one operative paragraph, opened after the recitals by what the organ does.", []string{"Adopts the outcome of the review of Malta."}},
}
