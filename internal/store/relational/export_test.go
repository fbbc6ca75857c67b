package relational

// Keep sets how many mentions a batch keeps for the next, and gives what sets
// it back.
func Keep(most, more int) (back func()) {
	a, b := mostKept, moreKept
	mostKept, moreKept = most, more
	return func() { mostKept, moreKept = a, b }
}
