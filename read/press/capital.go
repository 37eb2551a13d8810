package press

import (
	"strings"

	"chancery"
)

// Newspapers name a government by its capital: "Moscow plans to open a consulate".

// capitals are the cities whose names stand for their governments, by State.
var capitals = capitalsOf(`AFG Kabul|ALB Tirana|DZA Algiers|AGO Luanda|ARG Buenos Aires|ARM Yerevan|AUS Canberra|AUT Vienna|AZE Baku|BHR Manama|BGD Dhaka|BLR Minsk|BEL Brussels|BEN Cotonou
BTN Thimphu|BOL La Paz|BIH Sarajevo|BWA Gaborone|BRA Brasilia|BGR Sofia|BFA Ouagadougou|BDI Bujumbura|BDI Gitega|KHM Phnom Penh|CMR Yaounde|CAN Ottawa|CPV Praia|CAF Bangui|TCD N'Djamena|CHL Santiago
CHN Beijing|COL Bogota|COG Brazzaville|COD Kinshasa|CRI San Jose|HRV Zagreb|CUB Havana|CYP Nicosia|CZE Prague|DNK Copenhagen|DOM Santo Domingo|ECU Quito|EGY Cairo|GNQ Malabo|ERI Asmara|EST Tallinn|SWZ Mbabane
ETH Addis Ababa|FJI Suva|FIN Helsinki|FRA Paris|GAB Libreville|GMB Banjul|GEO Tbilisi|DEU Berlin|GHA Accra|GRC Athens|GIN Conakry|GNB Bissau|HTI Port-au-Prince|HND Tegucigalpa|HUN Budapest|ISL Reykjavik
IND New Delhi|IND Delhi|IDN Jakarta|IRN Tehran|IRQ Baghdad|IRL Dublin|ISR Jerusalem|ISR Tel Aviv|ITA Rome|CIV Abidjan|JAM Kingston|JPN Tokyo|JOR Amman|KAZ Astana|KEN Nairobi|KWT Kuwait City|KGZ Bishkek|LAO Vientiane
LVA Riga|LBN Beirut|LSO Maseru|LBR Monrovia|LBY Tripoli|LTU Vilnius|LUX Luxembourg|MDG Antananarivo|MWI Lilongwe|MYS Kuala Lumpur|MYS Putrajaya|MDV Male|MLI Bamako|MLT Valletta|MRT Nouakchott|MUS Port Louis
MEX Mexico City|MDA Chisinau|MNG Ulaanbaatar|MNE Podgorica|MAR Rabat|MOZ Maputo|MMR Naypyidaw|NAM Windhoek|NPL Kathmandu|NLD The Hague|NZL Wellington|NIC Managua|NER Niamey|NGA Abuja|PRK Pyongyang|MKD Skopje
NOR Oslo|OMN Muscat|PAK Islamabad|PAN Panama City|PNG Port Moresby|PRY Asuncion|PER Lima|PHL Manila|POL Warsaw|PRT Lisbon|QAT Doha|ROU Bucharest|RUS Moscow|RWA Kigali|SAU Riyadh|SEN Dakar|SRB Belgrade
SLE Freetown|SVK Bratislava|SVN Ljubljana|SOM Mogadishu|ZAF Pretoria|KOR Seoul|SSD Juba|ESP Madrid|LKA Colombo|SDN Khartoum|SUR Paramaribo|SWE Stockholm|CHE Bern|CHE Berne|SYR Damascus|TJK Dushanbe
TZA Dodoma|THA Bangkok|TLS Dili|TGO Lome|TTO Port of Spain|TUN Tunis|TUR Ankara|TKM Ashgabat|UGA Kampala|UKR Kyiv|UKR Kiev|ARE Abu Dhabi|GBR London|USA Washington|URY Montevideo|UZB Tashkent|VEN Caracas|VNM Hanoi
YEM Sanaa|ZMB Lusaka|ZWE Harare`)

// shortNamed finds "Korea", by which newspapers mean the Republic: the authority files
// have only the longer names, as two States bear it.
func (p *paper) shortNamed() {
	for i := range p.tokens {
		if !p.tokens[i].word.in(shortNames) || p.mask[i]&(1<<kState|1<<kAdjective) != 0 || p.hit(i) != nil {
			continue
		}
		if e, ok := p.files.Entry("state:KOR"); ok {
			p.hitAt[i] = int32(len(p.hits))
			p.hits = append(p.hits, hit{i, 1, e, false, false, int(p.tokens[i].start)})
			p.mask[i] |= 1 << kState
		}
	}
}

var shortNames = forms("korea")

// capitalsOf reads a list of codes of States and the names of their capitals.
func capitalsOf(list string) map[string]chancery.EntityID {
	out := map[string]chancery.EntityID{}
	for pair := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == '|' || r == '\n' }) {
		code, name, _ := strings.Cut(pair, " ")
		out[fold(name)] = chancery.EntityID("state:" + code)
	}
	return out
}

// capitalActs gives the State whose capital a chunk names where the name is the
// subject of a verb.
func (c *clause) capitalActs(ch *chunk) *actor {
	if c.tongue.tag != "en" || ch.kind != aPlace || ch.to >= c.s.to || !c.verbal(ch.to) {
		return nil
	}
	i := ch.from - 1
	if i >= c.s.from && (c.is(i, kIn) || c.is(i, kTo) || c.is(i, kLink) || c.is(i, kBy) || c.tokens[i].word.folded == "from") {
		return nil
	}
	return c.capitalOf(ch)
}

// capitalOf gives the State, or the Union, whose capital a chunk names.
func (c *clause) capitalOf(ch *chunk) *actor {
	if c.tokens[ch.from].word.folded == "brussels" { // of the Union, where the paper names it
		for _, e := range c.cast.all {
			if e.entry != nil && e.entry.ID == "body:EU" {
				return &actor{e, c.bytes(ch.from, ch.to), ch.from}
			}
		}
	}
	e, ok := c.files.Entry(capitals[fold(c.say(ch.from, ch.to))])
	if !ok {
		return nil
	}
	return &actor{c.cast.stateOf(e, c.bytes(ch.from, ch.to)), c.bytes(ch.from, ch.to), ch.from}
}

// verbal reports a finite verb at token i, past adverbs.
func (c *clause) verbal(i int) bool {
	i = c.pastAdverbs(i)
	return c.tokens[i].shape == lower && (c.is(i, kFuture) || c.is(i, kPast) || c.is(i, kPledge) || c.is(i, kVerb) || c.is(i, kSeat)) && !strings.HasSuffix(c.tokens[i].word.folded, "ing")
}
