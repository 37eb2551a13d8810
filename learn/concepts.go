package learn

import (
	"math/bits"
	"strings"
)

// concepts are words and acronyms that tell of the same thing, a line each, so
// that what was learnt from "prisoners" is known of "inmates" that no row has.
//
// Sources: UPR Info, Issue categorisation (2014), for what belongs together; the
// acronyms of the human rights treaties are those of the United Nations.
const concepts = `
judiciary judicial judge judges court courts tribunal tribunals prosecutor prosecutors lawyer lawyers magistrate magistrates icc
reconciliation reparation reparations redress genocide truth transitional demobilization disarmament
witchcraft lynching vigilante feuds vendetta
impunity perpetrators accountable unpunished
religious religion religions faith faiths belief beliefs church churches mosque mosques interreligious inter-religious interfaith blasphemy islamophobia christians muslims muslim jews bahai bahais baha conscientious sect sects
minorities minority roma sinti gypsies travellers tamil tamils kurds kurdish dalit dalits caste castes albinism albinos ethnicity ethnic rohingya haitian afro-descendants descent bidoon bidoons
indigenous aboriginal aborigines tribal tribes pygmy pygmies batwa sami maori amerindian undrip
prison prisons prisoner prisoners inmate inmates jail jails custody penitentiary detainee detainees detention incarceration cells overcrowding imprisonment opcat op-cat cat-op
medical medicine medicines hospital hospitals mortality disease diseases malaria tuberculosis obstetric vaccination vaccines clinics doctors health healthcare sanitary contraception contraceptives abortion
hiv aids hiv-aids plwha seropositive
education educational school schools schooling literacy illiteracy teacher teachers enrolment enrollment dropout drop-out pupils students university universities
awareness awareness-raising training trainings sensitize sensitization curricula curriculum campaigns
gay homosexual homosexuals homosexuality homophobia homophobic sodomy same-sex transgender lesbian lesbians gays bisexual transsexual transsexuals intersex lgbt lgbti lgbtq transphobia
employment workers employees labour labor unions union wage wages workplace occupational ilo worker salaries
unemployment unemployed jobless
migrants migrant immigrants immigrant immigration migratory migration foreigners foreigner foreign-born deportation expulsion aliens icrmw cmw icmw mwc crmw
asylum refugees refugee asylum-seekers refoulement non-refoulement unhcr
stateless statelessness nationality naturalization citizenship
children child minors juvenile juveniles girl girls boys infant infants infanticide adolescents adolescent paedophilia adoptions orphans school-age crc op-crc crc-op op-crc-ac op-crc-sc op-crc-ic crc-opac crc-opsc crc-opic
women woman female females gender gender-based girls wives marital maternal dowry rape sexist polygamy widows feminicide femicide abortion cedaw op-cedaw cedaw-op opcedaw
fgm mutilation circumcision
racism racial racist xenophobia xenophobic hate hatred anti-semitism antisemitism skinheads neo-nazi islamophobia segregation apartheid icerd cerd
journalist journalists media newspaper newspapers broadcasting broadcasters radio television editors censorship press
defamation libel blogger bloggers internet dissidents lese-majeste slander website websites blasphemy expression opinion
assembly demonstration demonstrations demonstrators protest protests protesters rallies opposition associations
torture ill-treatment cruel inhuman degrading corporal flogging amputation lashing whipping stoning tasers taser mistreatment mutilation cat opcat op-cat cat-op uncat
disappearance disappearances disappeared cped ced icpped iccped icped
disabilities disability disabled handicapped handicaps deaf blind crpd op-crpd crpd-op icrpd
hunger food famine nutrition malnutrition undernourishment
housing homeless homelessness evictions eviction evicted slum slums dwellings
crime crimes drugs drug gang gangs mafia firearms weapons insecurity organized militias kidnapping kidnappings
terrorism terrorist terrorists counter-terrorism anti-terrorism counterterrorism anti-terrorist
climate environment environmental warming pollution deforestation ecological tsunami emissions
poverty poor destitute impoverished
mdg mdgs millennium development socioeconomic socio-economic
police policemen officers security forces army soldiers military paramilitary paramilitaries gendarmerie law-enforcement
executions execution hanging death-row capital death iccpr-op2 op2 op2-iccpr
extrajudicial extra-judicial extralegal killings summary
elderly older aging ageing seniors
youth young youths
land lands landless agrarian tenure
water drinking sanitation wells
trafficking traffickers traffic prostitution palermo
humanitarian conflict war armed civilians ceasefire mines cluster munitions ihl op-crc-ac crc-opac combatants
displaced idps idp displacement
election elections electoral vote voting voters ballot polls
corruption bribery laundering embezzlement uncac corrupt anti-corruption
privacy surveillance wiretapping
movement travel exit visas passports
defenders activists whistleblowers
ngo ngos non-governmental nongovernmental
nhri nhris ombudsman ombudsperson ombudsmen
rapporteur rapporteurs mandate-holders mandate standing
cescr ccpr
upr hrc
covenant iccpr icescr op-icescr icescr-op convention conventions protocol protocols instruments treaty treaties statute
`

// conceptsOf has a bit for each concept that a word tells of.
var conceptsOf = func() map[string]uint64 {
	m := map[string]uint64{}
	for i, line := range strings.Split(strings.TrimSpace(concepts), "\n") {
		for _, w := range strings.Fields(line) {
			m[w] |= 1 << i
		}
	}
	return m
}()

// conceive notes the concepts that the words tell of, and how many there are:
// a text that lists many wrongs done to one group is about the group.
func (sc *scratch) conceive() {
	all := uint64(0)
	for i, w := range sc.words {
		told := conceptsOf[w]
		if strings.IndexByte(w, '-') > 0 {
			for part := range strings.SplitSeq(w, "-") {
				told |= conceptsOf[part]
			}
		}
		all |= told
		for ; told != 0; told &= told - 1 {
			sc.note(seed(concept, bits.TrailingZeros64(told)), i, 1)
		}
	}
	sc.note(seed(manifold, min(bits.OnesCount64(all), 8)), 0, 0)
}
