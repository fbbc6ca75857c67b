package record

// Relate links engagements that are parts of one another.
func Relate(es []Engagement) {}
