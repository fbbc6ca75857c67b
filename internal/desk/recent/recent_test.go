package recent

import (
	"errors"
	"fmt"
	"testing"
)

// TestCacheHasARoom: many values take no more than their room, and what is
// asked for again and again stays.
func TestCacheHasARoom(t *testing.T) {
	c := New(100, func(_ string, v int) int { return v })
	for i := range 1000 {
		c.Put(fmt.Sprint(i), 10)
		c.Put("often", 1)
		if _, ok := c.Get("often"); !ok {
			t.Fatalf("what is asked for often is gone after %d others", i)
		}
	}
	taken := 0
	for _, half := range []map[string]int{c.fresh, c.older} {
		for _, v := range half {
			taken += v
		}
	}
	if taken > 100 {
		t.Errorf("%d are taken of a room of 100", taken)
	}
	if _, ok := c.Get("0"); ok {
		t.Error("what nobody asked for is still there")
	}
}

func TestCountKeepsAtLeastAsMany(t *testing.T) {
	c := Count[int](5)
	for i := range 50 {
		c.Put(fmt.Sprint(i), i)
	}
	for i := 45; i < 50; i++ {
		if v, ok := c.Get(fmt.Sprint(i)); !ok || v != i {
			t.Errorf("the value %d is %d, %v", i, v, ok)
		}
	}
}

func TestFindFindsOutOnce(t *testing.T) {
	c := Count[int](5)
	asked := 0
	find := func(holds bool, err error) int {
		v, got := c.Find("x", func(int) bool { return holds }, func() (int, error) { asked++; return asked, err })
		if !errors.Is(got, err) {
			t.Errorf("error %v, want %v", got, err)
		}
		return v
	}
	bad := errors.New("no")
	for i, step := range []struct {
		holds bool
		err   error
		want  int
	}{{true, bad, 1}, {true, nil, 2}, {true, nil, 2}, {false, nil, 3}, {false, bad, 4}, {true, nil, 3}} {
		if got := find(step.holds, step.err); got != step.want {
			t.Errorf("step %d: got %d, want %d", i, got, step.want)
		}
	}
}
