package record

import (
	"fmt"
	"slices"
)

// Bind binds a correction to mentions: refs are those of the engagement it is
// about, other those of the one to merge it with, both in order.
func (c *Correction) Bind(refs, other []Ref) error {
	if len(refs) == 0 {
		return fmt.Errorf("%w: no engagement %s", ErrCorrection, c.EID)
	}
	c.Refs, c.Rest = slices.Clone(refs), nil
	switch c.Action {
	case Merge:
		if len(other) == 0 {
			return fmt.Errorf("%w: no engagement %s", ErrCorrection, c.Other)
		}
		c.Rest = slices.Clone(other)
	case Split:
		c.Refs = nil
		for _, r := range refs {
			if slices.Contains(c.Reports, r.Report()) {
				c.Refs = append(c.Refs, r)
			} else {
				c.Rest = append(c.Rest, r)
			}
		}
		if len(c.Refs) == 0 || len(c.Rest) == 0 {
			return fmt.Errorf("%w: %s rests on other reports than %v, or on them alone: nothing to split", ErrCorrection, c.EID, c.Reports)
		}
	}
	return nil
}

// Concerns gives the correction that an undo is about in the end: undos of
// undos are followed.
func Concerns(log []Correction, c Correction) Correction {
	for c.Action == Undo {
		i := slices.IndexFunc(log, func(x Correction) bool { return x.ID == c.Undoes })
		if i < 0 {
			break
		}
		c = log[i]
	}
	return c
}
