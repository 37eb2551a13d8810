package chancery

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of trouble an [Error] is; one table maps it to an HTTP status.
type Kind int

// The kinds of error.
const (
	Internal    Kind = iota // a fault of the program
	Invalid                 // the request or the value is wrong
	NotFound                // nothing is there
	Conflict                // something else is there, or happened meanwhile
	Forbidden               // not allowed to this person, or on this address
	Unreadable              // the bytes cannot be read as what they are
	Unavailable             // a needed program, disk or server is not there
	Cancelled               // the caller gave up, or time ran out
)

var kindNames = [...]string{"internal", "invalid", "notFound", "conflict", "forbidden", "unreadable", "unavailable", "cancelled"}

// String gives the kind's name as printed in JSON: "unreadable", "notFound".
func (k Kind) String() string { return kindNames[k] }

// Message is one sentence for a person: Text in English, and the key and
// arguments by which package locale words it in another language.
type Message struct {
	Key  string
	Args []any
	Text string
}

// Say makes a message. The key is a dotted name ("paper.encrypted"); format
// and args give the English sentence as fmt.Sprintf does.
func Say(key, format string, args ...any) Message {
	return Message{Key: key, Args: args, Text: fmt.Sprintf(format, args...)}
}

// String gives the English sentence.
func (m Message) String() string { return m.Text }

// Doubt is a message about odd history that a pure rule noticed without
// failing. Source names the article, standard or paper it rests on ("VCLT art. 20(5)").
type Doubt struct {
	Message
	Source string
}

// Error is the one error type that crosses package boundaries: the operation
// ("paper.Open"), the kind, what happened, why and what to do, and the cause.
type Error struct {
	Op   string
	Kind Kind
	What Message
	Err  error
}

// Error gives "what: cause", without the operation, fit to be shown to a person.
func (e *Error) Error() string {
	var parts []string
	if e.What.Text != "" {
		parts = append(parts, e.What.Text)
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	if len(parts) == 0 {
		return e.Op + ": " + e.Kind.String()
	}
	return strings.Join(parts, ": ")
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Wrap puts the operation and kind of a package boundary around err; nil stays
// nil, and an [Error] inside keeps its own kind and message.
func Wrap(op string, kind Kind, err error) error {
	if err == nil {
		return nil
	}
	var inner *Error
	if errors.As(err, &inner) {
		return &Error{Op: op, Kind: inner.Kind, Err: err}
	}
	return &Error{Op: op, Kind: kind, Err: err}
}

// Fail makes an [Error] with a message and no cause.
func Fail(op string, kind Kind, what Message) error {
	return &Error{Op: op, Kind: kind, What: what}
}

// KindOf gives the kind of err, or [Internal] where it carries none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// MessageOf gives the innermost message that err carries; an error without
// one gives its text under the key "error.other".
func MessageOf(err error) Message {
	m := Say("error.other", "%s", err)
	for err != nil {
		if e, ok := err.(*Error); ok && e.What.Key != "" {
			m = e.What
		}
		err = errors.Unwrap(err)
	}
	return m
}
