package register

import (
	"sync"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// drawn keeps engagements that were asked for lately, since lists of countries
// and pairs show the same ones. An engagement that changes gets another line, so
// what is kept of the old one is not asked for again.
type drawn struct {
	mu    sync.Mutex
	fresh map[drawing]record.Engagement
	older map[drawing]record.Engagement // as fresh was when it was full
}

// drawing is an engagement as lists show it, or lean.
type drawing struct {
	line *store.Line
	card bool
}

// drawnRoom is how many engagements fresh and older keep each; one takes two
// or three kilobytes.
const drawnRoom = 8192

func (d *drawn) get(k drawing) (record.Engagement, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.fresh[k]
	if !ok {
		if e, ok = d.older[k]; ok {
			d.keep(k, e)
		}
	}
	return e, ok
}

func (d *drawn) put(k drawing, e record.Engagement) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.keep(k, e)
}

func (d *drawn) keep(k drawing, e record.Engagement) {
	if len(d.fresh) >= drawnRoom || d.fresh == nil {
		d.older, d.fresh = d.fresh, make(map[drawing]record.Engagement, drawnRoom)
	}
	d.fresh[k] = e
}
