// Package recent keeps what was used lately, as much as there is room for.
//
// In: values under names, with their sizes. Out: those that are still kept.
// What it does badly: it forgets half of its room at once, so that what was
// used a while ago may go though there is room.
package recent

import "sync"

// Cache keeps values in two halves of its room: when one is full, it becomes
// the older one, from which what is asked for again is taken over. The zero
// value keeps nothing. Several goroutines may use it.
type Cache[V any] struct {
	room int
	size func(name string, value V) int

	mu           sync.Mutex
	taken        int // of the fresh half
	fresh, older map[string]V
}

// New makes a cache with a room, in the unit of size.
func New[V any](room int, size func(name string, value V) int) *Cache[V] {
	return &Cache[V]{room: room, size: size}
}

// Count makes a cache of so many values, and as many older ones.
func Count[V any](n int) *Cache[V] { return New(2*n, func(string, V) int { return 1 }) }

// Get gives the value under a name, if it is kept.
func (c *Cache[V]) Get(name string) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.fresh[name]
	if !ok {
		if v, ok = c.older[name]; ok {
			c.put(name, v)
		}
	}
	return v, ok
}

// Put keeps a value in the place of what has its name.
func (c *Cache[V]) Put(name string, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.put(name, value)
}

func (c *Cache[V]) put(name string, value V) {
	size := c.size(name, value)
	if old, ok := c.fresh[name]; ok {
		c.taken -= c.size(name, old)
	}
	if c.fresh == nil || c.taken+size > c.room/2 {
		c.taken, c.older, c.fresh = 0, c.fresh, map[string]V{}
	}
	c.fresh[name] = value
	c.taken += size
}

// Find gives the value under a name if it is kept and still holds, or finds it
// out and keeps it. Two who ask at once may both find it out.
func (c *Cache[V]) Find(name string, holds func(V) bool, find func() (V, error)) (V, error) {
	if v, ok := c.Get(name); ok && holds(v) {
		return v, nil
	}
	v, err := find()
	if err == nil {
		c.Put(name, v)
	}
	return v, err
}
