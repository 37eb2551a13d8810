package chancery

// Type says what the values of a property are.
type Type string

// The types of value.
const (
	TypeName     Type = "name"   // a name in a language and script
	TypeText     Type = "text"   // running text
	TypeLabel    Type = "label"  // a short string: a symbol, a number of a paragraph
	TypeDate     Type = "date"   // ISO 8601 with precision
	TypeNumber   Type = "number" // decimal, point as separator
	TypeCode     Type = "code"   // one of Property.Values
	TypeFlag     Type = "flag"   // "yes" or "no"
	TypeEntity   Type = "entity" // a reference to an entity of one of Property.Range
	TypeAddress  Type = "address"
	TypePosition Type = "position" // supported or noted, with its own passage
)

// Property is one thing that may be said of an entity. Every property may
// have several values; conflicting ones stand side by side. The label and
// help are the message keys "property.<Schema>.<Name>" and the same with ".help".
type Property struct {
	Name   string
	Type   Type
	Range  []string // schemas of the entities a TypeEntity value refers to
	Values []string // of a TypeCode
}

// Schema is one sort of entity. Properties are in the order of forms and
// pages. Naming lists the properties that name an entity of the schema, best first.
type Schema struct {
	Name       string
	Properties []Property
	Naming     []string
	Link       bool // a relation between others (a post, a membership), shown on their pages
}

// Property gives the named property of the schema.
func (s Schema) Property(name string) (Property, bool) {
	for _, p := range s.Properties {
		if p.Name == name {
			return p, true
		}
	}
	return Property{}, false
}

// SchemaNamed gives the schema of that name.
func SchemaNamed(name string) (Schema, bool) {
	i, ok := schemaIndex[name]
	if !ok {
		return Schema{}, false
	}
	return Schemas[i], true
}

var schemaIndex = func() map[string]int {
	m := make(map[string]int, len(Schemas))
	for i, s := range Schemas {
		m[s.Name] = i
	}
	return m
}()

func name(n string) Property   { return Property{Name: n, Type: TypeName} }
func text(n string) Property   { return Property{Name: n, Type: TypeText} }
func label(n string) Property  { return Property{Name: n, Type: TypeLabel} }
func date(n string) Property   { return Property{Name: n, Type: TypeDate} }
func number(n string) Property { return Property{Name: n, Type: TypeNumber} }
func flag(n string) Property   { return Property{Name: n, Type: TypeFlag} }
func code(n string, values ...string) Property {
	return Property{Name: n, Type: TypeCode, Values: values}
}
func entity(n string, of ...string) Property {
	return Property{Name: n, Type: TypeEntity, Range: of}
}

// The values of the coded properties.
var (
	eventTypes      = []string{"meeting", "call", "visit", "session", "conference", "signing", "election", "ceremony", "training", "other"}
	instrumentTypes = []string{"treaty", "charter", "agreement", "mou", "plan", "strategy", "law", "decree", "resolution", "declaration", "programme", "other"}
	actTypes        = []string{"adopted", "approved", "opened", "signed", "initialled", "ratified", "accepted", "acceded", "succeeded", "confirmed",
		"applied_provisionally", "entered_into_force", "reserved", "declared", "objected", "withdrawn", "denounced", "suspended", "terminated",
		"amended", "corrected", "launched", "proposed", "registered", "published", "notified", "consented",
		"full_powers", "government_opinion", "submitted", "law_adopted", "instrument_signed", "signature_awaited", "deposit_awaited"}
	organizationKinds = []string{"state", "igo", "ministry", "commission", "committee", "parliament", "ngo", "company", "university", "media", "other"}
	verbs             = []string{"informed", "noted", "assessed", "proposed", "agreed", "welcomed", "thanked", "expressed", "stressed", "requested"}
	positions         = []string{"Supported", "Noted", "Pending"}
	pledgeForms       = []string{"note_verbale", "letter", "oral_ambassador", "oral_capital", "joint_statement", "bloc"}
)

// Actors are the schemas that can act: sign, promise, take part.
var actors = []string{"State", "Organization", "Person"}

// Schemas is the whole vocabulary of facts. Names follow FollowTheMoney where
// it has one.
var Schemas = []Schema{
	{Name: "State", Naming: []string{"name", "acronym"}, Properties: []Property{
		name("name"), label("acronym"), name("alias"), label("iso3"), date("founded"), date("dissolved"),
		entity("successor", "State"), entity("predecessor", "State")}},
	{Name: "Organization", Naming: []string{"name", "acronym"}, Properties: []Property{
		name("name"), label("acronym"), name("alias"), code("kind", organizationKinds...), entity("parent", "Organization", "State"),
		entity("country", "State"), text("purpose"), label("seat"), date("founded"), date("dissolved"), entity("statute", "Instrument"), number("every")}},
	{Name: "Person", Naming: []string{"name"}, Properties: []Property{
		name("name"), name("alias"), entity("nationality", "State"), date("born"), text("biography")}},
	{Name: "Occupancy", Link: true, Naming: []string{"title"}, Properties: []Property{
		entity("holder", "Person"), label("title"), entity("body", "Organization", "State"), entity("accreditedTo", "State", "Organization"),
		date("from"), date("to"), date("credentials"), number("rank")}},
	{Name: "Membership", Link: true, Properties: []Property{
		entity("member", "State", "Organization", "Person"), entity("organization", "Organization"), date("from"), date("to"),
		code("role", "member", "founding", "observer", "chair", "vice_chair", "rapporteur", "suspended"), label("count")}},
	{Name: "Contribution", Link: true, Properties: []Property{
		entity("member", "State", "Organization"), entity("organization", "Organization"), label("period"), number("assessed"), label("currency"),
		date("due"), number("paid"), date("paidOn"), entity("paidBy", "State", "Organization")}},
	{Name: "Event", Naming: []string{"name", "type"}, Properties: []Property{
		name("name"), code("type", eventTypes...), date("date"), date("endDate"), label("place"), code("status", "planned", "held", "cancelled"),
		entity("participant", "Person"), entity("party", "State", "Organization"), text("topic"), label("form"), entity("organ", "Organization"),
		label("number"), text("agenda"), label("quorum"), text("decision"), text("remark")}},
	{Name: "Attendance", Link: true, Properties: []Property{
		entity("event", "Event"), entity("person", "Person"), label("capacity"), entity("forWhom", "State", "Organization"), number("precedence")}},
	{Name: "Intervention", Link: true, Naming: []string{"text"}, Properties: []Property{
		entity("event", "Event"), entity("speaker", actors...), entity("forWhom", "State", "Organization"), code("verb", verbs...), text("text"),
		entity("about", "Organization", "Instrument", "Event", "Person", "State")}},
	{Name: "Undertaking", Naming: []string{"text"}, Properties: []Property{
		entity("event", "Event"), entity("by", actors...), entity("to", actors...), text("text"), date("due"), label("dueText"),
		code("kept", "open", "kept", "partly", "broken", "overtaken"), entity("keptBy", "Event", "Measure", "Act", "Instrument")}},
	{Name: "Instrument", Naming: []string{"name", "symbol"}, Properties: []Property{
		name("name"), name("alias"), code("type", instrumentTypes...), label("symbol"), entity("parent", "Instrument"), flag("binding"), date("date"),
		entity("depositary", "Organization", "State"), label("place"), entity("party", "State", "Organization"), label("duration"), flag("renewal"),
		label("notice"), entity("replaces", "Instrument"), text("entryIntoForce"), text("withdrawalClause"),
		code("reservations", "permitted", "specified", "prohibited"), label("reservable"), text("reservationClause"),
		code("entry", "signature", "exchange", "last_notification", "stated_day")}},
	{Name: "Provision", Naming: []string{"number"}, Properties: []Property{
		entity("instrument", "Instrument"), label("number"), text("heading"), text("text"), text("subject")}},
	{Name: "Act", Link: true, Naming: []string{"type"}, Properties: []Property{
		entity("instrument", "Instrument"), entity("of", "Act"), code("type", actTypes...), date("date"), date("deposited"), date("effective"),
		entity("by", actors...), label("mark"), label("number"), text("text"), text("note"), date("notified"), label("provisions"), flag("opposes"),
		entity("person", "Person"), entity("holder", "Organization", "Person", "State"), date("due"), flag("needed")}},
	{Name: "Milestone", Naming: []string{"type"}, Properties: []Property{
		entity("subject", "Organization", "State", "Instrument"), code("type", "founded", "statute adopted", "entered into force", "headquarters opened", "relations established", "other"),
		date("date"), text("text")}},
	{Name: "Report", Naming: []string{"symbol"}, Properties: []Property{
		entity("state", "State"), label("mechanism"), label("cycle"), label("symbol"), label("type"), date("dueByLaw"), date("dueByCommittee"), date("received"), date("considered"), label("session"),
		entity("responsible", "Organization", "Person")}},
	{Name: "Recommendation", Naming: []string{"paragraph", "text"}, Properties: []Property{
		label("paragraph"), text("text"), entity("by", "State", "Organization"), entity("to", "State"), label("mechanism"), label("cycle"), label("document"),
		label("theme"), label("person"), label("sdg"), code("actionCategory", "1", "2", "3", "4", "5"), label("issue"),
		Property{Name: "position", Type: TypePosition, Values: positions}, label("positionSource"), text("concern"), label("article"), date("followUp"),
		entity("follows", "Recommendation"), flag("inferredNumber"), flag("voluntary")}},
	{Name: "Cluster", Naming: []string{"name"}, Properties: []Property{
		name("name"), entity("recommendation", "Recommendation"), label("theme")}},
	{Name: "Measure", Naming: []string{"number", "text"}, Properties: []Property{
		entity("plan", "Instrument"), label("number"), text("text"), label("area"), entity("responsible", "Organization", "Person", "State"),
		entity("partner", "Organization", "Person", "State"), date("from"), date("due"), label("dueText"), text("indicator"), text("completion"), label("budget"),
		entity("serves", "Recommendation", "Provision", "Undertaking", "Priority")}},
	{Name: "Assignment", Link: true, Properties: []Property{
		entity("measure", "Measure"), entity("to", "Organization", "Person"), date("due"), date("accepted"), text("answer"), date("answered")}},
	{Name: "Request", Link: true, Naming: []string{"text"}, Properties: []Property{
		entity("from", actors...), entity("to", actors...), text("text"), entity("about", "Candidature", "Election"), date("date"), date("due"), date("answered"), text("answer")}},
	{Name: "Progress", Link: true, Properties: []Property{
		entity("measure", "Measure", "Undertaking"), date("date"), code("grade", "not_started", "started", "advanced", "done", "set_back"), text("text"), entity("evidence", "Evidence")}},
	{Name: "Evidence", Link: true, Naming: []string{"text"}, Properties: []Property{
		entity("of", "Progress", "Measure", "Undertaking"), text("text"), date("date"), label("document")}},
	{Name: "Indicator", Naming: []string{"name"}, Properties: []Property{
		name("name"), label("symbol"), label("unit"), number("baseline"), number("target"), date("targetDate"), code("type", "structural", "process", "outcome")}},
	{Name: "Observation", Link: true, Properties: []Property{
		entity("indicator", "Indicator"), date("date"), number("value"), label("source")}},
	{Name: "Election", Naming: []string{"name"}, Properties: []Property{
		name("name"), entity("body", "Organization"), date("date"), number("seats"), label("seatGroup"), label("rules"), number("eligible")}},
	{Name: "Ballot", Link: true, Naming: []string{"number"}, Properties: []Property{
		entity("election", "Election"), number("number"), date("date"), number("seats"), label("kind"), number("cast"), number("invalid"), number("abstentions"), number("valid"), label("votes"), label("elected"),
		code("organ", "general_assembly", "security_council"), number("meeting")}},
	{Name: "Candidature", Naming: []string{"candidate"}, Properties: []Property{
		entity("candidate", "Person", "State"), entity("nominatedBy", "State"), entity("body", "Organization", "State"), label("term"), entity("election", "Election"),
		date("electionDate"), date("announced"), date("nominated"), entity("endorsedBy", "Organization"), code("result", "elected", "not_elected", "withdrawn"), number("votes")}},
	{Name: "Pledge", Link: true, Properties: []Property{
		entity("candidature", "Candidature"), entity("by", "State"), entity("to", "State"), entity("person", "Person"), code("form", pledgeForms...), date("date"),
		code("scope", "first", "all"), text("inReturnFor"), entity("return", "Candidature"), date("confirmed"), date("withdrawn"), date("expires")}},
	{Name: "NoteVerbale", Naming: []string{"number"}, Properties: []Property{
		label("number"), entity("from", "State", "Organization"), entity("to", "State", "Organization"), date("date"), text("text"), date("answerDue"), date("answered"),
		entity("about", "Instrument")}},
	{Name: "Visit", Naming: []string{"name"}, Properties: []Property{
		name("name"), entity("visitor", "Person"), entity("host", "State", "Organization"), label("place"), date("from"), date("to"), label("form"), entity("event", "Event")}},
	{Name: "Priority", Naming: []string{"name"}, Properties: []Property{
		name("name"), entity("between", "State", "Organization"), text("text"), entity("event", "Event")}},
}
