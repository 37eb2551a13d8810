package register

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"chancery"
)

// The names of the settings kept in the store.
const (
	homeSetting      = "home"
	markingsSetting  = "markings"
	spellingsSetting = "spellings"
	demoSetting      = "demo"
)

// Home gives the State or organisation whose register this is, "" before it is set.
func (r *Register) Home(ctx context.Context) (chancery.EntityID, error) {
	s, err := r.store.Setting(ctx, homeSetting)
	return chancery.EntityID(s), chancery.Wrap("register.Home", chancery.Internal, err)
}

// SetHome says whose register this is.
func (r *Register) SetHome(ctx context.Context, person string, home chancery.EntityID) error {
	return chancery.Wrap("register.SetHome", chancery.Internal, r.store.SetSetting(ctx, person, homeSetting, string(home)))
}

// Demo reports whether the register is the demo.
func (r *Register) Demo(ctx context.Context) (bool, error) {
	s, err := r.store.Setting(ctx, demoSetting)
	return s != "", chancery.Wrap("register.Demo", chancery.Internal, err)
}

// SetDemo says that everything in the register was made for show.
func (r *Register) SetDemo(ctx context.Context, person string) error {
	return chancery.Wrap("register.SetDemo", chancery.Internal, r.store.SetSetting(ctx, person, demoSetting, "yes"))
}

// Markings lists the site's markings, lowest first. Unmarked is below all.
func (r *Register) Markings(ctx context.Context) ([]string, error) {
	var list []string
	err := r.setting(ctx, markingsSetting, &list)
	return list, chancery.Wrap("register.Markings", chancery.Internal, err)
}

// SetMarkings sets the site's markings, lowest first.
func (r *Register) SetMarkings(ctx context.Context, person string, list []string) error {
	return chancery.Wrap("register.SetMarkings", chancery.Internal, r.setSetting(ctx, person, markingsSetting, list))
}

// Spell chooses the spelling of an entity's name in a language; "" lets the
// register choose again.
func (r *Register) Spell(ctx context.Context, person string, id chancery.EntityID, language, spelling string) error {
	const op = "register.Spell"
	all, err := r.spellings(ctx)
	if err != nil {
		return chancery.Wrap(op, chancery.Internal, err)
	}
	if all[id] == nil {
		all[id] = map[string]string{}
	}
	if spelling == "" {
		delete(all[id], language)
	} else {
		all[id][language] = spelling
	}
	return chancery.Wrap(op, chancery.Internal, r.setSetting(ctx, person, spellingsSetting, all))
}

// spellings gives the chosen spellings: entity, then language.
func (r *Register) spellings(ctx context.Context) (map[chancery.EntityID]map[string]string, error) {
	all := map[chancery.EntityID]map[string]string{}
	return all, r.setting(ctx, spellingsSetting, &all)
}

// setting reads a setting kept as JSON; one never set leaves v as it is.
func (r *Register) setting(ctx context.Context, name string, v any) error {
	s, err := r.store.Setting(ctx, name)
	if err != nil || s == "" {
		return err
	}
	return json.Unmarshal([]byte(s), v)
}

func (r *Register) setSetting(ctx context.Context, person, name string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return r.store.SetSetting(ctx, person, name, string(b))
}

// Persons gives everybody who reads, enters and judges.
func (r *Register) Persons(ctx context.Context) ([]chancery.Person, error) {
	all, err := r.store.Persons(ctx)
	return all, chancery.Wrap("register.Persons", chancery.Internal, err)
}

// AddPerson enters a person by name, post and body; the same three give the
// person that is there already.
func (r *Register) AddPerson(ctx context.Context, p chancery.Person) (chancery.Person, error) {
	const op = "register.AddPerson"
	if p.Name == "" {
		return p, chancery.Fail(op, chancery.Invalid, chancery.Say("person.nameless", "the name is missing; every verdict bears the name of the person who gave it"))
	}
	all, err := r.store.Persons(ctx)
	if err != nil {
		return p, chancery.Wrap(op, chancery.Internal, err)
	}
	if i := slices.IndexFunc(all, func(o chancery.Person) bool { return o.Name == p.Name && o.Post == p.Post && o.Body == p.Body }); i >= 0 {
		return all[i], nil
	}
	p, err = r.store.AddPerson(ctx, p)
	return p, chancery.Wrap(op, chancery.Internal, err)
}

// Unmarked is the ceiling below every marking: only what bears none is shown.
const Unmarked = "-"

// Below lists the markings up to a ceiling, "" for unmarked among them; nil,
// which allows all, for no ceiling.
func (r *Register) Below(ctx context.Context, ceiling string) ([]string, error) {
	order, err := r.Markings(ctx)
	if err != nil {
		return nil, err
	}
	return below(order, ceiling)
}

// below cuts the site's markings, lowest first, at a ceiling. A marking that
// the site does not list is above every ceiling.
func below(order []string, ceiling string) ([]string, error) {
	switch i := slices.Index(order, ceiling); {
	case ceiling == "":
		return nil, nil
	case ceiling == Unmarked:
		return []string{""}, nil
	case i >= 0:
		return append([]string{""}, order[:i+1]...), nil
	}
	return nil, chancery.Fail("register.Below", chancery.Invalid, chancery.Say("marking.unknown", "%q is not one of this register's markings: %s", ceiling, strings.Join(order, ", ")))
}
