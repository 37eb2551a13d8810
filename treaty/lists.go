package treaty

import (
	"regexp"
	"strings"

	"chancery"
)

// spell folds the spellings under which rules and tables know a State, so
// that "USSR" in a clause meets "Russian Federation" in a table. It serves the
// lists below alone; everywhere else participants are resolved by the caller.
func spell(name string) string {
	s := strings.ToLower(strings.TrimSpace(name))
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	s = strings.TrimSpace(strings.TrimPrefix(s, "the "))
	if to, ok := spellings[s]; ok {
		return to
	}
	return s
}

var spellings = map[string]string{
	"usa": "united states of america", "us": "united states of america", "united states": "united states of america",
	"ussr": "russian federation", "soviet union": "russian federation", "union of soviet socialist republics": "russian federation", "russia": "russian federation",
	"uk": "united kingdom", "united kingdom of great britain and northern ireland": "united kingdom", "great britain": "united kingdom",
	"zaire": "democratic republic of the congo", "türkiye": "turkey", "turkiye": "turkey", "vietnam": "viet nam", "south korea": "republic of korea",
	"eu": "european union", "ec": "european union", "eec": "european union", "european community": "european union", "european economic community": "european union",
	"czechia": "czech republic", "north macedonia": "macedonia", "the former yugoslav republic of macedonia": "macedonia",
	"former yugoslav republic of macedonia": "macedonia", "dprk": "democratic people's republic of korea", "moldova": "republic of moldova",
}

// Lists of States that clauses speak of by name.
var (
	// Source: NPT art. IX(2), BWC art. XIV(2), Outer Space Treaty art. XIV(2), Partial Test Ban Treaty art. III(2).
	depositaryStates = []string{"Russian Federation", "United Kingdom", "United States of America"}
	// Source: UN Charter art. 23(1) and 110(3).
	permanentMembers = []string{"China", "France", "Russian Federation", "United Kingdom", "United States of America"}
	// Source: CTBT Annex 2.
	annex2 = strings.Split("Algeria;Argentina;Australia;Austria;Bangladesh;Belgium;Brazil;Bulgaria;Canada;Chile;China;Colombia;"+
		"Democratic People's Republic of Korea;Democratic Republic of the Congo;Egypt;Finland;France;Germany;Hungary;India;Indonesia;"+
		"Iran;Israel;Italy;Japan;Mexico;Netherlands;Norway;Pakistan;Peru;Poland;Romania;Republic of Korea;Russian Federation;Slovakia;"+
		"South Africa;Spain;Sweden;Switzerland;Turkey;Ukraine;United Kingdom;United States of America;Viet Nam", ";")
)

// namedList gives the States of a list by the words that name it, or nil.
func namedList(of string) []string {
	switch of := strings.ToLower(of); {
	case strings.HasPrefix(of, "annex"):
		return annex2
	case strings.HasPrefix(of, "depositar"), strings.HasPrefix(of, "original"):
		return depositaryStates
	case strings.HasPrefix(of, "permanent"), of == "p5":
		return permanentMembers
	case strings.Contains(of, ";"):
		return strings.Split(of, "; ")
	}
	return nil
}

const properName = `[A-Z][\p{L}'’.-]*(?: (?:of (?:the )?)?[A-Z][\p{L}'’.-]*)*`

var (
	reNames   = regexp.MustCompile(properName + `(?:(?:, and |, | and )` + properName + `)+`)
	reNameGap = regexp.MustCompile(`, and |, | and `)
)

// namedInOrder finds States named one by one in a clause ("China, France,
// USSR, UK, USA"), or nil.
func namedInOrder(text string) []string {
	if i := strings.Index(text, " AND "); i >= 0 {
		text = text[:i]
	}
	run := reNames.FindString(text)
	if run == "" || rePeople.MatchString(run) {
		return nil
	}
	return reNameGap.Split(run, -1)
}

// council gives the members of the Council of Europe with the day each joined;
// the Russian Federation ceased to be one on 16 March 2022.
//
// Source: Statute of the Council of Europe art. 2-4 and the Council's list of
// members; resolution CM/Res(2022)2.
var council = func() map[string]chancery.Date {
	out := map[string]chancery.Date{}
	for _, line := range strings.Split(`1949-05-05 Belgium;Denmark;France;Ireland;Italy;Luxembourg;Netherlands;Norway;Sweden;United Kingdom
1949-08-09 Greece
1950-03-07 Iceland
1950-04-13 Turkey
1950-07-13 Germany
1956-04-16 Austria
1961-05-24 Cyprus
1963-05-06 Switzerland
1965-04-29 Malta
1976-09-22 Portugal
1977-11-24 Spain
1978-11-23 Liechtenstein
1988-11-16 San Marino
1989-05-05 Finland
1990-11-06 Hungary
1991-11-26 Poland
1992-05-07 Bulgaria
1993-05-14 Estonia;Lithuania;Slovenia
1993-06-30 Czech Republic;Slovakia
1993-10-07 Romania
1994-11-10 Andorra
1995-02-10 Latvia
1995-07-13 Albania;Republic of Moldova
1995-11-09 Macedonia;Ukraine
1996-02-28 Russian Federation
1996-11-06 Croatia
1999-04-27 Georgia
2001-01-25 Armenia;Azerbaijan
2002-04-24 Bosnia and Herzegovina
2003-04-03 Serbia
2004-10-05 Monaco
2007-05-11 Montenegro`, "\n") {
		day, names, _ := strings.Cut(line, " ")
		d, err := chancery.ParseDate(day)
		if err != nil {
			panic(err)
		}
		for name := range strings.SplitSeq(names, ";") {
			out[spell(name)] = d
		}
	}
	return out
}()

var leftCouncil = map[string]chancery.Date{"russian federation": chancery.NewDate(2022, 3, 16)}

// group gives the test of membership in a group that a clause speaks of, or
// nil where the group's members are not known here.
func group(of string) func(participant string, on chancery.Date) bool {
	of = strings.ToLower(of)
	if strings.HasPrefix(of, "coe member") || strings.Contains(of, "council of europe") {
		return func(participant string, on chancery.Date) bool {
			joined, ok := council[spell(participant)]
			left, gone := leftCouncil[spell(participant)]
			return ok && !on.Before(joined) && !(gone && !on.Before(left))
		}
	}
	return nil
}

// parents are treaties that protocols wait for, with the day each entered
// into force. A row of the table at hand goes before them.
//
// Source: UN Treaty Collection, the status page of each.
var parents = []struct {
	names []string // short names and the words of the title
	date  chancery.Date
}{
	{[]string{"UNTOC", "United Nations Convention against Transnational Organized Crime"}, chancery.NewDate(2003, 9, 29)},
	{[]string{"ICCPR", "International Covenant on Civil and Political Rights"}, chancery.NewDate(1976, 3, 23)},
	{[]string{"ICESCR", "International Covenant on Economic, Social and Cultural Rights"}, chancery.NewDate(1976, 1, 3)},
	{[]string{"CEDAW", "Convention on the Elimination of All Forms of Discrimination against Women"}, chancery.NewDate(1981, 9, 3)},
	{[]string{"CAT", "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"}, chancery.NewDate(1987, 6, 26)},
	{[]string{"CRC", "Convention on the Rights of the Child"}, chancery.NewDate(1990, 9, 2)},
	{[]string{"CRPD", "Convention on the Rights of Persons with Disabilities"}, chancery.NewDate(2008, 5, 3)},
	{[]string{"UNFCCC", "United Nations Framework Convention on Climate Change"}, chancery.NewDate(1994, 3, 21)},
	{[]string{"UNCLOS", "United Nations Convention on the Law of the Sea"}, chancery.NewDate(1994, 11, 16)},
	{[]string{"CBD", "Convention on Biological Diversity"}, chancery.NewDate(1993, 12, 29)},
	{[]string{"Vienna Convention (ozone)", "Vienna Convention for the Protection of the Ozone Layer"}, chancery.NewDate(1988, 9, 22)},
	{[]string{"Montreal Protocol", "Montreal Protocol on Substances that Deplete the Ozone Layer"}, chancery.NewDate(1989, 1, 1)},
	{[]string{"Rome Statute", "Rome Statute of the International Criminal Court"}, chancery.NewDate(2002, 7, 1)},
	{[]string{"Kyoto Protocol", "Kyoto Protocol to the United Nations Framework Convention on Climate Change"}, chancery.NewDate(2005, 2, 16)},
}

var reOrganisation = regexp.MustCompile(`(?i)\b(organi[sz]ations?|union|community|communities|euratom|commission|agency|authority|bank|fund|corporation|association|committee|united nations$)`)

// notOrganisations are States whose names look like organisations'.
var notOrganisations = map[string]bool{"union of soviet socialist republics": true, "union of myanmar": true, "comoros union": true, "soviet union": true, "union of the comoros": true}

// IsOrganisation reports whether a participant's name is that of an
// organisation and not of a State; a caller that knows says so in [Known].
func IsOrganisation(name string) bool {
	return reOrganisation.MatchString(name) && !notOrganisations[strings.ToLower(name)]
}
