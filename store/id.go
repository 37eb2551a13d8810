package store

import (
	"crypto/rand"
	"encoding/base32"
	"time"
)

var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// newID gives 26 characters that sort by time: 7 bytes of microseconds and 9 of
// chance.
func newID(at time.Time) string {
	var b [16]byte
	n := uint64(at.UnixMicro())
	for i := range 7 {
		b[i] = byte(n >> (48 - 8*i))
	}
	rand.Read(b[7:])
	return crockford.EncodeToString(b[:])
}

// stamp is how times are written: RFC 3339 UTC with microseconds, so that text
// sorts by time.
const stamp = "2006-01-02T15:04:05.000000Z"

func timeOf(s string) (time.Time, error) { return time.Parse(stamp, s) }
